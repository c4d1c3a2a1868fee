"""Parts of a date by the kinds of its words: its month, its day, and how they are written in a value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.dates.date_words import DateToken
from revtrack.text.expressions import expression

Value = str | None
Tokens = Sequence[DateToken]

# Words that make a value depend on when the text was written, or on what it said before.
POINTING = ("this", "last", "next", "past", "that", "following", "latest", "recent", "ago", "comparative")
# Of years in two digits those before this one are of the present century: '04, but '82.
OLDEST_SHORT_YEAR = 40
_NO_DIGIT = expression(r"\D")


def month_of(tokens: Tokens) -> str | None:
    name = text_of(tokens, "month", "may", "short_month")
    return lexicon.mapping("months")[name.capitalize()] if name else None


def text_of(tokens: Tokens, *kinds: str) -> str | None:
    return next((token.text for token in tokens if token.kind in kinds), None)


def lower(tokens: Tokens, *kinds: str) -> list[str]:
    return [token.text.lower() for token in tokens if token.kind in kinds]


def as_day(year: str | None, month: str | None, day: str | None) -> str:
    digits = _NO_DIGIT.sub("", day or "")
    return f"{year or 'XXXX'}-{month}" + (f"-{int(digits):02d}" if digits else "")


def day_of(tokens: Tokens) -> Value:
    """A month with its day, its year or both; a day of the week alone."""
    month, day, year = month_of(tokens), text_of(tokens, "small", "nth"), text_of(tokens, "year")
    if month is None:
        weekday = text_of(tokens, "weekday")
        return f"XXXX-WXX-{lexicon.mapping('weekdays')[weekday.capitalize()]}" if weekday else year
    return as_day(year, month, day)


def full_year(digits: str) -> str:
    """The year of two digits: one that is gone by or near."""
    return f"{19 if int(digits) >= OLDEST_SHORT_YEAR else 20}{digits}"


@cache
def table_values(kind: str) -> dict[str, str]:
    """The values of the words of a kind, for those that have one."""
    return {row[0]: row[2] for row in lexicon.table("date_words") if row[1] == kind and len(row) > 2}
