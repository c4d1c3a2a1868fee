"""The changes as cards: one for each change, or one for several that share an added or removed sentence.

A sentence added whole often brings a source, a quotation and two figures at once. It is shown once, beside all of
them, if they are consecutive in the list; the order, most serious first, is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from revtrack.model import Severity
from revtrack.report.change_rows import ChangeRow, Excerpt
from revtrack.report.marked_text import State


@dataclass(frozen=True, slots=True)
class Card:
    """Changes shown together; `whole` says whether their one sentence was added or removed whole."""

    rows: tuple[ChangeRow, ...]
    whole: State

    @property
    def excerpt(self) -> Excerpt | None:
        """The sentence of a card whose changes have only one side."""
        first = self.rows[0]
        return None if first.old and first.new else first.new or first.old

    @property
    def side(self) -> State:
        """The text that the sentence is in: "added" for the new one, "removed" for the old, "kept" for both."""
        first = self.rows[0]
        return "kept" if first.old and first.new else "added" if first.new else "removed"


def of(rows: Iterable[ChangeRow]) -> Iterator[Card]:
    """The cards for a list of changes, in order."""
    for (_, whole, _, number), group in groupby(rows, key=_together):
        own = tuple(group)
        yield Card(own, whole if not number else _whole(own[0]))


def silent(rows: Iterable[ChangeRow]) -> list[ChangeRow]:
    """The changes of high or medium severity that no notice mentions."""
    return [row for row in rows if row.severity != "low" and not row.acknowledged]


def _together(row: ChangeRow) -> tuple[Severity, State, str, int]:
    """What changes must have in common to share a card; the number keeps the others apart."""
    whole = _whole(row)
    excerpt = row.new or row.old
    if whole == "kept" or excerpt is None:
        return row.severity, "kept", "", row.number
    return row.severity, whole, "".join(run.text for run in excerpt.runs), 0


def _whole(row: ChangeRow) -> State:
    excerpt = row.new if row.old is None else row.old if row.new is None else None
    states = {run.state for run in excerpt.runs if run.text.strip()} if excerpt else set()
    return states.pop() if len(states) == 1 else "kept"
