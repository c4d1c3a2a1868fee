"""Expressions that an earlier command compiled are what `re` would make of them, or are made anew."""

from __future__ import annotations

import gc
import marshal
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import revtrack
from revtrack.shell import kept_expressions
from revtrack.shell.kept_expressions import KeptExpressions
from revtrack.text import expressions

OLD = """# **Ostvale** floods

At least 12 people died in Ostvale on Monday, Mayor Ida Quellwick said. Losses came to $3.5 million, up 4 percent from
2019; some 300 of 1,200 homes have no power. See [the map](https://example.org/map) &amp; <b>more</b>.
"""
NEW = OLD.replace("12", "21").replace("Monday", "Tuesday")
YEAR = r"\b(?P<year>FY\d{2,4})(?P<rest>\w*)"


@pytest.fixture
def path(cache_folder: Path) -> Path:
    """Where expressions are kept."""
    return cache_folder / "revtrack" / f"expressions-{sys.implementation.cache_tag}"


@pytest.fixture
def one_kept(path: Path) -> Path:
    """A file with one expression."""
    kept = KeptExpressions()
    kept.compiled(YEAR, re.IGNORECASE)
    kept.keep()
    return path


def is_found(path: Path) -> bool:
    """Whether the expression of `one_kept` is taken from the file; either way it is what it should be, and is kept."""
    was = state(path)
    kept = KeptExpressions()
    assert kept.compiled(YEAR, re.IGNORECASE) == re.compile(YEAR, re.IGNORECASE)
    kept.keep()
    return state(path) == was


def state(path: Path) -> tuple[int, int]:
    """What tells a file from one that was written in its place."""
    return path.stat().st_ino, path.stat().st_mtime_ns


def written() -> Iterator[tuple[str, int]]:
    """The patterns and flags of all expressions of the reading."""
    revtrack.compare(OLD, NEW)
    gc.unfreeze()  # what a command froze
    return (one._written for one in gc.get_objects() if type(one) is expressions.expression)


def test_kept_ones_are_what_re_compiles(path: Path) -> None:
    """Every expression of the reading, as it is made and as it is found again."""
    all_of_them = set(written())
    assert len(all_of_them) > 200
    first, second = KeptExpressions(), KeptExpressions()
    made = {key: first.compiled(*key) for key in all_of_them}
    first.keep()
    was = state(path)
    for key in all_of_them:
        fresh = re.compile(*key)
        for found in (made[key], second.compiled(*key)):
            assert found == fresh  # pattern, flags and program
            assert (found.groups, dict(found.groupindex)) == (fresh.groups, dict(fresh.groupindex))
    second.keep()
    assert state(path) == was


def test_groups_have_their_names(one_kept: Path) -> None:
    found = KeptExpressions().compiled(YEAR, re.IGNORECASE)
    match = found.search("in fy2019s")
    assert match
    assert match.groupdict() == {"year": "fy2019", "rest": "s"}
    assert match.lastgroup == "rest"
    assert found.sub(r"\g<rest>", "in fy2019s") == "in s"


def test_a_faulty_pattern_is_an_error_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        KeptExpressions().compiled("(never closed")


def test_a_second_command_compiles_nothing(tmp_path: Path, path: Path) -> None:
    """It finds all in the file, which it leaves alone, and says the same; no word of an article is in there.

    Sets have another order in each process; no pattern may depend on it.
    """
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    command = [sys.executable, "-m", "revtrack", "compare", "old.txt", "new.txt", "--format", "json"]
    first = subprocess.run(command, cwd=tmp_path, capture_output=True, env=os.environ | {"PYTHONHASHSEED": "1"})
    was = state(path)
    second = subprocess.run(command, cwd=tmp_path, capture_output=True, env=os.environ | {"PYTHONHASHSEED": "3"})
    assert (second.stdout, second.stderr, second.returncode) == (first.stdout, b"", 0)
    assert state(path) == was
    assert [path] == list(path.parent.iterdir())
    assert all(word not in path.read_bytes() for word in (b"Quellwick", b"Ostvale", b"people died"))


def test_it_is_its_owner_s_alone_and_added_to(one_kept: Path) -> None:
    """What two commands compiled beside each other is all there in the end."""
    left, right = KeptExpressions(), KeptExpressions()
    left.compiled("left")
    right.compiled("right")
    left.keep()
    right.keep()
    assert {key for key, _ in kept_expressions._read(str(one_kept))} == {YEAR, "left", "right"}
    if os.name == "posix":
        assert one_kept.stat().st_mode & 0o777 == 0o600
        assert one_kept.parent.stat().st_mode & 0o777 == 0o700


def test_what_older_releases_kept_goes_in_the_end(one_kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_expressions, "MOST_PROGRAMS", 1)
    kept = KeptExpressions()
    kept.compiled("newer")
    kept.keep()
    assert list(kept_expressions._read(str(one_kept))) == [("newer", 0)]


def test_it_is_found(one_kept: Path) -> None:
    assert is_found(one_kept)


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:40],
        lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
        lambda data: summed(data[4:].replace(sys.version.encode(), b"9" + sys.version.encode())),
        lambda data: summed(data[4:-1]),
        lambda data: b"x" * (kept_expressions.MOST + 1),
    ],
    ids=["empty", "cut off", "cut short", "changed", "of another Python", "cut and summed anew", "huge"],
)
def test_what_does_not_fit_is_made_anew(one_kept: Path, harm: Callable[[bytes], bytes]) -> None:
    one_kept.write_bytes(harm(one_kept.read_bytes()))
    assert not is_found(one_kept)
    assert is_found(one_kept)


def summed(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big") + data


@pytest.mark.skipif(os.name != "posix", reason="no such rights")
@pytest.mark.parametrize("rights", [0o660, 0o602])
def test_what_others_may_write_is_not_believed(one_kept: Path, rights: int) -> None:
    one_kept.chmod(rights)
    assert not is_found(one_kept)
    assert is_found(one_kept)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_that_lies_there_is_not_waited_for(one_kept: Path) -> None:
    one_kept.unlink()
    os.mkfifo(one_kept, 0o600)
    assert not is_found(one_kept)
    assert is_found(one_kept)


def test_a_forged_program_is_not_run(one_kept: Path) -> None:
    """The engine refuses it, and the pattern is compiled."""
    programs = kept_expressions._read(str(one_kept))
    [key] = programs
    pattern, flags, code, *rest = marshal.loads(programs[key])
    for forged in ((pattern, flags, [1, 4_000_000_000, *code[2:]], *rest), (pattern,), ()):
        kept_expressions._write(str(one_kept), {key: marshal.dumps(forged)})
        assert KeptExpressions().compiled(*key) == re.compile(*key)


def test_another_python_compiles_as_ever(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """One whose compiler is elsewhere keeps nothing."""
    monkeypatch.setattr(kept_expressions, "_COMPILER", None)
    kept = KeptExpressions()
    assert kept.compiled(YEAR, re.IGNORECASE) == re.compile(YEAR, re.IGNORECASE)
    kept.keep()
    assert not path.exists()


@pytest.mark.parametrize("where", ["a repository", "a store", "a file"])
def test_where_nothing_may_be_written_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    if where == "a file":
        (tmp_path / "cache").write_text("in the way")
    else:
        (tmp_path / (".git" if where == "a repository" else "HEAD")).write_text("a repository")
    before = set(tmp_path.rglob("*"))
    kept = KeptExpressions()
    assert kept.compiled(YEAR) == re.compile(YEAR)
    kept.keep()
    assert set(tmp_path.rglob("*")) == before


def test_a_full_disk_leaves_nothing_behind(one_kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "replace", full)
    kept = KeptExpressions()
    kept.compiled("another")
    kept.keep()
    assert [one_kept] == list(one_kept.parent.iterdir())
    assert is_found(one_kept)


def test_the_library_keeps_nothing(cache_folder: Path) -> None:
    """Only commands do, and when one ends, all is as before."""
    with kept_expressions.in_use():
        assert expressions.compiled != re.compile
    assert expressions.compiled == re.compile
    revtrack.compare(OLD, NEW)
    assert not cache_folder.exists()
