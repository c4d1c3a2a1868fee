"""Whether a rate only went to another word: "9 emails a year, and 7 texts", "9 emails and 7 texts a year"."""

from __future__ import annotations

import re

from revtrack.model import Figure, Side, Span
from revtrack.text.fold import plain
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import Region

# How far behind its number a rate may be, in code points.
REACH = 80
_ADVERBS = {"day": "daily", "week": "weekly", "month": "monthly", "year": "yearly|annually"}


def stay(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    """Whether the words of a rate that one figure has alone are in both versions: "a year", "daily"."""
    if bool(old.per) == bool(new.per):
        return False
    side: Side = "old" if old.per else "new"
    figure = old if old.per else new
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, figure.start)
    behind = plain(text[figure.end : max(figure.end, min(sentence.end, figure.end + REACH))]).lower()
    found = _words(figure.per or "").search(behind)
    if not found:
        return False
    return not region.touched(side, Span(figure.end + found.start(), figure.end + found.end()))


def _words(per: str) -> re.Pattern[str]:
    adverb = f"|{_ADVERBS[per]}" if per in _ADVERBS else ""
    return re.compile(rf"\b(?:(?:an?|per|each|every) {re.escape(per)}{adverb})\b")
