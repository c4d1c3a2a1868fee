"""The measurements of the store run, and their table names every row."""

from __future__ import annotations

import pytest

from bench import readme, store


@pytest.mark.large
def test_a_small_archive_is_measured_and_told() -> None:
    """Every figure that the table shows is there, and the sizes are those asked for."""
    figures = store.measure(1, (3, 8), single=5)
    assert all(value > 0 for value in figures.values())
    table = readme.store(figures, "a machine")
    for expected in ("3 articles", "8 articles", "`git log --raw`", "16 revisions in one stream", "`revtrack gc`"):
        assert expected in table
    assert figures["add_after_5_growth"] > 0
