"""Which day a date means once the time of publication is known, and which dates cannot be."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack import claims
from revtrack.claims.dates import impossible, tense
from revtrack.model import Claims, Date, Span

PUBLISHED = "2024-10-31T20:08:00Z"  # a Thursday

OPEN = [
    "The fair on Thursday is free.",  # nothing tells whether it was or will be
    "Last Tuesday the council met.",  # two days ago, or nine
    "Next Friday the council will meet.",
    "The council met last May.",
    "It began two days later.",
    "It fell a few weeks ago.",
    "It took two days.",
    "It is open every Tuesday.",
    "It began at 3 p.m.",
    "It fell in the '80s.",
    "The council said it would meet on Friday.",
    "The vote on March 3 is free.",  # which year's, at eight months' distance
    "He came on February 30.",
]

MEANT = [
    ("Police said so on Thursday.", "Thursday", "2024-10-31"),
    ("Police said so on Friday.", "Friday", "2024-10-25"),
    ("The council will meet on Friday.", "Friday", "2024-11-01"),
    ("The council will meet on Thursday.", "Thursday", "2024-10-31"),
    ("Results will be released on Friday.", "Friday", "2024-11-01"),
    ("The council is expected to meet on Friday.", "Friday", "2024-11-01"),
    ("On Friday, the council will meet.", "Friday", "2024-11-01"),
    ("The council will meet, police said on Wednesday.", "Wednesday", "2024-10-30"),
    ("Police said on Wednesday that the council will meet.", "Wednesday", "2024-10-30"),
    ("The council meets this Friday.", "this Friday", "2024-11-01"),
    ("The ship sank on Tuesday night.", "Tuesday night", "2024-10-29"),
    ("The ship sank yesterday.", "yesterday", "2024-10-30"),
    ("The ship sank last night.", "last night", "2024-10-30"),
    ("The ship sails tomorrow.", "tomorrow", "2024-11-01"),
    ("The ship sails tonight.", "tonight", "2024-10-31"),
    ("The ship sank last week.", "last week", "2024-W43"),
    ("The ship sank last month.", "last month", "2024-09"),
    ("The ship sails next year.", "next year", "2025"),
    ("The ship sank two days ago.", "two days ago", "2024-10-29"),
    ("The ship sank three weeks ago.", "three weeks ago", "2024-W41"),
    ("The ship sank a year ago.", "a year ago", "2023"),
    ("The ship sank on Oct. 30.", "Oct. 30", "2024-10-30"),
    ("The ship sank on Dec. 30.", "Dec. 30", "2024-12-30"),
    ("The ship will sail on Jan. 5.", "Jan. 5", "2025-01-05"),
    ("The ship sank in August.", "August", "2024-08"),
    ("The ship sank on the 28th.", "the 28th", "2024-10-28"),
    ("The ship will sail on the 3rd.", "the 3rd", "2024-11-03"),
    ("The fair ran Oct. 3-5.", "Oct. 3-5", "2024-10-03/2024-10-05"),
    ("The fair runs Dec. 30-Jan. 2 and will close.", "Dec. 30-Jan. 2", "2024-12-30/2025-01-02"),
    ("The ship sank on 14 May 2019.", "14 May 2019", "2019-05-14"),
    ("The ship sank in 1998.", "1998", "1998"),
]


def dates(text: str, published: str = PUBLISHED) -> list[Date]:
    found = claims.dated(claims.of(text), published)
    return [claim for claim in found.claims if isinstance(claim, Date)]


def told(found: Claims) -> list[tuple[str, str]]:
    return [(one.text, one.message) for one in found.warnings]


@pytest.mark.parametrize("text", OPEN)
def test_what_readers_can_read_in_two_ways_stays_open(text: str) -> None:
    assert [date.resolved for date in dates(text)] == [None]


@pytest.mark.parametrize(("text", "words", "day"), MEANT)
def test_the_time_of_publication_decides(text: str, words: str, day: str) -> None:
    assert [(date.text, date.resolved) for date in dates(text)] == [(words, day)]


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        ("2024-01-05T09:00:00Z", "The ship sank on Dec. 30.", "2023-12-30"),
        ("2024-12-20T09:00:00Z", "The ship will sail on Jan. 5.", "2025-01-05"),
        ("2024-12-20T09:00:00Z", "The ship sails on Friday, Jan. 3.", "2025-01-03"),
        ("2024-01-05T09:00:00Z", "The vote will be held on Nov. 5.", "2024-11-05"),
        ("2024-03-01T00:00:00Z", "The ship sank yesterday.", "2024-02-29"),
        ("2024-01-31T00:00:00Z", "The ship sank last month.", "2023-12"),
        ("2025-01-01T00:00:00Z", "The ship sank this week.", "2025-W01"),
    ],
)
def test_years_and_months_turn(published: str, text: str, day: str) -> None:
    assert [date.resolved for date in dates(text, published)] == [day]


def test_a_value_stays_what_the_text_says() -> None:
    text = "Police said so on Thursday, Oct. 31."
    before = [date for date in claims.of(text).claims if isinstance(date, Date)]
    assert [date.value for date in dates(text)] == [date.value for date in before]
    assert [date.resolved for date in before] == [None]


@pytest.mark.parametrize(
    ("text", "word", "looks"),
    [
        ("Police said on X that it will rain", "X", "past"),
        ("It will be held on X, police said", "X", "ahead"),
        ("It would be held on X", "X", None),
        ("It may close on X", "X", None),
        ("The fair on X is free", "X", None),
        ("We’ll meet on X", "X", "ahead"),
    ],
)
def test_the_nearest_verb_tells_where_a_clause_looks(text: str, word: str, looks: str | None) -> None:
    at = text.index(word)
    assert tense.around(text, Span(0, len(text)), Span(at, at + 1)) == looks


POSSIBLE = [
    "He came on Monday, March 21, 2016.",
    "He came on February 29.",
    "He came on Sunday, March 21.",  # of some year
    "He came on 29 February 2016.",
    "He came in May 2016, on a Sunday.",
]

IMPOSSIBLE = [
    ("He came on Sunday, March 21, 2016.", "Sunday, March 21, 2016", "21 March 2016 is a Monday"),
    ("He came on Sun 21 March 2016.", "Sun 21 March 2016", "21 March 2016 is a Monday"),
    ("He came on February 30.", "February 30", "February has 29 days"),
    ("He came on 29 February 2015.", "29 February 2015", "February 2015 has 28 days"),
    ("He came on 31 April.", "31 April", "April has 30 days"),
    ("He came on 2015-13-01.", "2015-13-01", "a year has 12 months"),
    ("It ran June 25-31.", "June 25-31", "June has 30 days"),
]


@pytest.mark.parametrize("text", POSSIBLE)
def test_dates_that_can_be_raise_no_doubt(text: str) -> None:
    assert told(claims.of(text)) == []


@pytest.mark.parametrize(("text", "words", "message"), IMPOSSIBLE)
def test_dates_that_cannot_be_are_told(text: str, words: str, message: str) -> None:
    assert told(claims.of(text)) == [(words, message)]


def test_a_day_of_the_week_is_held_against_the_year_of_publication() -> None:
    found = claims.of("He came on Sunday, March 21. He left on Tuesday, March 22.")
    dated = claims.dated(found, "2016-03-23T08:00:00Z")
    assert told(dated) == [("Sunday, March 21", "21 March 2016 is a Monday")]
    assert [date.resolved for date in dated.claims if isinstance(date, Date)] == [None, "2016-03-22"]


TEXTS = [text for text, *_ in MEANT] + OPEN
DAYS = st.one_of(st.dates(), st.sampled_from([datetime.date.min, datetime.date.max]))


@given(st.sampled_from(TEXTS), DAYS)
def test_no_day_of_publication_breaks_it(text: str, day: datetime.date) -> None:
    published = f"{day.isoformat()}T00:00:00Z"
    found = claims.dated(claims.of(text), published)
    assert impossible.among([claim for claim in found.claims if isinstance(claim, Date)], published) == found.warnings
