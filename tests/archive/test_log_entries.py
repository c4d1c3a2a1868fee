"""The log one entry at a time: begun at once, stopped at any entry, and the same as the log as a whole."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

import revtrack
from revtrack import changes, claims
from revtrack.archive import revision_log
from revtrack.shell import output

NOW = "2024-11-01T00:00:00Z"
SUBJECT = "people who died: "
NOT_TEXT = b"\0\1\2\3" * 9


@pytest.fixture
def archive(tmp_path: Path) -> revtrack.Archive:
    made = revtrack.Archive.create(tmp_path)
    for hour in range(3):
        for article in ("ferry", "flood"):
            made.add(
                f"At least {12 + hour} people died in the {article}.\n", article, at=f"2024-10-31T1{hour}", now=NOW
            )
    return made


def _told(archive: revtrack.Archive, **period: str) -> list[str]:
    found = archive.log_entries(**period)
    return [f"{one.revision.article}@{one.revision.number} {one.line.removeprefix(SUBJECT)}" for one in found]


def test_entries_are_those_of_the_log(archive: revtrack.Archive) -> None:
    assert tuple(archive.log_entries()) == archive.log().entries
    assert tuple(archive.log_entries("flood")) == archive.log("flood").entries


def test_the_first_entry_needs_no_other_revision(archive: revtrack.Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a revision was read before it was asked for")

    monkeypatch.setattr(claims, "of", refuse)
    assert [one.line for one in islice(archive.log_entries(), 2)] == ["first version"] * 2


def test_a_log_stopped_half_way_keeps_what_was_compared(
    archive: revtrack.Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = archive.log_entries()
    assert len(list(islice(entries, 4))) == 4
    entries.close()  # type: ignore[attr-defined]
    compared: list[str] = []
    between = changes.between
    monkeypatch.setattr(changes, "between", lambda old, new: compared.append(new.text) or between(old, new))
    assert len(list(archive.log_entries())) == 6
    assert [text.split()[2] for text in compared] == ["14", "14"]


def test_a_period_is_compared_with_what_stood_before_it(archive: revtrack.Archive) -> None:
    assert _told(archive, since="2024-10-31T12:00Z") == [
        "ferry@3 at least 13 -> at least 14 (+8%)",
        "flood@3 at least 13 -> at least 14 (+8%)",
    ]


def test_what_is_no_text_is_passed_over(archive: revtrack.Archive) -> None:
    archive.source.add(NOT_TEXT, "ferry", at="2024-10-31T13", words=0, now=NOW, force=True)
    archive.add("At least 20 people died in the ferry.\n", "ferry", at="2024-10-31T14", now=NOW)
    assert [one.split(" ", 1)[1].split(":")[0] for one in _told(archive)][-2:] == [
        "not compared",
        "at least 14 -> at least 20 (+43%)",
    ]
    assert _told(archive, since="2024-10-31T14:00Z") == ["ferry@5 nothing before it to compare with"]


@pytest.mark.parametrize("at_hand", [0, 1])
def test_articles_that_are_not_at_hand_are_asked_for_again(
    archive: revtrack.Archive, at_hand: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision_log, "AT_HAND", at_hand)
    found = list(archive.log_entries())
    monkeypatch.undo()
    assert found == list(archive.log().entries)


def test_no_more_is_asked_for_once_the_reader_has_left(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter(["first", "second", "third"])

    def leave(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("revtrack.shell.output.click.echo", leave)
    monkeypatch.setattr(output, "_drop_the_rest", lambda: None)
    output.write_lines(asked)
    assert next(asked) == "second"
