"""Figures of an article: order, spans, what stands in dates, and what holds for any text at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import revtrack
from revtrack.model import Date, Figure

WORDS = """
one two three twelve twenty hundred thousand million half a an the third of percent per cent point five zero first dozen
$ £ € - – / . , : ( ) ' " % 1 12 2016 10,000 3.5 4m 2bn 5ft 21st C$ ½ 1/2 minus twice between to in and or at least
about more than people day week year old May Monday points pounds No. Article no aged not for every
"""
NEWS_LIKE = st.lists(st.sampled_from([*WORDS.split(), " ", " ", " ", "\n", "\n\n"])).map("".join)
SPACED = st.lists(st.sampled_from(WORDS.split())).map(" ".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing is counted here.",
        "On Oct. 31, 2024, at 6 p.m., for three years.",
        "In the 1970s and every Tuesday.",
    ],
)
def test_numbers_of_dates_are_no_figures(text: str) -> None:
    assert not [claim for claim in revtrack.extract(text).claims if isinstance(claim, Figure)]


def test_days_joined_to_a_date_are_no_figures() -> None:
    """The fair is on two days, whatever the date's own span."""
    claims = revtrack.extract("The fair is held on July 18-21 in Lund.").claims
    assert not [claim for claim in claims if isinstance(claim, Figure)]


def test_figures_stand_in_text_order_with_ids() -> None:
    claims = revtrack.extract("Of 40 people, 12 left.\n\nFive stayed.").claims
    assert [(claim.id, claim.text, claim.sentence) for claim in claims if isinstance(claim, Figure)] == [
        ("f1", "40", 0),
        ("f2", "12", 0),
        ("f3", "Five", 1),
    ]


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "bound"),
    [
        ("12 people", 12, 12, 12, "exact"),
        ("about 12 people", 12, 12, 12, "about"),
        ("at least 12 people", 12, 12, None, "at_least"),
        ("up to 12 people", 12, None, 12, "at_most"),
        ("more than 12 people", 12, 12, None, "more_than"),
        ("under 12 people", 12, None, 12, "less_than"),
        ("10 to 12 people", None, 10, 12, "range"),
        ("They won 34-27", None, None, None, "exact"),
    ],
)
def test_a_bound_leaves_one_end_open(
    text: str, value: int | None, low: int | None, high: int | None, bound: str
) -> None:
    figure = next(claim for claim in revtrack.extract(text).claims if isinstance(claim, Figure))
    assert (figure.value, figure.low, figure.high, figure.bound) == (value, low, high, bound)


@pytest.mark.parametrize(
    "texts",
    [
        ("10,000 people", "10 000 people", "ten thousand people", "10k people"),
        ("$3m", "$3 million", "three million dollars", "3 million U.S. dollars", "US$3,000,000"),
        ("10%", "10 percent", "ten per cent", "10 pct"),
        ("5.5 metres", "5½ meters", "five and a half metres", "5.5m tall"),
        ("a 10-fold rise", "a tenfold rise"),
        ("a third of it", "one-third of it", "1/3 of it"),
    ],
)
def test_the_same_figure_in_other_forms_is_the_same(texts: tuple[str, ...]) -> None:
    """A restyled figure must not look like a change."""
    readings = set()
    for text in texts:
        figure = next(claim for claim in revtrack.extract(text).claims if isinstance(claim, Figure))
        assert figure.value is not None
        readings.add((figure.value.normalize(), figure.unit, figure.noun, figure.bound))
    assert len(readings) == 1


@given(st.one_of(NEWS_LIKE, SPACED, ANY_TEXT))
def test_any_text_is_read(text: str) -> None:
    """No text raises; every figure is where it says, ends in its block, and overlaps no date and no other figure."""
    claims = revtrack.extract(text).claims
    end = 0
    for claim in claims:
        if isinstance(claim, Figure | Date):
            assert claim.text == text[claim.start : claim.end] != ""
    for figure in (claim for claim in claims if isinstance(claim, Figure)):
        assert end <= figure.start < figure.end
        end = figure.end
        assert not [date for date in claims if isinstance(date, Date) and date.span.overlaps(figure.span)]


@given(st.integers(1, 999_999), st.sampled_from(["people", "percent", "kg", "votes", "Swiss francs"]))
def test_a_plain_count_is_always_found(value: int, counted: str) -> None:
    claims = revtrack.extract(f"They saw {value:,} {counted} there.").claims
    assert [claim.value for claim in claims if isinstance(claim, Figure)] == [Decimal(value)]


def test_a_range_behind_a_date_stays_a_range() -> None:
    claims = revtrack.extract("In May they lost 12-15 boats.").claims
    assert [claim.text for claim in claims if isinstance(claim, Figure)] == ["12-15"]
