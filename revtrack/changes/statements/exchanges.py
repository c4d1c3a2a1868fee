"""Two stretches of a sentence that changed places around words that stayed: "A struck B" -> "B struck A".

A window is a run of changed stretches, with what was kept between them, in which nothing came in and nothing went.
Its words are cut into what moved to the end, what stayed, and what moved to the front. With nothing between them, one
has only moved past the other ("On Monday he said" -> "He said on Monday").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from revtrack.changes.statements import closed_classes
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Replacement
from revtrack.changes.statements.function_words import OBJECT_FORMS
from revtrack.model.named_tuple import NamedTuple

# The most stretches of a window, the most words on either side of it, and the most words that changed their place.
MOST_STRETCHES, MOST_WORDS, LONGEST_ITEM = 12, 60, 6
_PLURAL = 3  # an s at the end of a longer word is taken for an ending

_SAME = {
    **dict.fromkeys(("am", "is", "are", "was", "were"), "be"),
    **dict.fromkeys(("has", "have", "had"), "have"),
    **dict.fromkeys(("do", "does", "did"), "do"),
    **OBJECT_FORMS,
    "her": "she",
    "whom": "who",
}


class Unit(NamedTuple):
    """A word as it is compared here, and its place in the row: no articles, the genitive apart, verbs that agree."""

    key: str
    place: int


class Item(NamedTuple):
    """What changed its place: its words in both rows."""

    old: range
    new: range


class Exchange(NamedTuple):
    """Two items that changed places, in the order of the old sentence, and the words between them in both rows.

    They are `parallel` if each is of several parts that moved together, with the same words between the parts.
    """

    first: Item
    second: Item
    old_between: range
    new_between: range
    parallel: bool = False


def found(sentence: EditedSentence) -> Iterator[Exchange]:
    """What changed places in a sentence."""
    start = 0
    stretches = sentence.stretches if _has_moved(sentence) else ()
    while start < len(stretches):
        count = _balanced(sentence, stretches, start)
        if count:
            yield from _exchanges(sentence, stretches[start : start + count])
        start += count or 1


def _has_moved(sentence: EditedSentence) -> bool:
    """Whether any word that went is among those that came."""
    old, new = sentence.changed
    gone = {_plain(sentence.old[index].key.removesuffix("'s")) for index in old}
    return any(_plain(sentence.new[index].key.removesuffix("'s")) in gone for index in new)


def units(row: Sequence[EditedWord], span: range) -> list[Unit]:
    """The words of a stretch as they are compared."""
    found = []
    for index in span:
        key = row[index].key
        if closed_classes.word_class(key) == "article":
            continue
        bare = key.removesuffix("'s")
        found.append(Unit(_plain(bare), index))
        if bare != key:
            found.append(Unit("'s", index))
    return found


def _plain(key: str) -> str:
    if key in _SAME:
        return _SAME[key]
    return key[:-1] if len(key) > _PLURAL and key.endswith("s") and not key.endswith("ss") else key


def _balanced(sentence: EditedSentence, stretches: Sequence[Replacement], start: int) -> int:
    """How many stretches from one on lose as a whole what they gain, or none."""
    balance: Counter[str] = Counter()
    first = stretches[start]
    for count, stretch in enumerate(islice(stretches, start, start + MOST_STRETCHES), start=1):
        if max(stretch.old.stop - first.old.start, stretch.new.stop - first.new.start) > MOST_WORDS:
            return 0
        balance.update(unit.key for unit in units(sentence.old, stretch.old))
        balance.subtract(unit.key for unit in units(sentence.new, stretch.new))
        if not any(balance.values()):
            return count
    return 0


def _exchanges(sentence: EditedSentence, stretches: Sequence[Replacement]) -> Iterator[Exchange]:
    first, last = stretches[0], stretches[-1]
    old = units(sentence.old, range(first.old.start, last.old.stop))
    new = units(sentence.new, range(first.new.start, last.new.stop))
    a, b = [unit.key for unit in old], [unit.key for unit in new]
    if Counter(a) != Counter(b):
        return
    if _is_rotated(a, b):
        same = _same_end(a, b)
        old, new = old[: len(old) - same], new[: len(new) - same]
        if not same or not _are_numbers(old, new):
            return
        a, b = a[: len(a) - same], b[: len(b) - same]
    cut = _cut(a, b)
    if cut:
        yield _exchange(old, new, *cut)
    else:
        yield from _halves(sentence, stretches)


def _is_rotated(old: list[str], new: list[str]) -> bool:
    """Whether the rows differ by one stretch that moved past another, if at all."""
    return any(old[at:] + old[:at] == new for at in range(max(1, len(old))))


def _same_end(old: list[str], new: list[str]) -> int:
    """How many words at the end are the same."""
    return next((at for at, (a, b) in enumerate(zip(reversed(old), reversed(new), strict=True)) if a != b), 0)


def _are_numbers(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether two rows begin and end with numbers: "52 to 48" has not moved "52 to" past "48 to"."""
    return len(old) > 2 and all(closed_classes.is_number(row[at].key) for row in (old, new) for at in (0, -1))


def _cut(old: list[str], new: list[str]) -> tuple[int, int] | None:
    """How many words at the start of the old row are at the end of the new one, and the other way round."""
    size = len(old)
    for first in range(1, min(LONGEST_ITEM, size - 2) + 1):
        if old[:first] != new[size - first :]:
            continue
        for second in range(1, min(LONGEST_ITEM, size - first - 1) + 1):
            if old[size - second :] == new[:second] and old[first : size - second] == new[second : size - first]:
                return first, second
    return None


def _exchange(old: Sequence[Unit], new: Sequence[Unit], first: int, second: int) -> Exchange:
    size = len(old)
    return Exchange(
        Item(_span(old[:first]), _span(new[size - first :])),
        Item(_span(old[size - second :]), _span(new[:second])),
        _span(old[first : size - second]),
        _span(new[second : size - first]),
    )


def _span(units: Sequence[Unit]) -> range:
    return range(units[0].place, units[-1].place + 1)


def _halves(sentence: EditedSentence, stretches: Sequence[Replacement]) -> Iterator[Exchange]:
    """Phrases of several words that changed places but for what both have: "the driver of the van", "of the bike"."""
    half, odd = divmod(len(stretches), 2)
    contents = [_contents(sentence, stretch) for stretch in stretches]
    before, after = [old for old, _ in contents], [new for _, new in contents]
    if half == 0 or odd or not all(before) or before[:half] != after[half:] or before[half:] != after[:half]:
        return
    (_, a, b, _), (first, last) = (stretches[at] for at in (0, half - 1, half, -1)), (stretches[0], stretches[-1])
    yield Exchange(
        Item(range(first.old.start, a.old.stop), range(b.new.start, last.new.stop)),
        Item(range(b.old.start, last.old.stop), range(first.new.start, a.new.stop)),
        range(a.old.stop, b.old.start),
        range(a.new.stop, b.new.start),
        parallel=True,
    )


def _contents(sentence: EditedSentence, stretch: Replacement) -> tuple[list[str], list[str]]:
    rows = units(sentence.old, stretch.old), units(sentence.new, stretch.new)
    return [unit.key for unit in rows[0]], [unit.key for unit in rows[1]]
