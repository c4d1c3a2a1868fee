"""Texts of one article and one moment: each is kept once, in the order they came, however often they come again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.store import Incoming, Store

NOW = "2024-11-05T12:00:00Z"
DAY = "2024-10-31"


def test_brothers_of_a_moment_are_known_again(store: Store) -> None:
    """Whichever of them comes, by itself or in a stream."""
    texts = [Incoming(text, "storm", at=DAY) for text in (b"One.", b"Two.", b"Three.")]
    assert store.add_many(texts, now=NOW).added == 3
    for again in (texts, texts[:1], texts[1:], texts[::-1]):
        done = store.add_many(again, now=NOW)
        assert (done.added, done.known) == (0, len(again))
    second = store.add(b"Two.", "storm", at=DAY, now=NOW)
    assert (second.new, second.revision.number) == (False, 2)
    assert [store.read(one) for one in store.revisions("storm")] == [b"One.", b"Two.", b"Three."]


def test_the_same_text_at_another_moment_is_a_revision(store: Store) -> None:
    """What stood between them was another text."""
    texts = [
        Incoming(b"One.", "storm", at=DAY),
        Incoming(b"Two.", "storm", at=DAY),
        Incoming(b"One.", "storm", at="2024-11-01"),
    ]
    assert store.add_many(texts, now=NOW).added == 3
    assert store.add_many(texts, now=NOW).added == 0


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.integers(1, 9), st.integers(1, 3)), max_size=12))
def test_a_stream_in_order_is_known_when_it_comes_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, int, int]]
) -> None:
    """Whatever texts and times it has, and whatever of it was refused."""
    store = Store.init(tmp_path_factory.mktemp("store"))
    stream = [
        Incoming(" ".join([word] * count).encode(), "storm", at=f"2024-10-0{day}")
        for word, count, day in sorted(texts, key=lambda one: one[2])
    ]
    first = store.add_many(stream, now=NOW)
    second = store.add_many(stream, now=NOW)
    assert (second.added, second.refused) == (0, first.refused)


def test_the_text_of_the_file_at_an_earlier_time_is_not_forgotten(store: Store) -> None:
    """Its commit changes no file; an index made anew has it all the same."""
    store.add(b"Twelve people died.\n", "storm", at="2024-10-02", now=NOW)
    assert store.add(b"Twelve people died.\n", "storm", at="2024-10-01", now=NOW).new
    store.add_many([Incoming(b"Twelve people died.\n", "storm", at="2024-09-30")], now=NOW)
    known = store.history()
    assert len(known) == 3
    store.close()
    (store.path / "index.sqlite").unlink()
    assert Store(store.path).history() == known
    assert list(store.verify()) == list(store.verify("storm")) == []
