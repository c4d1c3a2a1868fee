"""Diffs and histories that are kept whole: the same answer again, without reading, and none that is out of date."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import revtrack
from revtrack.archive import kept_diffs, kept_histories, revision_diffs
from revtrack.model import Diff, Revision

TEXTS = (
    "At least 12 people died in Almery on Thursday, police said.\n",
    "At least 14 people died in Almery on Thursday, police said.\n",
    "At least 14 people died in Almery on Friday, the mayor said.\n",
)


@pytest.fixture
def archive(tmp_path: Path) -> revtrack.Archive:
    made = revtrack.Archive.create(tmp_path)
    for day, text in enumerate(TEXTS, 10):
        made.add(text, "flood", at=f"2024-10-{day}", now="2024-11-01T00:00:00Z")
    return made


def _no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a text was read again")

    monkeypatch.setattr(revision_diffs, "between", refuse)
    monkeypatch.setattr(revision_diffs, "compared", refuse)


def test_a_diff_given_again_is_the_same_and_reads_nothing(
    archive: revtrack.Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = archive.diff("flood", 1, 2)
    _no_reading(monkeypatch)
    assert archive.diff("flood", 1, 2) == first
    assert first.changes


def test_a_history_given_again_is_the_same_and_reads_nothing(
    archive: revtrack.Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = archive.history("flood")
    _no_reading(monkeypatch)
    again = archive.history("flood")
    assert again == first
    assert all(life.latest for life in again.lives if life.stages[-1].values and life.kind != "statement")
    assert archive.history("flood", kinds=["figure"]).lives == tuple(one for one in first.lives if one.kind == "figure")


def test_a_history_is_made_again_with_one_more_revision(archive: revtrack.Archive) -> None:
    archive.history("flood")
    archive.add(TEXTS[2].replace("14", "17"), "flood", at="2024-10-14", now="2024-11-01T00:00:00Z")
    found = archive.history("flood", kinds=["figure"])
    assert [stage.values for stage in found.lives[0].stages] == [("at least 12",), ("at least 14",), ("at least 17",)]


def test_a_history_keeps_why_a_revision_is_left_out(archive: revtrack.Archive) -> None:
    bytes_ = b"\0\1\2\3" * 9
    archive.source.add(bytes_, "flood", at="2024-10-14", words=0, now="2024-11-01T00:00:00Z", force=True)
    first = archive.history("flood")
    assert [one.revision.number for one in first.left_out] == [4]
    assert archive.history("flood") == first


def test_the_days_that_dates_mean_are_those_of_the_very_revisions(archive: revtrack.Archive) -> None:
    """The same two texts, published on other days: what "Thursday" means is another day."""
    old, new = archive.revision("flood", 1), archive.revision("flood", 2)
    kept_diffs.keep(archive.source, archive.diff("flood", 1, 2), old, new)
    later = Revision(
        new.article, 2, new.commit, new.blob, "2024-12-24T00:00:00Z", new.added, new.by, new.note, new.source, new.words
    )
    assert kept_diffs.of(archive.source, old, new)
    assert kept_diffs.of(archive.source, old, later) is None


def test_what_is_damaged_is_made_again(archive: revtrack.Archive) -> None:
    class Damaged:
        def kept(self, edition: str, key: str) -> bytes:
            return b"damaged"

    revisions = archive.source.revisions("flood")
    assert kept_diffs.of(Damaged(), *revisions[:2]) is None  # type: ignore[arg-type]
    assert kept_histories.of(Damaged(), revisions) is None  # type: ignore[arg-type]


def test_a_warm_diff_loads_no_reading_code(archive: revtrack.Archive, tmp_path: Path) -> None:
    import subprocess

    archive.diff("flood", 1, 2)
    code = (
        f"import sys, revtrack; revtrack.open({str(tmp_path)!r}).diff('flood', 1, 2);"
        "print(*(name for name in sys.modules if name.startswith('revtrack.')))"
    )
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert [one for one in loaded if one.startswith(("revtrack.text", "revtrack.claims.", "revtrack.changes."))] == []


def test_a_diff_is_kept_whole(archive: revtrack.Archive) -> None:
    found = archive.diff("flood", 2, 3)
    assert Diff.from_dict(found.to_dict()) == found
