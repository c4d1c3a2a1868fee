"""The strip of an article drawn: a bar for each paragraph as long as its words, the numbers of its changes above.

The bars stretch to any screen; the labels, which must not, stand at percentages of its width. Numbers without room are
left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from revtrack.report.strip import StripPart
from revtrack.versions import phrases

# Numbers of changes above one bar.
LISTED = 3
# Width of one character of a label, and of the space between two labels, as a percentage of 1,100 pixels.
CHARACTER, BETWEEN = 0.62, 0.8
# How much wider a label may be on the narrowest screen that shows it.
MOST = 1.7
# A paragraph without words is drawn as one of this many.
LEAST = 3
# Units that the bars are drawn in, across and down, and what parts two of them.
ACROSS, DOWN, GAP = 2000, 13, 2


class StripLabel(NamedTuple):
    """The numbers above a bar, from `x` on, or up to it if they would stick out."""

    x: str
    text: str
    ends: bool


class StripDrawing(NamedTuple):
    """The bars as paths, by what is to be seen of them; the labels; and what they show in words."""

    bars: tuple[tuple[str, str], ...]
    labels: tuple[StripLabel, ...]
    across: int
    down: int
    summary: str
    described: str


def of(parts: Sequence[StripPart]) -> StripDrawing | None:
    """The drawing; None for a text of fewer than two paragraphs, where there is nothing to find."""
    if len(parts) < 2:
        return None
    lengths = [max(part.words, LEAST) for part in parts]
    ends = [sum(lengths[: place + 1]) / sum(lengths) for place in range(len(lengths))]
    bars: dict[str, str] = {}
    labels: list[StripLabel] = []
    free = 0.0
    for part, start, end in zip(parts, [0.0, *ends], ends, strict=False):
        left, right = round(start * ACROSS), round(end * ACROSS)
        width = max(right - left - GAP, 1)
        look = f"{part.state} {part.severity}" if part.severity else part.state
        bars[look] = f"{bars.get(look, '')}M{left} 0h{width}v{DOWN}h-{width}z"
        label = _label(part)
        taken = CHARACTER * len(label)
        begin = min(100 * start, 100 - taken * MOST)
        if label and begin >= free:
            free = begin + taken + BETWEEN
            sticks_out = begin < 100 * start
            labels.append(StripLabel(f"{100 * (end if sticks_out else start):.1f}%", label, sticks_out))
    return StripDrawing(tuple(bars.items()), tuple(labels), ACROSS, DOWN, _summary(parts), _described(parts))


def _label(part: StripPart) -> str:
    """The numbers of what changed in a paragraph; all of a new one is new."""
    if part.role == "notice" and part.state != "kept":
        return "notice"
    if part.state == "added":
        return ""
    more = "…" if len(part.numbers) > LISTED else ""
    return ", ".join(map(str, part.numbers[:LISTED])) + more


def _summary(parts: Sequence[StripPart]) -> str:
    """ "38 paragraphs, 1,398 words; 4 changed, 2 added"."""
    there = [part for part in parts if part.state != "removed"]
    words = phrases.count(sum(part.words for part in there), "word")
    states = [part.state for part in parts]
    told = [f"{states.count(state):,} {state}" for state in ("changed", "added", "removed") if state in states]
    return f"{phrases.count(len(there), 'paragraph')}, {words}; {', '.join(told) or 'none changed'}"


def _described(parts: Sequence[StripPart]) -> str:
    """Where changes stand, for those who do not see it: "Paragraph 6: changes 1 and 2; ..."."""
    told = (f"{part.where}: {_changes(part.numbers)}" for part in parts if part.numbers and part.state != "added")
    return "; ".join(told) or _summary(parts)


def _changes(numbers: tuple[int, ...]) -> str:
    return f"{'change' if len(numbers) == 1 else 'changes'} {phrases.listing(list(map(str, numbers)))}"
