"""Follow each changed statement through the revisions; a statement is not a claim, so only its place identifies it.

Profit rose 5 percent (r1-2) -> Profit fell 5 percent (r3)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from revtrack.history import captions
from revtrack.model import Became, Change, Diff, Revision, Span
from revtrack.model.lives import Life, Stage
from revtrack.versions.way import Region, sentence_at


@dataclass(slots=True)
class _Trail:
    """A statement through the versions: the changes of it by the place of the new version, and where it is by now."""

    born: int
    changes: dict[int, Change] = field(default_factory=dict)
    span: Span | None = None
    gone: int | None = None


def of(steps: Sequence[tuple[Revision, Diff]]) -> list[Life]:
    """The lives of the statements that changed, in the order in which they did."""
    diffs = [diff for _, diff in steps]
    numbers = [revision.number for revision, _ in steps]
    return [_life(trail, numbers) for trail in _trails(diffs)]


def _trails(diffs: Sequence[Diff]) -> list[_Trail]:
    found: list[_Trail] = []
    for place, diff in enumerate(diffs):
        if not place:
            continue
        ways = {index: region for region in map(Region, diff.sentences) for index in region.op.old}
        going = [trail for trail in found if trail.span]
        taken: set[int] = set()
        for change in _stated(diff):
            known = next((n for n, one in enumerate(going) if n not in taken and _is_on(one, change)), None)
            if known is None:
                found.append(_Trail(_born(diffs, place, change)))
            else:
                taken.add(known)
            trail = going[known] if known is not None else found[-1]
            trail.changes[place] = change
            trail.span = change.new.span if change.new else None
        for n, trail in enumerate(going):
            if n not in taken and trail.span:
                trail.span = _carried(ways, diff, trail.span)
                trail.gone = None if trail.span else place
    return found


def _stated(diff: Diff) -> Iterator[Change]:
    """The changed statements that stand on both sides; a sentence that was only reworded has no life of its own."""
    for change in diff.changes:
        if change.kind == "statement" and not change.is_rewording and change.old and change.new:
            yield change


def _is_on(trail: _Trail, change: Change) -> bool:
    return trail.span is not None and change.old is not None and trail.span.overlaps(change.old.span)


def _carried(ways: dict[int, Region], diff: Diff, span: Span) -> Span | None:
    region = ways.get(sentence_at(diff.before, span.start))
    return region.kept_image("old", span) if region else None


def _born(diffs: Sequence[Diff], place: int, change: Change) -> int:
    """The version from which the words that changed in one stood as they were."""
    span = change.old.span if change.old else None
    for before in range(place - 1, 0, -1):
        diff = diffs[before]
        index = sentence_at(diff.after, span.start) if span else 0
        region = next((one for one in map(Region, diff.sentences) if index in one.op.new), None)
        span = region.kept_image("new", span) if region and span else None
        if span is None:
            return before
    return 0


def _life(trail: _Trail, numbers: Sequence[int]) -> Life:
    places = sorted(trail.changes)
    first = trail.changes[places[0]].old
    assert first
    texts = [(trail.born, first.text, False)]
    texts += [(place, change.new.text, change.acknowledged) for place in places if (change := trail.changes[place]).new]
    if trail.gone is not None:
        texts.append((trail.gone, "", False))
    stages: list[Stage] = []
    for n, (place, text, acknowledged) in enumerate(texts):
        last = texts[n + 1][0] - 1 if n + 1 < len(texts) else len(numbers) - 1
        words = " ".join(text.split())
        became = _became(n, place, words, stages)
        value = captions.clipped(words, stages[-1].values[0] if stages else "")
        stages.append(Stage(numbers[place], numbers[last], became, (value,) if text else (), (), acknowledged))
    return Life("statement", "", tuple(stages))


def _became(n: int, place: int, words: str, before: Sequence[Stage]) -> Became:
    if not n:
        return "added" if place else "first"
    if not words:
        return "removed"
    return "back" if any(stage.values == (words,) for stage in before[:-1]) else "changed"
