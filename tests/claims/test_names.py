"""What is a name, where it begins and ends, what it is of, and whose it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.claims import names
from revtrack.model import Name
from revtrack.text import read

NONE = [
    "Yesterday the ferry sank.",
    "Using a rope, they climbed. Police came.",
    "They met on Monday and in May.",
    "The Prime Minister spoke. The Secretary of State spoke.",
    "I said so, and I meant it.",
    "It began at 3pm BST.",
    "FERRY SINKS OFF THE COAST OVERNIGHT",
    "Ferry Sinks Off Coast After Night Fire",
    "She wrote NOBODY SHOULD EVER GO THERE on it.",
    "The senator (R-Texas) spoke.",
    "However, they stayed. Nobody left.",
]

# Text, and the names as they stand in it.
CUT = [
    ("Ohio Governor John Roe spoke.", ["Ohio", "John Roe"]),
    ("He met Gov. Jane Roe of Ohio there.", ["Jane Roe", "Ohio"]),
    ("He met Micheal Brown of Ohio there.", ["Micheal Brown", "Ohio"]),
    ("He met Secretary of State Jane Roe there.", ["Jane Roe"]),
    ("He met Deputy Chief of Staff Jane Roe there.", ["Jane Roe"]),
    ("Using Jane Roe's phone, he called.", ["Jane Roe"]),
    ("He saw Jane Roe's Port Ansel house.", ["Jane Roe", "Port Ansel"]),
    ("Tell it to Ursula van der Berg.", ["Ursula van der Berg"]),
    ("Tell it to Bashir al-Tamim.", ["Bashir al-Tamim"]),
    ("Tell it to Rory O'Hara and J.K. Orme.", ["Rory O'Hara", "J.K. Orme"]),
    ("Tell it to Mary-Jane St. Clair.", ["Mary-Jane St. Clair"]),
    ("Tell it to Łukasz Ćwik.", ["Łukasz Ćwik"]),
    ("Tell it to Donald Q. Roe Jr.", ["Donald Q. Roe Jr."]),
    ("They left Britain the Great War behind.", ["Britain", "Great War"]),
    ("He met Alvar the Bald in Frankfurt am Main.", ["Alvar the Bald", "Frankfurt am Main"]),
    ("They sold Orrin! shares after Orrin! said so.", ["Orrin!", "Orrin!"]),
    ("It was the U.S. A man left Group A there.", ["U.S.", "Group A"]),
    ("She runs the Seed and Timber Commission there.", ["Seed", "Timber Commission"]),
    ("She runs the Timber and Wildlife Commission.", ["Timber and Wildlife Commission"]),
    ("He joined the Ann and Lee Marlowe Foundation.", ["Ann and Lee Marlowe Foundation"]),
    ("She met Congress and Energy Department staff.", ["Congress", "Energy Department"]),
    ("She was at the College of Surgeons and Dentists when it burned.", ["College of Surgeons and Dentists"]),
    ("He heard the US President and the House Speaker.", ["US", "House"]),
    ("They saw Queenslander Mark Vasque win.", ["Queenslander", "Mark Vasque"]),
    ('They met Harold "Red" Roe of the Labour Party.', ['Harold "Red" Roe', "Labour Party"]),
    ('He sang "Hunter", "Mill" and "Salt" there.', ["Hunter", "Mill", "Salt"]),
    ('He said "Never" and left.', []),
    ("Ottoline de Vasque left. They saw de Vasque go.", ["Ottoline de Vasque", "de Vasque"]),
    ("Harrop's opened in 1979. They loved Harrop's, too.", ["Harrop's", "Harrop's"]),
    ("Lee Harrop left. It is better than Harrop's.", ["Lee Harrop", "Harrop"]),
    ("They heard 30 Seconds to Orrin for 30 seconds.", ["30 Seconds to Orrin"]),
    ("They heard BBC Radio 4 on Channel 4.", ["BBC Radio 4", "Channel 4"]),
    ("He left Acme Ltd. for good.", ["Acme Ltd."]),
    ("Lee May resigned. Later May said so in May.", ["Lee May", "May"]),
    ("In May the firm sold stock. It was May again.", []),
    ("They joined the 65 Fighter Wing and the 3rd Air Division.", ["65 Fighter Wing", "3rd Air Division"]),
    ("They swam at Harrop's Mill by day.", ["Harrop's Mill"]),
    ("He saw Train No. 23 leave Ohio.", ["Train", "Ohio"]),
    ("An X-ray and a C-section were done in Ohio.", ["Ohio"]),
    ("Vera Lind (Вера Линд) left Ohio.", ["Vera Lind", "Ohio"]),
    ("She won the World Series of Poker there.", ["World Series of Poker"]),
    ("He stood for Halden Borough for the UNLP there.", ["Halden Borough", "UNLP"]),
    ("They left North Almery. North Almery is cold.", ["North Almery", "North Almery"]),
    ("He is Charles III of Almery, said III.", ["Charles III", "Almery"]),
    ("Tell it to Sir John Roe KC.", ["John Roe"]),
    ("He told April Moss in April.", ["April Moss"]),
    ("A Boston-based firm and a Heron Bank-backed plan", ["Boston", "Heron Bank"]),
    (
        "The Bank of England and the Ministry of Health and Care agreed.",
        ["Bank of England", "Ministry of Health and Care"],
    ),
    ("He left Marks & Spencer for the Committee on Standards.", ["Marks & Spencer", "Committee on Standards"]),
    ("He left King's College for St Mary's Hospital.", ["King's College", "St Mary's Hospital"]),
    ("He left the National Farmers' Union.", ["National Farmers' Union"]),
    ("He lives in New York, near the River Ouse.", ["New York", "River Ouse"]),
    ("He told the Sunday Times on Sunday.", ["Sunday Times"]),
    ("He met the Provost of Ansel College and the Duke of Heron.", ["Ansel College", "Duke of Heron"]),
    ("Neither Ann Smith nor Bob Jones came.", ["Ann Smith", "Bob Jones"]),
]

KINDS = [
    ("He met Jane Roe there.", "person"),
    ("He met Murshed Zahir there. Then Zahir left.", "person"),
    ("He joined the National Trust there.", "organization"),
    ("He joined the NATO staff.", "organization"),
    ("He joined Heron Airlines there.", "organization"),
    ("He lives in Ansel Bridge now.", "place"),
    ("He lives in Horgos now.", "place"),
    ("He left San Bernardino there.", "place"),
    ("He left Teller County there.", "place"),
    ("He left New Zealand there.", "place"),
    ("He likes Kazakh food.", "other"),
    ("He wrote an Annual Report, as each report is.", "other"),
]

# Text, words in it, and the name they stand for.
MEANT = [
    ("Sabrina Roe spoke. Roe said no.", "Roe", "Sabrina Roe"),
    ("Police met Sabrina Roe. Roe said no.", "Roe", "Sabrina Roe"),
    ("Ms Roe said no. Sabrina Roe left.", "Roe", "Sabrina Roe"),
    ("We met Gov. Jane Roe. Then Governor Roe left.", "Roe", "Jane Roe"),
    ("We met Donald Roe, or Donald J. Roe.", "Donald Roe", "Donald J. Roe"),
    ("We met Jane Roe, whom we call Jane.", "Jane", "Jane Roe"),
    ("We met Jane Roe and Peter Roe.", "Peter Roe", "Peter Roe"),
    ("We met Jane Roe and Peter Roe. Then Mr. Roe left.", "Roe", "Peter Roe"),
    ("We met Peter Roe and Jane Roe. Then Mrs. Roe left.", "Roe", "Jane Roe"),
    ("We met Jane Roe and Governor Peter Roe. Then Governor Roe left.", "Roe", "Peter Roe"),
    ("The National Farmers' Union (NFU) met. The NFU voted.", "NFU", "National Farmers' Union"),
    ("He left the Federal Ferry Council. The FFC wept.", "FFC", "Federal Ferry Council"),
    ("He left Marlowe Ltd there, and Marlowe wept.", "Marlowe", "Marlowe Ltd"),
    ("He met the Northern Convention and the Southern Convention.", "Southern Convention", "Southern Convention"),
    ("FERRY OWNER CADEL IS CHARGED\n\nPolice met Marta Cadel.", "CADEL", "Marta Cadel"),
    ("Cadel's Ferry Sinks Off Almery Harbour\n\nPolice met Marta Cadel.", "Cadel", "Marta Cadel"),
    ("PORT ALMERY, 14 May — The ferry sank.", "PORT ALMERY", "Port Almery"),
]


def found(text: str) -> list[Name]:
    return names.find(read(text))


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_name_is_left_alone(text: str) -> None:
    assert [name.text for name in found(text)] == []


@pytest.mark.parametrize(("text", "wanted"), CUT)
def test_names_begin_and_end_where_they_should(text: str, wanted: list[str]) -> None:
    assert [name.text for name in found(text)] == wanted


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_a_name_is_of(text: str, kind: str) -> None:
    assert {name.type for name in found(text)} == {kind}


@pytest.mark.parametrize(("text", "words", "full"), MEANT)
def test_whose_name_it_is(text: str, words: str, full: str) -> None:
    assert {name.name for name in found(text) if name.text == words} == {full}


def test_a_title_holds_only_names_that_stand_in_the_copy() -> None:
    text = "Marta Cadel Denies Port Almery Ferry Claims\n\nPolice in Port Almery met Marta Cadel on Monday."
    assert [name.text for name in found(text)] == ["Marta Cadel", "Port Almery", "Port Almery", "Marta Cadel"]


def test_two_of_one_surname_are_told_apart_by_who_is_named_most() -> None:
    text = "We met Jane Roe. We met Peter Roe. Later Peter Roe left. Then Roe spoke."
    assert [name.name for name in found(text) if name.text == "Roe"] == ["Peter Roe"]


_MATTER = """
Jane Roe Mr. Gov. Governor O'Hara al-Tamim van der of for on and & the The U.S. NFU (NFU) 's ' - — , . Bank
Department River in near St. Mary's King J. I Monday May April sank FERRY SINKS Secretary State Jr A
"""
_WORDS = st.sampled_from([*_MATTER.split(), "\n", '"'])


@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join), st.lists(_WORDS).map("".join)))
def test_names_of_any_text_stand_in_it_and_never_overlap(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    end = 0
    for name in found(text):
        assert end <= name.start < name.end
        assert name.text == text[name.start : name.end]
        assert name.name.strip()
        end = name.end
