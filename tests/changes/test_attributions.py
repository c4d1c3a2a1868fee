"""Changed attributions: source, role, cue and content; a neutral cue for another and a turned clause are no change."""

from __future__ import annotations

import pytest

from tests.changes.newsroom import messages, told

SAID = "Ida Lind said the port was shut."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SAID, "Ida Lind said that the port was shut."),
        (SAID, "The port was shut, said Ida Lind."),
        (SAID, "The port was shut, Ida Lind said."),
        (SAID, "Ida Lind added the port was shut."),
        (SAID, "Ms. Lind said the port was shut."),
        ('"It is shut," said Ida Lind.', '"It is shut," Ida Lind said.'),
        ('"It is shut," Ida Lind said.', 'Ida Lind said: "It is shut."'),
        ("Sen. Ida Lind said the port was shut.", "Senator Ida Lind said the port was shut."),
    ],
)
def test_the_same_source_saying_the_same_is_no_change(old: str, new: str) -> None:
    assert told(old, new) == []
    assert told(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "label", "severity"),
    [
        (SAID, "Olaf Berg said the port was shut.", "source", "high"),
        (SAID, "A port official said the port was shut.", "anonymized", "high"),
        ("A port official said the port was shut.", SAID, "identified", "medium"),
        ("Gen. Olaf Berg said the port was shut.", "Col. Olaf Berg said the port was shut.", "role", "medium"),
        (SAID, "Ida Lind claimed the port was shut.", "cue", "medium"),
        (SAID, "Ida Lind admitted the port was shut.", "cue", "medium"),
        (SAID, "The port was shut.", "dropped", "high"),
        ("The port was shut.", "The port was shut, according to police.", "attributed", "medium"),
        (SAID, "Ida Lind said ferries would sail from Arvo.", "content", "medium"),
        ("It rained.\n\n" + SAID, "It rained.", "removed", "high"),
        ("It rained.", "It rained.\n\n" + SAID, "added", "low"),
    ],
)
def test_a_changed_attribution_has_its_label(old: str, new: str, label: str, severity: str) -> None:
    assert told(old, new, "attribution") == [(f"attribution/{label}", severity)]


def test_the_same_quotation_cut_at_a_sentence_still_changed_its_source() -> None:
    old = '"We searched all night. We found nothing on the beach," said Ida Lind.'
    new = '"We searched all night," said Olaf Berg.'
    assert ("attribution/source", "high") in told(old, new)


def test_a_name_inside_a_changed_source_is_not_told_again() -> None:
    assert told(SAID, "Olaf Berg said the port was shut.", "name") == []


def test_a_hedge_replaced_by_a_source_is_one_change() -> None:
    assert told("He reportedly left Orrin.", "Police said he left Orrin.") == [("attribution/attributed", "medium")]


def test_a_denial_that_came_in_is_a_negation() -> None:
    assert told("The firm paid the fine.", "The firm denied paying the fine.") == [("certainty/negated", "high")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (SAID, "Olaf Berg said the port was shut.", "source: Ida Lind -> Olaf Berg"),
        (SAID, "Ida Lind claimed the port was shut.", "how Ida Lind put it: said -> claimed"),
        (SAID, "The port was shut.", "no longer attributed to Ida Lind, now stated as fact: 'the port was shut'"),
        ("The port was shut.", SAID, "now attributed to Ida Lind: 'the port was shut'"),
        (
            "It rained.",
            "It rained. The port was shut, according to police.",
            "attribution added: according to police: The port was shut",
        ),
        (
            "Ida Lind, the mayor, said it was shut.",
            "Ida Lind, the deputy mayor, said it was shut.",
            "role of Ida Lind: mayor -> deputy mayor",
        ),
    ],
)
def test_the_message_stands_alone(old: str, new: str, message: str) -> None:
    assert messages(old, new, "attribution") == [message]
