"""A paragraph as the tagger sees it: words, signs and quotation marks, each with the class of its word.

The inside of a long quotation is left out but for its first and last words: a speaker's words are taken or left
as a whole, and words deep inside them do not show who spoke.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence, Set
from itertools import accumulate, chain, groupby, pairwise, repeat

from revtrack import lexicon
from revtrack.claims import cue_table, manner
from revtrack.claims.tagger.vocabulary import Vocabulary
from revtrack.model import Block
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import Reading, datelines
from revtrack.text.expressions import expression
from revtrack.text.marks import Piece

# Words kept at either end of a quotation.
KEPT = 3
# Words of a remark in brackets that is left out.
LONGEST_REMARK = 8
DASHES = frozenset(("-", "--", "\u2013", "\u2014"))

# The tagger was trained on tokens cut so, as treebanks cut them; another cut would need another model.
_INITIALS = r"(?:[A-Z]\.)+(?!\w)"
_SHORTENED = r"(?:Mrs?|Ms|Drs?|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Rev|Prof|St|Jr|Sr|No|Inc|Corp|Co)\."
_WORD = r"\w+(?:[-.&]\w+|,\d{3}(?!\d)|'(?!s(?!\w))\w+)*"
TOKEN = expression(rf"'s(?!\w)|''|``|--+|(?<!\w)(?:{_INITIALS}|{_SHORTENED})|{_WORD}|[^\w\s]")


class TokenPassage(NamedTuple):
    """The tokens of a block in order; the lists run in parallel.

    `states` says where a token is: o(utside) of a quotation, i(nside) one, or its mark, ( or ). `firsts` and
    `lasts` are the places of the first and last token of its sentence, `dashes` how many dashes come before it.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    states: list[str]
    classes: list[str]
    sentences: list[int]
    firsts: list[int]
    lasts: list[int]
    dashes: list[int]


try:
    from revtrack.claims.tagger import _passages
except ImportError:
    COMPILED = False
else:
    COMPILED = True


def read(reading: Reading, block: Block, quoted: Sequence[Piece], vocabulary: Vocabulary) -> TokenPassage:
    """The tokens of a block behind its dateline; `quoted` are its quotations."""
    begin = datelines.end(reading.plain, block.start)
    words, starts, ends = tokens(reading.plain, begin, block.end)
    states, kept = _quoted(starts, quoted)
    cues = frozenset(cue_table.places(words))
    kept = _without_brackets(_without_manner(reading.plain, cues, starts, ends, states, kept), words, states, cues)
    kept = _within_marks(_without_nicknames(kept, words, states), words, states)
    sentences = _sentences(starts, [span.start for span in reading.sentences[block.first : block.last]])
    if quoted or len(kept) < len(words):
        words, states = [words[n] for n in kept], [states[n] for n in kept]
        starts, ends, sentences = ([column[n] for n in kept] for column in (starts, ends, sentences))
    classes = vocabulary.names(words)
    if quoted:
        classes = [state if state in "()" else name for name, state in zip(classes, states, strict=True)]
    firsts, lasts = _edges(sentences)
    if DASHES.isdisjoint(classes):
        dashes = [0] * (len(words) + 1)
    else:
        dashes = [0, *accumulate(map(DASHES.__contains__, classes))]
    return TokenPassage(words, starts, ends, states, classes, sentences, firsts, lasts, dashes)


def tokens(plain: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """The tokens of `plain[start:end]`, where they begin and where they end."""
    if COMPILED:
        return _passages.tokens(plain, start, end)
    matches = list(TOKEN.finditer(plain, start, end))
    return [match[0] for match in matches], [match.start() for match in matches], [match.end() for match in matches]


def _sentences(starts: list[int], bounds: list[int]) -> list[int]:
    """For each token how many sentences begin before its end."""
    firsts = [0, *(bisect_left(starts, bound) for bound in bounds), len(starts)]
    counts = (end - first for first, end in pairwise(firsts))
    return list(chain.from_iterable(map(repeat, range(len(firsts)), counts)))


def _quoted(starts: list[int], quoted: Sequence[Piece]) -> tuple[list[str], list[int]]:
    """The state of each token, and the places of those that are kept."""
    states = ["o"] * len(starts)
    kept: list[int] = []
    done = 0
    for piece in quoted:
        first, begin = bisect_left(starts, piece.outer.start), bisect_left(starts, piece.inner.start)
        stop, last = bisect_left(starts, piece.inner.end), bisect_left(starts, piece.outer.end)
        states[first:last] = [*"(" * (begin - first), *"i" * (stop - begin), *")" * (last - stop)]
        if stop - begin > 2 * KEPT:
            kept += range(done, begin + KEPT)
            done = stop - KEPT
    kept += range(done, len(starts))
    return states, kept


def _without_manner(
    plain: str, cues: Set[int], starts: list[int], ends: list[int], states: Sequence[str], kept: list[int]
) -> list[int]:
    """The places without the phrases of manner behind a cue, which `statements` puts back: "said in a statement"."""
    dropped: set[int] = set()
    left = frozenset(kept) if len(kept) < len(starts) else None
    for n in sorted(cues):
        if states[n] == "o" and n not in dropped and (left is None or n in left):
            skipped = manner.end(plain, ends[n])
            dropped.update(range(n + 1, bisect_left(starts, skipped)))
    return [n for n in kept if n not in dropped] if dropped else kept


def _without_brackets(kept: list[int], words: Sequence[str], states: Sequence[str], cues: Container[int]) -> list[int]:
    """The places without a short remark in brackets behind a name, which belongs to it: "Roe (D., Milton) said"."""
    if "(" not in words:
        return kept
    found: list[int] = []
    closing = -1
    for n in kept:
        if n <= closing:
            continue
        if words[n] == "(" and states[n] == "o" and found and words[found[-1]][0].isupper():
            closing = _bracket_end(words, states, cues, n)
            if closing > n:
                continue
        found.append(n)
    return found


def _bracket_end(words: Sequence[str], states: Sequence[str], cues: Container[int], opening: int) -> int:
    """The place of the bracket that closes a remark without a cue or a quotation; -1 where it is long or none."""
    for n in range(opening + 1, min(len(words), opening + LONGEST_REMARK + 2)):
        if words[n] == ")" and states[n] == "o":
            return n
        if states[n] != "o" or n in cues:
            return -1
    return -1


def _without_nicknames(kept: list[int], words: Sequence[str], states: Sequence[str]) -> list[int]:
    """The places without a nickname between a first name and the next one: `Juan "Chico" Vale` says his own name."""
    if "(" not in states:
        return kept
    names = [n for n in kept[1:-3] if states[n] == "(" and states[n + 1 : n + 3] == ["i", ")"] and _is_nick(words, n)]
    dropped = {place for n in names for place in range(n, n + 3)}
    return [n for n in kept if n not in dropped] if dropped else kept


def _is_nick(words: Sequence[str], mark: int) -> bool:
    inside = words[mark - 1][0].isupper() and words[mark + 1][0].isupper() and words[mark + 3][0].isupper()
    return inside and words[mark - 1] in lexicon.listed("first_names")


def _within_marks(kept: list[int], words: Sequence[str], states: Sequence[str]) -> list[int]:
    """The places with a comma or stop behind a closing mark put before it, as the other half of the press has it."""
    if ")" not in states:
        return kept
    kept = list(kept)
    for n in range(1, len(kept)):
        mark, stop = kept[n - 1], kept[n]
        if words[stop] in ",." and states[mark] == ")" and stop == mark + 1:
            kept[n - 1], kept[n] = stop, mark
    return kept


def _edges(sentences: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each token the first and the last token of its sentence."""
    firsts: list[int] = []
    lasts: list[int] = []
    for _, run in groupby(sentences):
        first, size = len(firsts), len(list(run))
        firsts += [first] * size
        lasts += [first + size - 1] * size
    return firsts, lasts
