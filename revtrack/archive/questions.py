"""Filters of `search` and `stats` as the ledger takes them: whole names of articles, times in UTC, severities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from revtrack.archive import operands
from revtrack.articles import relative_times
from revtrack.errors import InputError
from revtrack.model import SEVERITIES, Severity

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource


def articles(source: RevisionSource, names: Sequence[str]) -> tuple[str, ...]:
    """The articles that names stand for; raises UnknownError."""
    return tuple(operands.article(source, name) for name in names)


def period(since: str | None, until: str | None, now: str) -> tuple[str, str]:
    """The first and the last time of a period that may be relative to `now`, empty for no limit; raises InputError."""
    first = relative_times.moment(since, now) if since else ""
    last = relative_times.moment(until, now, end=True) if until else ""
    if first and last and last < first:
        raise InputError(f"--until {until} is before --since {since}: swap them")
    return first, last


def words(wanted: str) -> str:
    """The words to search for; raises InputError where they have no letter and no digit."""
    if wanted.strip() and not any(letter.isalnum() for letter in wanted):
        raise InputError(f"{wanted.strip()!r} has no letter or digit to search for: write words or numbers")
    return wanted


def severities(asked: Sequence[Severity], least: Severity | None) -> tuple[Severity, ...]:
    """The severities asked for that are at least as serious as `least`, empty for all; raises InputError."""
    if least is None:
        return tuple(asked)
    found = tuple(one for one in SEVERITIES[: SEVERITIES.index(least) + 1] if one in asked or not asked)
    if not found:
        raise InputError(f"--severity {asked[0]} is less serious than --min-severity {least}: leave one of them out")
    return found
