"""Notices that own up to changes: a correction that names "8,000" acknowledges the figure that was 8,000.

A notice is tied to a change by the old or new value, the name, or most of the words that changed. Only a notice
that the new version brought or altered acknowledges anything: an old one speaks of older changes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from revtrack.changes import wording
from revtrack.changes.figures import stem
from revtrack.changes.regions import Aligned
from revtrack.model import (
    AnyClaim,
    Attribution,
    Change,
    Claims,
    Date,
    Figure,
    Name,
    Notice,
    Passage,
    Quote,
    Side,
)
from revtrack.text.fold import fold, plain
from revtrack.text.roles import notice_type

# Share of the words that differ which a notice must repeat to own up to changed words.
REPEATED = 0.5
_DIGIT_GAP = re.compile(r"(?<=\d)[ ,](?=\d{3})")


def find(aligned: Aligned, changes: list[Change]) -> tuple[Notice, ...]:
    """The notices of both versions, each with the indices of the changes it owns up to."""
    notices = [*_notices(aligned.before, "old"), *_notices(aligned.after, "new")]
    return tuple(replace(notice, changes=_owned(aligned, notice, changes)) for notice in notices)


def acknowledged(changes: list[Change], notices: tuple[Notice, ...]) -> tuple[Change, ...]:
    """The changes, each told whether a notice owns up to it."""
    owned = {index for notice in notices for index in notice.changes}
    return tuple(replace(change, acknowledged=n in owned) for n, change in enumerate(changes))


def _notices(claims: Claims, side: Side) -> list[Notice]:
    blocks = [block for block in claims.blocks if block.role == "notice"]
    return [
        Notice(side, block.start, block.end, claims.text[block.start : block.end], kind)
        for block in blocks
        if (kind := notice_type(plain(claims.text[block.start : block.end])) or "correction")
    ]


def _owned(aligned: Aligned, notice: Notice, changes: list[Change]) -> tuple[int, ...]:
    if notice.side == "old" or _is_old(aligned, notice):
        return ()
    inner = [claim for claim in aligned.after.claims if notice.start <= claim.start < notice.end]
    return tuple(n for n, change in enumerate(changes) if _owns_up(notice, inner, change))


def _is_old(aligned: Aligned, notice: Notice) -> bool:
    words = fold(notice.text)
    return any(fold(other.text) == words for other in _notices(aligned.before, "old"))


def _owns_up(notice: Notice, inner: list[AnyClaim], change: Change) -> bool:
    sides = [side for side in (change.old, change.new) if side]
    if any(isinstance(side, Figure | Date) for side in sides):
        return any(_names_value(inner, side) or _names_denominator(notice, side) for side in sides)
    said = wording.words(notice.text)
    if any(isinstance(side, Name) for side in sides):
        return any(wording.contained(_own(sides, side), said) == 1 for side in sides)
    return any(wording.contained(_own(sides, side), said) >= REPEATED and _same_matter(side, said) for side in sides)


def _same_matter(side: AnyClaim | Passage, said: list[str]) -> bool:
    """A few changed words ("could") stand in many notices: the words about them must be there as well."""
    if not isinstance(side, Passage):
        return True
    return wording.contained(wording.telling(side.text), said) >= REPEATED


def _names_value(inner: list[AnyClaim], claim: AnyClaim | Passage) -> bool:
    if isinstance(claim, Figure):
        return any(_same_figure(claim, other) for other in inner if isinstance(other, Figure))
    if isinstance(claim, Date):
        return any(_same_date(claim, other) for other in inner if isinstance(other, Date))
    return False


def _names_denominator(notice: Notice, claim: AnyClaim | Passage) -> bool:
    """Whether a notice names what a rate is counted per, where that is a number: "cases per 10,000 people"."""
    if not isinstance(claim, Figure) or not claim.per or not claim.per[0].isdigit():
        return False
    return f"per {claim.per}" in _DIGIT_GAP.sub("", plain(notice.text).lower())


def _same_figure(claim: Figure, other: Figure) -> bool:
    if (claim.low, claim.high, claim.value) != (other.low, other.high, other.value) and claim.value != other.value:
        return False
    if claim.value is None and other.value is None and (claim.low, claim.high) != (other.low, other.high):
        return False
    return not (claim.noun and other.noun) or stem(claim.noun) == stem(other.noun) or claim.unit is not None


def _same_date(claim: Date, other: Date) -> bool:
    if claim.value and other.value:
        return claim.value == other.value
    return fold(claim.text).lower() == fold(other.text).lower()


def _own(sides: list[AnyClaim | Passage], side: AnyClaim | Passage) -> list[str]:
    """The telling words of one side that the other has not."""
    others = {word for other in sides if other is not side for word in wording.words(_words(other))}
    own = wording.telling(_words(side))
    return [word for word in own if word not in others] or own


def _words(side: AnyClaim | Passage) -> str:
    if isinstance(side, Attribution):
        return f"{side.source.name or side.source.text} {side.source.role or ''}" if side.source else side.text
    return side.words if isinstance(side, Quote) else side.text
