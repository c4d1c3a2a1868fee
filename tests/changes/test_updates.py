"""A count that goes on is an update of developing news; what cannot be told is not."""

from __future__ import annotations

import pytest

from tests.changes.newsroom import compared


def marked(old: str, new: str) -> list[bool]:
    return [change.update for change in compared(old, new) if change.kind in ("figure", "date")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Not a running count.
        ("It accepted payments of £46,000 from Mr Vance.", "It accepted payments of £64,000 from Mr Vance."),
        ("The trial begins on May 3 in Orrin.", "The trial begins on May 4 in Orrin."),
        ("She has judged 50 cases in Orrin.", "She has judged 60 cases in Orrin."),
        ("The toll on the Arvo bridge is $3 a car.", "The toll on the Arvo bridge is $4 a car."),
        ("The council has 12 seats.", "The council has 14 seats."),
        ("Some 300 officers went to where a man was killed.", "Some 400 officers went to where a man was killed."),
        ("The visitors lost four players to injury.", "The visitors lost five players to injury."),
        ("Sales rose 3 percent in May.", "Sales rose 5 percent in May."),
        # It went the wrong way, or became something else.
        ("The blast in Orrin killed 21 people.", "The blast in Orrin killed 12 people."),
        ("Police say 21 are dead.", "Police say 12 are dead."),
        ("The blast killed 12 people.", "The blast injured 15 people."),
        ("A fire has burned 1,200 acres near Orrin.", "A fire has burned 12,000 acres near Orrin."),
        # Long settled.
        ("He was convicted of killing 12 people.", "He was convicted of killing 15 people."),
        ("The 1952 fire in Orrin killed 12 people.", "The 1952 fire in Orrin killed 21 people."),
        ("The crash killed 12 people two decades ago.", "The crash killed 21 people two decades ago."),
        # Somebody's words, or somebody else's count.
        ('"We have 12 dead here," Ida Lind said.', '"We have 21 dead here," Ida Lind said.'),
        ("Ida Lind said 12 people were killed.", "Tom Reyes said 21 people were killed."),
        # A notice owns it.
        (
            "The blast killed 12 people.",
            "The blast killed 21 people.\n\nCorrection: An earlier version said 12 people were killed. It was 21.",
        ),
    ],
)
def test_a_correction_or_what_cannot_be_told_is_no_update(old: str, new: str) -> None:
    found = marked(old, new)
    assert found
    assert not any(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The death toll is at least 12.", "The death toll is at least 21."),
        ("The toll rose to 12 in Orrin.", "The toll rose to 21 in Orrin."),
        ("Police say 12 people were killed.", "Police say at least 21 people were killed."),
        ("Twelve people, including a child, were killed.", "Fifteen people, including a child, were killed."),
        ("Quake kills 12 in Orrin", "Quake kills 21 in Orrin"),
        ("Dozens were injured in the blast.", "At least 140 were injured in the blast."),
        ("Rescuers said 40 people are missing.", "Rescuers said 31 people are missing."),
        ("Some 40,000 homes are without power.", "Some 12,000 homes are without power."),
        ("Officials have confirmed 50 cases so far.", "Officials have confirmed 65 cases so far."),
        ("With 45% of votes counted, Lind leads.", "With 98% of votes counted, Lind leads."),
        ("The party has won 120 seats so far.", "The party has won 184 seats so far."),
        ("The fire has burned 1,200 acres.", "The fire has burned 3,400 acres."),
        ("Police have arrested 12 people.", "Police have arrested 30 people."),
        ("Ida Lind, the mayor, said 12 people died.", "Lind said 14 people died."),
    ],
)
def test_a_running_count_that_goes_on_is_an_update(old: str, new: str) -> None:
    assert marked(old, new) == [True]
