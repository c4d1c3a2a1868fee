"""What a figure counts."""

import pytest

from revtrack.claims.figures.counted_noun import is_plural
from tests.claims.reading import figures, only

NOTHING_COUNTED = [
    "12 were killed",
    "She has 12, he said.",
    "She has 12. Sanders left.",
    "the fifth floor",
    "they won 34-27 goals aside",
    "$5 million in bonds",
    "35 percent voted",
    "She is 41",
    "12 of them",
]

COUNTED = [
    ("12 people", "people"),
    ("10,000 North Korean soldiers were sent", "soldiers"),
    ("12 U.S. troops", "troops"),
    ("170 researchers compiling lists", "researchers"),
    ("two staff members left", "members"),
    ("216 paid staffers", "staffers"),
    ("12 injured people", "people"),
    ("four sailors dead", "sailors"),
    ("three dead", "dead"),
    ("12-odd people", "people"),
    ("a 50-state poll", "state"),
    ("one soldier was killed", "soldier"),
    ("one woman adopted as a child was killed", "woman"),
    ("four early nominating states", "states"),
    ("7 percent of the vote", "vote"),
    ("7 percent of likely Democratic voters", "voters"),
    ("two-thirds of the managers", "managers"),
    ("a third of the electorate remains undecided", "electorate"),
    ("40 percent of that money arrived late", "money"),
    ("40 percent of the Student Affairs Council budget", "budget"),
    ("12 sports fans", "fans"),
    ("five Sanders supporters", "supporters"),
    ("three adults smokes", "adults"),
    ("half a billion people", "people"),
    ("six in 10 voters", "voters"),
    ("20 schoolchildren", "schoolchildren"),
    ("one person dead", "person"),
    ("14 of its staff", "staff"),
    ("Soldiers: 10,000", "Soldiers"),
    ("The number of injured people climbed to about 340", "people"),
    ("The death toll rose to 21", "toll"),
]


@pytest.mark.parametrize("text", NOTHING_COUNTED)
def test_no_noun_is_made_up(text: str) -> None:
    assert only(text).noun is None


@pytest.mark.parametrize(("text", "noun"), COUNTED)
def test_the_noun_is_the_head_of_its_phrase(text: str, noun: str) -> None:
    assert figures(text)[-1].noun == noun


def test_a_count_within_a_count_has_its_noun() -> None:
    """Both numbers of "24 of 31 passes" count passes."""
    assert [one.noun for one in figures("He completed 24 of 31 passes.")] == ["passes", "passes"]


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("soldiers", True),
        ("people", True),
        ("aircraft", True),
        ("bus", False),
        ("analysis", False),
        ("campus", False),
        ("gas", False),
        ("boss", False),
        ("series", False),
        ("dog", False),
        ("was", False),
    ],
)
def test_plurals_are_told_by_their_form(word: str, plural: bool) -> None:
    assert is_plural(word) is plural
