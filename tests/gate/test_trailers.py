"""Trailers of a commit message."""

from __future__ import annotations

import pytest

from revtrack.finding import Finding, Settlement
from revtrack.gate.trailers import faults, find, settled

FINDING = Finding("Q101", "high", "t", "news/a.md", 3, 1, (3, 9), "m", "do")


@pytest.mark.parametrize(
    "message",
    [
        "Mend a quotation\n\nAccept: Q101 typo\n",
        "Mend a quotation\n\n# Accept-Change: Q101 a comment\n",
        "Mend a quotation\n\n# ------------------------ >8 ------------------------\nAccept-Change: Q101 in the diff\n",
        "We Accept-Change: Q101 in passing\n",
        "",
    ],
)
def test_what_is_no_trailer(message: str) -> None:
    """Comments, what is below the scissors, and prose."""
    assert find(message) == []


@pytest.mark.parametrize(
    "line", ["Accept-Change: Q101 misheard", "accept-change:q101   misheard", "ACCEPT-CHANGE: F101,Q101 misheard"]
)
def test_a_trailer_settles_a_finding_of_its_code(line: str) -> None:
    """Git takes trailers in any letter case."""
    [finding] = settled([FINDING], find(f"Mend it\n\n{line}\n"))
    assert finding.settled == Settlement("trailer", "misheard")


@pytest.mark.parametrize("line", ["Accept-Change: Q102 misheard", "Accept-Change: Q101", "Accept-Change: Q1 misheard"])
def test_a_trailer_of_another_code_or_without_reason_does_not(line: str) -> None:
    """The finding stays, and the trailer is one itself."""
    trailers = find(f"Mend it\n\n{line}\n")
    assert settled([FINDING], trailers) == [FINDING]
    [fault] = faults([FINDING], trailers, "MSG")
    assert (fault.path, fault.line, fault.code in ("K108", "K109")) == ("MSG", 3, True)


def test_a_trailer_that_was_needed_is_no_fault() -> None:
    """Also where a mark in the text had settled the finding already, it did no harm to say so twice."""
    trailers = find("Accept-Change: Q101 misheard")
    assert list(faults(settled([FINDING], trailers), trailers, "MSG")) == []


def test_a_trailer_is_for_the_files_of_its_commit() -> None:
    """In a range of commits, one does not accept what another did."""
    assert settled([FINDING], find("Accept-Change: Q101 misheard", {"news/b.md"})) == [FINDING]
    assert settled([FINDING], find("Accept-Change: Q101 misheard", {"news/a.md"}))[0].settled
