"""Attributions, beyond the cases of tests/cases/attributions.md: what another kind of change reports."""

from __future__ import annotations

from tests.changes.newsroom import told

SAID = "Ida Lind said the port was shut."


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


def test_a_quotation_that_was_extended_keeps_its_source_wherever_it_went() -> None:
    old = '"We searched the whole bay for hours," Ida Lind said.\n\nThe wind fell.'
    more = "The sea was rough and our boat is small and nobody slept,"
    new = f'The wind fell.\n\n"We searched the whole bay for hours. {more}" Ida Lind said.'
    assert told(old, new) == [("quote/words", "high")]
