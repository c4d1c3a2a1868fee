"""One real change is reported once, wherever it was made."""

from __future__ import annotations

from revtrack.changes import repeats
from revtrack.model.record import replace
from tests.changes.newsroom import compared, messages


def test_different_changes_stay_apart() -> None:
    old = "12 people died in Orrin. 12 boats sank off Arvo."
    assert len(compared(old, "21 people died in Orrin. 13 boats sank off Arvo.")) == 2


def test_a_name_corrected_in_several_places_is_one_change() -> None:
    old = "Ida Lnid chairs the board.\n\nThe board met Ida Lnid in Orrin.\n\nIda Lnid left Orrin at noon."
    (change,) = compared(old, old.replace("Lnid", "Lind"))
    assert [place.old and place.old.start for place in change.also] == [old.rindex("Ida", 0, 60), old.rindex("Ida")]


def test_a_figure_in_headline_and_body_is_one_change_whatever_its_bound() -> None:
    old = "12 dead in Orrin\n\nAt least 12 people died in Orrin on Monday."
    (change,) = compared(old, old.replace("12", "21"))
    assert change.labels == ("value",)
    assert len(change.also) == 1


def test_the_gravest_of_several_places_counts() -> None:
    old = '12 boats sank off Arvo.\n\n"We lost 12 boats," said Ida Lind.'
    new = old.replace("12 boats", "about 12 boats")
    assert [change.severity for change in compared(old, new, "figure")] == ["high"]


def test_early_and_late_may_are_two_changes() -> None:
    old = "The quay opens in early May.\n\nThe pier closes in late May."
    assert len(compared(old, "The quay opens in June.\n\nThe pier closes in June.", "date")) == 2


def test_the_same_numbers_in_two_cells_of_a_table_are_two_changes() -> None:
    old = "Deaths by ward:\n\n| Ward | May | June |\n| --- | --- | --- |\n| North | 3 | 9 |\n| South | 5 | 3 |\n"
    new = old.replace("| 3 | 9 |", "| 4 | 9 |").replace("| 5 | 3 |", "| 5 | 4 |")
    assert messages(old, new) == [
        "North, May: 3 -> 4 (+33%)",
        "South, June: 3 -> 4 (+33%)",
    ]


def test_a_change_has_moved_only_if_it_moved_wherever_it_was_made() -> None:
    (change,) = compared("12 boats sank off Arvo.", "21 boats sank off Arvo.")
    places = [replace(change, moved=moved) for moved in (False, True)]
    assert [one.moved for one in repeats.as_one(("same", one) for one in places)] == [False]
    assert [one.moved for one in repeats.as_one(("same", one) for one in places[1:] * 2)] == [True]
