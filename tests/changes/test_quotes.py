"""Quotations, beyond the cases of tests/cases/quotations.md: other speakers, other kinds, moved passages."""

from __future__ import annotations

import revtrack
from tests.changes.newsroom import compared, told

SAID = '"We will never leave this town," said Ida Lind.'


def test_a_no_break_space_is_a_space() -> None:
    assert told(SAID, SAID.replace("leave this", "leave\u00a0this")) == []


def test_other_words_by_another_speaker_are_two_changes() -> None:
    new = '"We will leave this town," said Olaf Berg.'
    assert {kind for kind, _ in told(SAID, new)} == {"quote/words", "attribution/source"}


def test_a_speaker_behind_a_dash_is_a_source() -> None:
    """The dash stands for "said"."""
    old = '"We will never leave this town."\n— Ida Lind'
    assert told(old, old.replace("Ida Lind", "Olaf Berg")) == [("attribution/source", "high")]
    assert told(old, '"We will never leave this town," said Ida Lind.') == []


GOES_ON = '"We will never leave this town."'


def test_a_quotation_that_goes_on_from_another_speaker_has_another_speaker() -> None:
    """It was moved and no attribution changed, so nothing else tells of it."""
    first, second = '"No help came for us at all," Ida Lind said.', '"It was dark," Olaf Berg said.'
    before, after = f"{first}\n\n{GOES_ON}\n\n{second}", f"{first}\n\n{second}\n\n{GOES_ON}"
    assert told(before, after) == [("quote/speaker", "high")]


def test_a_new_source_is_told_once_for_all_that_it_goes_on_to_say() -> None:
    old = f'"No help came for us at all," Ida Lind said.\n\n{GOES_ON}'
    assert told(old, old.replace("Ida Lind", "Olaf Berg")) == [("attribution/source", "high")]


def test_a_name_or_number_inside_the_marks_is_told_by_its_own_kind() -> None:
    old = '"We lost 12 boats off Arvo," said Ida Lind.'
    assert told(old, old.replace("12", "21"), "quote") == []
    assert told(old, old.replace("Arvo", "Avro"), "quote") == []


def test_a_quotation_that_moved_and_changed_is_found_again() -> None:
    rest = "The ferry sank on Monday off the northern cape.\n\nNobody has found the wreck so far."
    (change,) = compared(f"{SAID}\n\n{rest}", f"{rest}\n\n{SAID.replace('town', 'harbour')}", "quote")
    assert change.labels == ("words",)


def test_another_quotation_of_another_speaker_is_no_change_of_words() -> None:
    old = '"The boats sank in the night," Ada Lind said. It rained.'
    new = '"We are very sorry for it," Olaf Berg said. It rained.'
    labels = sorted(
        f"{change.kind}/{label}" for change in revtrack.compare(old, new).changes for label in change.labels
    )
    assert "quote/words" not in labels
    assert {"quote/removed", "quote/added"} <= set(labels)
