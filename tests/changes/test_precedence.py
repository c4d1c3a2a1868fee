"""What one kind of change reports, another does not repeat; each row of the table, and that their order is nothing."""

from __future__ import annotations

import pytest

from revtrack.changes import precedence
from revtrack.model import Change
from tests.changes.newsroom import compared, told

CASES = [
    ("a new source has a new name", '"We will stay," said Ida Lind.', '"We will stay," said Olaf Berg.'),
    ("a hedge became a source", "The ferry sank on Monday, reportedly.", "The ferry sank on Monday, police said."),
    ("a denial is a negation", "The mayor paid the harbour board.", "The mayor denied paying the harbour board."),
]


@pytest.mark.parametrize(("old", "new"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_one_change_is_of_one_kind(old: str, new: str) -> None:
    assert len(compared(old, new)) == 1


def test_a_new_speaker_is_not_reported_as_a_name_too() -> None:
    old = '"We will stay," said Ida Lind.'
    assert told(old, old.replace("Ida Lind", "Olaf Berg")) == [("attribution/source", "high")]


def test_the_order_of_rows_and_changes_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row is judged against all that was found."""
    seen: list[list[Change]] = []
    keep = precedence.without_repeated

    def noted(changes: list[Change]) -> list[Change]:
        seen.append(changes)
        return keep(changes)

    monkeypatch.setattr(precedence, "without_repeated", noted)
    old, new = (" ".join(case[side] for case in CASES) for side in (1, 2))
    compared(old, new)
    expected = keep(seen[0])
    monkeypatch.setattr(precedence, "TABLE", precedence.TABLE[::-1])
    assert keep(seen[0][::-1]) == expected[::-1]
    assert len(expected) < len(seen[0])
