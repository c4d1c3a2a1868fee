"""The index is derived: whatever becomes of it, the answers are those of Git."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from revtrack.articles import plain_text
from revtrack.index import tables
from revtrack.index.commit_manifest import BRANCH
from revtrack.index.revision_index import Index
from revtrack.model import Revision
from revtrack.store import Store

NOW = "2024-11-05T12:00:00Z"
Git = Callable[..., str]


@pytest.fixture
def filled(store: Store) -> Store:
    for day, article in ((1, "storm"), (3, "storm"), (2, "storm"), (1, "court")):
        store.add(f"Text of day {day} on {article}.\n".encode(), article, at=f"2024-10-0{day}", now=NOW)
    return store


def index_of(store: Store) -> Path:
    return store.path / "index.sqlite"


def delete(path: Path) -> None:
    path.unlink()


def fill_with_noise(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def damage_pages(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


def age(path: Path) -> None:
    with closing(sqlite3.connect(path)) as known:
        known.execute("DROP TABLE revision")
        known.execute("PRAGMA user_version = 999")
        known.commit()


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [delete, fill_with_noise, empty, cut, damage_pages, age, make_a_folder])
def test_whatever_becomes_of_the_index_the_answers_stay(filled: Store, harm: Callable[[Path], None]) -> None:
    """It is made anew from Git, or where that cannot be, in memory; and a text is added as before."""
    expected = filled.history()
    harm(index_of(filled))
    assert filled.history() == expected
    assert filled.add(b"Another text, of day 4.\n", "storm", at="2024-10-04", now=NOW).revision.number == 4
    assert filled.history()[:-1] == expected


@pytest.mark.parametrize("harm", [fill_with_noise, empty, cut, damage_pages, make_a_folder])
def test_another_process_gets_over_a_bad_index_too(filled: Store, harm: Callable[[Path], None]) -> None:
    """One that never saw it whole answers as well."""
    expected = filled.history()
    filled.close()
    harm(index_of(filled))
    assert Store(filled.path).history() == expected


def test_it_is_brought_up_to_date_not_read_anew(
    filled: Store, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commits pushed by others are learnt from the last one seen on; only texts that nobody counted are read."""
    git(tmp_path, "clone", "--quiet", "--bare", str(filled.path), "other")
    other = Store(tmp_path / "other")
    other.add(b"From another desk.\n", "storm", at="2024-10-05", now=NOW)
    git(tmp_path, "clone", "--quiet", str(other.path), "desk")
    (tmp_path / "desk/2024/10/01/storm.txt").write_text("By hand.\n")
    git(tmp_path / "desk", "commit", "--quiet", "-am", "By hand", at="2024-10-06T00:00:00Z")
    git(tmp_path / "desk", "push", "--quiet", str(filled.path), "revisions")
    read: list[bytes] = []
    monkeypatch.setattr(plain_text, "count_words", lambda data: read.append(data) or 3)
    assert [one.number for one in filled.revisions("storm")] == [1, 2, 3, 4, 5]
    assert read == [b"By hand.\n"]


def test_a_history_put_back_is_seen(filled: Store, git: Git) -> None:
    """Where the branch was reset, the index forgets what is no longer there."""
    git(filled.path, "update-ref", "refs/heads/revisions", "revisions~2")
    assert [one.time[:10] for one in filled.history()] == ["2024-10-01", "2024-10-03"]
    nothing = git(filled.path, "hash-object", "-t", "tree", "-w", "/dev/null").strip()
    emptied = git(filled.path, "commit-tree", nothing, "-m", "Taken out").strip()
    git(filled.path, "update-ref", "refs/heads/revisions", emptied)
    assert filled.history() == []


def pushed(git: Git, here: Store, there: Store) -> None:
    git(here.path, "config", "receive.denyNonFastForwards", "false")  # what a new store does not allow
    git(there.path, "push", "--quiet", "--force", str(here.path), "revisions")


def fetched(git: Git, here: Store, there: Store) -> None:
    git(here.path, "fetch", "--quiet", str(there.path), "+revisions:revisions")


@pytest.mark.parametrize("moved", [pushed, fetched])
@pytest.mark.parametrize("diverged", [False, True])
def test_what_comes_from_elsewhere_is_answered_as_git_has_it(
    filled: Store, git: Git, tmp_path: Path, moved: Callable[[Git, Store, Store], None], diverged: bool
) -> None:
    """After a fetch or a push by force, also over revisions of our own, the index is what one made anew would be."""
    git(tmp_path, "clone", "--quiet", "--bare", str(filled.path), "other")
    other = Store(tmp_path / "other")
    other.add(b"From another desk.\n", "storm", at="2024-10-05", now=NOW)
    other.add(b"A new one.\n", "ferry", at="2024-10-01", now=NOW)
    if diverged:
        filled.add(b"From this desk.\n", "storm", at="2024-10-05", now=NOW)
        filled.add(b"Only here.\n", "flood", at="2024-10-06", now=NOW)
    moved(git, filled, other)
    assert filled.history() == other.history() == Index(filled.repository, BRANCH, anew=True).history(filled.tip())
    assert [one.article for one in filled.articles()] == ["court", "ferry", "storm"]
    added = filled.add(b"After it.\n", "ferry", at="2024-10-07", now=NOW).revision
    assert (added.number, filled.history()[-1]) == (2, added)
    assert other.path.joinpath("index.sqlite").exists()


DYING = """
import os, signal, sys
from revtrack.index import revision_index as index, tables
from revtrack.store import Store
store, rounds = tables.insert_revisions, []
def dying(*given):
    rounds.append(given)
    if len(rounds) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    store(*given)
tables.insert_revisions, index._BATCH = dying, 2
Store(sys.argv[1]).history()
"""


@pytest.mark.kill
@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed like this there")
@pytest.mark.parametrize("exists", [False, True])
def test_killed_in_the_middle_of_learning_it_is_not_half_an_index(filled: Store, git: Git, exists: bool) -> None:
    """Neither one that is made anew nor one that learns what others pushed."""
    expected, tip = filled.history(), filled.tip()
    if exists:
        git(filled.path, "update-ref", "refs/heads/revisions", "revisions~3")
        assert len(filled.history()) == 1
        git(filled.path, "update-ref", "refs/heads/revisions", tip)
    filled.close()
    if not exists:
        index_of(filled).unlink()
    killed = subprocess.run([sys.executable, "-c", DYING, str(filled.path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert Store(filled.path).history() == expected
    assert list(filled.verify()) == []


READING = """
import sys
from revtrack.store import Store
store, seen = Store(sys.argv[1]), 0
while seen < int(sys.argv[2]):
    found = store.history()
    assert len(found) >= seen, "a revision went away"
    assert [one.number for one in found if one.article == "ferry"] == list(range(1, len(found) - 3))
    assert all(store.read_many(found))
    seen = len(found)
"""


def test_two_read_while_one_writes(filled: Store) -> None:
    """Whatever moment they ask at, the answer is whole, and no later one is less."""
    command = [sys.executable, "-c", READING, str(filled.path), "16"]
    readers = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    for turn in range(12):
        filled.add(f"Text {turn} of the ferry.\n".encode(), "ferry", at=f"2024-10-{turn + 10}", now=NOW)
    assert [(reader.communicate()[1], reader.returncode) for reader in readers] == [(b"", 0)] * 2


def test_two_histories_merged_are_one(filled: Store, git: Git, tmp_path: Path) -> None:
    """Two desks that both added, and merged with git, see every revision in order of time."""
    git(tmp_path, "clone", "--quiet", str(filled.path), "desk")
    desk = tmp_path / "desk"
    (desk / "2024/10/01/court.txt").write_text("Changed by hand.\n")
    git(desk, "commit", "--quiet", "-am", "By hand", at="2024-10-06T00:00:00Z")
    filled.add(b"Changed by revtrack.\n", "storm", at="2024-10-07", now=NOW)
    git(desk, "pull", "--quiet", "--no-rebase", "--no-edit", "origin", "revisions", at="2024-10-08T00:00:00Z")
    git(desk, "push", "--quiet", "origin", "HEAD:revisions")
    assert [(one.article, one.note, one.by) for one in filled.history()][-2:] == [
        ("court", "By hand", "Ann Editor"),
        ("storm", "", "Ann Editor"),
    ]


def test_a_lost_note_to_the_index_loses_no_text(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the index cannot learn an added text, the next answer has it all the same."""
    monkeypatch.setattr(Index, "add_commit", lambda *_: None)
    added = filled.add(b"Another text, of day 4.\n", "storm", at="2024-10-04", now=NOW).revision
    assert filled.revisions("storm")[-1] == added


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_only_be_read_answers(filled: Store) -> None:
    """Without leave to write the answer comes from memory."""
    expected = filled.history()
    index_of(filled).unlink()
    filled.path.chmod(0o555)
    try:
        assert filled.history() == expected
    finally:
        filled.path.chmod(0o755)


def test_readers_and_a_writer_beside_each_other_agree(filled: Store) -> None:
    """While one process holds the index for writing, another still gets its answer, and a text is added."""
    expected = filled.history()
    with closing(sqlite3.connect(index_of(filled), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM revision").fetchone()
        assert Store(filled.path).history() == expected


def test_files_outside_day_folders_are_no_articles(store: Store, git: Git, tmp_path: Path) -> None:
    """A README that someone pushed into the store is left alone."""
    store.add(b"One.\n", "storm", at="2024-10-01", now=NOW)
    git(tmp_path, "clone", "--quiet", str(store.path), "desk")
    (tmp_path / "desk/README.md").write_text("About this archive.\n")
    (tmp_path / "desk/2024/10/01/link.txt").symlink_to("/etc/passwd")
    (tmp_path / "desk/2024/10/01/picture.txt").write_bytes(b"\0\1\2")
    git(tmp_path / "desk", "add", ".")
    git(tmp_path / "desk", "commit", "--quiet", "-m", "More")
    git(tmp_path / "desk", "push", "--quiet")
    found: list[Revision] = store.history()
    assert [(one.article, one.words) for one in found] == [("storm", 1), ("picture", 0)]


def test_a_reading_takes_the_place_of_those_of_other_editions_and_looks_at_no_others() -> None:
    """However many an archive has: a first search keeps some of each article."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute(tables.READING)
        for edition in ("a", "c", "b"):
            tables.insert_cached(db, edition, {"one": edition.encode()})
        told: list[str] = []
        db.set_trace_callback(told.append)
        tables.insert_cached(db, "b", {"two": b"2"})
        db.set_trace_callback(None)
        assert db.execute("SELECT * FROM reading").fetchall() == [("b", "one", b"b"), ("b", "two", b"2")]
        plans = [row[3] for statement in told for row in db.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert plans
        assert not [plan for plan in plans if "SCAN" in plan]
