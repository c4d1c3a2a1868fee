"""What is wrong with the notices of an edit."""

from __future__ import annotations

import pytest

import revtrack
from revtrack.gate import review
from revtrack.gate.house import WAYS, Policy

OLD = "The flood killed 12 people in Lund.\n\nThe bridge cost $40 million to build.\n"
NEW = OLD.replace("12", "21")
RIGHT = "An earlier version of this article gave the number of people as 12. It is 21."
POLICY = Policy((), WAYS)


def codes(old: str, new: str) -> list[str]:
    found = review.findings(revtrack.compare(old, new), "story.md", POLICY)
    return [one.code for one in found if not one.settled and one.code[0] == "K"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, OLD),
        (OLD, OLD.replace("Lund", "Lund on the coast")),
        (OLD, f"{OLD}\n{RIGHT}\n"),
        (OLD, f"{NEW}\n{RIGHT}\n"),
        (OLD, f"{NEW}\n## Correction\n\n{RIGHT}\n"),
        (OLD, f"{NEW}\n**Correction:** {RIGHT}\n"),
        (OLD, f"{NEW}\nCorrection: It is 21 people, and not 12.\n"),
        (OLD, f"{NEW}\nThis article was amended on 3 June 2024. An earlier version gave 12 people. It is 21.\n"),
        (OLD, f"{OLD}\nThe mayor was there.\n\nUpdate: The mayor was there.\n"),
        (f"{NEW}\n{RIGHT}\n", f"{NEW}\n{RIGHT}\n"),
        (f"{NEW}\n{RIGHT}\n", f"{NEW.replace('Lund', 'Lund today')}\n{RIGHT}\n"),
        (f"{NEW}\n{RIGHT}\n", f"{NEW}\n*{RIGHT}*\n"),
        (f"{NEW}\n{RIGHT}\n", f"{RIGHT}\n\n{NEW}"),
        (f"{NEW}\nUpdate: The bridge is open.\n", NEW),
    ],
)
def test_what_is_no_breach(old: str, new: str) -> None:
    """A notice that says what was wrong, one that stays or moves, one that is about an older change, an old update."""
    assert codes(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (OLD, NEW, "K101"),
        (OLD, f"{NEW}\nCorrection: An earlier version of this article was wrong.\n", "K102"),
        (OLD, f"{NEW}\nClarification: The toll is better told now.\n", "K102"),
        (OLD, f"{NEW}\nUpdate: The number of people killed is 21.\n", "K103"),
        (OLD, f"{NEW}\nThis story has been updated to reflect that 21 people were killed.\n", "K103"),
        (OLD, f"{NEW}\n{RIGHT.replace('21', '22')}\n", "K104"),
        (OLD, f"{NEW}\nCorrection: It is not 12 people but 20.\n", "K104"),
        (f"{NEW}\n{RIGHT}\n", NEW, "K105"),
        (f"{NEW}\nEditor's note: The mayor is the owner's brother.\n", NEW, "K105"),
        (f"{NEW}\n{RIGHT}\n", f"{NEW}\n{RIGHT.replace('gave the number of', 'counted')}\n", "K106"),
    ],
)
def test_a_breach(old: str, new: str, code: str) -> None:
    """One each."""
    assert codes(old, new) == [code]


def test_an_update_may_tell_what_is_new() -> None:
    """Only what was put right makes it a correction."""
    new = f"{OLD}\nOn Friday 300 people came back.\n\nUpdate: 300 people came back on Friday.\n"
    assert codes(OLD, new) == []


def test_a_notice_that_names_one_change_does_not_name_another() -> None:
    """The second figure stays a finding; the notice itself is in order."""
    both = NEW.replace("$40 million", "$45 million")
    found = review.findings(revtrack.compare(OLD, f"{both}\n{RIGHT}\n"), "story.md", POLICY)
    assert [(one.code, bool(one.settled)) for one in found] == [("F101", True), ("F101", False)]


def test_a_notice_may_grow() -> None:
    """The next correction is added to the first."""
    newer = NEW.replace("$40 million", "$45 million")
    grown = f"{RIGHT} It also gave the cost as $40 million. It is $45 million."
    found = review.findings(revtrack.compare(f"{NEW}\n{RIGHT}\n", f"{newer}\n{grown}\n"), "story.md", POLICY)
    assert [(one.code, bool(one.settled)) for one in found] == [("F101", True)]


def test_a_reminder_of_what_readers_are_not_told_needs_a_grave_change() -> None:
    """A bound or a spelling is no reason for it, nor is what was accepted."""
    assert codes("At least 12 people died.\n", "12 people died.\n") == []
    mark = "<!-- revtrack: accept F101 the agency's slip -->"
    assert codes(OLD, NEW.replace("Lund.", f"Lund. {mark}")) == []
