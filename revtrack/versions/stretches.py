"""Spans that may overlap, joined into stretches, to ask quickly what meets them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from revtrack.model import Span, Spans

_start = attrgetter("start")


def joined(spans: Iterable[Span]) -> Spans:
    """Spans in order, those that overlap made one, empty ones left out."""
    filled = [span for span in spans if span.start < span.end]
    if len(filled) < 2:
        return tuple(filled)
    result: list[Span] = []
    for span in sorted(filled, key=_start):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return tuple(result)


def meet(stretches: Spans, span: Span) -> bool:
    """Whether one of some joined spans overlaps a span."""
    at = bisect_left(stretches, span.end, key=_start) - 1
    return at >= 0 and stretches[at].overlaps(span)


def touching(stretches: Spans, span: Span) -> Iterator[Span]:
    """The joined spans that overlap a span."""
    for stretch in stretches[bisect_right(stretches, span.start, key=lambda stretch: stretch.end) :]:
        if stretch.start >= span.end:
            return
        yield stretch
