"""Sources resolved over the article: surname, pronoun, role and acronym to the fullest mention."""

import pytest

import revtrack
from revtrack.model import Attribution, Quote, Source

OPENING = "Ada Brin, the transport minister of Norvale, said the harbour would open in May."


def source(text: str) -> Source:
    """The source of the last attribution."""
    found = [claim.source for claim in revtrack.extract(text).claims if isinstance(claim, Attribution) and claim.source]
    return found[-1]


@pytest.mark.parametrize(
    ("further", "name", "role"),
    [
        ("", "Ada Brin", "transport minister of Norvale"),
        ("Brin said it would cost nothing.", "Ada Brin", "transport minister of Norvale"),
        ("She said it would cost nothing.", "Ada Brin", "transport minister of Norvale"),
        ("The minister said it would cost nothing.", "Ada Brin", "transport minister of Norvale"),
        ("Tom Vale said it would not. The minister said it would.", "Ada Brin", "transport minister of Norvale"),
        ("Tom Vale said it would cost a lot. He said the yard knew.", "Tom Vale", None),
        ("The engineer said it would cost a lot.", None, None),
        ("Two officials said it would cost a lot.", None, "Two officials"),
        (
            "The Marine Development Authority said costs had risen. The MDA said it would report in June.",
            "Marine Development Authority",
            None,
        ),
    ],
)
def test_sources(further, name, role):
    found = source(f"{OPENING}\n\n{further}".strip())
    assert (found.name, found.role) == (name, role)


def test_a_role_is_nobodys_before_it_was_held():
    assert source("The minister said the harbour would open in May.").name is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{OPENING} \u201cWe are ready,\u201d she said.", "Ada Brin"),
        (f"{OPENING}\n\n\u201cWe are ready. It was a long way.\u201d", "Ada Brin"),
        ("\u201cWe are ready.\u201d\n\n\u2014 Ada Brin", "Ada Brin"),
        ("\u201cWe are ready.\u201d \u2015 Ada Brin | \u201cWe are not.\u201d \u2015 Tom Vale", "Ada Brin"),
        ("The board was \u201cready\u201d - Ada Brin was not there.", None),
        ("The coat had \u201cno entry\u201d on its back.", None),
    ],
)
def test_speakers(text, speaker):
    quote = next(claim for claim in revtrack.extract(text).claims if isinstance(claim, Quote))
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("Jane Roe's lawyer said the plan was dead.", "Jane Roe's lawyer", None),
        ("Jane Roe won. Roe's campaign said the plan was dead.", "Roe's campaign", None),
        ("The Orrin police chief, Jane Roe, said the plan was dead.", "The Orrin police chief, Jane Roe", "Jane Roe"),
        ("Orrin's coach Jane Roe said the plan was dead.", "Orrin's coach Jane Roe", "Jane Roe"),
        ("The report, seen by Jane Roe, said the plan was dead.", "The report, seen by Jane Roe", None),
        ("Sen. Jane Roe (D., Orrin) said the plan was dead.", "Sen. Jane Roe (D., Orrin)", "Jane Roe"),
        ("Police and the mayor said the plan was dead.", "Police and the mayor", None),
        ("Jane Roe and Tom Vale said the plan was dead.", "Jane Roe and Tom Vale", None),
        ("Also there was Jane Roe, who said the plan was dead.", "who", "Jane Roe"),
        ("Wu Lihong, the envoy, left. Wu said the plan was dead.", "Wu", "Wu Lihong"),
    ],
)
def test_the_head_of_a_source(text, written, name):
    found = source(text)
    assert (found.text, found.name) == (written, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Roe said it was over. Tom Vale, the coach, watched. He said it hurt.", "Tom Vale"),
        ("Tom Vale said it was over. She said it hurt.", None),
        ("Tom Vale was near. Residents like Jane Roe, 49, were not. She said it hurt.", "Jane Roe"),
        ("Tom Vale said it was over. They said it hurt.", None),
        ("Mrs. Vale said it was over. He said it hurt.", None),
    ],
)
def test_pronouns_agree_with_their_names(text, name):
    assert source(text).name == name
