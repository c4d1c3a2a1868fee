"""What is form alone: nothing of it is told."""

from __future__ import annotations

import pytest

from revtrack.changes.statements import form
from revtrack.changes.statements.edited import Excused
from tests.changes.statements import bracketed
from tests.changes.statements.bracketed import Edit

FACTS = [edit for name in ("not_the_same", "scope", "status", "swaps") for edit in bracketed.read(name)]


def left_open(old: str, new: str) -> Excused:
    sentence = bracketed.sentence(old, new)
    proven = form.proven(sentence)
    return Excused(sentence.changed.old - proven.old, sentence.changed.new - proven.new)


@pytest.mark.parametrize("edit", bracketed.read("form"), ids=str)
def test_form_is_excused_in_both_directions(edit: Edit) -> None:
    assert left_open(edit.old, edit.new) == left_open(edit.new, edit.old) == Excused()


@pytest.mark.parametrize("edit", FACTS, ids=str)
def test_a_fact_is_never_form(edit: Edit) -> None:
    assert left_open(edit.old, edit.new) != Excused()
    assert left_open(edit.new, edit.old) != Excused()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He resigned in May.", "He re-signed in May."),
        ("It is maybe true.", "It may be true."),
        ("The trial was long.", "The trail was long."),
        ("It cost 5 million.", "It cost 5 billion."),
        ("It ran 5 km.", "It ran 5 miles."),
        ("It weighs a tonne.", "It weighs a ton."),
        ("The second man fled.", "The 3rd man fled."),
        ("They told us.", "They told the U.S."),
        ("He is from Ala.", "He is from Alaska."),
        ("He had had enough.", "He had enough."),
        ("He had no. 1.", "He had no. 2."),
        ("They met on 3 May.", "They met on May 4."),
        ("A political club.", "An apolitical club."),
        ("They can not stay.", "They can stay."),
        ("He would go.", "He'll go."),
        ("The Orrin Water Board (OWB) met.", "The Orrin Water Board (OWA) met."),
        ("The OWB met.", "The Orrin Harbour Board met."),
        ("The Orrin Water Board met.", "The Orrin Water Board and the OTB met."),
        ("The NHS and the BMA agreed.", "The NHS agreed."),
        ("The suspect was held.", "The suspects were held."),
        ("One of the boats is lost.", "One of the boat is lost."),
        ("The crew of the boats was lost.", "The crew of the boat was lost."),
        ("Police sought the driver.", "Police sought the drivers."),
    ],
)
def test_what_only_looks_like_form(old: str, new: str) -> None:
    assert left_open(old, new) != Excused()


def test_a_row_of_one_word_is_read_in_time() -> None:
    old, new = " ".join(["road"] * 20_000), " ".join(["lane"] * 20_000)
    assert left_open(old, new) != Excused()
