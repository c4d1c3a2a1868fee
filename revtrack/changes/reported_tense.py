"""The tense of reported speech: "will vote, Lind said" and "Lind said the council would vote" are equally sure.

A past verb of saying shifts the modal of what is said back. That is form only where the report itself was recast: its
verb changed tense or place. "Lind said it would" -> "Lind said it might" is less sure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from revtrack.model import Attribution, Mark, Side, Span
from revtrack.text.fold import fold
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import SIDES, Region, on_side

_SHIFTED = {"would": "will", "could": "can", "might": "may", "wouldn't": "won't", "couldn't": "can't"}

# How far from a modal its statement begins, in code points.
REACH = 500


def shifts(words: Iterable[str]) -> bool:
    """Whether a modal among some words may be a shifted one."""
    return not _SHIFTED.keys().isdisjoint(words)


def unshifted(words: Iterable[str]) -> list[str]:
    """Modals as they were when it was said."""
    return [_SHIFTED.get(word, word) for word in words]


def is_reported(aligned: Aligned, region: Region, mark: Mark) -> bool:
    """Whether changed words are part of reported speech, and the report itself was rewritten."""
    old, new = (next(_holding(aligned, side, region, on_side(mark, side)), None) for side in SIDES)
    if old is None or new is None:
        return False
    return fold(old.cue.text) != fold(new.cue.text) or _leads(old) != _leads(new)


def is_turned(aligned: Aligned, region: Region) -> bool:
    """Whether a sentence is a report whose verb of saying came last and leads now, or the other way round."""
    old, new = (_reports(aligned, side, region) for side in SIDES)
    return len(old) == len(new) == 1 and _leads(old[0]) != _leads(new[0])


def _reports(aligned: Aligned, side: Side, region: Region) -> list[Attribution]:
    whole = region.whole(side)
    claims = aligned.side(side).claims
    first = bisect_left(claims, whole.start, key=lambda claim: claim.start)
    last = bisect_left(claims, whole.end, key=lambda claim: claim.start)
    return [claim for claim in claims[first:last] if isinstance(claim, Attribution) and claim.content]


def _leads(claim: Attribution) -> bool:
    """Whether the verb of saying comes before what is said."""
    return bool(claim.content) and claim.cue.start < claim.content[0].start


def _holding(aligned: Aligned, side: Side, region: Region, span: Span) -> Iterator[Attribution]:
    """The reported statements of a sentence that a stretch reaches into."""
    whole = region.whole(side)
    claims = aligned.side(side).claims
    first = bisect_left(claims, max(whole.start, span.start - REACH), key=lambda claim: claim.start)
    last = bisect_left(claims, min(whole.end, span.end + REACH), key=lambda claim: claim.start)
    said = (claim for claim in claims[first:last] if isinstance(claim, Attribution) and claim.mode != "direct")
    for claim in said:
        if any(part.overlaps(span) or part.holds(span) for part in claim.content):
            yield claim
