"""Weights found by the hash of a feature's name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from revtrack.claims.tagger.weights import Weights

NUMBERS = st.integers(-(2**63), 2**63 - 1)


def test_what_has_no_weight_weighs_nothing() -> None:
    assert Weights.of({})["wsaid"] == 0
    assert Weights.of({"wsaid": 3})["wsay"] == 0


@given(st.dictionaries(st.text(max_size=12), NUMBERS, max_size=40))
def test_every_weight_is_found_again_after_writing_and_reading(weights: dict[str, int]) -> None:
    read = Weights.read(Weights.of(weights).written(), "q")
    assert {name: read[name] for name in weights} == weights


def test_bytes_are_the_same_on_every_machine() -> None:
    """Sorted by hash, little-endian: hashes first, then numbers."""
    assert Weights.of({"a": 1, "b": -2}, "b").written().hex() == "63006300f9efbe716200620043beb7e8fe01"
