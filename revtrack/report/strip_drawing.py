"""The strip of an article drawn: a bar for each paragraph as long as its words, the numbers of its changes above.

Places are percentages of the width, so that the drawing fits any screen; numbers without room are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from revtrack.model import Severity
from revtrack.report.strip import PartState, StripPart
from revtrack.versions import phrases

# Numbers of changes above one bar.
LISTED = 3
# Width of one character of a label, and of the space between two labels, as a percentage of 1,100 pixels.
CHARACTER, BETWEEN = 0.62, 0.8
# How much wider a label may be on the narrowest screen that shows it.
MOST = 1.7
# A paragraph of no words is drawn as one of so many.
LEAST = 3
# What parts two bars, in percent.
GAP = 0.12


class StripBar(NamedTuple):
    """A bar from `x` on, `width` wide; `label` stands at `x` too, or left of `end` if it would stick out."""

    x: str
    width: str
    state: PartState
    severity: Severity | None
    label: str
    end: str


class StripDrawing(NamedTuple):
    """All bars, and what they show in words."""

    bars: tuple[StripBar, ...]
    summary: str
    described: str


def of(parts: Sequence[StripPart]) -> StripDrawing | None:
    """The drawing; None for a text of fewer than two paragraphs, where there is nothing to find."""
    if len(parts) < 2:
        return None
    lengths = [max(part.words, LEAST) for part in parts]
    total = sum(lengths)
    bars: list[StripBar] = []
    x, free = 0.0, 0.0
    for part, length in zip(parts, lengths, strict=True):
        width = 100 * length / total
        label = _label(part)
        taken = CHARACTER * len(label)
        begin = min(x, 100 - taken * MOST)
        label = label if begin >= free else ""
        free = begin + taken + BETWEEN if label else free
        end = f"{min(x + width, 100):.2f}%" if label and begin < x else ""
        bars.append(StripBar(f"{x:.2f}%", f"{max(width - GAP, GAP):.2f}%", part.state, part.severity, label, end))
        x += width
    return StripDrawing(tuple(bars), _summary(parts), _described(parts))


def _label(part: StripPart) -> str:
    if part.role == "notice" and part.state != "kept":
        return "notice"
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
    told = (f"{part.where}: {_changes(part.numbers)}" for part in parts if part.numbers)
    return "; ".join(told) or "No numbered changes"


def _changes(numbers: tuple[int, ...]) -> str:
    return f"{'change' if len(numbers) == 1 else 'changes'} {phrases.listing(list(map(str, numbers)))}"
