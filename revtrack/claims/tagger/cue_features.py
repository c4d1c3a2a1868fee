"""What tells a cue: its word, those about it, the quotation marks and the other cues of its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack import lexicon
from revtrack.claims.tagger.passage import TokenPassage

# Offsets of the words about a possible cue whose own features count.
OFFSETS = range(-3, 4)
# How far a mark, "that" or the edge of the sentence is looked for, in tokens.
MARKS_WITHIN, OBJECT_WITHIN, COMMA_WITHIN, SENTENCE_WITHIN = 12, 7, 19, 40

SUBJECTS = frozenset(("X", "XX", "to", "0")) | lexicon.words("pronouns")
OBJECTS, BREAKS = frozenset(("that", ",", ":")), frozenset((",", ")"))
_BUCKETS = [*map(str, range(5)), *["5"] * 2, *["7"] * 4, *["11"] * 7, *["18"] * 13, *["31"] * 150]


def bucket(distance: int) -> str:
    """A distance in tokens, in steps that grow with it."""
    return _BUCKETS[distance] if distance < len(_BUCKETS) else _BUCKETS[-1]


def names(passage: TokenPassage, at: int, earlier: int | None, later: int | None) -> Iterator[str]:
    """The features of the possible cue at a place; the next possible ones on either side are its rivals."""
    yield "1"
    yield from _about(passage, at)
    yield from _marks(passage, at)
    yield from _sentence(passage, at)
    yield from _rivals(passage, at, earlier, later)


def _about(passage: TokenPassage, at: int) -> Iterator[str]:
    classes, last = passage.classes, len(passage.words) - 1
    word, own = passage.words[at].lower(), classes[at]
    before, before2 = (classes[at - 1] if at else "<"), (classes[at - 2] if at > 1 else "<")
    behind, behind2 = (classes[at + 1] if at < last else ">"), (classes[at + 2] if at + 1 < last else ">")
    yield f"a{before}|{word}"
    yield f"b{word}|{behind}"
    yield f"c{before}|{word}|{behind}"
    yield f"d{before2}|{before}|{own}"
    yield f"e{own}|{behind}|{behind2}"
    yield f"f{before}|{own}|{behind}"
    yield f"g{before2}|{before}|{word}"
    yield f"h{word}|{behind}|{behind2}"


def _marks(passage: TokenPassage, at: int) -> Iterator[str]:
    """How far the nearest closing mark before and opening mark behind are, and whether in the same sentence."""
    word, own = passage.words[at].lower(), passage.classes[at]
    left, right = _mark(passage, at, -1, ")"), _mark(passage, at, 1, "(")
    yield f"i{left}"
    yield f"j{right}"
    yield f"k{left}|{right}"
    yield f"l{word}|{left}"
    yield f"m{word}|{right}"
    yield f"n{own}|{left}|{right}"


def _mark(passage: TokenPassage, at: int, step: int, mark: str) -> str:
    for distance in range(1, MARKS_WITHIN + 1):
        place = at + step * distance
        if 0 <= place < len(passage.words) and passage.states[place] == mark:
            return f"{bucket(distance)}{passage.sentences[place] == passage.sentences[at]:d}"
    return f"{bucket(MARKS_WITHIN + 1)}0"


def _sentence(passage: TokenPassage, at: int) -> Iterator[str]:
    classes, word = passage.classes, passage.words[at].lower()
    first = max(passage.firsts[at], at - SENTENCE_WITHIN)
    end = min(passage.lasts[at], at + SENTENCE_WITHIN)
    yield f"o{bucket(at - first)}"
    yield f"p{bucket(end - at)}"
    yield f"q{word}|{bucket(end - at)}"
    that = next((n for n in range(1, OBJECT_WITHIN + 1) if at + n <= end and classes[at + n] in OBJECTS), 0)
    yield f"r{that}{classes[at + that] if that else ''}"
    yield f"s{word}|{classes[at + that] if that else ''}"
    comma = next((n for n in range(1, COMMA_WITHIN + 1) if at - n >= first and classes[at - n] in BREAKS), 0)
    yield f"t{bucket(comma)}{classes[at - comma] if comma else ''}|{classes[at - 1] if at else '<'}"
    yield f"y{classes[first]}|{bucket(at - first)}"
    yield f"z{next((classes[n] for n in range(at - 1, first - 1, -1) if classes[n] in SUBJECTS), '')}|{word}"


def _rivals(passage: TokenPassage, at: int, earlier: int | None, later: int | None) -> Iterator[str]:
    words, here = passage.words, passage.sentences[at]
    before = earlier is not None and passage.sentences[earlier] == here
    behind = later is not None and passage.sentences[later] == here
    yield f"u{before:d}{behind:d}" if before or behind else "u"
    if before and earlier is not None:
        yield f"v{words[earlier].lower()}|{bucket(at - earlier)}"
    if behind and later is not None:
        yield f"x{words[later].lower()}|{bucket(later - at)}"


def of_all(passage: TokenPassage, candidates: Sequence[int]) -> Iterator[tuple[int, Iterator[str]]]:
    """Each possible cue with its features."""
    for n, at in enumerate(candidates):
        earlier = candidates[n - 1] if n else None
        later = candidates[n + 1] if n + 1 < len(candidates) else None
        yield at, names(passage, at, earlier, later)
