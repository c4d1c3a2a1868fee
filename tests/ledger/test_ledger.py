"""The ledger of changes is derived: whatever becomes of store and index, it lacks nothing and has nothing more."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revtrack.errors import StoreError
from revtrack.index.memory import in_memory
from revtrack.ledger import change_tables as tables
from revtrack.ledger.ledger import Ledger, Work
from revtrack.model import Change, Figure, Passage, Revision
from revtrack.model.queries import Answer, Question, Turn
from revtrack.store import Store

NOW = "2024-11-05T12:00:00Z"
Git = Callable[..., str]
Pairs = list[tuple[str, int, int]]


def change(message: str = "toll", old: str = "12", new: str = "21", severity: str = "high") -> Change:
    sides = (Figure(f"c{place}", 0, len(text), text, 0, None, None, None) for place, text in enumerate((old, new)))
    return Change("figure", ("value",), severity, *sides, message)  # type: ignore[arg-type, call-arg]


def turns(work: Work, unreadable: tuple[str, ...] = ()) -> Iterator[Turn]:
    """What a reader of texts would tell: one change for each pair of texts that can be read."""
    for stretch, is_known in zip(work.stretches, work.known, strict=True):
        before = None
        for place, revision in enumerate(stretch):
            if revision.blob in unreadable:
                yield Turn(revision, None, is_text=False)
                continue
            if not (is_known and place == 0):
                changes = (change(f"{before.time} to {revision.time}"),) if before else ()
                yield Turn(revision, before, changes)
            before = revision


def fill(ledger: Ledger, unreadable: tuple[str, ...] = ()) -> list[str]:
    """Put in what is missing; the articles that lacked something."""
    due = ledger.due()
    ledger.learn([(work, list(turns(work, unreadable))) for work in map(ledger.work, due)])
    assert ledger.due() == []
    return sorted(due)


def answer(ledger: Ledger, **question: object) -> Answer:
    found = ledger.answer(Question(**question))  # type: ignore[arg-type]
    assert found
    return found


def pairs(ledger: Ledger, **question: object) -> Pairs:
    """Which revisions of which article the changes lie between, by number, newest first."""
    found = answer(ledger, **question)
    assert found.total == len(found.results)
    for one in found.results:
        assert one.change["message"] == f"{one.old.time} to {one.new.time}"
    return [(one.new.article, one.old.number, one.new.number) for one in found.results]


def add(store: Store, day: int, article: str = "storm") -> Revision:
    return store.add(f"Day {day} of {article}.\n".encode(), article, at=f"2024-10-{day:02}", now=NOW).revision


@pytest.fixture
def filled(store: Store) -> Store:
    for day, article in ((1, "storm"), (5, "storm"), (3, "storm"), (2, "court"), (4, "Court"), (6, "quiet")):
        add(store, day, article)
    fill(Ledger(store.tables(), "one"))
    return store


ALL = [("storm", 2, 3), ("court", 1, 2), ("storm", 1, 2)]


def test_nothing_is_in_an_empty_store(store: Store) -> None:
    ledger = Ledger(store.tables(), "one")
    assert ledger.due() == []
    assert answer(ledger).to_dict() == {
        "schema": "revtrack.search/1",
        "total": 0,
        "more": False,
        "results": [],
    }


def test_an_article_that_was_never_revised_lacks_nothing(store: Store) -> None:
    """None of an archive's many such articles is read, or taken a note of."""
    add(store, 1)
    assert Ledger(store.tables(), "one").due() == []


def test_every_pair_of_neighbours_is_there(filled: Store) -> None:
    assert pairs(Ledger(filled.tables(), "one")) == ALL


def test_what_is_there_is_not_asked_for_again(filled: Store) -> None:
    """A new revision of one article is compared with the one before it, and nothing else is."""
    add(filled, 7)
    ledger = Ledger(filled.tables(), "one")
    assert ledger.due() == ["storm"]
    [stretch] = ledger.work("storm").stretches
    assert [one.number for one in stretch] == [3, 4]
    fill(ledger)
    assert pairs(ledger) == [("storm", 3, 4), *ALL]


def test_a_version_in_between_parts_a_pair(filled: Store) -> None:
    """(a, b) goes, (a, x) and (x, b) come; a version before all is the first."""
    add(filled, 4)
    add(filled, 1, "court")
    ledger = Ledger(filled.tables(), "one")
    assert fill(ledger) == ["court", "storm"]
    assert pairs(ledger) == [("storm", 3, 4), ("court", 2, 3), ("storm", 2, 3), ("storm", 1, 2), ("court", 1, 2)][:5]


def test_a_branch_that_was_forced_is_followed(filled: Store, git: Git) -> None:
    """What is no longer in the history is no longer found; put back, it is there again."""
    tip = filled.tip()
    git(filled.path, "update-ref", "refs/heads/revisions", "revisions~4")  # storm of day 1 and 5
    ledger = Ledger(filled.tables(), "one")
    assert fill(ledger) == ["court", "storm"]
    assert pairs(ledger) == [("storm", 1, 2)]
    git(filled.path, "update-ref", "refs/heads/revisions", tip)
    fill(ledger)
    assert pairs(ledger) == ALL
    nothing = git(filled.path, "hash-object", "-t", "tree", "-w", "/dev/null").strip()
    emptied = git(filled.path, "commit-tree", nothing, "-m", "Taken out").strip()
    git(filled.path, "update-ref", "refs/heads/revisions", emptied)
    fill(ledger)
    assert pairs(ledger) == []
    with closing(sqlite3.connect(filled.path / "index.sqlite")) as known:
        left = {
            name: known.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("change", "change_text", "turn", "ledger_article", "ledger_due")
        }
        assert set(left.values()) == {0}, left
        assert known.execute("SELECT count(*) FROM change_words WHERE change_words MATCH 'to'").fetchone() == (0,)


def test_a_lost_index_is_filled_again_with_the_same_answer(filled: Store) -> None:
    before = answer(Ledger(filled.tables(), "one")).to_dict()
    (filled.path / "index.sqlite").unlink()
    ledger = Ledger(filled.tables(), "one")
    assert fill(ledger) == ["court", "storm"]
    assert answer(ledger).to_dict() == before


def test_an_index_made_anew_beside_the_ledger_costs_no_reading(filled: Store) -> None:
    """Its rows are numbered anew, which the ledger has to notice; what it has of them stays."""
    with closing(sqlite3.connect(filled.path / "index.sqlite")) as known:
        known.execute("PRAGMA user_version = 999")
    add(filled, 7)
    ledger = Ledger(filled.tables(), "one")
    assert ledger.due() == ["storm"]
    assert [len(stretch) for stretch in ledger.work("storm").stretches] == [2]
    fill(ledger)
    assert pairs(ledger) == [("storm", 3, 4), *ALL]


def test_nothing_is_answered_while_something_is_missing(filled: Store) -> None:
    """An answer that lacks the newest revision would be a wrong one."""
    ledger = Ledger(filled.tables(), "one")
    add(filled, 7)
    assert ledger.answer(Question()) is None
    assert ledger.due() == ["storm"]
    assert ledger.answer(Question()) is None
    fill(ledger)
    assert len(answer(ledger).results) == 4


@pytest.mark.parametrize("harm", ["UPDATE change_text SET value = substr(value, 3)", "DELETE FROM change_text"])
def test_a_change_that_cannot_be_read_is_damage_and_made_good(filled: Store, harm: str) -> None:
    with closing(sqlite3.connect(filled.path / "index.sqlite")) as known:
        known.execute(harm)
        known.commit()
    ledger = Ledger(filled.tables(), "one")
    assert ledger.due() == []
    assert ledger.answer(Question()) is None
    assert fill(ledger) == ["court", "storm"]
    assert pairs(ledger) == ALL


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE change_text",
        "DROP TABLE turn",
        "DROP TABLE change_words",
        "UPDATE ledger SET version = 0",
        "UPDATE ledger SET version = 2",  # which kept every change in a row of its own
        "DROP TABLE ledger",
    ],
)
def test_tables_that_are_damaged_or_of_another_time_are_made_anew(filled: Store, harm: str) -> None:
    with closing(sqlite3.connect(filled.path / "index.sqlite")) as known:
        known.execute(harm)
        known.commit()
    ledger = Ledger(filled.tables(), "one")
    assert fill(ledger) == ["court", "storm"]
    assert pairs(ledger) == ALL


def test_another_edition_begins_anew(filled: Store) -> None:
    ledger = Ledger(filled.tables(), "two")
    assert fill(ledger) == ["court", "storm"]
    assert pairs(ledger) == ALL


def test_a_revision_that_is_no_text_is_passed_over(store: Store) -> None:
    """Its neighbours are compared with each other, now and when another comes beside it."""
    add(store, 1)
    middle = add(store, 3)
    add(store, 5)
    ledger = Ledger(store.tables(), "one")
    fill(ledger, (middle.blob,))
    assert pairs(ledger) == [("storm", 1, 3)]
    add(store, 4)
    fill(ledger, (middle.blob,))
    assert pairs(ledger) == [("storm", 3, 4), ("storm", 1, 3)]


def test_two_that_fill_at_once_put_nothing_in_twice(store: Store) -> None:
    """Whoever comes second leaves what is there."""
    add(store, 1)
    add(store, 2)
    first, second = Ledger(store.tables(), "one"), Ledger(Store(store.path).tables(), "one")
    works = [ledger.work(ledger.due()[0]) for ledger in (first, second)]
    counts = [ledger.learn([(work, list(turns(work)))]) for ledger, work in zip((first, second), works, strict=True)]
    assert counts == [1, 0]
    assert pairs(first) == pairs(second) == [("storm", 1, 2)]


@pytest.mark.parametrize("is_noted", [False, True])
def test_a_revision_that_comes_while_another_is_compared_is_not_lost(store: Store, is_noted: bool) -> None:
    """Whether or not somebody asks before the comparison is done."""
    add(store, 1)
    add(store, 3)
    ledger = Ledger(store.tables(), "one")
    work = ledger.work(ledger.due()[0])
    add(store, 2)
    if is_noted:
        assert Ledger(Store(store.path).tables(), "one").due() == ["storm"]
    assert ledger.learn([(work, list(turns(work)))]) == 0
    fill(ledger)
    assert pairs(ledger) == [("storm", 2, 3), ("storm", 1, 2)]


def test_breaking_off_keeps_what_was_written(filled: Store) -> None:
    """Articles are written down whole or not at all."""
    ledger = Ledger(filled.tables(), "two")
    work = ledger.work(ledger.due()[0])

    class Broken(list[Turn]):
        def __iter__(self) -> Iterator[Turn]:
            yield from [*super().__iter__()][:-1]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.learn([(work, Broken(turns(work)))])
    assert ledger.due() == ["storm", "court"]  # that with most revisions first
    ledger.learn([(work, list(turns(work)))])
    assert ledger.due() == ["court"]
    fill(ledger)
    assert pairs(ledger) == ALL


@pytest.mark.large
@given(st.permutations([*range(1, 7)]), st.sets(st.integers(1, 6)), st.sets(st.integers(1, 6)))
@settings(max_examples=settings().max_examples // 4)
def test_it_does_not_matter_when_it_is_filled(order: list[int], pauses: set[int], unreadable: set[int]) -> None:
    """In whatever order versions come, and whenever somebody asks in between, the end is that of filling once."""
    with TemporaryDirectory() as folder:
        store = Store.init(Path(folder))
        bad: tuple[str, ...] = ()
        ledger = Ledger(store.tables(), "one")
        for day in order:
            added = add(store, day)
            bad += (added.blob,) if day in unreadable else ()
            if day in pauses:
                fill(ledger, bad)
        fill(ledger, bad)
        readable = [day for day in range(1, 7) if day not in unreadable]
        assert pairs(ledger) == [("storm", *pair) for pair in pairwise(readable)][::-1]
        again = Ledger(in_memory(store.history()), "one")
        fill(again, bad)
        assert answer(again) == answer(ledger)


def test_one_commit_with_two_texts_of_an_article(filled: Store, git: Git, tmp_path: Path) -> None:
    """By other hands, in two folders: they are two revisions of one time, and stay so."""
    git(tmp_path, "clone", "--quiet", str(filled.path), "desk")
    for day in (1, 2):
        (tmp_path / f"desk/2024/10/0{day}").mkdir(exist_ok=True)
        (tmp_path / f"desk/2024/10/0{day}/storm.txt").write_text(f"By hand, {day}.\n")
    git(tmp_path / "desk", "add", ".")
    git(tmp_path / "desk", "commit", "--quiet", "-m", "By hand", at="2024-10-07T00:00:00Z")
    git(tmp_path / "desk", "push", "--quiet", "origin", "HEAD:revisions")
    ledger = Ledger(filled.tables(), "one")
    fill(ledger)
    expected = {("storm", old, old + 1) for old in range(1, 5)} | {("court", 1, 2)}
    assert set(pairs(ledger)) == expected
    add(filled, 8)
    fill(ledger)
    assert set(pairs(ledger)) == expected | {("storm", 5, 6)}


def test_changes_of_one_second_stand_in_the_same_order_however_they_came(store: Store) -> None:
    """Many articles are dated by their day alone."""
    ledger = Ledger(store.tables(), "one")
    for name in ("c", "a", "d", "b"):
        for day in (1, 2):
            add(store, day, name)
        fill(ledger)
    before = answer(ledger)
    (store.path / "index.sqlite").unlink()
    fill(ledger)
    assert answer(ledger) == before
    assert len(before.results) == 4


def test_a_revision_with_very_many_changes_keeps_their_order(store: Store) -> None:
    """More than the places a revision has of its own, beside others of the same second."""
    for name in ("a", "b"):
        add(store, 1, name)
        add(store, 2, name)
    ledger = Ledger(store.tables(), "one")
    many = tuple(change(f"change {number}") for number in range(300))
    works = [ledger.work(folded) for folded in ledger.due()]
    first = [[Turn(work.revisions[0], None), Turn(work.revisions[1], work.revisions[0], many)] for work in works]
    ledger.learn(zip(works, first, strict=True))
    found = answer(ledger, limit=0).results
    assert len(found) == 600
    for name in ("a", "b"):
        own = [one.change["message"] for one in found if one.new.article == name]
        assert own == [one.message for one in many]
    assert len(answer(ledger, since="2024-10-02T00:00:00Z", until="2024-10-02T00:00:00Z", limit=0).results) == 600


def test_a_python_without_fts5_is_told_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    without = tuple(table.replace("fts5", "fts99") for table in tables.TABLES)
    monkeypatch.setattr(tables, "TABLES", without)
    with pytest.raises(StoreError, match="lacks FTS5"):
        Ledger(store.tables(), "one").due()


def test_a_change_without_a_claim_on_one_side_is_kept_whole(store: Store) -> None:
    """Words where no claim stands, of whatever characters."""
    add(store, 1)
    add(store, 2)
    ledger = Ledger(store.tables(), "one")
    work = ledger.work(ledger.due()[0])
    said = Passage(0, 3, "may\0\ue001\ud800", 0)
    odd = Change("certainty", ("stronger",), "low", said, None, "may \u202e", moved=True)
    ledger.learn([(work, [Turn(work.revisions[0], None), Turn(work.revisions[1], work.revisions[0], (odd,))])])
    [result] = answer(ledger, words="may").results
    assert result.change == odd.to_dict()
