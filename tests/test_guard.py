"""An error in revtrack costs the passage that caused it: it is told, and nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import revtrack
from revtrack.cli import main
from revtrack.model import Claims, Diff, guard
from revtrack.versions import align

OLD = """Ferry toll rises

At least 12 people died when a ferry sank on Monday, police said.

They hired 40 guards. "We may raise the wreck," said harbour master Ada Lind.

The council met in Orrin on Tuesday.
"""
NEW = OLD.replace("12 people", "21 people").replace("40 guards", "6e53 guards").replace("Tuesday", "Friday")


@pytest.fixture
def lenient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "STRICT", False)


def failing_on(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reader of figures fail on any text that has a word."""
    from revtrack.claims import figures

    find = figures.find

    def faulty(reading: object, *more: object) -> object:
        if word in reading.text:  # type: ignore[attr-defined]
            raise ZeroDivisionError(word)
        return find(reading, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(figures, "find", faulty)


def test_tests_see_an_error_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    failing_on("6e53", monkeypatch)
    with pytest.raises(ZeroDivisionError):
        revtrack.extract(NEW)


@pytest.mark.usefixtures("lenient")
def test_the_rest_of_a_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The paragraph has a warning and no claims; every place is one of the text."""
    failing_on("6e53", monkeypatch)
    claims = revtrack.extract(NEW)
    assert {"21", "Monday", "Friday"} <= {claim.text for claim in claims.claims}
    assert not [claim for claim in claims.claims if "Lind" in claim.text]
    [warning] = claims.warnings
    assert (warning.message, warning.text) == (guard.UNREAD, NEW.split("\n\n")[2])
    assert all(claim.text == NEW[claim.start : claim.end] for claim in claims.claims)
    assert Claims.from_dict(claims.to_dict()) == claims


@pytest.mark.usefixtures("lenient")
def test_a_change_in_a_passage_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    failing_on("6e53", monkeypatch)
    diff = revtrack.compare(OLD, NEW)
    messages = [change.message for change in diff.changes]
    assert any(message.startswith("people who died: at least 12 -> at least 21") for message in messages)
    assert any("6e53" in message for message in messages)
    assert Diff.from_dict(diff.to_dict()) == diff


@pytest.mark.usefixtures("lenient")
def test_a_text_of_which_nothing_can_be_read_is_compared_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    failing_on("", monkeypatch)
    assert revtrack.extract(NEW).claims == ()
    diff = revtrack.compare(OLD, NEW)
    shown = " ".join(change.message for change in diff.changes)
    assert all(word in shown for word in ("21", "6e53", "Friday"))


@pytest.mark.usefixtures("lenient")
@pytest.mark.parametrize("aligns", [True, False])
def test_versions_that_cannot_be_compared_are_told_sentence_by_sentence(
    monkeypatch: pytest.MonkeyPatch, aligns: bool
) -> None:
    """Also where it cannot be told which sentence became which."""

    def faulty(*_: object, **__: object) -> object:
        raise RecursionError

    monkeypatch.setattr("revtrack.changes.figures.find", faulty)
    if not aligns:
        monkeypatch.setattr(align, "align", faulty)
    diff = revtrack.compare(OLD, NEW)
    assert {change.severity for change in diff.changes} == {"medium"}
    assert all(change.message.startswith(guard.UNCOMPARED) for change in diff.changes)
    assert all(word in " ".join(change.message for change in diff.changes) for word in ("21", "6e53", "Friday"))
    assert Diff.from_dict(diff.to_dict()) == diff


@pytest.mark.usefixtures("lenient")
def test_an_expected_error_is_not_swallowed() -> None:
    with pytest.raises(revtrack.InputError):
        revtrack.extract("A lone \ud800 surrogate.")


@pytest.mark.usefixtures("lenient")
def test_commands_over_many_articles_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One revision with the fault, in an archive of three articles."""
    monkeypatch.chdir(tmp_path)
    run = CliRunner()
    assert run.invoke(main, ["init"]).exit_code == 0
    for name in ("ferry", "court", "storm"):
        for number, text in enumerate((OLD, NEW if name == "court" else NEW.replace("6e53", "60"))):
            Path("text.txt").write_text(text)
            run.invoke(main, ["add", "text.txt", "--as", name, "--at", f"2024-10-0{number + 1}"])
    failing_on("6e53", monkeypatch)
    for command in ("log", "stats", "search --jobs 1", "history court", "blame court", "diff court", "site public"):
        result = run.invoke(main, command.split())
        assert result.exit_code == 0, (command, result.output)
    assert "40 guards" in run.invoke(main, ["diff", "court"]).output
    assert "this passage could not be read" in run.invoke(main, ["diff", "court"]).output
