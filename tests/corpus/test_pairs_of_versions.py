"""Pairs: what makes one, what is a row with its error, and that no pair of versions is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.corpus import pairs
from revtrack.corpus.pairs import Bad, CorpusRow, Pair
from revtrack.rows.columns import Versions


def records(*rows: dict[str, Any]) -> list[CorpusRow]:
    return [CorpusRow(f"line {number}", row) for number, row in enumerate(rows, 1)]


def test_a_pair_needs_no_more_than_id_old_and_new() -> None:
    """Numbers will do as ids, and an empty text is one."""
    [one] = pairs.of_pairs(records({"id": 7, "old": "", "new": "b", "more": None}))
    assert one == Pair("7", "", "b", Versions(None, 1, 2, None))


def test_what_is_known_of_a_pair_is_kept() -> None:
    """Article and time of the new version."""
    [one] = pairs.of_pairs(records({"id": "a", "old": "a", "new": "b", "article": "x", "time": "2024-10-31 12:00"}))
    assert one.versions == Versions("x", 1, 2, "2024-10-31T12:00:00Z")


@pytest.mark.parametrize(
    ("fields", "name", "error"),
    [
        ({"old": "a", "new": "b"}, None, "has no `id`"),
        ({"id": True, "old": "a", "new": "b"}, None, "has no `id`"),
        ({"id": "\ud800", "old": "a", "new": "b"}, None, "has no `id`"),
        ({"id": 1, "old": "a"}, "1", "has no `new`"),
        ({"id": 1, "old": None, "new": "b"}, "1", "has no `old`"),
        ({"id": 1, "old": ["a"], "new": "b"}, "1", "`old` is list, not a string"),
        ({"id": 1, "old": "a", "new": "b\udc00"}, "1", "`new` holds lone surrogates"),
        ({"id": 1, "old": "a", "new": "b" * 5_000_001}, "1", "`new` is larger than 5 MB"),
        ({"id": 1, "old": "é" * 2_500_001, "new": "b"}, "1", "`old` is larger than 5 MB"),
        ({"id": 1, "old": "a", "new": "b", "time": "noon"}, "1", "'noon' is not a date or time"),
        ({"id": 1, "old": "a", "new": "b", "time": 7}, "1", "`time` is not a date or time"),
    ],
)
def test_a_row_that_is_no_pair_says_why(fields: dict[str, Any], name: str | None, error: str) -> None:
    """With its place, and its id as far as it has one."""
    [one] = pairs.of_pairs(records(fields))
    assert isinstance(one, Bad)
    assert one.id == name
    assert one.error.startswith(f"line 1: {error}")


def test_versions_are_paired_in_their_order() -> None:
    """Under the names of NewsEdits as well, and numbers that a table made floats of."""
    rows = [{"entry_id": 12, "version": number, "summary": f"v{number}"} for number in (2.0, "0", 1)]
    made = list(pairs.of_versions(records(*rows)))
    assert [(one.id, one.old, one.new) for one in made if isinstance(one, Pair)] == [
        ("12@0-1", "v0", "v1"),
        ("12@1-2", "v1", "v2.0"),
    ]
    assert made[1].versions == Versions("12", 1, 2, None)


def test_versions_without_numbers_go_by_time_and_are_counted() -> None:
    """Times may be those of a table."""
    noon = datetime(2024, 10, 31, 12, tzinfo=UTC)
    rows = [{"article": "a", "time": noon, "text": "b"}, {"article": "a", "time": "2024-10-31", "text": "a"}]
    [one] = pairs.of_versions(records(*rows))  # type: ignore[arg-type]
    assert isinstance(one, Pair)
    assert (one.old, one.new, one.old_time) == ("a", "b", "2024-10-31T00:00:00Z")
    assert one.versions == Versions("a", 1, 2, "2024-10-31T12:00:00Z")


def test_where_some_have_no_number_the_times_decide() -> None:
    """One that has no time either has no place, and is told."""
    rows = [
        {"article": "a", "version": 9, "time": "2024-10-31"},
        {"article": "a", "version": 1},
        {"article": "a", "time": "2024-10-30"},
    ]
    bad, pair = pairs.of_versions(records(*({**row, "text": str(place)} for place, row in enumerate(rows))))  # type: ignore[dict-item]
    reason = "line 2: has no `time`, and other rows of its article have no `version`"
    assert bad == Bad("a@1", reason, Versions("a", None, 1, None))
    assert isinstance(pair, Pair)
    assert (pair.id, pair.old, pair.new) == ("a@2-3", "2", "0")


def test_a_version_that_cannot_be_read_is_passed_over() -> None:
    """Its neighbours make a pair, and it is told itself."""
    rows = [{"article": "a", "version": number, "text": value} for number, value in enumerate(("x", 7, "y"), 1)]
    bad, pair = pairs.of_versions(records(*rows))
    assert bad == Bad("a@2", "line 2: `text` is int, not a string", Versions("a", None, 2, None))
    assert isinstance(pair, Pair)
    assert pair.id == "a@1-3"


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({"version": 1, "text": "a"}, "has no `article`"),
        ({"article": "a", "text": "a"}, "has neither `version` nor `time`"),
        ({"article": "a", "version": 1.5, "text": "a"}, "`version` is not a whole number"),
        ({"article": "a", "version": 1}, "has no `text`"),
        ({"article": "a", "version": 2, "text": "a"}, "version 2 appears twice"),
    ],
)
def test_a_row_that_is_no_version_says_why(row: dict[str, Any], error: str) -> None:
    """Whatever it is, the article's own versions are paired."""
    others = [{"article": "a", "version": 2, "text": "x"}, {"article": "a", "version": 3, "text": "y"}]
    made = list(pairs.of_versions(records(*others, row)))
    assert [one.error for one in made if isinstance(one, Bad)] == [f"line 3: {made_error(made)}"]
    assert error in made_error(made)
    assert [one.new for one in made if isinstance(one, Pair)] == ["y"]


def made_error(made: list[Pair | Bad]) -> str:
    [bad] = [one for one in made if isinstance(one, Bad)]
    return bad.error.removeprefix("line 3: ")


@pytest.mark.parametrize(
    ("names", "form"),
    [
        ("id old new", "pairs"),
        ("article version text", "versions"),
        ("entry_id version summary", "versions"),
        ("id old", None),
        ("article version", None),
        ("", None),
    ],
)
def test_the_names_tell_pairs_from_versions(names: str, form: str | None) -> None:
    """And neither from either."""
    assert pairs.form(dict.fromkeys(names.split())) == form


@given(st.dictionaries(st.sampled_from("abcd"), st.sets(st.integers(0, 9), min_size=1)), st.randoms())
def test_no_pair_is_lost_and_none_made_up(articles: dict[str, set[int]], random: Any) -> None:
    """Whatever the order of versions within an article: each has one pair with the next."""
    rows = []
    for name, numbers in articles.items():
        order = list(numbers)
        random.shuffle(order)
        rows += [{"article": name, "version": number, "text": f"{name}{number}"} for number in order]
    made = [(one.old, one.new) for one in pairs.of_versions(records(*rows)) if isinstance(one, Pair)]
    wanted = [
        (f"{name}{old}", f"{name}{new}")
        for name, numbers in articles.items()
        for old, new in zip(sorted(numbers), sorted(numbers)[1:], strict=False)
    ]
    assert made == wanted
