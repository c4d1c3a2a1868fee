"""Each claim of an article as one life over all its revisions.

A strand follows one place through the versions. Strands that say the same in one version, such as a toll in headline
and body, are one life; where they part later, the life splits. A claim that was taken out and comes back is one life.

    people: 3 (r1) -> at least 12 (r2-4) -> 21 (r5)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from revtrack.history import links, wording
from revtrack.history.wording import Seen
from revtrack.model import AnyClaim, Became, Change, Diff, Revision
from revtrack.model.lives import Life, Stage

Step = tuple[Revision, Diff]


@dataclass(slots=True)
class Strand:
    """One place through the versions: what stood there in each, and the changes that brought it there."""

    seen: dict[int, Seen] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)


def of(steps: Sequence[Step]) -> list[Life]:
    """The lives of all claims, in the order of their first places; each step is a revision and its diff to the last."""
    groups = _grouped(_returned(_strands([diff for _, diff in steps])))
    groups.sort(key=lambda group: min((min(one.seen), one.seen[min(one.seen)].claim.start) for one in group))
    return [_life(group, [revision.number for revision, _ in steps]) for group in groups]


def _strands(diffs: Sequence[Diff]) -> list[Strand]:
    found: list[Strand] = []
    current: dict[str, Strand] = {}
    for place, diff in enumerate(diffs):
        come = {link.new: link for link in links.of(diff)} if place else {}
        ends = {change.old.id: change for change in diff.changes if isinstance(change.old, AnyClaim)}
        begins = {change.new.id: change for change in diff.changes if isinstance(change.new, AnyClaim)}
        following: dict[str, Strand] = {}
        for claim in links.telling(diff.after):
            link = come.get(claim.id)
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
        current = following
    return found


def _returned(strands: list[Strand]) -> list[Strand]:
    """Strands with those joined whose claim went and came back, told by what it says."""
    gone: dict[Hashable, list[Strand]] = {}
    kept: list[Strand] = []
    for strand in sorted(strands, key=lambda one: min(one.seen)):
        begin, end = min(strand.seen), max(strand.seen)
        waiting = gone.get(wording.again(strand.seen[begin].claim), [])
        earlier = next((one for one in waiting if max(one.seen) < begin), None)
        if earlier:
            waiting.remove(earlier)
            earlier.seen |= strand.seen
            earlier.changes |= {place: change for place, change in strand.changes.items() if place != begin}
            strand = earlier
        else:
            kept.append(strand)
        key = wording.again(strand.seen[end].claim)
        if key:
            gone.setdefault(key, []).append(strand)
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
    for place, seen in strand.seen.items():
        same = wording.same(seen.claim, seen.claims)
        if same:
            yield same
        change = strand.changes.get(place)
        if change:
            yield place, id(change)


def _life(strands: list[Strand], numbers: list[int]) -> Life:
    places = range(min(min(one.seen) for one in strands), len(numbers))
    everything = [one.seen[place] for place in places for one in strands if place in one.seen]
    labels = {label for one in strands for change in one.changes.values() for label in change.labels}
    stages: list[Stage] = []
    states: list[frozenset[Hashable]] = []
    for place in places:
        here = [one.seen[place] for one in strands if place in one.seen]
        changes = [one.changes[place] for one in strands if place in one.changes]
        state = frozenset(map(wording.state, here))
        if states and state == states[-1] and not any(change.old and change.new for change in changes):
            stages[-1] = replace(stages[-1], last=numbers[place])
            continue
        # Two forms of one value, such as £1.2m in a headline and £1.2 million below it, are one.
        values = {wording.state(seen): wording.value(seen, everything, labels) for seen in reversed(here)}
        stages.append(
            Stage(
                numbers[place],
                numbers[place],
                _became(place, state, states),
                tuple(reversed(values.values())),
                tuple(seen.claim for seen in here),
                place > 0 and any(change.acknowledged for change in changes),
            )
        )
        states.append(state)
    end = max(max(one.seen) for one in strands)
    latest = tuple(one.seen[end].claim for one in strands if end in one.seen)
    return Life(everything[0].claim.kind, wording.subject(everything, labels), _clipped(stages), latest)


def _clipped(stages: list[Stage]) -> tuple[Stage, ...]:
    """Stages with long values cut to where they differ from the one before."""
    before = ["", *(stage.values[0] if stage.values else "" for stage in stages)]
    return tuple(
        replace(stage, values=tuple(wording.clipped(value, told) for value in stage.values))
        for stage, told in zip(stages, before, strict=False)
    )


def _became(place: int, state: frozenset[Hashable], before: list[frozenset[Hashable]]) -> Became:
    if not before:
        return "added" if place else "first"
    if not state:
        return "removed"
    if state in before[:-1]:
        return "back"
    if len(state) > 1 and len(state) > len(before[-1]):
        return "split"
    return "joined" if len(before[-1]) > 1 and len(state) == 1 else "changed"
