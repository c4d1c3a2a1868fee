"""How the changes of an edit were acknowledged: by a notice, a mark, a trailer, or not at all."""

from __future__ import annotations

import pytest

import revtrack
from revtrack.finding import Settlement
from revtrack.gate import settlements

OLD = "Bus lane opens\n\nThe lane cost $3 million, mayor Ida Holt said.\n"
NEW = OLD.replace("$3", "$5")
MARK = "<!-- revtrack: accept F101 council sent the final bill -->\n"


def marked(text: str) -> str:
    return text.replace("The lane", f"{MARK}The lane")


@pytest.mark.parametrize(
    ("old", "new", "message", "settlement"),
    [
        (OLD, NEW, "", None),
        (OLD, NEW, "Accept the change: F101 of course", None),
        (OLD, NEW, "Accept-Change: D101 the day was wrong", None),
        (OLD, NEW, "Accept-Change: F101", None),  # no reason
        (marked(OLD), marked(NEW), "", None),  # a mark that accepted an older change
        (OLD, f"{NEW}\nCorrection: An earlier version said $3 million.\n", "", Settlement("notice")),
        (OLD, marked(NEW), "", Settlement("mark", "council sent the final bill")),
        (OLD, NEW, "Fix bill\n\nAccept-Change: F101 final bill", Settlement("trailer", "final bill")),
        (OLD, marked(NEW), "Accept-Change: F101 final bill", Settlement("mark", "council sent the final bill")),
    ],
)
def test_each_change_has_its_settlement(old: str, new: str, message: str, settlement: Settlement | None) -> None:
    diff = revtrack.compare(old, new)
    figures = [place for place, change in enumerate(diff.changes) if change.kind == "figure"]
    assert [settlements.of(diff, message)[place] for place in figures] == [settlement]


def test_there_is_one_for_each_change() -> None:
    diff = revtrack.compare(OLD, NEW.replace("mayor", "former mayor"))
    assert len(settlements.of(diff)) == len(settlements.of(diff, "Accept-Change: F101 bill")) == len(diff.changes) > 1
