"""Changed dates, times and durations: "Thursday" became "Friday"; "Jan. 5" for "January 5" is no change."""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.changes import message, values
from revtrack.model import Change, Claims, Date, Label, Span
from revtrack.text import numerals
from revtrack.text.fold import fold, plain
from revtrack.versions.way import Aligned, Region

_ONE, _PAST = re.compile(r"^an? "), re.compile(r"\bpast\b")
# How far before a duration the words that bound it may begin, in code points.
REACH = 24
STAGES = frozenset(("early", "mid", "late"))


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed dates."""
    return values.find(aligned, values.Comparison(Date, same, akin, counts, labels, message.date))


def same(old: Date, new: Date) -> bool:
    """The same value where the text decides it, else the same words.

    A value says nothing of "early" and "late" nor of a time zone: "early May" is not "late May".
    """
    if old.value is not None and new.value is not None:
        return (old.type, old.value) == (new.type, new.value) and _alike(old.text, new.text)
    return _words(old) == _words(new)


def akin(old: Date, new: Date) -> bool:
    """Too many dates are of one type for that to make two of them the same."""
    return False


def counts(date: Date) -> bool:
    """Every date that came or went is news."""
    return True


def labels(aligned: Aligned, region: Region, old: Date, new: Date) -> tuple[Label, ...]:
    """`value` where two dates of one place differ."""
    if same(old, new) and _bound(aligned.before, old) == _bound(aligned.after, new):
        return ()
    return ("value",) if region.touched("old", _wide(old)) or region.touched("new", _wide(new)) else ()


def _alike(old: str, new: str) -> bool:
    """The same part of a month or year, and no two time zones."""
    a, b = (set(fold(text).replace("-", " ").split()) for text in (old, new))
    stages = [{word.lower() for word in words} & STAGES for words in (a, b)]
    zones = [words & lexicon.words("time_zones") for words in (a, b)]
    return stages[0] == stages[1] and (zones[0] == zones[1] or not all(zones))


def _bound(claims: Claims, date: Date) -> str | None:
    """The meaning of the words that bound a duration: "almost a week" is "about", "more than a week" "more_than"."""
    if date.type != "duration":
        return None
    before = plain(claims.text[max(0, date.start - REACH) : date.start]).lower().rstrip()
    rows = (row for row in lexicon.table("bounds") if row[2] == "before" and before.endswith(" " + row[0]))
    return max(rows, key=lambda row: len(row[0]), default=("", None))[1]


def _wide(date: Date) -> Span:
    return Span(max(0, date.start - REACH), date.end)


def _words(date: Date) -> str:
    words = fold(date.text).lower()
    for numeral in reversed(list(numerals.find(words, 0, len(words)))):
        words = f"{words[: numeral.start]}{numeral.value:f}{words[numeral.end :]}"
    words = words.replace(".", "").replace(",", "").removeprefix("the ")
    # "A week ago" is "one week ago", and "the past week" is "the last week".
    return _ONE.sub("1 ", _PAST.sub("last", words))
