"""Anchors: equal entries find each other, repeated ones by their neighbours, and the heaviest order wins."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.versions.anchors import gaps, in_order, same


def test_unlike_sequences_have_no_pairs() -> None:
    assert same(["a", "b"], ["c"]).pairs() == []


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abcd", "bcda", [(0, 3), (1, 0), (2, 1), (3, 2)]),
        ("axbxc", "bxc", [(2, 0), (3, 1), (4, 2)]),
        ("xx", "yxxx", [(0, 2), (1, 3)]),
        ("axb", "bxa", [(0, 2), (1, 1), (2, 0)]),
    ],
)
def test_equal_entries_are_paired_repeated_ones_beside_their_neighbours(
    old: str, new: str, pairs: list[tuple[int, int]]
) -> None:
    assert same(old, new).pairs() == pairs


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8))
def test_as_many_entries_are_paired_as_both_sides_have(old: str, new: str) -> None:
    pairs = same(old, new).pairs()
    assert all(old[i] == new[j] for i, j in pairs)
    assert len(pairs) == sum(min(old.count(letter), new.count(letter)) for letter in "abcd")


@given(st.permutations(range(6)), st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_the_run_in_order_is_the_heaviest_there_is(places: list[int], weights: list[int]) -> None:
    pairs = list(enumerate(places))
    runs = [
        sum(weights[i] for i, _ in run)
        for length in range(7)
        for run in combinations(pairs, length)
        if all(before[1] < after[1] for before, after in pairwise(run))
    ]
    found = in_order(pairs, weights)
    assert all(before[1] < after[1] for before, after in pairwise(found))
    assert sum(weights[i] for i, _ in found) == max(runs)


def test_a_gap_is_counted_by_the_frame_entries_before_it() -> None:
    assert gaps(5, [1, 3]) == [0, 0, 1, 1, 2]
