"""Conditions on front matter: `draft: true`, `status: live`, `published` (there and not false), `published: <date>`.

`<date>` stands for a date or time in the past. Letter case and quotation marks do not matter, nor how a
yes or no is written: `draft: on` is `draft: true`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

DATE = "<date>"
NO = ("", "false", "no", "off", "n", "null", "~", "0")
_YES = ("true", "yes", "on", "y", "1")


def first(conditions: Iterable[str], fields: Mapping[str, str], now: str) -> str | None:
    """The first condition that holds for the fields of an article at a time, None where none does."""
    return next((condition for condition in conditions if _holds(condition, fields, now)), None)


def lies_ahead(value: str, now: str) -> bool:
    """Whether a field gives a time in the future; a value that is not a time does not."""
    moment = _moment(value)
    return moment is not None and moment > datetime.fromisoformat(now)


def _holds(condition: str, fields: Mapping[str, str], now: str) -> bool:
    name, _, wanted = (part.strip().casefold() for part in condition.partition(":"))
    value = fields.get(name, "").strip("\"' ").casefold()
    if wanted == DATE:
        return _moment(value) is not None and not lies_ahead(value, now)
    if not wanted:
        return value not in NO
    return value == wanted or any(value in words and wanted in words for words in (_YES, NO[1:]))


def _moment(value: str) -> datetime | None:
    """A time of a field; one without an offset is UTC."""
    try:
        moment = datetime.fromisoformat(value.strip("\"' ").upper())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
