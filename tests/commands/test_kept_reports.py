"""A report that is printed again is taken as it was kept, and only while it would be laid out the same."""

from __future__ import annotations

import zlib

import pytest

import revtrack
from revtrack.archive import kept_diffs, kept_reports, operands
from revtrack.archive.archive import Archive
from revtrack.lexicon.edition import edition
from tests.commands.newsdesk import Desk

PAIR = ("diff", "ferry", "1", "2")


def _print_from_memory_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the diff was asked for again")

    monkeypatch.setattr(Archive, "diff", refuse)


def test_the_second_report_is_the_first_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is printed without the diff, and ends with the same code."""
    first = desk.run(*PAIR, "--exit-code")
    _print_from_memory_only(monkeypatch)
    again = desk.run(*PAIR, "--exit-code")
    assert (again.exit_code, again.stdout) == (first.exit_code, first.stdout)
    assert desk.run(*PAIR).exit_code == 0, "whether changes count is not kept"


@pytest.mark.parametrize("asked", [["--words"], ["--all"], ["--kind", "date"], ["--min-severity", "high"]])
def test_what_is_asked_otherwise_is_laid_out_anew(desk: Desk, asked: list[str]) -> None:
    """A report of one kind never stands in for that of another."""
    fresh = desk.ok(*PAIR, *asked)
    desk.ok(*PAIR)
    assert desk.ok(*PAIR, *asked) == fresh


def test_another_width_is_laid_out_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = desk.ok(*PAIR)
    monkeypatch.setenv("COLUMNS", "40")
    assert desk.ok(*PAIR) != wide


def test_another_program_lays_out_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after an upgrade, or an edit of a module; a program whose files cannot be seen keeps nothing."""
    first = desk.ok(*PAIR)
    for program in ("another", ""):
        monkeypatch.setattr(kept_reports, "_program", lambda program=program: program)
        asked: list[int] = []
        monkeypatch.setattr(kept_diffs, "of", lambda *_, asked=asked: asked.append(1))
        assert desk.ok(*PAIR) == first
        assert asked


def test_a_revision_that_moved_is_named_by_its_new_number(desk: Desk) -> None:
    """A text published before both of them is added later: the pair is the same, and its numbers are not."""
    desk.ok(*PAIR)
    before = desk.folder / "before.txt"
    before.write_text("Nine people were on the ferry.\n", encoding="utf-8")
    desk.ok("add", str(before), "--as", "ferry", "--at", "1999-01-01")
    assert "version 2 -> 3" in desk.ok("diff", "ferry", "2", "3")


HOSTILE = ("\x1b]0;title\x07", "\x1b[2J", "\x1b[31", "\u202edesrever", "\x9b31m", "\ud800")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_report_that_would_act_on_the_terminal_is_not_printed(desk: Desk, text: str) -> None:
    """Whoever made the archive may have written what is kept in it, too."""
    first = desk.ok(*PAIR)
    archive = revtrack.open(desk.folder)
    pair = operands.pair(archive.source, "ferry", "1", "2")
    key = kept_reports._key(*pair)
    kept = zlib.decompress(archive.source.kept(edition(), key) or b"")
    for data in (kept + text.encode("utf-8", "surrogatepass"), kept[:30]):
        archive.source.keep(edition(), {key: zlib.compress(data)})
        assert desk.ok(*PAIR) == first
    archive.source.keep(edition(), {key: b"no archive of anything"})
    assert desk.ok(*PAIR) == first


def test_colours_of_a_report_are_kept(desk: Desk) -> None:
    archive = revtrack.open(desk.folder)
    pair = operands.pair(archive.source, "ferry", "1", "2")
    report = "\x1b[1;38;5;161mhigh\x1b[0m 12\u00a0000 -> 13\u202f000\n"
    kept_reports.keep(archive.source, *pair, "coloured", report, True)
    assert kept_reports.of(archive.source, *pair, "coloured") == (report, True)
