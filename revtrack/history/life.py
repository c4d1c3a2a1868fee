"""Each claim of an article as one life over all its revisions.

A strand follows one place through the versions. Strands that say the same in one version, such as a toll in headline
and body, are one life; where they part later, the life splits. A claim that was taken out and comes back is one life.

    people: 3 (r1) -> at least 12 (r2-4) -> 21 (r5)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from revtrack.history import captions, links
from revtrack.model import AnyClaim, Became, Change, Diff, Revision
from revtrack.model.lives import Life, Stage
from revtrack.model.named_tuple import NamedTuple
from revtrack.model.record import replace
from revtrack.versions import recurrence
from revtrack.versions.recurrence import Seen

Step = tuple[Revision, Diff]
Value = TypeVar("Value")


@dataclass(slots=True)
class Strand:
    """One place through the versions: the claim there in each, and the changes that made it so."""

    seen: dict[int, Seen] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)

    @property
    def begin(self) -> int:
        return next(iter(self.seen))  # the versions are entered in their order

    @property
    def end(self) -> int:
        return next(reversed(self.seen))


def of(steps: Sequence[Step]) -> list[Life]:
    """The lives of all claims, in the order of their first places; each step is a revision and its diff to the last."""
    groups = _grouped(_returned(_strands([diff for _, diff in steps])))
    groups.sort(key=lambda group: min((strand.begin, strand.seen[strand.begin].claim.start) for strand in group))
    numbers = [revision.number for revision, _ in steps]
    return [_life(group, numbers) for group in groups]


def _strands(diffs: Sequence[Diff]) -> list[Strand]:
    found: list[Strand] = []
    current: dict[str, Strand] = {}
    before: list[AnyClaim] = []
    for place, diff in enumerate(diffs):
        after = links.telling(diff.after)
        by_new = {link.new: link for link in links.of(diff, before, after)} if place else {}
        ends = {change.old.id: change for change in diff.changes if isinstance(change.old, AnyClaim)}
        begins = {change.new.id: change for change in diff.changes if isinstance(change.new, AnyClaim)}
        following: dict[str, Strand] = {}
        for claim in after:
            link = by_new.get(claim.id)
            strand = current.pop(link.old, None) if link else None
            if strand is None:
                strand = Strand()
                found.append(strand)
            strand.seen[place] = Seen(claim, diff.after)
            change = link.change if link else begins.get(claim.id)
            if change:
                strand.changes[place] = change
            following[claim.id] = strand
        for id, strand in current.items():
            if id in ends:
                strand.changes[place] = ends[id]
        current, before = following, after
    return found


def _returned(strands: list[Strand]) -> list[Strand]:
    """The strands, those joined whose claim was taken out and came back in the same words."""
    ended: dict[Hashable, list[Strand]] = {}
    kept: list[Strand] = []
    for strand in sorted(strands, key=lambda strand: strand.begin):
        begin, end = strand.begin, strand.end
        waiting = ended.get(recurrence.returns_as(strand.seen[begin].claim), [])
        earlier = next((other for other in waiting if other.end < begin), None)
        if earlier:
            waiting.remove(earlier)
            earlier.seen |= strand.seen
            earlier.changes |= {place: change for place, change in strand.changes.items() if place != begin}
            strand = earlier
        else:
            kept.append(strand)
        key = recurrence.returns_as(strand.seen[end].claim)
        if key:
            ended.setdefault(key, []).append(strand)
    return kept


def _grouped(strands: list[Strand]) -> list[list[Strand]]:
    """Strands that are one life: they say the same in some version, or changed in one and the same change."""
    parents = list(range(len(strands)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    first: dict[Hashable, int] = {}
    for index, strand in enumerate(strands):
        for key in _keys(strand):
            parents[root(index)] = root(first.setdefault(key, index))
    groups: dict[int, list[Strand]] = {}
    for index, strand in enumerate(strands):
        groups.setdefault(root(index), []).append(strand)
    return list(groups.values())


def _keys(strand: Strand) -> Iterator[Hashable]:
    yield from {same for seen in strand.seen.values() if (same := recurrence.repeats_in_version(seen))}
    for place, change in strand.changes.items():
        if place in strand.seen:
            yield place, id(change)


def _life(strands: list[Strand], numbers: list[int]) -> Life:
    there = _by_place(strand.seen for strand in strands)
    changed = _by_place(strand.changes for strand in strands)
    everything = [seen for place in sorted(there) for seen in there[place].values()]
    labels = {label for strand in strands for change in strand.changes.values() for label in change.labels}
    rates = captions.several_rates(everything)
    stages: list[Stage] = []
    begins: list[int] = []
    versions: list[_Version] = []
    # Where no strand is, nothing changes but for the first version without one.
    for place in sorted({*there, *changed, *(place + 1 for place in there if place + 1 < len(numbers))}):
        version = _Version.of(there.get(place, {}))
        changes = changed.get(place, {}).values()
        if (
            versions
            and version.state == versions[-1].state
            and not any(change.old and change.new for change in changes)
        ):
            continue
        here = list(version.seen.values())
        # Two forms of one value, such as £1.2m in a headline and £1.2 million below it, are one.
        values = {recurrence.state(seen): captions.value(seen, labels, rates=rates) for seen in reversed(here)}
        stages.append(
            Stage(
                numbers[place],
                numbers[place],
                _became(place, version, versions),
                tuple(reversed(values.values())),
                tuple(seen.claim for seen in here),
                place > 0 and any(change.acknowledged for change in changes),
            )
        )
        begins.append(place)
        versions.append(version)
    lasts = [numbers[place - 1] for place in begins[1:]] + [numbers[-1]]
    latest = tuple(seen.claim for seen in there[max(there)].values())
    kind = everything[0].claim.kind
    return Life(kind, captions.subject(everything, labels), _clipped(stages, lasts), latest)


def _by_place(strands: Iterable[dict[int, Value]]) -> dict[int, dict[int, Value]]:
    """What strands have in each version, by the number of the strand."""
    found: dict[int, dict[int, Value]] = {}
    for n, strand in enumerate(strands):
        for place, value in strand.items():
            found.setdefault(place, {})[n] = value
    return found


class _Version(NamedTuple):
    """What a life was in one version: each of its strands that is there, and the values that tell it apart."""

    seen: dict[int, Seen]
    state: frozenset[Hashable]

    @classmethod
    def of(cls, seen: dict[int, Seen]) -> _Version:
        return cls(seen, frozenset(map(recurrence.state, seen.values())))

    def is_back_at(self, earlier: _Version) -> bool:
        """Whether the life is what it was: the same values, and no strand that comparing the versions would report."""
        if self.state != earlier.state:
            return False
        both = self.seen.keys() & earlier.seen.keys()
        if both:
            return all(recurrence.unchanged(earlier.seen[n], self.seen[n]) for n in both)
        return all(any(recurrence.unchanged(old, new) for old in earlier.seen.values()) for new in self.seen.values())


def _clipped(stages: list[Stage], lasts: list[int]) -> tuple[Stage, ...]:
    """Stages up to their last revisions, with long values cut to where they differ from the one before."""
    before = ["", *(stage.values[0] if stage.values else "" for stage in stages[:-1])]
    return tuple(
        replace(stage, last=last, values=tuple(captions.clipped(value, previous) for value in stage.values))
        for stage, last, previous in zip(stages, lasts, before, strict=True)
    )


def _became(place: int, version: _Version, before: list[_Version]) -> Became:
    if not before:
        return "added" if place else "first"
    if not version.seen:
        return "removed"
    if any(version.is_back_at(earlier) for earlier in before[:-1]):
        return "back"
    values, previous = len(version.state), len(before[-1].state)
    if values > 1 and values > previous:
        return "split"
    return "joined" if previous > 1 and values == 1 else "changed"
