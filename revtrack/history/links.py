"""Which claim of the next version each claim became: by the changes first, then by where its words went.

A changed claim is named on both sides of its Change. All others stand in sentences that kept their words or were
edited around them: there the claim of the same kind is taken that is where the word marks lead.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from revtrack.model import AnyClaim, Attribution, Change, Claims, Diff, Kind, Passage, Role, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.versions import recurrence
from revtrack.versions.aligned import sentences_in
from revtrack.versions.recurrence import Seen
from revtrack.versions.way import Region

SILENT: tuple[Role, ...] = ("notice", "data", "furniture")
# So many claims of one kind may begin within one place; nested ones are rare.
NESTED = 8

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
    there: dict[str, _Placed] = {}
    for claim, span in sorted(((claim, place(claim)) for claim in after), key=lambda placed: placed[1].start):
        there.setdefault(claim.kind, _Placed([], [], [])).put(claim, span)
    ways = {index: region for region in map(Region, diff.sentences) for index in region.op.old}
    for claim in before:
        if claim.id not in found.old and claim.sentence in ways:
            image = ways[claim.sentence].kept_image("old", place(claim))
            near = there[claim.kind].near(image) if image and claim.kind in there else []
            free = [other for other in near if other.id not in found.new]
            if free:
                found.add(Link(claim.id, max(free, key=lambda other: (other.text == claim.text, -other.start)).id))
    _add_restyled(diff, [claim for claim in before if claim.id not in found.old], after, ways, found)
    return found.links


def _add_restyled(
    diff: Diff, before: list[AnyClaim], after: list[AnyClaim], ways: dict[int, Region], found: _Found
) -> None:
    """Link what says the same in other words within one sentence, `three` and `3`: no change links them."""
    there: dict[tuple[int, Hashable], list[str]] = {}
    for claim in after:
        if claim.id not in found.new:
            there.setdefault((claim.sentence, _said(claim, diff.after)), []).append(claim.id)
    for claim in before:
        for index in ways[claim.sentence].op.new if claim.sentence in ways else ():
            same = there.get((index, _said(claim, diff.before)))
            if same:
                found.add(Link(claim.id, same.pop(0)))
                break


def _said(claim: AnyClaim, claims: Claims) -> Hashable:
    """The kind of a claim and what it says."""
    return claim.kind, recurrence.state(Seen(claim, claims))


def telling(claims: Claims) -> list[AnyClaim]:
    """The claims of a version that are its own: a notice repeats what is wrong, a dateline of updates the clock."""
    silent = sentences_in(claims, *SILENT)
    return [claim for claim in claims.claims if claim.sentence not in silent]


def place(claim: AnyClaim) -> Span:
    """Where a claim is: an attribution is where its cue is."""
    return claim.cue.span if isinstance(claim, Attribution) else claim.span


class _Placed(NamedTuple):
    """The claims of one kind in text order, with where each is and where it begins; they hardly overlap."""

    claims: list[AnyClaim]
    spans: list[Span]
    starts: list[int]

    def put(self, claim: AnyClaim, span: Span) -> None:
        self.claims.append(claim)
        self.spans.append(span)
        self.starts.append(span.start)

    def near(self, image: Span) -> list[AnyClaim]:
        """The claims that overlap a place."""
        until = bisect_right(self.starts, image.end)
        return [self.claims[n] for n in range(max(0, until - NESTED), until) if self.spans[n].overlaps(image)]


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
