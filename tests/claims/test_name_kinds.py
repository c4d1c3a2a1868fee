"""What names are of, by the words in and around them, and where names of works, firms and numbers begin and end."""

from __future__ import annotations

import pytest

from revtrack import claims
from revtrack.claims import names
from revtrack.model import Date, Name
from revtrack.text import read

# Text, a name in it, and what it is of.
KINDS = [
    ("The train stopped at Bridgeton and Havant.", "Bridgeton", "place"),
    ("They camped near the Rhine.", "Rhine", "place"),
    ("Ollerby is a village in the north.", "Ollerby", "place"),
    ("She was born in Quarrel, Ohio, in spring.", "Quarrel", "place"),
    ("The old house stands in the village of Ardel.", "Ardel", "place"),
    ("Lee Pryce, of Ollerby, was jailed.", "Ollerby", "place"),
    ("The Halden Skating Rink burned.", "Halden Skating Rink", "place"),
    ("He shops at Macy's.", "Macy's", "organization"),
    ("Norrick is a band from the north.", "Norrick", "organization"),
    ("They heard the band Norling there.", "Norling", "organization"),
    ("He saw Halden Foods cut jobs.", "Halden Foods", "organization"),
    ("He saw the Denver Kestrels there.", "Denver Kestrels", "organization"),
    ("He joined Marlow Records there.", "Marlow Records", "organization"),
    ("He flew an F-16 Falcon there.", "F-16 Falcon", "other"),
    ("He wrote the novel Ardel there.", "Ardel", "other"),
    ("He saw the Battle of Ardel there.", "Battle of Ardel", "other"),
    ("He met Orrin Q. Vasque there.", "Orrin Q. Vasque", "person"),
    ("He met Alvar the Bald there.", "Alvar the Bald", "person"),
    ("They took the Halden and Almery Railway home.", "Halden and Almery Railway", "place"),
    ("They took the B&OR home.", "B&OR", "place"),
    ("He works for the Halden Railway Company now.", "Halden Railway Company", "organization"),
    ("They saw the Ardel Festival.", "Ardel Festival", "other"),
    ("They saw Orrin A.F.C. and FC Almery there.", "Orrin A.F.C.", "organization"),
    ("They saw Orrin A.F.C. and FC Almery there.", "FC Almery", "organization"),
    ("He sold it to Toshiba-EMI there.", "Toshiba-EMI", "organization"),
    ("The singer is Eddy Grant.", "Eddy Grant", "person"),
    ("The driver is Dale Vasque.", "Dale Vasque", "person"),
    ("They are Roxel, Coldplay and Radiohead fans.", "Roxel", "organization"),
    ('He sang "A Quiet Mill" there. They heard Quiet Mill there.', "Quiet Mill", "other"),
    ("Hugo Marsh spoke there.", "Hugo Marsh", "person"),
    ("State Auditor Mark Sunday said so.", "Mark Sunday", "person"),
]

# Text and its names.
WHOLE = [
    ('They sang the song "20 Minutes to Orrin" there.', ["20 Minutes to Orrin"]),
    ('They sang "A Quiet Lie" there.', ["A Quiet Lie"]),
    ('They sang the song "Hero" there.', ["Hero"]),
    ('He said it was "Nonsense" there.', []),
    ("He reads The Sunday Times there.", ["The Sunday Times"]),
    ("He left the Halden Institute of Arts and Sciences.", ["Halden Institute of Arts and Sciences"]),
    (
        "He left Newcastle upon Tyne for Central and Eastern Europe.",
        ["Newcastle upon Tyne", "Central and Eastern Europe"],
    ),
    ("He rode the H&OR line.", ["H&OR"]),
    ("He left the Denver Kestrels of the Western League.", ["Denver Kestrels", "Western League"]),
    ("He led the 65th Air Division there.", ["65th Air Division"]),
    ("Decca sued the town. Nobody was there.", ["Decca"]),
    ("Hackerley was jailed. Inflation was high.", ["Hackerley"]),
    ("It had an ERA of 3.60 and two KOs.", []),
    ("An institute closed. Staff of the Institute wept.", []),
]

# Text and the dates in it.
WEEKDAYS = [
    ("Attorney General Mark Sunday said he knew.", []),
    ("Joe Friday, the mayor, said so. Friday said he was pleased.", []),
    ("Pope Francis Sunday spoke of peace.", ["Sunday"]),
    ("Ann Roe Friday said so.", ["Friday"]),
    ("The mayor said Friday he was pleased. On Friday he left.", ["Friday", "Friday"]),
]


def found(text: str) -> list[Name]:
    return names.find(read(text))


@pytest.mark.parametrize(("text", "words", "kind"), KINDS)
def test_what_a_name_is_of(text: str, words: str, kind: str) -> None:
    assert [name.type for name in found(text) if name.text == words] == [kind]


@pytest.mark.parametrize(("text", "wanted"), WHOLE)
def test_names_are_whole(text: str, wanted: list[str]) -> None:
    assert [name.text for name in found(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), WEEKDAYS)
def test_a_weekday_may_be_a_surname(text: str, wanted: list[str]) -> None:
    assert [claim.text for claim in claims.of(text).claims if isinstance(claim, Date)] == wanted


def test_a_name_is_of_one_kind_all_over_an_article() -> None:
    text = "Norling is a band from the north.\n\nPeople like Norling.\n\nNobody met Norling yesterday."
    assert {name.type for name in found(text)} == {"organization"}


def test_a_long_list_of_names_is_read_in_time_that_grows_with_it() -> None:
    assert len(found(" and ".join(["He met Orrin Vasque"] * 4000) + ".")) >= 4000
