"""What a figure counts, as a phrase of the article's own words; nothing where they do not tell."""

from __future__ import annotations

import pytest

from revtrack import claims
from revtrack.changes import counted_phrase
from revtrack.model import Figure


def counted(text: str, number: str) -> str:
    read = claims.of(text)
    figure = next(claim for claim in read.claims if isinstance(claim, Figure) and claim.text == number)
    return counted_phrase.of(read, figure)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sales rose 3 percent.", "3 percent"),
        ("The school has 640 pupils.", "640"),
        ("A jury of seven women and five men retired.", "seven"),
        ("Two thousand workers walked out at Dunmore.", "Two thousand"),
        ("The party took 14 of the council's 60 seats.", "14"),
        ("The plan could cut 450 jobs.", "450"),
        ("They did not find 12 boats.", "12"),
        ("He led by 1,200 votes.", "1,200"),
        ("Some 300 people are expected in Orrin.", "300"),
        ("The firm paid $3 million.", "$3 million"),
        ("They had called 12 times.", "12"),
        ("12 ships and 4 boats.", "4"),
        ("12.", "12"),
    ],
)
def test_what_cannot_be_told_has_no_phrase(text: str, number: str) -> None:
    assert counted(text, number) == ""


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("At least 12 people on the bus were killed.", "12", "people killed"),
        ("Twelve people, including a child, were killed.", "Twelve", "people killed"),
        ("12 people died in Orrin.", "12", "people who died"),
        ("12 killed in Orrin, police say.", "12", "people killed"),
        ("Quake kills 12 in Orrin", "12", "people killed"),
        ("A blast left 12 dead and 30 injured.", "12", "people dead"),
        ("A blast left 12 dead and 30 injured.", "30", "people injured"),
        ("Of the 96 patients, 11 died.", "11", "patients who died"),
        ("The death toll stands at 21.", "21", "death toll"),
        ("The toll is at least 12.", "12", "toll"),
        ("The storm left 40,000 homes without power.", "40,000", "homes without power"),
        ("The ministry said 312 new infections were recorded.", "312", "new infections recorded"),
        ("Some 8,000 troops will be sent by June.", "8,000", "troops to be sent"),
        ("About 60 people were taken to hospital.", "60", "people taken to hospital"),
        ("About 60 workers were laid off.", "60", "workers laid off"),
        ("Thirty people are feared dead.", "Thirty", "people feared dead"),
        ("The company plans to cut 450 jobs.", "450", "jobs to be cut"),
        ("Kemi Ade scored 12 goals.", "12", "goals scored"),
        ("The boat was carrying 60 passengers.", "60", "passengers carried"),
        ("A firm building 300 homes in Orrin closed.", "300", "homes built"),
        ("Officials recorded 88 deaths from heat.", "88", "deaths recorded"),
        ("Some 60,000 customers were still without power.", "60,000", "customers without power"),
        ("The party took 14 seats.", "14", "seats taken"),
        ("Police have arrested 12 people.", "12", "people arrested"),
    ],
)
def test_the_noun_phrase_with_its_verb(text: str, number: str, expected: str) -> None:
    assert counted(text, number) == expected
