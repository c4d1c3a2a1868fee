"""Rows of the index: the short way of reading a commit gives what the long way gives, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.git import commit_log
from revtrack.index import commit_manifest, rows
from revtrack.index.commit_manifest import Draft
from revtrack.store import Store

NOW = "2024-11-05T12:00:00Z"
PATH = "2024/10/31/storm-ulla.txt"
OLD, NEW = "a" * 40, "b" * 40
TEXTS = st.text(st.characters(codec="utf-8"))
NAMES = st.text(st.characters(exclude_characters="\0\n", codec="utf-8"))
Git = Callable[..., str]


def record(
    message: str,
    *,
    author: str = "Ann Editor",
    email: str = "ann@news.example",
    authored: str = "1730387040",
    entry: str = f":100644 100644 {OLD} {NEW} M",
    path: str = PATH,
) -> bytes:
    told = f"{authored} 1730387422 {author}"
    return "\0".join(("\0\0" + "c" * 40 + " " + "d" * 40, told, email, ":" + message, f"\n{entry}", path, "")).encode()


def message(note: str = "", source: str = "", published: str = "2024-10-31T15:04:00Z") -> str:
    return commit_manifest.message(Draft("storm-ulla", PATH, b"text", published, NOW, "", note, source, 12, 7))


def both(one: bytes) -> tuple[object, object]:
    """What the short way and the long way make of a commit, but for the path, which only a new file needs."""
    short = rows._own(one)
    assert short, "the short way does not know it"
    return [(short[0][1:], short[1])], [(row[1:], serial) for row, serial in rows._any(commit_log.commit(one))]


@pytest.mark.parametrize(
    "one",
    [
        record("By hand"),
        record(message("Toll\tcorrected")),
        record(message("Painted").replace("Painted", "Painted \x1b[31mred")),
        record(message(), author="Ann\x07"),
        record(message(), entry=f":100644 120000 {OLD} {NEW} T"),
        record(message(), entry=f":100644 000000 {OLD} {NEW} D"),
        record(message(), entry=f":100644 100755 {NEW} {NEW} M"),
        record(message(), path="README.md"),
        record(message(), path="2024/10/31/a\nb.txt"),
        record(message(), path=f"{PATH}\0:100644 100644 {OLD} {NEW} M\0{PATH}.md"),
        record(message().replace("Serial", "Sereal")),
        record(message().replace("Words: 12", "Words: twelve")),
        record(message() + "\nSigned-off-by: Ben"),
        record(message("Grüße")).replace("ü".encode(), b"\xfc"),
    ],
)
def test_what_is_not_written_as_revtrack_writes_goes_the_long_way(one: bytes) -> None:
    """Whatever needs care is left to the reader of any commit."""
    assert rows._own(one) is None


@pytest.mark.parametrize(
    "one",
    [
        record(message()),
        record(message("Corrects the toll", "https://news.example/storm-ulla")),
        record(message("Two lines\n\nArticle: another\nPublished: never")),
        record(message("Add revision of storm-ulla")),
        record(message("Grüße aus Łódź")),
        record(message(published="2024-02-31T00:00:00Z")),
        record(message(published="0001-01-01T00:00:00Z")),
        record(message(), author="revtrack", email=""),
        record(message(), author="", email=""),
        record(message(), entry=f":000000 100644 {'0' * 40} {NEW} A"),
        record("\n\n  \n\n" + message("Indented")),
    ],
)
def test_both_ways_give_the_same(one: bytes) -> None:
    """The usual commit is read by one expression, with the same result."""
    short, long = both(one)
    assert short == long


@given(note=TEXTS, source=TEXTS, author=NAMES)
def test_whatever_is_written_both_ways_agree(note: str, source: str, author: str) -> None:
    """No note, source or name is read in two ways."""
    told = message("NOTE", "SOURCE").replace("NOTE", note).replace("SOURCE", source).replace("\0", "")
    one = record(told, author=author)
    if rows._own(one):
        short, long = both(one)
        assert short == long


@given(st.lists(st.integers(0, 400)))
def test_commits_come_whole_in_whatever_pieces(cuts: list[int]) -> None:
    """A piece may end anywhere, also between the bytes that begin a commit."""
    told = b"".join([record("One"), record("", email=""), record("Three", author="", email="")])
    ends = [0, *sorted(cuts), len(told)]
    pieces = [told[start:end] for start, end in pairwise(ends)]
    assert [commit_log.commit(one).message for one in commit_log._parted(pieces)] == ["One", "", "Three"]


def test_a_commit_without_names_times_or_words_is_read(store: Store, git: Git, tmp_path: Path) -> None:
    """Other programs may leave out what git never does: the commit is told all the same."""
    store.add(b"One.\n", "storm", at="2024-10-01", now=NOW)
    tree = git(store.path, "rev-parse", "revisions^{tree}").strip()
    bare = tmp_path / "commit"
    bare.write_text(f"tree {tree}\nauthor\ncommitter\n\n")
    made = git(store.path, "hash-object", "-t", "commit", "--literally", "-w", str(bare)).strip()
    [commit] = commit_log.read(store.repository, made)
    assert (commit.author, commit.email, commit.authored, commit.message) == ("", "", 0, "")
    assert [file.path for file in commit.files] == ["2024/10/01/storm.txt"]
    git(store.path, "update-ref", "refs/heads/revisions", made)
    assert [(one.article, one.time, one.words) for one in store.history()] == [("storm", "1970-01-01T00:00:00Z", 1)]
