"""Changed quotations: their words, their marks, their speaker; marks of another kind and a moved cue are no change."""

from __future__ import annotations

import pytest

from tests.changes.newsroom import compared, messages, told

SAID = '"We will never leave this town," said Ida Lind.'


@pytest.mark.parametrize(
    "new",
    [
        "“We will never leave this town,” said Ida Lind.",
        "'We will never leave this town', said Ida Lind.",
        "''We will never leave this town,'' said Ida Lind.",
        '"We will never leave this town", said Ida Lind.',
        '"We will never leave this town," Ida Lind said.',
        'Ida Lind said: "We will never leave this town."',
        'Ida Lind: "We will never leave this town."',
        '"We will never leave\u00a0this town," said Ida Lind.',
        'It rained in Orrin.\n\n"We will never leave this town," said Ida Lind.',
    ],
)
def test_the_same_words_of_the_same_speaker_are_no_change(new: str) -> None:
    assert told(SAID, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"We came. We saw," said Ida Lind. "We won."', '"We came. We saw. We won," said Ida Lind.'),
        ('"We came by boat," said Ida Lind. "We saw it."', '"We came by boat. We saw it," said Ida Lind.'),
    ],
)
def test_a_quotation_taken_apart_or_run_together_is_no_change(old: str, new: str) -> None:
    assert told(old, new) == []
    assert told(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "label", "severity"),
    [
        (SAID, SAID.replace("never ", ""), "words", "high"),
        (SAID, SAID.replace(" this town", ""), "words", "high"),
        (SAID, SAID.replace("town,", "town. Not now,"), "words", "high"),
        (SAID, SAID.replace("never", "nevre"), "words", "low"),
        (SAID, SAID.replace("We", "[The crew]"), "words", "low"),
        ('He called it "a disgrace".', 'He called it "an outrage".', "words", "high"),
        ('He called it "a disgrace".', "He called it a disgrace.", "paraphrased", "medium"),
        ("He called it a disgrace.", 'He called it "a disgrace".', "quoted", "medium"),
        (SAID, "Ida Lind said they would never leave the town.", "paraphrased", "medium"),
        ("It rained.\n\n" + SAID, "It rained.", "removed", "high"),
        ("It rained.", "It rained.\n\n" + SAID, "added", "low"),
    ],
)
def test_a_changed_quotation_has_its_label(old: str, new: str, label: str, severity: str) -> None:
    assert told(old, new, "quote") == [(f"quote/{label}", severity)]


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


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (SAID.replace("never ", ""), "cut from Ida Lind's words: 'never'"),
        (SAID.replace("town,", "town. Not now,"), "added to Ida Lind's words: 'Not now'"),
        (SAID.replace("will", "may"), "Ida Lind's words: 'will' -> 'may'"),
    ],
)
def test_the_message_stands_alone(new: str, message: str) -> None:
    assert messages(SAID, new, "quote") == [message]
