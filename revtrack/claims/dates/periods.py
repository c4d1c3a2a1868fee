"""The value of a year, a part of one or a longer time: quarters, seasons, decades, eras, and what recurs.

"The third quarter" is XXXX-Q3, "the 1988 second quarter" 1988-Q2, "nineteen ninety-six" 1996, "44 BC" BC0044. What
depends on when the text was written ("this year's third quarter") or on the year of a company ("fiscal 2016") has none.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from revtrack import lexicon
from revtrack.claims.dates.date_parts import (
    POINTING,
    Tokens,
    Value,
    day_of,
    full_year,
    lower,
    table_values,
    text_of,
)
from revtrack.claims.dates.date_words import DateToken
from revtrack.claims.dates.lengths import numbers

_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_FISCAL = ("fiscal", "financial", "tax")


def quarter(tokens: Tokens) -> Value:
    """A quarter or a half of a year; "the fourth quarter of fiscal 2016" is not a quarter of the calendar's 2016."""
    kinds = {token.kind for token in tokens}
    if "part_of_year" in kinds:
        part, digits = tokens[0].text[:2], tokens[0].text[2:]
        whole = digits if len(digits) == 4 else full_year(digits)
        return f"{whole}-{part if part[0].isalpha() else part[::-1]}"
    if not kinds.isdisjoint(("fiscal", "fiscal_year", *POINTING)):
        return None
    year, code = text_of(tokens, "year"), next(iter(lower(tokens, "quarter_code", "half_code")), "")
    place = _PLACES.get(next(iter(lower(tokens, "first", "second", "ordinal")), ""))
    if not code and not place:
        return None
    if code:
        return f"{year or 'XXXX'}-{'Q' if 'q' in code else 'H'}{code.strip('qh')}"
    return f"{year or 'XXXX'}-{'H' if 'half' in kinds else 'Q'}{place}"


def yearly(tokens: Tokens) -> Value:
    """ "The 1988 second quarter" and "the 1988 period"; "this year's second quarter" is told by no text alone."""
    found = quarter(tokens)
    if found or any(token.kind in ("fiscal", *POINTING) for token in tokens):
        return found
    return text_of(tokens, "year")


def edge(tokens: Tokens) -> Value:
    """ "The end of May" has the value of May, as "early May" has; "the first half of 1989" is 1989-H1."""
    kinds = [token.kind for token in tokens]
    inner = tokens[kinds.index("of") + 1 :]
    year = text_of(inner, "year")
    if "half" in kinds:
        place = next((token.text.lower() for token in tokens if token.kind in ("first", "second", "last")), "")
        single = year and len(inner) == 1
        return f"{year}-H{1 if place == 'first' else 2}" if single and place in ("first", "second", "last") else None
    named = [token.kind for token in inner if token.kind != "the"]
    if named[0] in ("month", "may", "short_month", "year", "weekday"):
        return day_of(inner)
    return decade(inner) if named[-1] == "decade" else None


def fiscal(tokens: Tokens) -> Value:
    if tokens[0].kind == "fiscal":
        return f"FY{tokens[-1].text}" if tokens[0].text.lower() in _FISCAL else None
    years = re.split("[-/]", tokens[0].text[2:].strip())
    years[0] = years[0] if len(years[0]) == 4 else f"20{years[0]}"
    return "FY" + "/".join([years[0], *(_end_year(years[0], year) for year in years[1:])])


def years(tokens: Tokens) -> Value:
    years = re.split("[-/\u2013]", "".join(token.text for token in tokens))
    return f"{years[0]}/{_end_year(*years)}" if len(years) == 2 else None


def _end_year(first: str, last: str) -> str:
    """The second year of "2019-20" in full, in the next century where it is the smaller one."""
    if len(last) == 4:
        return last
    year = int(first) // 100 * 100 + int(last)
    return str(year if year > int(first) else year + 100)


def season(tokens: Tokens) -> Value:
    signs = {row[0]: row[2] for row in lexicon.table("date_words") if row[1] == "season"}
    return f"{text_of(tokens, 'year')}-{signs[lower(tokens, 'season')[0]]}"


def decade(tokens: Tokens) -> Value:
    if tokens[-1].kind == "decade_word":
        return table_values("decade_word").get(tokens[-1].text.lower())
    digits = re.sub(r"\D", "", "".join(token.text for token in tokens))
    return f"{digits[:3]}X" if len(digits) == 4 else None


def century(tokens: Tokens) -> Value:
    counts = numbers([token for token in tokens if token.kind not in ("the", "stage", "century")])
    return f"{int(counts[0]) - 1:02d}XX" if counts and 0 < counts[0] <= 30 else None


def era(tokens: Tokens) -> Value:
    """ "300 BC", "AD 79", "1000BC"."""
    text = "".join(token.text for token in tokens)
    digits = re.sub(r"[^0-9]", "", text)
    if not digits or len(digits) > 4:
        return None
    return f"{'BC' if 'B' in text else ''}{int(digits):04d}"


def short_year(tokens: Tokens) -> Value:
    return full_year(tokens[-1].text)


def plain_year(tokens: Tokens) -> Value:
    """ "2016", "the year 2016"; "the week 2016" says nothing."""
    unit = next(iter(lower(tokens, "unit")), "year")
    if tokens[-1].kind == "scale":
        spelled = numbers(tokens[2:])
        return f"{spelled[0]:f}" if unit == "year" and spelled and 1000 <= spelled[0] < 3000 else None
    return text_of(tokens, "year") if unit == "year" else None


def holiday(tokens: Tokens) -> Value:
    """The day of a holiday that is on the same one everywhere, and every year."""
    if {token.kind for token in tokens} & {*POINTING, "every", "stage", "weekend", "part"}:
        return None
    days = {row[0]: row[2:] for row in lexicon.table("holidays")}
    on_day, eve, *_ = (*days.get(tokens[0].text, ()), "", "")
    last = tokens[-1].text.lower()
    found = eve if last == "eve" else on_day if last == "day" or len(tokens) == 1 else ""
    return f"XXXX-{found}" if found else None


def every(tokens: Tokens) -> Value:
    """How often "daily" and "weekly" are."""
    return table_values("daily")[tokens[0].text.lower()] if tokens[0].kind == "daily" else None


def with_years(tokens: Tokens) -> Tokens:
    """The tokens with a year that is spelled in two numbers as one of digits: "nineteen ninety-six" is 1996."""
    for n, pair in enumerate(pairwise(tokens)):
        if pair[0].kind != "century_count" or pair[1].kind not in ("ten", "century_count"):
            continue
        rest = list(takewhile(lambda token: token.kind in ("count", "ten", "century_count", "dash"), tokens[n + 1 :]))
        first, second = numbers(tokens[n : n + 1]), numbers(rest)
        if len(first) == len(second) == 1:
            year = DateToken(pair[0].start, rest[-1].end, f"{first[0]:f}{second[0]:02f}", "year")
            return [*tokens[:n], year, *tokens[n + 1 + len(rest) :]]
    return tokens
