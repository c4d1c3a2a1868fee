"""What the tagger looks at: features of a word that may be a cue, and of the words about a cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.claims.tagger.passage import Passage

# Offsets of the words about a token whose own features count.
CUE_OFFSETS = range(-3, 4)
PART_OFFSETS = range(-2, 3)
# How far from its cue a source or content is looked for, in tokens.
REACH_BEFORE, REACH_AFTER = 90, 90

_BUCKETS = [str(n) for n in range(5)] + ["5"] * 2 + ["7"] * 4 + ["11"] * 7 + ["18"] * 13 + ["31"] * 150
_STOPS = frozenset((",", ";", ":", "-", "--", "\u2014", "\u2013", ".", "?", "!", "(", ")", "that", "and", "but", "who",
                    "which", "as", "while", "when", "because", "if", "saying", "adding", "to", "in", "on", "after"))
_MARKS = "()"


def bucket(distance: int) -> str:
    return _BUCKETS[distance] if distance < 180 else "31"


def of_cue(passage: Passage, at: int, rivals: Sequence[int]) -> Iterator[str]:
    """The features of a possible cue; `rivals` are the places of all possible cues of its passage."""
    words, classes, states, sentences = passage.words, passage.classes, passage.states, passage.sentences
    last = len(words) - 1
    word = words[at].lower()
    before = classes[at - 1] if at else "<"
    behind = classes[at + 1] if at < last else ">"
    before2 = classes[at - 2] if at > 1 else "<"
    behind2 = classes[at + 2] if at + 1 < last else ">"
    here = sentences[at]
    yield "1"
    yield f"a{before}|{word}"
    yield f"b{word}|{behind}"
    yield f"c{before}|{word}|{behind}"
    yield f"d{before2}|{before}|{classes[at]}"
    yield f"e{classes[at]}|{behind}|{behind2}"
    yield f"f{before}|{classes[at]}|{behind}"
    yield f"g{before2}|{before}|{word}"
    yield f"h{word}|{behind}|{behind2}"
    mark_before = next((n for n in range(1, 13) if at - n >= 0 and states[at - n] == ")"), 13)
    mark_behind = next((n for n in range(1, 13) if at + n <= last and states[at + n] == "("), 13)
    same_before = mark_before < 13 and sentences[at - mark_before] == here
    same_behind = mark_behind < 13 and sentences[at + mark_behind] == here
    left = f"{bucket(mark_before)}{same_before:d}"
    right = f"{bucket(mark_behind)}{same_behind:d}"
    yield f"i{left}"
    yield f"j{right}"
    yield f"k{left}|{right}"
    yield f"l{word}|{left}"
    yield f"m{word}|{right}"
    yield f"n{classes[at]}|{left}|{right}"
    first = at
    while first and sentences[first - 1] == here and at - first < 40:
        first -= 1
    end = at
    while end < last and sentences[end + 1] == here and end - at < 40:
        end += 1
    yield f"o{bucket(at - first)}"
    yield f"p{bucket(end - at)}"
    yield f"q{word}|{bucket(end - at)}"
    that = next((n for n in range(1, 8) if at + n <= end and classes[at + n] in ("that", ",", ":")), 0)
    yield f"r{that}{classes[at + that] if that else ''}"
    yield f"s{word}|{classes[at + that] if that else ''}"
    comma = next((n for n in range(1, 20) if at - n >= first and classes[at - n] in (",", ")")), 0)
    yield f"t{bucket(comma)}{classes[at - comma] if comma else ''}|{before}"
    mine = rivals.index(at)
    earlier = mine and sentences[rivals[mine - 1]] == here
    later = mine + 1 < len(rivals) and sentences[rivals[mine + 1]] == here
    yield f"u{earlier:d}{later:d}" if earlier or later else "u"
    if earlier:
        yield f"v{words[rivals[mine - 1]].lower()}|{bucket(at - rivals[mine - 1])}"
    if later:
        yield f"x{words[rivals[mine + 1]].lower()}|{bucket(rivals[mine + 1] - at)}"
    yield f"y{classes[first]}|{bucket(at - first)}"
    subject = next((classes[n] for n in range(at - 1, first - 1, -1) if classes[n] in _SUBJECTS), "")
    yield f"z{subject}|{word}"


_SUBJECTS = frozenset("X XX he she they it i we you who which that to 0".split())


def window(passage: Passage, at: int) -> tuple[int, int]:
    """The tokens about a cue in which its source and content are looked for."""
    return max(0, at - REACH_BEFORE), min(len(passage.words), at + REACH_AFTER)


def of_parts(passage: Passage, at: int, scores: dict[int, int]) -> list[list[str]]:
    """The features of each token of the window, as seen from the cue at `at`; `scores` are those of all cues."""
    first, last = window(passage, at)
    before = _side(passage, at, range(at - 1, first - 1, -1), scores, "<")
    behind = _side(passage, at, range(at + 1, last), scores, ">")
    return [*reversed(before), [*_own(passage, at, scores)], *behind]


def _own(passage: Passage, at: int, scores: dict[int, int]) -> Iterator[str]:
    yield "H"
    yield f"H{scores.get(at, -9)}"
    yield f"H{passage.words[at].lower()}"
    yield f"H{frame(passage, at)}"


def frame(passage: Passage, at: int) -> str:
    """What stands right before and behind a cue, and where the nearest marks are."""
    classes, states, sentences = passage.classes, passage.states, passage.sentences
    last = len(classes) - 1
    before = _neighbour(classes[at - 1]) if at else "<"
    behind = _neighbour(classes[at + 1]) if at < last else ">"
    closed = opened = "n"
    for n in range(1, 11):
        if closed == "n" and at - n >= 0 and states[at - n] == ")":
            closed = "y" if sentences[at - n] == sentences[at] else "p"
        if opened == "n" and at + n <= last and states[at + n] == "(":
            opened = "y" if sentences[at + n] == sentences[at] else "p"
    return f"{before}{closed}{behind}{opened}"


def _neighbour(name: str) -> str:
    if name in ("X", "XX"):
        return "X"
    if name in ("he", "she", "they", "it", "i", "we", "you"):
        return "he"
    return name if name in _STOPS or name == "the" else "*"


def _side(
    passage: Passage, at: int, order: range, scores: dict[int, int], side: str
) -> list[list[str]]:
    words, classes, states, sentences = passage.words, passage.classes, passage.states, passage.sentences
    last = len(words) - 1
    cue = words[at].lower()
    kind = classes[at]
    around = frame(passage, at)
    ahead = _ahead(passage, order, scores)
    commas = marks = rivals = 0
    boundary = earlier = opening = ""
    run = True
    verb = fresh = 0
    found = []
    here = sentences[at]
    busy = {sentences[n] for n, score in scores.items() if score > 0 and n != at}
    adjacent = ""
    for n, (rival, gap) in zip(order, ahead, strict=True):
        name, state = classes[n], states[n]
        distance = abs(n - at)
        if distance == 1:
            adjacent = name
        away = max(-3, min(3, sentences[n] - here))
        near = bucket(distance)
        previous = classes[n - 1] if n else "<"
        following = classes[n + 1] if n < last else ">"
        path = f"{side}{commas}{marks}{rivals}{away}"
        short = f"{side}{marks}{rivals}{away}"
        b = f"{side}{boundary}"
        starts = n == 0 or sentences[n - 1] != sentences[n]
        ends = n == last or sentences[n + 1] != sentences[n]
        edge = "s" if starts else "e" if ends else ""
        other = away and sentences[n] in busy
        found.append([
            f"A{side}{near}",
            f"B{side}{near}|{name}",
            f"C{path}|{state}",
            f"D{path}|{name}",
            f"E{path}|{state}|{around}",
            f"F{cue}|{path}|{state}",
            f"G{cue}|{side}{near}",
            f"I{kind}|{side}{near}|{name}",
            f"J{b}|{state}|{opening}",
            f"K{b}|{around}|{state}",
            f"L{adjacent}|{path}|{state}",
            f"M{side}{previous}|{name}|{away}",
            f"N{side}{name}|{following}|{away}",
            f"O{side}{run:d}{commas}|{name}",
            f"P{side}{run:d}|{near}|{around}",
            f"Q{side}{edge}{state}|{path}",
            f"R{b}|{previous}|{name}|{following}",
            f"S{cue}|{b}|{state}",
            f"T{scores.get(n, '')}|{side}{commas}|{away}",
            f"U{around}|{side}{away}|{commas}|{marks}|{edge}",
            f"V{adjacent}|{cue}|{side}{min(distance, 3)}",
            f"W{side}{rival}|{gap}|{name}",
            f"X{side}{rival}|{gap}|{commas}|{b}|{away}",
            f"Y{short}|{state}|{around}|{other:d}",
            f"Z{b}|{verb}{fresh}|{name}|{following}",
            f"a{earlier}|{b}|{verb}{fresh}|{state}",
            f"b{side}{adjacent}|{opening}|{boundary}|{verb}{fresh}",
        ])
        if name == ",":
            commas = min(3, commas + 1)
        elif state in "()":
            marks = min(3, marks + 1)
        if rivals < 2 and scores.get(n, 0) > 0:
            rivals += 1
        if name in _FINITE or (name[0] in "c-" and words[n].endswith("ed")):
            verb = fresh = 1
        if name in _STOPS:
            earlier, boundary, fresh = boundary, name, 0
            opening = opening or name
        if run and name not in _NOMINAL and name[0] not in "c-":
            run = False
    return found


_FINITE = frozenset("is was are were has have had will would can could should may might do does did must".split())
_NOMINAL = frozenset(("X", "XX", "the", "of", "a", "an", "'s", "for", "and", ".", "her", "his", "their", "our", "its"))


def _ahead(passage: Passage, order: range, scores: dict[int, int]) -> list[tuple[str, str]]:
    """For each token the next likely cue further out in its sentence: how far it is, and what parts them."""
    found: list[tuple[str, str]] = []
    rival: int | None = None
    gap = ""
    for n in reversed(order):
        if rival is not None and passage.sentences[n] != passage.sentences[rival]:
            rival, gap = None, ""
        found.append((bucket(abs(rival - n)), gap) if rival is not None else ("", ""))
        if scores.get(n, 0) > 0:
            rival, gap = n, ""
        elif passage.classes[n] in _STOPS:
            gap = passage.classes[n]
    found.reverse()
    return found
