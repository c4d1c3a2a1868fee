"""The two versions on one line: article, numbers, times and what lies between them, authors, the note.

hospital, 9 -> 10 | 21 September 2024, 16:00 -> 22 September, 22:00 UTC (30 hours) | A. Lind -> News desk | Corrects ...
"""

from __future__ import annotations

from typing import NamedTuple

from revtrack.model import Revision
from revtrack.report import label_words
from revtrack.report.escaping import visible
from revtrack.versions import phrases

ARROW = " -> "
# A gap is given in minutes up to this many, then in hours up to this many.
_MINUTES, _HOURS = 120, 72


class VersionLine(NamedTuple):
    """What is known of the two versions, each part empty where it is not; `old` and `new` are names or numbers."""

    article: str
    versions: str
    times: str
    gap: str
    authors: str
    note: str
    words: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts in order, those without content left out."""
        story = ", ".join(filter(None, [self.article, self.versions]))
        times = f"{self.times} ({self.gap})" if self.gap else self.times
        return tuple(filter(None, [story, times, self.authors, self.words, self.note]))


def of(
    old: Revision | None, new: Revision | None, words: tuple[int, int], names: tuple[str, str] = ("", "")
) -> VersionLine:
    """The line for two revisions, or for two texts with their names; `words` counts those of the texts."""
    counted = phrases.count(words[1], "word")
    counted = counted if words[0] == words[1] else f"{words[0]:,}{ARROW}{counted}"
    if old is None or new is None:
        return VersionLine("", _step(*map(visible, names)), "", "", "", "", counted)
    article = visible(new.article)
    known = bool(old.number and new.number)
    versions = _step(f"version {old.number}", str(new.number)) if known and old.article == new.article else ""
    if not versions:
        article, versions = "", _step(*(visible(label_words.revision_name(one)) for one in (old, new)))
    return VersionLine(
        article,
        versions,
        _times(old.time, new.time),
        _gap(old.time, new.time),
        _step(visible(old.by).strip(), visible(new.by).strip()),
        visible(new.note).strip(),
        counted,
    )


def _step(old: str, new: str) -> str:
    if old == new or not old:
        return new
    return f"{old}{ARROW}{new}" if new else old


def _times(old: str, new: str) -> str:
    """Both times, the year and zone said once."""
    before, after = label_words.moment(old), label_words.moment(new)
    if before in (after, old) or after == new:  # not a time as stores have them
        return _step(visible(before), visible(after))
    before = before.removesuffix(" UTC")
    (day, clock), (day_after, clock_after) = before.rsplit(", ", 1), after.rsplit(", ", 1)
    if day == day_after:
        return f"{day}, {clock}{ARROW}{clock_after}"
    (rest, year), (rest_after, year_after) = day.rsplit(" ", 1), day_after.rsplit(" ", 1)
    return f"{before}{ARROW}{rest_after if year == year_after else day_after}, {clock_after}" if rest else after


def _gap(old: str, new: str) -> str:
    """The time between: "40 minutes", "30 hours", "12 days"; empty where a time is not one."""
    from datetime import datetime

    try:
        minutes = round((datetime.fromisoformat(new) - datetime.fromisoformat(old)).total_seconds() / 60)
    except (TypeError, ValueError):
        return ""
    if minutes <= 0:
        return ""
    if minutes < _MINUTES:
        return phrases.count(minutes, "minute")
    if minutes < _HOURS * 60:
        return phrases.count(round(minutes / 60), "hour")
    return phrases.count(round(minutes / 1440), "day")
