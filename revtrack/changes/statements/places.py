"""Where words of one row stand in the other: how many kept words part two of them, and in which stretch they are."""

from __future__ import annotations

from revtrack.changes.statements.edited import EditedSentence, Replacement
from revtrack.model import Side
from revtrack.model.record import Frozen, record


@record
class Places(Frozen):
    """Each word's place on a line that both rows share: kept words have odd numbers, those between them even ones."""

    old: list[int]
    new: list[int]
    stretches: dict[int, Replacement]

    @classmethod
    def of(cls, sentence: EditedSentence) -> Places:
        old, new = [0] * len(sentence.old), [0] * len(sentence.new)
        for number, (i, j) in enumerate(sentence.kept):
            old[i] = new[j] = 2 * number + 1
        for row, changed in ((old, sentence.changed.old), (new, sentence.changed.new)):
            for index in sorted(changed):
                before = row[index - 1] if index else 0
                row[index] = before + before % 2
        stretches = {}
        for stretch in sentence.stretches:
            place = old[stretch.old.start] if stretch.old else new[stretch.new.start]
            stretches[place] = stretch
        return cls(old, new, stretches)

    def apart(self, old: range, new: range) -> int:
        """How many kept words stand between old and new words; none if they meet."""
        gap = max(self.old[old.start] - self.new[new.stop - 1], self.new[new.start] - self.old[old.stop - 1])
        return max(0, gap) // 2

    def is_before(self, old: range, new: range) -> bool:
        """Whether old words end before new ones do."""
        return self.old[old.stop - 1] <= self.new[new.stop - 1]

    def around(self, side: Side, reach: int) -> list[range]:
        """The stretches of a row in which words changed, with some words on either side."""
        found: list[range] = []
        row = self.old if side == "old" else self.new
        for stretch in self.stretches.values():
            own = stretch.old if side == "old" else stretch.new
            start, stop = max(0, own.start - reach), min(len(row), own.stop + reach)
            if found and start <= found[-1].stop:
                found[-1] = range(found[-1].start, stop)
            else:
                found.append(range(start, stop))
        return found

    def stretch(self, side: Side, span: range) -> Replacement | None:
        """The first stretch with changed words of a span."""
        row = self.old if side == "old" else self.new
        return next((self.stretches[row[index]] for index in span if row[index] % 2 == 0), None)


def joined(one: range, other: range) -> range:
    """The words from the first to the last of two stretches of a row; an empty one adds nothing."""
    if not one or not other:
        return one or other
    return range(min(one.start, other.start), max(one.stop, other.stop))
