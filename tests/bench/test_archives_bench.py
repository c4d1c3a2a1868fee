"""Whole commands over an archive: versions that do not shrink, and a table beside click and an earlier revtrack."""

from __future__ import annotations

from itertools import pairwise

from bench import archives, peers, readme

NOW = dict.fromkeys(archives._ACTIONS, 0.5) | {"click": 0.25, "search_memory": 60e6, "extract_memory": 50e6}
SIZES = {"long": 500.0, "many": 50.0, "listed": 5_000.0}


def test_versions_differ_and_keep_their_length() -> None:
    texts = [one["text"] for one in archives._versions(1, 12)]
    assert all(old != new for old, new in pairwise(texts))
    assert all(len(text.split()) >= archives.WORDS for text in texts)


def test_short_versions_differ_too() -> None:
    texts = [one["text"] for one in archives._versions(1, 12, 60)]
    assert all(old != new for old, new in pairwise(texts))


def test_times_rise_with_the_versions() -> None:
    times = [one["time"] for one in archives._versions(1, 60)]
    assert sorted(times) == times
    assert len(set(times)) == 60


def test_the_table_tells_the_ratios() -> None:
    found = {"now": NOW, "before": {name: 2 * value for name, value in NOW.items()}, "sizes": SIZES}
    table = readme.archives(found, "a machine")
    assert "| `diff` of two revisions, known | 500.0 ms | 2.00 × | 0.50 × |" in table
    assert "| memory of that `search` | 60 MB |  | 0.50 × |" in table
    assert "first line of `log` over 20,000 revisions, on the clock | 500.0 ms |  | 0.50 × |" in table
    assert "2.0 × click" in archives.table(found)


def test_a_ratio_to_what_nobody_waited_for_is_at_most_so_much() -> None:
    before = {name: 2 * value for name, value in NOW.items()} | {"log_first_line": float(archives.PATIENCE)}
    told = archives.table({"now": NOW, "before": before, "sizes": SIZES})
    assert "at most 0.02 × before" in told
    assert told.count("at most") == 1


def test_without_an_earlier_revtrack_there_is_no_ratio_to_one() -> None:
    assert "| `check`, one changed article | 500.0 ms | 2.00 × | – |" in readme.archives(
        {"now": NOW, "sizes": SIZES}, "a machine"
    )


def test_a_peer_that_is_not_there_is_said_to_be_so() -> None:
    assert "| redlines | not installed |" in readme.peers({"redlines": None}, "")
    assert peers._spacy() is None or callable(peers._spacy())
