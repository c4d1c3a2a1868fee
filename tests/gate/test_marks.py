"""Marks in the source: what they say, and which paragraph they stand for."""

from __future__ import annotations

import pytest

from revtrack import claims
from revtrack.gate.accept_marks import MOST, AcceptMark, find, read
from revtrack.gate.rules import rules
from revtrack.model import Claims

MARK = "<!-- revtrack: accept F101 the police mended it -->"


def of(text: str) -> Claims:
    return claims.of(text)


def zone(text: str) -> str:
    """The text of the paragraph that the one mark of a text stands for."""
    [mark] = find(of("Nothing."), of(text))
    return text[mark.zone.start : mark.zone.end].replace(MARK, "").strip()


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a comment -->\n\nText.",
        "<!-- revtrack accept F101 no colon -->\n\nText.",
        "<!-- revtrack: accept F101 never closed\n\nText.",
        "# revtrack: accept F101 a heading and no field\n\nText.",
        "revtrack: accept F101 copy\n\nText.",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    """Only a comment that is closed, and in front matter a line of comment."""
    assert find(of("Nothing."), of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"First one.\n\nSecond one. {MARK}\n\nThird one.",
        f"First one.\n\n{MARK} Second one.\n\nThird one.",
        f"First one.\n\nSecond {MARK} one.\n\nThird one.",
        f"First one.\n\n{MARK}\nSecond one.\n\nThird one.",
        f"First one.\n\nSecond one.\n{MARK}\n\nThird one.",
        f"First one.\n\n{MARK}\n\nSecond one.\n\nThird one.",
        f"First one.\r\n\r\n{MARK}\r\n\r\nSecond one.\r\n\r\nThird one.",
        f"First one.\n{MARK}\nSecond one.\nThird one.",
        f"First one.\n\nSecond one.\n\n{MARK}",
        f"{MARK}\nSecond one.\n\nThird one.",
    ],
)
def test_a_mark_stands_for_its_paragraph(text: str) -> None:
    """Inside, at either end, on a line of its own against it, or alone above it; at the end, alone below it."""
    assert " ".join(zone(text).split()) == "Second one."


def test_a_mark_in_front_matter_stands_for_all_of_it() -> None:
    """A YAML file knows no other comment."""
    text = "---\ntitle: Toll at 21\n# revtrack: accept F101 the police mended it\n---\n\nText.\n"
    [mark] = find(of("Nothing."), of(text))
    assert text[mark.zone.start : mark.zone.end].startswith("---\ntitle: Toll at 21\n# revtrack")
    assert mark.said.reason == "the police mended it"


@pytest.mark.parametrize(
    ("words", "codes", "reason"),
    [
        ("accept F101 typo", ("F101",), "typo"),
        (" accept f101:  two\n words ", ("F101",), "two words"),
        ("accept F101, Q101 both", ("F101", "Q101"), "both"),
        ("accept F101 - 12, not 21", ("F101",), "- 12, not 21"),
        ("accept F101 Q101, n102: three", ("F101", "Q101", "N102"), "three"),
        ("accept F101 all figures are from the police", ("F101",), "all figures are from the police"),
        ("accept F101 B52 bombers", ("F101",), "B52 bombers"),
    ],
)
def test_what_a_mark_says(words: str, codes: tuple[str, ...], reason: str) -> None:
    """Codes, then a reason."""
    said = read(words)
    assert (said.codes, said.reason, said.fault) == (codes, reason, "")


def test_a_family_and_everything_are_accepted_at_once() -> None:
    """A story that develops need not be accepted code by code."""
    assert read("accept F* developing toll").codes == tuple(code for code in rules() if code[0] == "F")
    assert read("accept f*, Q101 developing toll").codes[-1] == "Q101"
    assert read("accept all: the wire story was replaced").codes == tuple(rules())
    assert read("accept all").fault.startswith("it gives no reason")
    assert read("accept X* why").fault.startswith("X*: no such family of rules")
    assert read("accept allied forces").fault


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("accept F101", "it gives no reason"),
        ("accept Q999 typo", "Q999: no such rule: did you mean"),
        ("accept typo", "write it as accept CODE REASON"),
        ("ignore F101 typo", "write it as accept CODE REASON"),
        ("", "write it as accept CODE REASON"),
    ],
)
def test_what_is_wrong_with_a_mark(words: str, fault: str) -> None:
    """It accepts nothing, and says why."""
    assert read(words).fault.startswith(fault)


def spent(old: str, new: str) -> list[bool]:
    return [mark.spent for mark in find(of(old), of(new))]


def test_a_mark_is_spent_once_it_stood_in_the_old_version() -> None:
    """Else one mark would let every later change of its paragraph pass."""
    once, twice = f"One. {MARK}", f"One. {MARK}\n\nTwo. {MARK}"
    assert spent("One.", once) == [False]
    assert spent(once, once) == [True]
    assert spent(once, f"Two before.\n\n{once}") == [True]
    assert spent(once, once.replace("mended", "mended again,")) == [False]
    assert sorted(spent(once, twice)) == [False, True]


def test_there_is_an_end_to_marks() -> None:
    """A hostile text cannot make the gate slow with marks."""
    marks: list[AcceptMark] = find(of("Nothing."), of("\n\n".join(f"Text. {MARK}" for _ in range(MOST + 50))))
    assert len(marks) == MOST
    assert find(of("Nothing."), of("<!-- revtrack:" * 5_000)) == []
