"""Bad input: one clear line with the next step, exit code 2, nothing printed, nothing half-written."""

from __future__ import annotations

import os

import pytest

from tests.commands.newsdesk import FIRST, Desk

COMMANDS = (("add", "{}"), ("claims", "{}"), ("compare", "first.txt", "{}"))
UNREADABLE = {
    "missing.txt": (None, "no such file"),
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "binary.txt": (b"text\0more", "is binary"),
    "story.zip": (b"PK\x03\x04rest", "is a zip file"),
    "old.doc": (b"\xd0\xcf\x11\xe0rest", "is an old Word"),
    "utf16.txt": ("text".encode("utf-16")[:-1], "is UTF-16"),
    "damaged.txt": ("“good” “words” “here”".encode() + b"\xe2\x80 bad", "wrong bytes in line 1"),
    "huge.txt": (b"word " * 1_000_001, "larger than 5 MB"),
    "folder": (b"folder", "is a directory"),
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_article_is_refused(name: str, command: tuple[str, ...], empty: Desk) -> None:
    """Each command that reads a file names it, the cause and the way out."""
    data, cause = UNREADABLE[name]
    empty.ok("init")
    if name == "folder":
        (empty.folder / name).mkdir()
    elif data is not None:
        empty.write(name, data)
    said = empty.fails(*(part.format(name) for part in command))
    assert cause in said
    assert said.count(": ") >= 3, "file, cause and next step"
    assert empty.ok("log", "--format", "json").endswith('"revisions": []\n}\n')


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_file_one_may_not_read_is_named(command: tuple[str, ...], empty: Desk) -> None:
    """Permission denied is said of the file, with what to do."""
    empty.ok("init")
    (empty.folder / empty.write("secret.txt", FIRST)).chmod(0)
    assert "secret.txt: permission denied" in empty.fails(*(part.format("secret.txt") for part in command))


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("diff fery", "ferry"),
        ("log fery", "ferry"),
        ("show fery", "ferry"),
        ("claims fery", "ferry"),
        ("claims article:first.txt", "first.txt"),
        ("diff ferry 4", "4"),
        ("diff ferry 0", "0"),
        ("diff ferry -4", "-4"),
        ("diff ferry 1 nonsense", "nonsense"),
        ("diff ferry 2024-13-99", "2024-13-99"),
        ("diff ferry 2001-01-01", "2001-01-01"),
        ("show ferry@9", "9"),
        ("show ferry@", "ferry@"),
        ("show @2", "@2"),
        ("log --since soon", "soon"),
        ("add first.txt --at noon", "noon"),
        ("add first.txt --as ../evil", "../evil"),
        ("add -", "--as"),
        ("add first.txt --as=", "''"),
        ("show \udcff", "not UTF-8"),
        ("claims -", "standard input"),
        ("compare - -", "standard input"),
        ("list --store first.txt", "first.txt"),
        ("list --store nowhere", "nowhere"),
    ],
)
def test_what_is_unknown_or_malformed_is_named(args: str, said: str, desk: Desk) -> None:
    """Unknown articles and revisions, bad times and names: the line says which, and what would do."""
    assert said in desk.fails(*args.split(), stdin=b"")


@pytest.mark.parametrize("args", ["list", "log", "show ferry", "diff ferry", "add first.txt"])
def test_without_a_store_the_way_to_one_is_named(args: str, empty: Desk) -> None:
    """Outside any store and repository, `revtrack init` is the next step."""
    assert "revtrack init" in empty.fails(*args.split())


def test_a_missing_file_outside_a_store_is_called_a_missing_file(empty: Desk) -> None:
    """Who mistyped a file's name is told of the file first."""
    assert "frist.txt: no such file" in empty.fails("claims", "frist.txt")


def test_an_ambiguous_part_lists_what_it_fits(desk: Desk) -> None:
    """Neither article is chosen silently."""
    desk.ok("add", "first.txt", "--as", "ferry-owner")
    desk.ok("add", "first.txt", "--as", "ferry-crew")
    said = desk.fails("show", "ferry-")
    assert "ferry-owner" in said
    assert "ferry-crew" in said


@pytest.mark.parametrize("path", ["", "/nowhere"], ids=["empty path", "folder that is not there"])
def test_without_git_the_store_says_to_install_it(path: str, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands that need Git name it; comparing files works without."""
    monkeypatch.setenv("PATH", path)
    assert "Git" in desk.fails("show", "ferry")
    desk.ok("compare", "first.txt", "second.txt")


def test_a_folder_that_only_looks_like_a_store_is_refused(empty: Desk) -> None:
    """A `.revtrack` that is no repository is named, and left as it is."""
    (empty.folder / ".revtrack").mkdir()
    assert ".revtrack" in empty.fails("add", "first.txt")
    assert list((empty.folder / ".revtrack").iterdir()) == []
