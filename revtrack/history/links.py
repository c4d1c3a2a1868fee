"""Which claim of the next version each claim became: by the changes first, then by where its words went.

A changed claim is named on both sides of its Change. All others stand in sentences that kept their words or were
edited around them: there the claim of the same kind is taken that is where the word marks lead.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

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


def of(diff: Diff, before: Sequence[AnyClaim], after: Sequence[AnyClaim]) -> list[Link]:
    """The links of a diff, each claim in one at most; `before` and `after` are the telling claims of its versions."""
    found = _Found()
    several = any(change.also for change in diff.changes)
    ids = [_ids(side if several else ()) for side in (before, after)]
    for change in diff.changes:
        for old, new in _pairs(change, *ids):
            found.add(Link(old, new, change))
    there: dict[str, _Placed] = {}
    for claim, start, end in sorted(((claim, *_edges(claim)) for claim in after), key=itemgetter(1)):
        there.setdefault(claim.kind, _Placed([], [], [])).put(claim, start, end)
    ways = {index: region for region in map(Region, diff.sentences) for index in region.op.old}
    for claim in before:
        if claim.id not in found.old and claim.sentence in ways:
            image = ways[claim.sentence].kept_image("old", Span(*_edges(claim)))
            near = there[claim.kind].near(image) if image and claim.kind in there else []
            free = [other for other in near if other.id not in found.new]
            if len(free) > 1:
                free = [max(free, key=lambda other: (other.text == claim.text, -other.start))]
            if free:
                found.add(Link(claim.id, free[0].id))
    _add_restyled(diff, [claim for claim in before if claim.id not in found.old], after, ways, found)
    return found.links


def _ids(claims: Iterable[AnyClaim]) -> Ids:
    return {(claim.kind, claim.start, claim.end): claim.id for claim in claims}


def _add_restyled(
    diff: Diff, before: Sequence[AnyClaim], after: Sequence[AnyClaim], ways: dict[int, Region], found: _Found
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


def _edges(claim: AnyClaim) -> tuple[int, int]:
    """Where a claim is: an attribution is where its cue is."""
    there = claim.cue if isinstance(claim, Attribution) else claim
    return there.start, there.end


class _Placed(NamedTuple):
    """The claims of one kind in text order, with where each is and where it begins; they hardly overlap."""

    claims: list[AnyClaim]
    starts: list[int]
    ends: list[int]

    def put(self, claim: AnyClaim, start: int, end: int) -> None:
        self.claims.append(claim)
        self.starts.append(start)
        self.ends.append(end)

    def near(self, image: Span) -> list[AnyClaim]:
        """The claims that overlap a place."""
        until, (start, end) = bisect_right(self.starts, image.end), (image.start, image.end)
        about = range(max(0, until - NESTED), until)
        return [self.claims[n] for n in about if self.starts[n] < end and start < self.ends[n]]


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
