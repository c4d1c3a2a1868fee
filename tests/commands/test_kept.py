"""What is kept of texts that were understood: it saves time, and is never another answer."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from contextlib import closing
from pathlib import Path

import pytest

import revtrack
from revtrack import claims
from revtrack.archive import cache
from revtrack.lexicon import edition as editions
from revtrack.model import Claims, Diff
from tests.commands.newsdesk import FIRST, SECOND, THIRD, Desk
from tests.commands.newsroom import COURT, Newsroom


def index(desk: Desk) -> Path:
    return desk.folder / ".revtrack" / "index.sqlite"


def answers(desk: Desk) -> list[str]:
    return [desk.ok("log", "ferry", "--format", "json"), desk.ok("history", "ferry", "--format", "json")]


def test_what_is_kept_comes_back_as_it_was() -> None:
    """Every field of every kind."""
    for old, new in ((FIRST, SECOND), (SECOND, THIRD), (FIRST, "Correction: it was 13.\n\n" + THIRD)):
        diff = revtrack.compare(old, new)
        assert cache.decoded(Claims, cache.encoded(diff.after)) == diff.after
        assert cache.decoded(Diff, cache.encoded(diff)) == diff


KEPT = cache.encoded(claims.of("Text."))


@pytest.mark.parametrize("data", [b"", b"x", KEPT, KEPT[:-5], zlib.compress(b"[1]"), zlib.compress(b"[" * 10**6)])
def test_bytes_that_are_not_a_diff_are_passed_over(data: bytes) -> None:
    """Damage, or the format of another version, is nothing at all, and never a wrong value."""
    assert cache.decoded(Diff, data) is None


def test_a_text_is_understood_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second answer reads no text, and says the same."""
    first = answers(desk)
    monkeypatch.setattr(cache.claims, "of", lambda _: pytest.fail("read again"))  # type: ignore[attr-defined]
    monkeypatch.setattr(cache.changes, "between", lambda *_: pytest.fail("compared again"))  # type: ignore[attr-defined]
    assert answers(desk) == first


def test_another_edition_reads_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older rule found is not served, and goes when the new one writes."""
    answers(desk)
    monkeypatch.setattr("revtrack.lexicon.edition.READING", "another")
    read: list[str] = []
    of = claims.of
    monkeypatch.setattr(cache.claims, "of", lambda text, known: read.append(text) or of(text, known))  # type: ignore[attr-defined]
    answers(desk)
    assert len(read) == 3
    with closing(sqlite3.connect(index(desk))) as known:
        [(edition,)] = known.execute("SELECT DISTINCT edition FROM reading").fetchall()
    assert edition.startswith("another-")


def test_what_an_older_version_kept_is_read_anew(desk: Desk) -> None:
    """Its values had another format, and an edition that was a hash over all code."""
    expected = answers(desk)
    with closing(sqlite3.connect(index(desk))) as db:
        older = zlib.compress(json.dumps(["", "en", [], [], [], []]).encode(), 1)
        for edition in ("0123456789abcdef0123", editions.edition()):
            db.execute("UPDATE reading SET edition = ?, value = ?", (edition, older))
            db.commit()
            assert answers(desk) == expected


@pytest.mark.parametrize("harm", ["delete", "garble", "truncate"])
def test_damage_is_made_good(desk: Desk, harm: str) -> None:
    """A lost index, or a value in it that is none, is made anew."""
    expected = answers(desk)
    if harm == "delete":
        index(desk).unlink()
    with closing(sqlite3.connect(index(desk))) as known:
        if harm == "garble":
            known.execute("UPDATE reading SET value = x'0102'")
        elif harm == "truncate":
            known.execute("UPDATE reading SET value = substr(value, 1, 30)")
        known.commit()
    assert answers(desk) == expected


def test_what_was_forced_elsewhere_is_not_answered_from_here(desk: Desk) -> None:
    """After a push --force the revisions are the new ones, and nothing of the old is kept."""
    answers(desk)
    store = desk.folder / ".revtrack"
    old = subprocess.run(["git", "-C", str(store), "rev-parse", "revisions~1"], capture_output=True, text=True)
    subprocess.run(["git", "-C", str(store), "update-ref", "refs/heads/revisions", old.stdout.strip()], check=True)
    assert len(json.loads(answers(desk)[0])["revisions"]) == 2
    with closing(sqlite3.connect(index(desk))) as known:
        keys = [key for (key,) in known.execute("SELECT key FROM reading")]
    assert len([key for key in keys if ":" not in key]) == 2


@pytest.mark.kill
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="only POSIX kills a group of processes")
def test_killed_while_filling_nothing_is_wrong(desk: Desk) -> None:
    """Whatever was written by then, the next answer is the whole one."""
    expected = answers(desk)
    for delay in (0.05, 0.15, 0.25, 0.35):
        index(desk).unlink(missing_ok=True)
        command = [sys.executable, "-m", "revtrack", "history", "ferry"]
        with subprocess.Popen(command, cwd=desk.folder, stdout=subprocess.DEVNULL, start_new_session=True) as filling:
            time.sleep(delay)
            os.killpg(filling.pid, signal.SIGKILL)
        assert answers(desk) == expected


def test_claims_of_a_revision_are_read_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """`claims` finds what it or `log` has read; a file is read each time, and kept nowhere."""
    expected = desk.ok("claims", "ferry@1", "--format", "json")
    reads: list[str] = []
    monkeypatch.setattr(claims, "of", lambda text, *, known=None: reads.append(text) or Claims(text, "en", (), (), ()))
    assert desk.ok("claims", "ferry@1", "--format", "json") == expected
    assert reads == []
    desk.ok("claims", "ferry@2")
    assert len(reads) == 1
    with closing(sqlite3.connect(index(desk))) as known:
        kept_before = known.execute("SELECT count(*) FROM reading").fetchone()
        desk.ok("claims", "third.txt")
        assert known.execute("SELECT count(*) FROM reading").fetchone() == kept_before


def test_a_newsroom_is_understood_once(room: Newsroom, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read of a newsroom's own repository is found again in the user's cache folder."""
    room.write("court.txt", COURT + "\nAt least 12 people were heard.\n")
    room.git("commit", "--quiet", "--all", "-m", "Heard")
    expected = Desk(room.top).ok("log", "court.txt", "--format", "json")
    assert '"figure"' in expected
    reads: list[str] = []
    real = claims.of
    monkeypatch.setattr(claims, "of", lambda text, *, known=None: reads.append(text) or real(text, known=known))
    assert Desk(room.top).ok("log", "court.txt", "--format", "json") == expected
    assert reads == []
    shutil.rmtree(cache_folder)
    assert Desk(room.top).ok("log", "court.txt", "--format", "json") == expected
    assert len(reads) == 2
