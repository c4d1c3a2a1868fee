"""Where a sentence was changed, with the kept words around it: the parts that are laid out in other words together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.changes.statements.edited import EditedSentence, EditedWord, Replacement
from revtrack.changes.statements.pairing import CELLS, UnitPairing
from revtrack.model.named_tuple import NamedTuple


class Window(NamedTuple):
    """Two parts of a sentence that lie between the same kept words."""

    old: range
    new: range

    def sides(self, sentence: EditedSentence) -> Iterator[tuple[Sequence[EditedWord], range, frozenset[int]]]:
        """Each row with its part and the kept words in it."""
        yield sentence.old, self.old, frozenset(i for i in self.old if i not in sentence.changed.old)
        yield sentence.new, self.new, frozenset(j for j in self.new if j not in sentence.changed.new)

    def keeps(self, sentence: EditedSentence, pairing: UnitPairing) -> bool:
        """Whether a pairing loses no kept word on one side alone."""
        lost_old = [sentence.old[i].key for i in pairing.old if i not in sentence.changed.old]
        lost_new = [sentence.new[j].key for j in pairing.new if j not in sentence.changed.new]
        return sorted(lost_old) == sorted(lost_new)


def windows(sentence: EditedSentence, reach: int) -> Iterator[Window]:
    """The changed stretches with so many kept words around them, those that touch as one if it is short enough."""
    open_one: Window | None = None
    for stretch in sentence.stretches:
        wide = _widened(sentence, stretch, reach)
        if open_one and wide.old.start <= open_one.old.stop and wide.new.start <= open_one.new.stop:
            both = Window(range(open_one.old.start, wide.old.stop), range(open_one.new.start, wide.new.stop))
            if len(both.old) * len(both.new) <= CELLS:
                open_one = both
                continue
            wide = Window(range(open_one.old.stop, wide.old.stop), range(open_one.new.stop, wide.new.stop))
        if open_one:
            yield open_one
        open_one = wide
    if open_one:
        yield open_one


def _widened(sentence: EditedSentence, stretch: Replacement, reach: int) -> Window:
    """A stretch with the kept words right before and behind it, as far as they go on."""
    before = behind = 0
    changed = sentence.changed
    old, new = stretch
    while before < reach and min(old.start, new.start) > before:
        if old.start - before - 1 in changed.old or new.start - before - 1 in changed.new:
            break
        before += 1
    while behind < reach and old.stop + behind < len(sentence.old) and new.stop + behind < len(sentence.new):
        if old.stop + behind in changed.old or new.stop + behind in changed.new:
            break
        behind += 1
    return Window(range(old.start - before, old.stop + behind), range(new.start - before, new.stop + behind))
