"""Changed figures: value, bound, unit, what is counted; what is only written in another way is none."""

from __future__ import annotations

import pytest

from tests.changes.newsroom import compared, messages, told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The polls give Orme a lead of more than ten points.", "The figures give Orme a start of over ten points."),
        ("10,000 people came to Orrin.", "10 000 people came to Orrin."),
        ("10,000 people came to Orrin.", "Ten thousand people came to Orrin."),
        ("The repair cost $3m.", "The repair cost $3 million."),
        ("Sales rose 10%.", "Sales rose 10 percent."),
        ("Sales rose 10 per cent.", "Sales rose 10 percent."),
        ("At least 12 people died in Orrin.", "In Orrin at least 12 people died."),
        ("He was the first to leave.", "He left."),
        ("12 boats sank. It rained.", "It rained. 12 boats sank."),
        ("Anna Bell chairs the board of 12 members.", "Anna Bell leads the board of 12 members."),
    ],
)
def test_a_figure_in_another_form_or_place_is_no_change(old: str, new: str) -> None:
    assert told(old, new, "figure") == []


@pytest.mark.parametrize(
    ("old", "new", "label", "severity"),
    [
        ("12 people died in Orrin.", "21 people died in Orrin.", "value", "high"),
        ("Sales rose 3.2 percent.", "Sales rose 32 percent.", "value", "high"),
        ("40 to 50 homes were lost.", "40 to 60 homes were lost.", "value", "high"),
        ("The Rovers won 3-1 in Orrin.", "The Rovers won 3-2 in Orrin.", "value", "high"),
        ("Profit fell from $5m to $3m.", "Profit fell from $5m to $2m.", "value", "high"),
        ("Around 9,000 people marched.", "The 9,000 people marched.", "bound", "medium"),
        ("At least 12 people died.", "At most 12 people died.", "bound", "medium"),
        ("The repair cost £3 million.", "The repair cost $3 million.", "unit", "high"),
        ("The clinic treats 100 people.", "The clinic treats 100 people a day.", "unit", "high"),
        ("12 soldiers were hurt.", "12 nurses were hurt.", "noun", "high"),
        ("More than 50 workers left.", "More than 50 contract workers left.", "noun", "high"),
        ("12 people were killed in Orrin.", "12 people were injured in Orrin.", "noun", "high"),
        ("It rained.", "It rained. 12 boats sank.", "added", "low"),
        ("It rained. 12 boats sank.", "It rained.", "removed", "high"),
    ],
)
def test_a_changed_figure_has_its_label(old: str, new: str, label: str, severity: str) -> None:
    assert told(old, new, "figure") == [(f"figure/{label}", severity)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The town counted 1.2 million voters.", "The town counted 1,234,567 voters."),
        ("Between 40 and 50 homes were lost.", "45 homes were lost."),
    ],
)
def test_a_figure_made_more_or_less_exact_has_another_bound_alone(old: str, new: str) -> None:
    assert told(old, new, "figure") == [("figure/bound", "medium")]
    assert told(new, old, "figure") == [("figure/bound", "medium")]


def test_a_figure_outside_what_the_rounded_one_covers_has_another_value() -> None:
    assert told("It counted 1.2 million voters.", "It counted 1,334,567 voters.") == [("figure/value", "high")]


def test_a_figure_in_another_unit_of_the_same_measure_is_restated() -> None:
    (change,) = compared("The bridge is 2 miles long.", "The bridge is 3.2 kilometres long.")
    assert change.labels == ("bound", "unit")


def test_another_amount_in_another_unit_is_another_value() -> None:
    (change,) = compared("The bridge is 2 miles long.", "The bridge is 2 kilometres long.")
    assert "unit" in change.labels


def test_a_figure_inside_quotation_marks_is_as_serious_as_a_quotation_and_told_once() -> None:
    old, new = '"We lost 12 boats," said Ida Lind.', '"We lost about 12 boats," said Ida Lind.'
    assert told(old, old.replace("12", "21")) == [("figure/value", "high")]
    assert ("figure/bound", "high") in told(old, new)


def test_the_same_figure_in_headline_and_body_is_one_change() -> None:
    old = "12 dead in Orrin\n\nAt least 12 people died in Orrin on Monday."
    (change,) = compared(old, old.replace("12", "21"))
    assert len(change.also) == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("12 people died.", "21 people died.", "people: 12 -> 21 (+75%)"),
        ("12 killed in Orrin.", "21 killed in Orrin.", "killed in Orrin: 12 -> 21 (+75%)"),
        ("Sales rose 3 percent.", "Sales rose 4 percent.", "Sales rose: 3 percent -> 4 percent (+1 point)"),
        ("The toll is 12.", "The toll is at least 12.", "The toll is: 12 -> at least 12"),
        ("Between 40 and 50 homes fell.", "45 homes fell.", "homes: 40 to 50 -> 45"),
        ("50 workers left.", "50 contract workers left.", "50 workers -> 50 contract workers"),
        ("12 soldiers were hurt.", "12 nurses were hurt.", "12 soldiers hurt -> 12 nurses hurt"),
        ("12 people were killed.", "12 people were injured.", "12 people killed -> 12 people injured"),
    ],
)
def test_the_message_stands_alone(old: str, new: str, message: str) -> None:
    assert messages(old, new, "figure") == [message]
