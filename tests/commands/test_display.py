"""Which changes a diff shows once it is filtered."""

from __future__ import annotations

import pytest

from revtrack.model import Change, Claims, Diff, Kind, Notice, Passage, Severity
from revtrack.shell.display import Display, narrowed

NOTHING = Claims("", "en", (), (), ())


def change(kind: Kind, severity: Severity, message: str) -> Change:
    return Change(kind, ("removed",), severity, Passage(0, 1, "x", 0), None, message)


DIFF = Diff(
    NOTHING,
    NOTHING,
    (),
    changes=(change("figure", "high", "a"), change("quote", "medium", "b"), change("date", "low", "c")),
    furniture=(change("date", "low", "time of update"),),
    notices=(
        Notice("new", 0, 1, "!", "correction", (0, 2)),
        Notice("new", 2, 3, "!", "update", (1,)),
    ),
)


def messages(diff: Diff) -> list[str]:
    return [one.message for one in diff.changes]


@pytest.mark.parametrize("display", [Display(), Display(least="low"), Display(kinds=("figure", "quote", "date"))])
def test_all_changes_stay_when_nothing_is_left_out(display: Display) -> None:
    """No filter, or one that everything passes, keeps every change and every index of a notice."""
    kept = narrowed(DIFF, display)
    assert (kept.changes, kept.notices) == (DIFF.changes, DIFF.notices)


@pytest.mark.parametrize(
    ("display", "shown"),
    [
        (Display(kinds=("quote",)), ["b"]),
        (Display(kinds=("quote", "date")), ["b", "c"]),
        (Display(least="medium"), ["a", "b"]),
        (Display(least="high"), ["a"]),
        (Display(kinds=("date",), least="high"), []),
    ],
)
def test_filters_keep_what_was_asked_for(display: Display, shown: list[str]) -> None:
    """A change has to pass both filters."""
    assert messages(narrowed(DIFF, display)) == shown


@pytest.mark.parametrize("display", [Display(kinds=("date",)), Display(kinds=("quote", "date")), Display(least="high")])
def test_notices_point_to_the_changes_that_are_left(display: Display) -> None:
    """An index of a notice names the same change before and after filtering, or is gone with it."""
    kept = narrowed(DIFF, display)
    for before, after in zip(DIFF.notices, kept.notices, strict=True):
        named = {DIFF.changes[index].message for index in before.changes}
        assert {kept.changes[index].message for index in after.changes} == named & set(messages(kept))
