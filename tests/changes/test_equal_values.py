"""Equal amounts and dates in another form are no change of a figure or a date; near ones are."""

import pytest

import revtrack

SAME = [
    ("It sold 75% of its stock.", "It sold three-quarters of its stock."),
    ("One in ten left.", "10% left."),
    ("He was jailed for 18 months.", "He was jailed for a year and a half."),
    ("It lasted one week.", "It lasted seven days."),
    ("It is 1.5 km away.", "It is 1,500 metres away."),
    ("It covers 5 sq. miles.", "It covers 5 square miles."),
    ("The rate rose 25 basis points.", "The rate rose 0.25 percentage point."),
    ("The shop is open from Monday to Friday.", "The shop is open Monday-Friday."),
    ("She worked there from 1999 to 2004.", "She worked there 1999\u20132004."),
    ("It takes 1-3 years to build.", "It takes one to three years to build."),
    ("Rovers won 34-27.", "Rovers won 34\u201327."),
    ("Rovers won 34-27.", "Rovers won 34 to 27."),
    ("The council voted 9 votes to 3 for it.", "The council voted 9-3 for it."),
    ("The paper appears daily.", "The paper appears every day."),
    ("Profit fell in FY24.", "Profit fell in fiscal 2024."),
    ("She was born in nineteen ninety-six.", "She was born in 1996."),
    ("A 3-in pipe burst.", "A 3-inch pipe burst."),
    ("12 labor groups met.", "12 labour groups met."),
    ("5 U.N. staff left.", "5 UN staff left."),
]

OTHER = [
    ("It sold 75% of its stock.", "It sold two-thirds of its stock.", "value"),
    ("He was jailed for 18 months.", "He was jailed for two years and a half.", "value"),
    ("It lasted one week.", "It lasted eight days.", "value"),
    ("The shop is open from Monday to Friday.", "The shop is open Monday-Thursday.", "value"),
    ("Rovers won 34-27.", "Rovers won 34-28.", "value"),
    ("The council voted 9 votes to 3 for it.", "The council voted 9-4 for it.", "value"),
    ("The paper appears daily.", "The paper appears weekly.", "value"),
    ("Profit fell in FY24.", "Profit fell in fiscal 2025.", "value"),
    ("Orders fell in the latest quarter.", "Orders fell in the latest year.", "value"),
    ("The plant closes at the end of May.", "The plant closes in the middle of May.", "value"),
    ("The odds are 5/1.", "The odds are 7/1.", "value"),
    ("She ran it in 2:03.45.", "She ran it in 2:04.45.", "value"),
    ("A third of voters stayed.", "33% of voters stayed.", "bound"),
    ("12 labor groups met.", "12 trade groups met.", "noun"),
]


def labels(old: str, new: str) -> list[str]:
    changes = revtrack.compare(old, new).changes
    return [label for change in changes if change.kind in ("figure", "date") for label in change.labels]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_equal_values_do_not_change(old: str, new: str) -> None:
    assert labels(old, new) == []
    assert labels(new, old) == []


@pytest.mark.parametrize(("old", "new", "label"), OTHER)
def test_other_values_change(old: str, new: str, label: str) -> None:
    assert label in labels(old, new)
    assert label in labels(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The boy, 12, left.", "The 12-year-old boy left."),
        ("A man aged 41 left.", "A 41-year-old man left."),
        ("The council voted 9 votes to 3 for it.", "The council voted 9-3 for it."),
    ],
)
def test_nothing_else_is_told_of_them(old: str, new: str) -> None:
    assert revtrack.compare(old, new).changes == ()
    assert revtrack.compare(new, old).changes == ()
