"""The bench of corpora: its pairs have changes, its histories are of four versions, and the page has its table."""

from __future__ import annotations

import revtrack
from bench import corpora
from revtrack.corpus import pairs
from revtrack.corpus.pairs import CorpusRow, Pair

MEASURED = {
    "two_to_one": 0.5,
    "pair": 0.005,
    "pairs_a_second": 200,
    "pairs_a_second_two": 390,
    "overhead": 0.04,
    "short": 1000,
    "peak_tenth": 90e6,
    "peak": 91e6,
    "lost_pool": 0,
    "twice_pool": 0,
    "different_pool": 0,
    "lost_dask": 0,
    "twice_dask": 0,
    "different_dask": 0,
    "version": 0.01,
    "core_hours": 12.8,
}


def test_pairs_and_histories_are_worth_comparing() -> None:
    """Long enough to have changes, and read as a batch reads them."""
    rows = list(corpora._pairs(5, 300))
    assert sum(len(revtrack.compare(str(row["old"]), str(row["new"])).changes) for row in rows) > 5
    records = [CorpusRow("", row) for row in corpora._histories(2)]
    found = list(pairs.of_versions(records))
    assert [one.id for one in found if isinstance(one, Pair)] == ["0@0-1", "0@1-2", "0@2-3", "1@0-1", "1@1-2", "1@2-3"]


def test_every_figure_is_a_row_and_the_page_has_a_place_for_them() -> None:
    """Ratios as ratios, megabytes as megabytes."""
    table = corpora.table(MEASURED)
    assert "| 0.50 × |" in table
    assert "| 90 and 91 MB |" in table
    assert "| +4.0% |" in table
    assert "<!-- bench:corpora -->" in corpora.PAGE.read_text(encoding="utf-8")
