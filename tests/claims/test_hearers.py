"""To whom something was said, and the content without it."""

import pytest

from tests.claims.reading import said


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe said the plan was dead.",
        "Jane Roe warned that rates would rise.",
        "Jane Roe promised to resign.",
        "Costs doubled, according to an audit.",
    ],
)
def test_nobody_is_told(text):
    assert [claim.hearer for claim in said(text)] == [None]


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Jane Roe told reporters on Monday that the quay was closed.", "reporters"),
        ("Jane Roe told The Orrin Post that the dam was unsafe.", "The Orrin Post"),
        ("\u201cWe will pay,\u201d Jane Roe told the Post.", "the Post"),
        ("\u201cWe will pay,\u201d Jane Roe said in an interview with Reuters.", "Reuters"),
        ("The plan is dead, a banker said, speaking to The Orrin Post.", "The Orrin Post"),
        ("In a letter to the board, Jane Roe said she would resign.", "the board"),
        ("The plan is dead, an aide said under condition of anonymity while speaking to the BBC.", "the BBC"),
    ],
)
def test_a_hearer(text, hearer):
    assert [claim.hearer for claim in said(text)] == [hearer]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Jane Roe told them it was over.", "it was over"),
        ("Jane Roe informed her staff that the office would close.", "that the office would close"),
        ("Jane Roe warned lawmakers that rates would rise.", "that rates would rise"),
        ("The plan is dead, an aide said while speaking to reporters.", "The plan is dead"),
    ],
)
def test_a_hearer_is_no_content(text, content):
    (claim,) = said(text)
    assert [span.of(text) for span in claim.content] == [content]
