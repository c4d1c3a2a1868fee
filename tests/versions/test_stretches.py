"""Spans joined into stretches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from revtrack.model import Span
from revtrack.versions.stretches import joined, meet, touching

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)).map(lambda pair: Span(pair[0], sum(pair))))


def test_overlapping_spans_are_one_and_empty_ones_are_left_out() -> None:
    assert joined([Span(4, 9), Span(0, 5), Span(9, 12), Span(20, 20)]) == (Span(0, 9), Span(9, 12))


@given(SPANS, st.tuples(st.integers(0, 40), st.integers(1, 8)))
def test_a_stretch_meets_what_one_of_its_spans_overlaps(spans: list[Span], place: tuple[int, int]) -> None:
    span = Span(place[0], sum(place))
    expected = any(other.overlaps(span) for other in spans if other.start < other.end)
    assert meet(joined(spans), span) == expected
    assert bool(list(touching(joined(spans), span))) == expected
