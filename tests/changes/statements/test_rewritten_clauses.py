"""A clause that was rewritten is one change; changes that have nothing to do with one another stay apart."""

from __future__ import annotations

import pytest

import revtrack
from tests.changes.newsroom import told


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        # Two words exchanged far from each other are two changes.
        (
            "The old mill by the river sells bread and cheese.",
            "The old barn by the river sells bread and butter.",
            ["statement/word", "statement/word"],
        ),
        (
            "Herring is scarce off Arvo this winter because of storms and fog.",
            "Salmon is scarce off Orrin this winter because of storms and ice.",
            ["name/replaced", "statement/word", "statement/word"],
        ),
        # What left before a phrase and came in behind it is one.
        (
            "A decision had been taken on the bakery and the mill.",
            "The bakery and the mill await an answer from the owners.",
            ["statement/word"],
        ),
        # A word that only stands elsewhere in its clause.
        (
            "Some wild salmon in the bay were caught.",
            "Some salmon in the bay were caught wild.",
            ["statement/word"],
        ),
        # What left on both hands of a kept word or two.
        (
            "The mayor of the old and quiet town on the coast left.",
            "The mayor of the quiet town left.",
            ["statement/word"],
        ),
    ],
)
def test_what_belongs_together_is_told_once(old: str, new: str, found: list[str]) -> None:
    assert sorted(kind for kind, _ in told(old, new)) == found
    assert sorted(kind for kind, _ in told(new, old)) == found


def test_the_same_words_in_other_forms_and_places_are_reworded() -> None:
    old = "Help hinges on the warden's yearly submitted and printed plan for ferries."
    new = "Help hinges on the yearly plan for ferries that the warden prints and submits."
    assert told(old, new) == told(new, old) == [("statement/reworded", "low")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "It was a wild night, harbour-wide and loud.",
            "It was a wild night, harbour and loud.",
            '"... [harbour-wide -> harbour] and loud"',
        ),
        ("Lowe is a conservative.", "Lowe is an ultra-conservative.", ""),
        ("The mayor of Orrin left.", "The ex-mayor of Orrin left.", ""),
    ],
)
def test_a_part_of_a_hyphened_word_is_told_as_the_whole_word(old: str, new: str, message: str) -> None:
    (change,) = revtrack.compare(old, new).changes
    (back,) = revtrack.compare(new, old).changes
    assert change.labels == back.labels
    assert change.labels in (("word",), ("status",))
    assert message in ("", change.message)


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("Engineers have begun testing the pump.", "Engineers have finished testing the pump.", "status"),
        ("Crews started work on the pier.", "Crews completed work on the pier.", "status"),
        ("Crews started work on the pier.", "Crews stopped work on the pier.", "reversed"),
    ],
)
def test_what_is_begun_and_finished_is_one_piece_of_work(old: str, new: str, label: str) -> None:
    for there, back in ((old, new), (new, old)):
        (change,) = revtrack.compare(there, back).changes
        assert change.labels == (label,)


def test_a_rewritten_clause_of_thousands_of_words_is_judged_in_time() -> None:
    old = "The " + " ".join(f"boat b{n} sails" for n in range(2_500)) + "."
    new = "The " + " ".join(f"boat c{n} sails" for n in range(2_500)) + "."
    assert revtrack.compare(old, new).changes
