"""What `verify` finds in a store that is not what was added to it, and that it finds nothing in one that is."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from revtrack.errors import StoreError
from revtrack.model.archive_answers import Problem
from revtrack.store import Store, upkeep

NOW = "2024-11-05T12:00:00Z"
Git = Callable[..., str]


@pytest.fixture
def filled(store: Store) -> Store:
    for day in (1, 2, 3, 4):
        for article in ("storm", "court"):
            content = f"Text of day {day} on {article}.\n".encode()
            store.add(content, article, at=f"2024-10-0{day}", note=f"Day {day}", now=NOW)
    return store


def wrong(store: Store, article: str | None = None) -> list[Problem]:
    return [finding for finding in Store(store.path).verify(article) if not finding.note]


def rewritten(store: Store, edit: Callable[[bytes], bytes]) -> None:
    """The whole history written anew, as `git filter-repo` does it: an edited stream; then the index is deleted."""
    told = subprocess.run(["git", "-C", str(store.path), "fast-export", "revisions"], capture_output=True, check=True)
    subprocess.run(["git", "-C", str(store.path), "update-ref", "-d", "refs/heads/revisions"], check=True)
    command = ["git", "-C", str(store.path), "fast-import", "--quiet", "--force"]
    subprocess.run(command, input=edit(told.stdout), check=True)
    store.close()
    store.path.joinpath("index.sqlite").unlink()


def test_a_store_as_it_was_added_has_no_findings(filled: Store) -> None:
    """With times before 1970, notes of many lines, and after packing."""
    filled.add(b"Coronation.\n", "crown", at="1953-06-02", note="One\n\nSource: two\n", by="Bo <b@x>", now=NOW)
    assert list(filled.verify()) == list(filled.verify("crown")) == []
    filled.gc()
    assert list(filled.verify()) == []


def test_an_empty_store_has_no_findings(store: Store) -> None:
    """There is nothing to be wrong."""
    assert list(store.verify()) == []


def test_bytes_that_were_changed_are_found(filled: Store) -> None:
    """A history rewritten with another text has good ids and a bad SHA-256."""
    rewritten(filled, lambda stream: stream.replace(b"Text of day 2 on storm.", b"Text of day 9 on storm."))
    [finding] = wrong(filled)
    assert (finding.article, "SHA-256" in finding.what) == ("storm", True)
    assert finding.commit == Store(filled.path).revisions("storm")[1].commit
    assert wrong(filled, "court") == []
    assert len(wrong(filled, "storm")) == 1


def without(stream: bytes, number: int) -> bytes:
    """A stream without one of its commits, those above it put on the one below."""
    head, *commits = stream.split(b"commit refs/heads/revisions\n")
    gone = b"\n" + commits.pop(number)
    mark, below = (gone.partition(b"\n%b " % word)[2].partition(b"\n")[0] for word in (b"mark", b"from"))
    # The texts of the commits stand before them: that of the next one is at the end of what is taken out.
    rest = gone.partition(b"\nblob\n")[2]
    commits[number - 1] += b"blob\n" + rest
    joined = b"commit refs/heads/revisions\n".join([head, *commits])
    return joined.replace(b"from %b\n" % mark, b"from %b\n" % below)


def test_a_revision_that_was_taken_out_is_missed(filled: Store) -> None:
    """The serial numbers have a gap where a commit was dropped, as an order of a court may demand."""
    rewritten(filled, lambda stream: without(stream, 3))
    assert len(filled.history()) == 7
    [finding] = wrong(filled)
    assert finding.what == "1 revision that was added before it is missing (serial number 4)"
    assert finding.commit == filled.revisions("storm")[2].commit


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"Published: 2024-10-02T00:00:00Z", b"Published: 2024-10-03T00:00:00Z", "Published says"),
        (b"Captured: 2024-11-05T12:00:00Z", b"Captured: 2024-11-05T12:00:01Z", "Captured says"),
        (b"Published: 2024-10-02T00:00:00Z", b"Published: 2024-99-02T00:00:00Z", "Published is not a time"),
        (b"Article: storm\n", b"Article: steam\n", "its trailers say that it is a revision of steam"),
        (b"Words: 6\n", b"Words: 7\n", "6 words, its trailers say 7"),
        (b"Serial: 3\n", b"Serial: 2\n", "serial number 2 is already taken"),
        (b"Revtrack-Format: 1\n", b"Revtrack-Format: 9\n", "format 9"),
    ],
)
def test_trailers_that_were_changed_are_found(filled: Store, old: bytes, new: bytes, said: str) -> None:
    """Each against the commit and the file it speaks of."""
    rewritten(filled, lambda stream: stream.replace(old, new))
    assert any(said in finding.what for finding in wrong(filled))


def test_a_lost_object_is_found_and_the_rest_is_checked(filled: Store) -> None:
    """The article and the revision are named."""
    revision = filled.revisions("storm")[1]
    (filled.path / "objects" / revision.blob[:2] / revision.blob[2:]).unlink()
    found = wrong(filled)
    assert any((one.article, one.commit) == ("storm", revision.commit) and "missing" in one.what for one in found)
    assert any(one.what.startswith("git fsck: missing blob") for one in found)
    assert {one.article for one in found} == {"", "storm"}


def test_a_damaged_object_is_found(filled: Store) -> None:
    """Bits that flipped on the disk."""
    blob = filled.revisions("storm")[1].blob
    path = filled.path / "objects" / blob[:2] / blob[2:]
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-3] + b"\0\0\0")
    assert any(one.article == "storm" for one in wrong(filled))


def test_a_history_that_cannot_be_read_is_said(filled: Store, git: Git) -> None:
    """Where a commit itself is lost."""
    commit = git(filled.path, "rev-parse", "revisions~2").strip()
    (filled.path / "objects" / commit[:2] / commit[2:]).unlink()
    assert any("cannot be read" in one.what for one in wrong(filled))


def test_an_index_that_differs_from_git_is_found(filled: Store) -> None:
    """It says what to delete."""
    with closing(sqlite3.connect(filled.path / "index.sqlite")) as known:
        known.execute("UPDATE revision SET time = '2020-01-01T00:00:00Z' WHERE seq = 5")
        known.commit()
    [finding] = wrong(filled)
    assert "delete index.sqlite" in finding.what


def test_revisions_cut_off_the_end_are_missed_by_the_index(filled: Store, git: Git) -> None:
    """The branch alone does not show it; the index remembers, also after it has learnt what there is now."""
    cut, tip = filled.history()[-2:], filled.tip()
    git(filled.path, "update-ref", "refs/heads/revisions", "revisions~2")
    filled.history()
    [finding] = wrong(Store(filled.path))
    assert "moved back" in finding.what
    assert "2 revisions in the index are missing from it" in finding.what
    assert {one.commit[:10] in finding.what for one in cut} == {True}
    filled.add(b"After it.\n", "storm", now=NOW, force=True)
    assert [one.what for one in wrong(filled)] == [finding.what]
    git(filled.path, "update-ref", "refs/heads/revisions", tip)
    [other] = wrong(filled)
    assert "1 revision in the index is missing from it" in other.what


def test_what_came_back_is_not_missed(filled: Store, git: Git) -> None:
    """A branch that was moved back by mistake, and forward again."""
    tip = filled.tip()
    git(filled.path, "update-ref", "refs/heads/revisions", "revisions~2")
    assert len(wrong(filled)) == 1
    git(filled.path, "update-ref", "refs/heads/revisions", tip)
    assert wrong(filled) == []


def test_a_branch_that_is_gone_is_an_error(filled: Store, git: Git) -> None:
    """An empty store that held something once is not an empty store."""
    tip = filled.history()[-1].commit
    git(filled.path, "update-ref", "-d", "refs/heads/revisions")
    with pytest.raises(StoreError, match=f"is gone; the last revision known is commit {tip}"):
        list(filled.verify())


def test_of_one_article_only_its_own_are_missed(filled: Store, git: Git) -> None:
    """What was cut off of another is not its concern."""
    last = filled.history()[-1]
    git(filled.path, "update-ref", "refs/heads/revisions", "revisions~1")
    gone = {one.article: [finding.what for finding in filled.verify(one.article)] for one in filled.articles()}
    assert {article for article, found in gone.items() if found} == {last.article}


def test_a_history_written_anew_is_told(filled: Store, git: Git) -> None:
    """The same texts in other commits: links to them lead nowhere, though nothing is lost."""
    count = len(filled.history())
    tree = git(filled.path, "rev-parse", "revisions^{tree}").strip()
    told = git(filled.path, "log", "-1", "--format=%B", "revisions")
    made = git(filled.path, "commit-tree", tree, "-p", "revisions~1", "-m", told.strip(), at=NOW).strip()
    git(filled.path, "update-ref", "refs/heads/revisions", made)
    assert len(filled.history()) == count
    assert any("1 revision is in other commits than in the index" in one.what for one in wrong(filled))


def test_what_the_index_never_saw_is_not_missed(filled: Store, git: Git) -> None:
    """A removal that was wanted ends with the index deleted; then nothing tells of what was at the end."""
    git(filled.path, "update-ref", "refs/heads/revisions", "revisions~2")
    filled.close()
    filled.path.joinpath("index.sqlite").unlink()
    assert wrong(filled) == []


def test_a_commit_by_other_hands_is_a_note(filled: Store, git: Git, tmp_path: Path) -> None:
    """Nothing is wrong with it, and nothing vouches for it; serial numbers go on."""
    git(tmp_path, "clone", "--quiet", str(filled.path), "desk")
    (tmp_path / "desk/2024/10/01/storm.txt").write_text("By hand.\n")
    git(tmp_path / "desk", "commit", "--quiet", "-am", "By hand", at="2024-10-06T00:00:00Z")
    git(tmp_path / "desk", "push", "--quiet")
    filled.add(b"After it, by revtrack.\n", "storm", now=NOW)
    [finding] = filled.verify()
    assert (finding.note, finding.article) == (True, "storm")


def test_two_desks_that_merged_are_sound(filled: Store, git: Git, tmp_path: Path) -> None:
    """Both gave the same serial number, each on its own branch."""
    git(tmp_path, "clone", "--quiet", "--bare", str(filled.path), "other")
    other = Store(tmp_path / "other")
    other.add(b"From another desk.\n", "court", now=NOW)
    filled.add(b"From this desk.\n", "storm", now=NOW)
    git(tmp_path, "clone", "--quiet", str(filled.path), "desk")
    git(tmp_path / "desk", "pull", "--quiet", "--no-rebase", "--no-edit", str(other.path), "revisions")
    git(tmp_path / "desk", "push", "--quiet", "origin", "HEAD:revisions")
    filled.add(b"After the merge.\n", "storm", now=NOW)
    assert list(filled.verify()) == []


def test_gc_keeps_all_there_is(filled: Store, git: Git) -> None:
    """Also what no branch names: someone may still ask for it."""
    [orphan] = [
        subprocess.run(["git", "-C", str(filled.path), "hash-object", "-w", "--stdin"], input=b"x", capture_output=True)
        .stdout.decode()
        .strip()
    ]
    stale = filled.path / "objects/pack/tmp_pack_old"
    fresh = filled.path / "objects/pack/tmp_pack_new"
    stale.touch()
    fresh.touch()
    os.utime(stale, (0, 0))
    expected = [filled.read(one) for one in filled.history()]
    packed = filled.gc()
    assert packed.after < packed.before
    assert [filled.read(one) for one in filled.history()] == expected
    assert git(filled.path, "cat-file", "-p", orphan) == "x"
    assert (stale.exists(), fresh.exists()) == (False, True)
    assert len(list((filled.path / "objects/pack").glob("*.pack"))) == 1


def test_tidy_packs_when_much_lies_about(filled: Store, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """And does nothing otherwise."""
    assert filled.tidy() is False
    monkeypatch.setattr(upkeep, "MOST_LOOSE", -1)
    (filled.path / "objects/17").mkdir(exist_ok=True)
    expected = filled.history()
    assert filled.tidy() is True
    assert "count: 0" in git(filled.path, "count-objects", "-v")
    assert Store(filled.path).history() == expected
    assert filled.add(b"After it.\n", "storm", now=NOW, force=True).new
    assert list(filled.verify()) == []
