"""Records in the order of their times, whatever order they came in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from revtrack.intake.ordered import Ordered
from revtrack.intake.records import Record

TIMES = st.integers(0, 5).map(lambda hour: f"2024-10-31T0{hour}:00:00Z")
RECORDS = st.builds(
    Record, st.text(max_size=5), st.text(max_size=5), st.binary(max_size=20), TIMES, rank=st.integers(0, 3)
)


@given(st.lists(RECORDS, max_size=30))
def test_time_then_rank_then_order_of_coming(records: list[Record]) -> None:
    """Nothing is lost, nothing is changed on the way."""
    with Ordered() as waiting:
        for record in records:
            waiting.put(record)
        assert waiting.count == len(records)
        assert list(waiting.take()) == sorted(records, key=lambda one: (one.time, one.rank))
