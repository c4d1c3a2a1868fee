"""The library answers what the command line prints, with the same operands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import revtrack
from revtrack.archive import import_sources
from revtrack.cli import main

OLD = "Ferry sinks\n\nAt least 12 people died, police said on Thursday.\n"
NEW = OLD.replace("12", "21")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> revtrack.Archive:
    """A store with two revisions of `ferry`, in the current folder."""
    monkeypatch.chdir(tmp_path)
    made = revtrack.Archive.create()
    made.add(OLD, "ferry", at="2024-10-31T08:00Z", by="A. Editor")
    made.add(NEW.encode(), "ferry", at="2024-10-31T12:30Z", note="New toll")
    return made


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> object:
    with pytest.raises(SystemExit) as end:
        main([*args, "--format", "json"])
    assert end.value.code == 0
    return json.loads(capsys.readouterr().out)


def test_values_are_what_the_commands_print(archive: revtrack.Archive, capsys: pytest.CaptureFixture[str]) -> None:
    """Byte for byte the same JSON, for every command that has it."""
    assert printed(capsys, "log", "ferry") == archive.log("ferry").to_dict()
    assert printed(capsys, "log", "--since", "2024-10-31T10:00Z") == archive.log(since="2024-10-31T10:00Z").to_dict()
    assert printed(capsys, "claims", "ferry@1") == archive.claims("ferry", 1).to_dict()
    assert printed(capsys, "diff", "ferry") == archive.diff("ferry").to_dict()
    assert printed(capsys, "history", "ferry") == archive.history("ferry").to_dict()
    assert printed(capsys, "blame", "ferry@first") == archive.blame("ferry", "first").to_dict()
    assert printed(capsys, "search", "people") == archive.search("people").to_dict()
    assert printed(capsys, "stats") == archive.stats().to_dict()
    assert printed(capsys, "verify") == archive.verify().to_dict()


@pytest.mark.parametrize("operand", [2, "2", -1, "latest", "2024-10-31", None])
def test_a_revision_has_many_names(archive: revtrack.Archive, operand: int | str | None) -> None:
    """As on the command line; numbers may be numbers."""
    assert archive.show("ferry", operand) == NEW.encode()
    assert archive.revision("fer", operand).number == 2


def test_a_revision_names_itself(archive: revtrack.Archive) -> None:
    """What one method gives, another takes."""
    first, second = (entry.revision for entry in archive.log("ferry").entries)
    assert archive.show(first) == OLD.encode()
    assert archive.claims(second).text == NEW
    assert (
        archive.diff("ferry", second, first)
        .changes[0]
        .message.startswith("people who died: at least 21 -> at least 12")
    )


def test_what_is_added_again_is_not_new(archive: revtrack.Archive) -> None:
    """The revision is the one that is there."""
    assert archive.add(NEW, "ferry").new is False
    assert archive.add(OLD, "storm").revision.number == 1


def test_progress_is_reported(archive: revtrack.Archive) -> None:
    """With what is done and the total; nothing where nothing is left to read."""
    seen: list[tuple[str, int, int | None]] = []
    for _ in range(2):
        archive.search(progress=lambda *step: seen.append(step))
    assert seen == [("Reading articles", 0, 1), ("Reading articles", 1, 1)]


def test_records_are_imported_once(archive: revtrack.Archive, tmp_path: Path) -> None:
    """A second import finds them there."""
    (tmp_path / "wire.jsonl").write_text(json.dumps({"article": "wire", "text": OLD, "time": "2024-10-31"}) + "\n{\n")
    skipped: list[str] = []
    for added in (1, 0):
        with open(tmp_path / "wire.jsonl", "rb") as file:
            counts = archive.import_records(import_sources.jsonl(file, "wire.jsonl"), report=skipped.append)
        assert (counts.records, counts.added, counts.known, counts.skipped) == (2, added, 1 - added, 1)
    assert len(skipped) == 2


def test_a_repository_of_files_is_read_and_never_written(tmp_path: Path) -> None:
    """Uncommitted texts are revisions too; a check finds what an edit changes."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    (folder / "ferry.md").write_text(OLD)
    for args in (["init", "-q"], ["add", "."], ["-c", "user.name=A", "-c", "user.email=a@x", "commit", "-qm", "Add"]):
        subprocess.run(["git", "-C", str(folder), *args], check=True)
    (folder / "ferry.md").write_text(NEW)
    archive = revtrack.open(folder)
    assert archive.diff("ferry").changes == archive.diff("ferry", 1, "worktree").changes != ()
    subprocess.run(["git", "-C", str(folder), "add", "."], check=True)
    assert archive.show("ferry", "staged") == NEW.encode()
    result = archive.check()
    assert (result.articles, result.stopping > 0, result.findings[0].path) == (1, True, "ferry.md")
    assert archive.check(["ferry.md"], fail_on="never").stopping == 0
    for refused in (lambda: archive.add(OLD, "storm"), archive.verify, archive.gc, lambda: archive.import_records([])):
        with pytest.raises(revtrack.RefusedError, match="Git repository of your own"):
            refused()


def test_errors_are_those_of_the_library(archive: revtrack.Archive, tmp_path: Path) -> None:
    """Each kind of failure has its class, and all have one base."""
    for error, call in (
        (revtrack.UnknownError, lambda: archive.diff("boat")),
        (revtrack.UnknownError, lambda: archive.show("ferry", 9)),
        (revtrack.InputError, lambda: archive.add(b"%PDF-1.7", "ferry")),
        (revtrack.InputError, lambda: archive.search(since="2024-11-02", until="2024-11-01")),
        (revtrack.StoreError, lambda: revtrack.open(tmp_path / "nowhere")),
    ):
        with pytest.raises(error):
            call()
        assert issubclass(error, revtrack.RevtrackError)


def test_the_package_lists_its_public_names() -> None:
    """No more and no less than `__all__` and the version; and importing it loads next to nothing."""
    assert dir(revtrack) == sorted([*revtrack.__all__, "__version__"])
    assert all(getattr(revtrack, name) for name in dir(revtrack))
    code = "import sys, revtrack; print(*(name for name in sys.modules if name.startswith('revtrack')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert sorted(loaded) == ["revtrack", "revtrack.errors", "revtrack.version"]
