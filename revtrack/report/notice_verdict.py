"""The verdict on notices: which changes they acknowledge, and which serious ones are in none.

"The correction notice acknowledges 1; 2 serious changes are in no notice: 2, 3." A running count that went on is an
update: nobody expects a notice of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from revtrack.report import label_words
from revtrack.report.change_rows import ChangeRow
from revtrack.versions import phrases

# Numbers that are listed; a list of forty is not read.
LISTED = 8


class NoticeVerdict(NamedTuple):
    """A sentence, and the numbers of the changes in it; empty where there is nothing to tell."""

    text: str
    acknowledged: tuple[int, ...]
    missing: tuple[int, ...]
    updates: tuple[int, ...]


def of(rows: Sequence[ChangeRow], notices: Sequence[str]) -> NoticeVerdict:
    """The verdict on the changes shown, given the names of the notices that speak of this edit."""
    acknowledged = tuple(row.number for row in rows if row.acknowledged)
    missing = tuple(row.number for row in rows if row.standing == label_words.IN_NO_NOTICE)
    updates = tuple(row.number for row in rows if row.standing == label_words.UPDATE)
    parts = []
    if notices and rows:
        subject = f"the {notices[0]} acknowledges" if len(notices) == 1 else f"{len(notices)} notices acknowledge"
        parts.append(f"{subject} {numbers(acknowledged) or 'none of the changes'}")
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        parts.append(f"{phrases.count(len(missing), 'serious change')} {verb} in no notice: {numbers(missing)}")
    if updates:
        verb = "is an update" if len(updates) == 1 else "are updates"
        parts.append(f"{numbers(updates)} {verb} of developing news")
    told = "; ".join(parts)
    return NoticeVerdict(f"{told[0].upper()}{told[1:]}." if told else "", acknowledged, missing, updates)


def numbers(of: Sequence[int]) -> str:
    """Numbers of changes as a list: "2, 3"; of many the first, and how many more."""
    more = len(of) - LISTED
    listed = ", ".join(map(str, of[:LISTED] if more > 1 else of))
    return f"{listed} and {more} more" if more > 1 else listed
