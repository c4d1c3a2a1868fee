"""Which claim of the next version each claim became: by the changes first, then by where its words went.

A changed claim is named on both sides of its Change. All others stand in sentences that kept their words or were
edited around them: there the claim of the same kind is taken that stands where the word marks lead.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from revtrack.history import wording
from revtrack.model import AnyClaim, Attribution, Change, Claims, Diff, Kind, Passage, SentenceOp, Span

SILENT = ("notice", "data", "furniture")
NESTED = 8  # claims of one kind that may begin within one place

Ids = dict[tuple[Kind, int, int], str]


@dataclass(frozen=True, slots=True)
class Link:
    """An old claim and the new one it became; `change` where it changed."""

    old: str
    new: str
    change: Change | None = None


def of(diff: Diff) -> list[Link]:
    """The links of a diff, each claim in one at most."""
    found = _Found()
    before, after = telling(diff.before), telling(diff.after)
    ids: list[Ids] = [{(claim.kind, claim.start, claim.end): claim.id for claim in side} for side in (before, after)]
    for change in diff.changes:
        for old, new in _pairs(change, *ids):
            found.add(Link(old, new, change))
    there: dict[str, list[AnyClaim]] = {}
    for claim in sorted(after, key=lambda claim: place(claim).start):
        there.setdefault(claim.kind, []).append(claim)
    ways = {index: op for op in diff.sentences for index in op.old}
    for claim in before:
        if claim.id not in found.old and claim.sentence in ways:
            near = _near(there.get(claim.kind, []), _image(ways[claim.sentence], place(claim)))
            free = [one for one in near if one.id not in found.new]
            if free:
                found.add(Link(claim.id, max(free, key=lambda one: (one.text == claim.text, -one.start)).id))
    _add_restyled(diff, [one for one in before if one.id not in found.old], after, ways, found)
    return found.links


def _add_restyled(
    diff: Diff, before: list[AnyClaim], after: list[AnyClaim], ways: dict[int, SentenceOp], found: _Found
) -> None:
    """Link what says the same in other words within one sentence, `three` and `3`: no change tells of it."""
    there: dict[tuple[int, Hashable], list[str]] = {}
    for claim in after:
        if claim.id not in found.new:
            there.setdefault((claim.sentence, _said(claim, diff.after)), []).append(claim.id)
    for claim in before:
        for index in ways[claim.sentence].new if claim.sentence in ways else ():
            same = there.get((index, _said(claim, diff.before)))
            if same:
                found.add(Link(claim.id, same.pop(0)))
                break


def _said(claim: AnyClaim, claims: Claims) -> Hashable:
    """The kind of a claim and what it says."""
    return claim.kind, wording.state(wording.Seen(claim, claims))


def telling(claims: Claims) -> list[AnyClaim]:
    """The claims of a version that are its own: a notice repeats what is wrong, a dateline of updates the clock."""
    silent = {index for block in claims.blocks if block.role in SILENT for index in range(block.first, block.last)}
    return [claim for claim in claims.claims if claim.sentence not in silent]


def place(claim: AnyClaim) -> Span:
    """Where a claim stands: an attribution where its cue does."""
    return claim.cue.span if isinstance(claim, Attribution) else claim.span


class _Found:
    def __init__(self) -> None:
        self.links: list[Link] = []
        self.old: set[str] = set()
        self.new: set[str] = set()

    def add(self, link: Link) -> None:
        if link.old not in self.old and link.new not in self.new:
            self.links.append(link)
            self.old.add(link.old)
            self.new.add(link.new)


def _pairs(change: Change, before: Ids, after: Ids) -> Iterator[tuple[str, str]]:
    """The claims of a change on both sides, in all its places."""
    old, new = change.old, change.new
    if old is None or new is None or isinstance(old, Passage) or isinstance(new, Passage):
        return
    yield old.id, new.id
    for other in change.also:
        if other.old and other.new:
            here = before.get((old.kind, other.old.start, other.old.end))
            there = after.get((new.kind, other.new.start, other.new.end))
            if here and there:
                yield here, there


def _image(op: SentenceOp, span: Span) -> Span | None:
    """Where the words of a span went, None where none was kept."""
    if not op.new:
        return None
    if not op.marks:
        shift = op.new_spans[0].start - op.old_spans[0].start
        return Span(span.start + shift, span.end + shift)
    kept = [mark for mark in op.marks if mark.op == "equal" and mark.old_start < span.end and span.start < mark.old_end]
    if not kept:
        return None
    first, last = kept[0], kept[-1]
    start = first.new_start + max(0, span.start - first.old_start)
    return Span(start, max(start + 1, last.new_start + min(span.end, last.old_end) - last.old_start))


def _near(claims: list[AnyClaim], image: Span | None) -> list[AnyClaim]:
    """The claims that stand in a place, of those given by where they stand; claims of one kind hardly overlap."""
    if image is None:
        return []
    until = bisect_right(claims, image.end, key=lambda claim: place(claim).start)
    return [claim for claim in claims[max(0, until - NESTED) : until] if place(claim).overlaps(image)]
