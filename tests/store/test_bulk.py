"""Many texts in one stream: what `add` would do with each, all or none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from revtrack.errors import StoreError
from revtrack.store import Incoming, Store, admission

NOW = "2024-11-05T12:00:00Z"
Git = Callable[..., str]


def text(words: int, word: str = "word") -> bytes:
    return " ".join([word] * words).encode()


def stream() -> Iterator[Incoming]:
    for day in (3, 1, 2):
        for article in ("storm", "court"):
            content = f"Text of day {day} on {article}.\n".encode()
            yield Incoming(content, article, ".md", at=f"2024-10-0{day}", by="Bo", note=f"Day {day}")
    yield Incoming(b"Text of day 2 on storm.\n", "storm", at="2024-10-02")
    yield Incoming(b"Short.", "storm", at="2024-10-04")
    yield Incoming(b"<html>", "page")


def test_a_stream_is_what_single_adds_are(store: Store, tmp_path: Path, git: Git) -> None:
    """The same commits, to the id; what is known or refused is left out and told."""
    other = Store.init(tmp_path / "single")
    refused: list[str] = []
    done = store.add_many(stream(), now=NOW, refused=lambda incoming, error: refused.append(f"{error}"))
    assert (done.added, done.known, done.refused) == (6, 1, 2)
    assert [error.split(":")[0] for error in refused] == ["storm", "page.txt"]
    for one in list(stream())[:6]:
        other.add(one.content, one.article, suffix=one.suffix, at=one.at, by=one.by, note=one.note, now=NOW)
    assert store.history() == other.history()
    assert store.tip() == other.tip()
    assert list(store.verify()) == []
    store.path.joinpath("index.sqlite").unlink()
    assert Store(store.path).history() == other.history()


def test_a_stream_goes_on_from_what_is_there(store: Store) -> None:
    """Its texts are held against the store's, and single adds against its."""
    store.add(text(100), "storm", at="2024-10-01", now=NOW)
    assert store.add_many([Incoming(text(40), "storm", at="2024-10-02")], now=NOW).refused == 1
    assert store.add_many([Incoming(text(40), "storm", at="2024-10-02")], now=NOW, force=True).added == 1
    assert store.add(text(40), "storm", at="2024-10-02", now=NOW).new is False
    assert [one.number for one in store.revisions("storm")] == [1, 2]


def test_no_text_is_no_change(store: Store) -> None:
    """Neither on an empty store nor on a filled one."""
    assert store.add_many([], now=NOW).added == 0
    assert store.history() == []
    store.add(b"One.\n", "storm", now=NOW)
    assert store.add_many([Incoming(b"One.\n", "storm")], now=NOW).known == 1
    assert len(store.history()) == 1


def test_a_stream_that_breaks_off_adds_nothing(store: Store, git: Git) -> None:
    """An error of the source, in the middle, leaves the store as it was, and free for the next."""
    store.add(b"One.\n", "storm", now=NOW)

    def broken() -> Iterator[Incoming]:
        yield Incoming(b"Two.\n", "storm")
        raise OSError("the source is gone")

    with pytest.raises(OSError, match="the source"):
        store.add_many(broken(), now=NOW)
    assert len(store.history()) == 1
    assert store.add(b"Two.\n", "storm", now=NOW).revision.number == 2
    git(store.path, "fsck", "--strict", "--full")


def test_in_parts_it_is_the_same(store: Store, tmp_path: Path, git: Git) -> None:
    """The same commits in the same order; after each part it is told how much is done."""
    whole = Store.init(tmp_path / "whole")
    done = whole.add_many(stream(), now=NOW)
    for every, expected in ((4, [4, 8, 9]), (9, [9]), (1, list(range(1, 10)))):
        parts = Store.init(tmp_path / f"parts-{every}")
        told: list[int] = []
        assert parts.add_many(stream(), now=NOW, every=every, told=told.append) == done
        assert told == expected
        assert parts.history() == whole.history()
        git(parts.path, "fsck", "--strict", "--full")


KILLED = """
import os, signal, sys
from revtrack.store import Incoming, Store
def texts():
    for number in range(100):
        if number == 25:
            os.kill(os.getpid(), signal.SIGKILL)
        yield Incoming(f"Text {number}.".encode(), f"story-{number}")
Store(sys.argv[1]).add_many(texts(), now="2024-11-05T12:00:00Z", every=10, told=lambda done: print(done, flush=True))
"""


@pytest.mark.kill
@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed like this there")
def test_what_was_told_is_there_after_a_kill(store: Store, git: Git) -> None:
    """Killed in the third part, the two before stand, and the rest can be added."""
    killed = subprocess.run([sys.executable, "-c", KILLED, str(store.path)], stdout=subprocess.PIPE, check=False)
    assert killed.stdout.split() == [b"10", b"20"]
    assert [one.article for one in store.history()] == [f"story-{number}" for number in range(20)]
    rest = [Incoming(f"Text {number}.".encode(), f"story-{number}") for number in range(100)]
    done = store.add_many(rest, now=NOW, every=30)
    assert (done.added, done.known) == (80, 20)
    git(store.path, "fsck", "--strict", "--full")


def test_others_may_write_between_two_parts(store: Store) -> None:
    """A long import keeps nobody from adding a text of today."""
    other = Store(store.path)
    texts = [Incoming(f"Text {number}.".encode(), f"story-{number}") for number in range(4)]
    store.add_many(texts, now=NOW, every=2, told=lambda done: other.add(b"Now.", f"now-{done}", now=NOW))  # type: ignore[arg-type]
    assert len(store.history()) == 6
    assert list(store.verify()) == []


def test_a_branch_that_moves_meanwhile_is_kept(store: Store, git: Git) -> None:
    """A push during a long import stands, and the import is to be tried again."""
    store.add(b"One.\n", "storm", now=NOW)
    first = store.tip()

    def pushed() -> Iterator[Incoming]:
        yield Incoming(b"Two.\n", "storm")
        tree = git(store.path, "rev-parse", f"{first}^{{tree}}").strip()
        made = git(store.path, "-c", "user.name=X", "commit-tree", tree, "-p", first, "-m", "Pushed").strip()
        git(store.path, "update-ref", "refs/heads/revisions", made)

    with pytest.raises(StoreError, match="changed by another program"):
        store.add_many(pushed(), now=NOW)
    assert len(Store(store.path).history()) == 1
    assert store.add_many([Incoming(b"Two.\n", "storm")], now=NOW).added == 1


def test_a_day_with_very_many_articles_is_spread(store: Store, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git writes the list of a folder anew at each add: it must not grow without end."""
    monkeypatch.setattr(admission, "MOST_A_DAY", 10)
    texts = [Incoming(f"Text {number}.\n".encode(), f"story-{number}", at="2024-10-01") for number in range(40)]
    store.add_many(texts, now=NOW)
    store.add(b"One more.\n", "another", at="2024-10-01", now=NOW)
    files = git(store.path, "ls-tree", "-r", "--name-only", "revisions").split()
    assert len(files) == 41
    assert sum(path.count("/") == 3 for path in files) == 10
    assert store.add(b"Text 39, changed.\n", "story-39", at="2024-10-02", now=NOW).revision.number == 2
    store.path.joinpath("index.sqlite").unlink()
    assert len(Store(store.path).articles()) == 41
    assert list(store.verify()) == []


MANY = """
import resource, sys
from revtrack.store import Incoming, Store
days = [f"20{10 + year}-01-01" for year in range(10)]
texts = (Incoming(f"{n} ".encode() * 200, f"story-{n % 500}", at=days[n % 10]) for n in range(int(sys.argv[2])))
Store(sys.argv[1]).add_many(texts, now="2024-11-05T12:00:00Z", force=True)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.large
@pytest.mark.skipif(sys.platform == "win32", reason="memory is not told there")
def test_memory_does_not_grow_with_the_stream(tmp_path: Path) -> None:
    """Ten times the texts take about the same memory."""
    sizes = []
    for count in (300, 3000):
        store = Store.init(tmp_path / str(count))
        command = [sys.executable, "-c", MANY, str(store.path), str(count)]
        sizes.append(int(subprocess.run(command, capture_output=True, check=True).stdout))
    assert sizes[1] < sizes[0] * 1.25


def test_readers_see_the_store_as_it_was_while_a_stream_runs(store: Store) -> None:
    """The index is written ahead: whoever reads does not wait for the writer."""
    store.add(b"One.\n", "storm", now=NOW)
    code = "import sys; from revtrack.store import Store; print(len(Store(sys.argv[1]).history()))"
    seen: list[bytes] = []

    def slow() -> Iterator[Incoming]:
        for number in range(3):
            yield Incoming(f"Text {number}.\n".encode(), f"story-{number}")
            readers = [
                subprocess.Popen([sys.executable, "-c", code, str(store.path)], stdout=subprocess.PIPE)
                for _ in range(2)
            ]
            seen.extend(reader.communicate()[0].strip() for reader in readers)

    store.add_many(slow(), now=NOW)
    assert seen == [b"1"] * 6
    assert len(store.history()) == 4
