"""Bounds on either side of a figure, and what looks like one."""

import pytest

from revtrack.claims.figures import bounds
from tests.claims.reading import figures, only

EXACT = [
    "12 people",
    "the 12 people",
    "more than the 28 percent",
    "gone up to 12 percent",
    "shares rose up to 12 percent",
    "they asked about 12 things",
    "a fight over 12 seats",
    "a margin of 2 percent plus or minus",
    "the roundabout 12 people built",
    "some people saw 12 birds",
]

BOUNDED = [
    ("about 12 people", "about"),
    ("nearly $3 million", "about"),
    ("some 300 people", "about"),
    ("an estimated 12 people", "about"),
    ("roughly a dozen people", "about"),
    ("around a third of them", "about"),
    ("12 or so people", "about"),
    ("12-odd people", "about"),
    ("~12 people", "about"),
    ("at least 12 people", "at_least"),
    ("no fewer than 12 people", "at_least"),
    ("a minimum of 12 people", "at_least"),
    ("greater than or equal to 30", "at_least"),
    ("equal to or more than 30", "at_least"),
    ("larger than or equal to 30", "at_least"),
    (">= 30", "at_least"),
    ("45 or older", "at_least"),
    ("200 or greater", "at_least"),
    ("12 or more people", "at_least"),
    ("100-plus people", "at_least"),
    ("100+ people", "at_least"),
    ("100 and counting", "at_least"),
    ("up to 12 people", "at_most"),
    ("cut up to 700 jobs", "at_most"),
    ("as many as 12 people", "at_most"),
    ("no more than $3", "at_most"),
    ("less than or equal to 30", "at_most"),
    ("£16,000 or less", "at_most"),
    ("capped at 12 people", "at_most"),
    ("more than 12 people", "more_than"),
    ("well over 12 people", "more_than"),
    ("upwards of 12 people", "more_than"),
    ("a number exceeding 150", "more_than"),
    ("the total topped 12 percent", "more_than"),
    ("fewer than 12 people", "less_than"),
    ("just under 12 percent", "less_than"),
    ("not quite half of them", "less_than"),
]

STACKED = [
    ("at least about 12 people", "at_least"),
    ("more than about 12 people", "more_than"),
    ("up to about 12 people", "at_most"),
    ("about 40 or more", "at_least"),
    ("about 500 people", "about"),
]


@pytest.mark.parametrize("text", EXACT)
def test_no_bound_is_read_where_none_is_meant(text: str) -> None:
    assert only(text).bound == "exact"


@pytest.mark.parametrize(("text", "bound"), BOUNDED)
def test_a_bound_is_read_on_either_side(text: str, bound: str) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(("text", "bound"), STACKED)
def test_of_several_hedges_the_limit_counts(text: str, bound: str) -> None:
    assert only(text).bound == bound


def test_a_bound_belongs_to_the_figure_beside_it() -> None:
    assert [one.bound for one in figures("At least 12 people died and 40 were hurt.")] == ["at_least", "exact"]


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("prices range from", False),
        ("the number range is from", False),
        ("costing anywhere from", False),
        ("it rose from", True),
        ("support rose", True),
        ("for", False),
        ("", False),
    ],
)
def test_a_change_is_no_range(before: str, change: bool) -> None:
    """ "Rose from 5 to 7" names two figures, "ranges from 5 to 7" one."""
    assert bounds.is_change(before.split()) is change


def test_the_width_of_a_gap_does_not_matter() -> None:
    """Two spaces are one space."""
    assert only("It killed at least  80 people.").bound == "at_least"


def test_a_score_under_par_is_no_bound() -> None:
    """The hyphen of "a six-under 65" gives the word to the number before it."""
    assert [figure.bound for figure in figures("She shot a six-under 65.")] == ["exact", "exact"]
