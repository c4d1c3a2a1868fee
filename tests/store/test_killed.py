"""Nothing that was acknowledged is lost: killed writers, writers side by side, foreign locks, a full disk."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack import git as git_of
from revtrack.errors import StoreError
from revtrack.git import stale_locks
from revtrack.store import Store

pytestmark = pytest.mark.kill

NOW = "2024-11-05T12:00:00Z"
KILLS = 50
Git = Callable[..., str]

# Adds one text after another and says so of each only when `add` has returned.
ENDLESS = """
import sys
from revtrack.store import Store
store = Store(sys.argv[1])
for turn in range(10**6):
    text = f"{sys.argv[2]} {turn}"
    store.add(text.encode(), f"story-{turn % 3}", now="2024-10-31T00:00:00Z", force=True)
    print(text, flush=True)
"""
FIFTEEN = """
import sys
from revtrack.store import Store
store = Store(sys.argv[1], patience=600)
for turn in range(15):
    store.add(f"{sys.argv[2]} {turn}".encode(), sys.argv[3].format(turn), now="2024-10-31T00:00:00Z")
    print(turn, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="only POSIX kills a group of processes")
def test_killed_at_any_moment_nothing_acknowledged_is_lost(store: Store, git: Git) -> None:
    """Fifty times the writer and its git die at a random moment; the next one needs no person."""
    chance, acknowledged = random.Random(7), []
    for kill in range(KILLS):
        command = [sys.executable, "-c", ENDLESS, str(store.path), f"life {kill}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as life:
            assert life.stdout
            assert life.stderr
            # One life in two is long enough for a second text, however slow the machine.
            acknowledged += [life.stdout.readline().decode().strip() for _ in range(1 + kill % 2)]
            time.sleep(chance.random() * 0.08)
            os.killpg(life.pid, signal.SIGKILL)
            acknowledged += life.stdout.read().decode().splitlines()
            assert life.stderr.read() == b""
    assert store.add(b"The next one.\n", "story-0", now=NOW, force=True).new
    kept = {text.decode() for text in store.read_many(store.history())}
    assert len(acknowledged) > KILLS
    assert set(acknowledged) <= kept
    assert [finding.what for finding in store.verify()] == []
    assert "error" not in git(store.path, "fsck", "--strict", "--full")


@pytest.mark.parametrize("article", ["shared", "story-{0}-of-{1}"], ids=["one-article", "own-articles"])
def test_eight_writers_side_by_side_lose_nothing(store: Store, git: Git, article: str) -> None:
    """Fifteen texts each, acknowledged all 120: as many commits, and a file for every article."""
    names = [article.replace("{1}", str(writer)) for writer in range(8)]
    command = [sys.executable, "-c", FIFTEEN, str(store.path)]
    writers = [
        subprocess.Popen([*command, f"writer {number}", name], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number, name in enumerate(names)
    ]
    ended = [writer.communicate() for writer in writers]
    assert [error for _, error in ended] == [b""] * 8
    assert sum(len(printed.split()) for printed, _ in ended) == 120
    assert git(store.path, "rev-list", "--count", "--first-parent", "revisions").strip() == "120"
    files = git(store.path, "ls-tree", "-r", "--name-only", "revisions").split()
    assert len(files) == (1 if article == "shared" else 120)
    assert sorted(text.decode() for text in store.read_many(store.history())) == sorted(
        f"writer {number} {turn}" for number in range(8) for turn in range(15)
    )
    assert list(store.verify()) == []


def note(store: Store, text: str) -> None:
    (store.path / "revtrack.lock").write_text(text)


def test_locks_of_a_killed_writer_are_cleared(store: Store) -> None:
    """A lock that names the commit that was noted is its writer's; it is dead, for its file lock is free."""
    branch = store.path / "refs/heads/revisions.lock"
    store.add(b"One.\n", "storm", now=NOW)
    note(store, "a" * 40)
    branch.write_text("a" * 40 + "\n")
    assert store.add(b"Two.\n", "storm", now=NOW).new
    assert not branch.exists()


def test_empty_locks_of_a_killed_writer_are_cleared_when_nobody_fills_them(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git names the commit as soon as it holds the lock; HEAD's stays empty for a moment."""
    monkeypatch.setattr(stale_locks, "EMPTY_FOR", 0.2)
    store.add(b"One.\n", "storm", now=NOW)
    note(store, "a" * 40)
    for name in ("HEAD.lock", "refs/heads/revisions.lock"):
        (store.path / name).touch()
    assert store.add(b"Two.\n", "storm", now=NOW).new


@pytest.mark.parametrize("noted", ["", "a" * 40], ids=["no-writer-died", "another-writer-died"])
def test_a_lock_of_another_program_is_named_and_left(store: Store, noted: str) -> None:
    """Its owner may live: the error names the file, which stays."""
    store.add(b"One.\n", "storm", now=NOW)
    note(store, noted)
    branch = store.path / "refs/heads/revisions.lock"
    branch.write_text("b" * 40 + "\n")
    store.patience = 0.1
    with pytest.raises(StoreError, match=r"refs/heads/revisions\.lock: another program holds"):
        store.add(b"Two.\n", "storm", now=NOW)
    assert branch.exists()
    branch.unlink()
    assert store.add(b"Two.\n", "storm", now=NOW).new


def test_an_empty_lock_older_than_the_note_is_anothers(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there before the writer began is not the writer's."""
    monkeypatch.setattr(stale_locks, "EMPTY_FOR", 0.0)
    store.add(b"One.\n", "storm", now=NOW)
    branch = store.path / "refs/heads/revisions.lock"
    branch.touch()
    os.utime(branch, (1, 1))
    note(store, "a" * 40)
    store.patience = 0.1
    with pytest.raises(StoreError, match="another program"):
        store.add(b"Two.\n", "storm", now=NOW)
    assert branch.exists()


def test_a_lock_that_is_let_go_is_waited_for(store: Store) -> None:
    """A push that is under way holds an add up, and no more."""
    store.add(b"One.\n", "storm", now=NOW)
    branch = store.path / "refs/heads/revisions.lock"
    branch.write_text("b" * 40 + "\n")
    code = f"import time, os; time.sleep(0.3); os.unlink({str(branch)!r})"
    store.patience = 600
    with subprocess.Popen([sys.executable, "-c", code]):
        assert store.add(b"Two.\n", "storm", now=NOW).new


LIMITED = """
import resource, sys
from revtrack.errors import StoreError
from revtrack.store import Store
store = Store(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    store.add(sys.argv[3].encode(), "storm", now="2024-11-06T00:00:00Z")
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no RLIMIT_FSIZE")
@pytest.mark.parametrize("limit", [0, 10, 60, 200, 3000])
def test_a_full_disk_is_said_and_harms_nothing(store: Store, git: Git, limit: int) -> None:
    """Whatever could not be written any more, the store stays sound and the next add works."""
    store.add(b"One.\n", "storm", now=NOW)
    text = "".join(random.Random(limit).choices("abcdefghijklmnopqrstuvwxyz ", k=9000))
    command = [sys.executable, "-c", LIMITED, str(store.path), str(limit), text]
    done = subprocess.run(command, capture_output=True, text=True)
    assert "disk" in done.stdout, done.stderr
    assert [one.words for one in store.history()] == [1]
    assert store.add(b"Two.\n", "storm", now=NOW).new
    assert list(store.verify()) == []


def test_a_text_is_on_the_disk_unless_one_asks_for_speed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git is told what to sync, for each step of an add."""
    given: list[tuple[str, ...]] = []
    run = type(store.repository).run
    monkeypatch.setattr(
        type(store.repository),
        "run",
        lambda self, *words, **more: given.append(more.get("settings", ())) or run(self, *words, **more),
    )
    store.add(b"One.\n", "storm", now=NOW)
    assert sum("core.fsync=committed,loose-object,reference" in settings for settings in given) == 2
    given.clear()
    Store(store.path, sync=False).add(b"Two.\n", "storm", now=NOW)
    assert sum("core.fsync=none" in settings for settings in given) == 2


HALF_WAY = """
import os, signal, sys
from pathlib import Path
from revtrack.git import lock, repository as git
manager = lock.hold(Path(sys.argv[1], "revtrack.lock"), 1)
held = manager.__enter__()
process = git._start(["-C", sys.argv[1], "cat-file", "--batch"], (held.file,), None, None)
os.kill(process.pid, signal.SIGSTOP)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="only POSIX kills a group of processes")
def test_git_keeps_the_lock_while_it_lives(store: Store) -> None:
    """A writer was killed while its git still may write: the next one waits for that, too."""
    writer = subprocess.Popen([sys.executable, "-c", HALF_WAY, str(store.path)], start_new_session=True)
    try:
        writer.wait()
        with pytest.raises(StoreError, match="another process"):
            Store(store.path, patience=0.05).add(b"One.\n", "storm", now=NOW)
    finally:
        os.killpg(writer.pid, signal.SIGKILL)
    assert Store(store.path).add(b"One.\n", "storm", now=NOW).new


def test_a_full_disk_says_so_and_keeps_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git's own words for it differ; what it leaves behind would take more of the disk with each try."""
    run = git_of.Repository.run

    def full(self: git_of.Repository, *arguments: str, **named: object) -> bytes:
        if arguments[0] == "fast-import":
            (self.path / "objects/pack/tmp_pack_a1b2c3").write_bytes(b"x" * 1000)
            (self.path / "fast_import_crash_4711").write_text("fatal: out of space")
            complaint = b"fatal: sha1 file 'objects/pack/tmp_pack_a1b2c3' write error. Out of diskspace"
            self._check(128, arguments, complaint)
        return run(self, *arguments, **named)  # type: ignore[arg-type]

    store.add(b"One.\n", "storm", now=NOW)
    (store.path / "objects/pack").mkdir(exist_ok=True)
    old = store.path / "objects/pack/tmp_pack_of_a_push"
    old.touch()
    os.utime(old, (time.time() - 60,) * 2)
    monkeypatch.setattr(git_of.Repository, "run", full)
    with pytest.raises(StoreError, match=r"news.*: the disk is full and nothing was added: free some space"):
        store.add(b"Two.\n", "storm", now=NOW)
    assert [path.name for path in (store.path / "objects/pack").iterdir()] == [old.name]
    assert not [*store.path.glob("fast_import_crash_*")]


SYNCING = """
import sys
from revtrack.store import Store
store = Store(sys.argv[1])
for turn in range(10**6):
    text = f"{sys.argv[3]} {turn}"
    store.add(text.encode(), f"story-{turn % 3}", now="2024-10-31T00:00:00Z", force=True)
    print(text, flush=True)
    store.sync_with(sys.argv[2])
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="only POSIX kills a group of processes")
def test_killed_while_two_copies_are_brought_together(store: Store, tmp_path: Path) -> None:
    """Both sides add and sync at once, and die at random moments; then one sync, and both have all."""
    chance, acknowledged = random.Random(11), {"first"}
    store.add(b"first", "story-0", now=NOW)
    copy = Store.init(tmp_path / "copy")
    copy.sync_with(str(store.path))
    sides = (store, copy), (copy, store)
    for kill in range(8):
        lives = [
            subprocess.Popen(
                [sys.executable, "-c", SYNCING, str(own.path), str(other.path), f"life {kill} of {side}"],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            for side, (own, other) in enumerate(sides)
        ]
        first = [life.stdout.readline().decode().strip() for life in lives if life.stdout]
        time.sleep(chance.random() * 0.8)
        for life in lives:
            os.killpg(life.pid, signal.SIGKILL)
        acknowledged.update(first)
        for life in lives:
            printed, complaint = life.communicate()
            acknowledged.update(printed.decode().splitlines())
            assert complaint == b""
    assert copy.sync_with().tip == store.tip() == copy.tip()
    assert store.sync_with(str(copy.path)).merged is False  # and what its killed ones left there goes
    for one in (store, copy):
        kept = {text.decode() for text in one.read_many(one.history())}
        assert acknowledged <= kept
        assert [finding.what for finding in one.verify()] == []
        assert not (one.path / "incoming").exists()
    assert len(acknowledged) > 16
