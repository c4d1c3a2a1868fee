"""Who says what: the tagger's statements as claims, with spans of the text, and read once for two versions."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import revtrack
from revtrack import claims
from revtrack.model import Quote
from tests.claims.reading import quotes, said

PARAGRAPHS = (
    "Ada Brin, the transport minister of Norvale, said the harbour would open in May. \u201cWe can,\u201d she said.",
    "\u201cNobody will lose a job,\u201d the minister added. \u201cThat is a promise.\u201d",
    "The audit found that costs had doubled, according to two officials who asked not to be named.",
    "Harbour to open in May",
    "Costs doubled in a year, Tom Vale told reporters at the yard.",
    "The yard denied that it had known.",
    "By Jane Roe",
    "Updated 3.15 pm",
)


@pytest.mark.parametrize(
    "text",
    [
        "The ship left Port Ansel on Monday with 40 tonnes of grain.",
        "The report is due in June.",
        "She wore a coat with the words \u201cNo entry\u201d on its back.",
        "The yard paid the claims in March.",
        "The party's national committeeman, Ned Hale, has vocally called to reject Vane as well.",
    ],
)
def test_nobody_says_anything(text):
    assert not said(text)


CASES = [
    ("Ada Brin said the harbour would open in May.", "Ada Brin", "said", "the harbour would open in May"),
    (
        "\u201cThe harbour will open in May,\u201d said Ada Brin, a spokeswoman for the port.",
        "Ada Brin, a spokeswoman for the port",
        "said",
        "\u201cThe harbour will open in May,\u201d",
    ),
    ("Costs doubled in a year, according to an audit.", "an audit", "according to", "Costs doubled in a year"),
    ("The minister denied that she had known of the plan.", "The minister", "denied", "that she had known of the plan"),
    ("Officials told reporters on Monday that the quay was closed.", "Officials", "told", "that the quay was closed"),
    ("The quay will open in May, the port authority said.", "the port authority", "said", "The quay will open in May"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_who_says_what(text, source, cue, content):
    (claim,) = said(text)
    assert claim.source is not None
    assert (claim.source.text, claim.cue.text) == (source, cue)
    assert [span.of(text) for span in claim.content] == [content]


def test_a_quotation_goes_on_behind_its_cue():
    text = "\u201cNobody will lose a job,\u201d Ada Brin added. \u201cThat is a promise.\u201d"
    (claim,) = said(text)
    assert [span.of(text) for span in claim.content] == [
        "\u201cNobody will lose a job,\u201d",
        "\u201cThat is a promise.\u201d",
    ]
    assert claim.mode == "direct"
    assert {quote.speaker for quote in quotes(text)} == {"Ada Brin"}


def test_a_text_in_another_language_has_quotations_but_no_attributions():
    text = (
        "Der Hafenrat sagte am Montag in Ansel, er werde den neuen Kai nicht bezahlen; die Werft habe davon erfahren. "
        "\u201eWir zahlen nicht\u201c, sagte der Vorsitzende des Rates, und die Stadt wolle nun klagen."
    )
    found = revtrack.extract(text)
    assert found.language == "und"
    assert [claim.words for claim in found.claims if isinstance(claim, Quote)] == ["Wir zahlen nicht"]
    assert said(text) == []


@settings(max_examples=settings().max_examples)
@given(
    st.lists(st.sampled_from(PARAGRAPHS), max_size=7),
    st.lists(st.sampled_from(PARAGRAPHS), max_size=7),
    st.sampled_from(("\n\n", "\r\n\r\n", "\n")),
)
def test_what_is_known_of_another_version_changes_nothing(before, after, gap):
    old, new = gap.join(before), gap.join(after)
    assert claims.of(new, known=claims.of(old)) == claims.of(new)


@settings(max_examples=settings().max_examples)
@given(st.lists(st.sampled_from((*PARAGRAPHS, '"', "said", "'", ":", "\n", "\u201c", "he said", "that")), max_size=12))
def test_every_span_is_of_the_text(parts):
    text = " ".join(parts)
    for claim in said(text):
        assert claim.text == text[claim.start : claim.end]
        assert claim.cue.text == text[claim.cue.start : claim.cue.end]
        assert claim.content
        assert all(claim.start <= span.start < span.end <= claim.end for span in claim.content)


WANTED = "Washington wants Beijing to \u201cuse its influence,\u201d Secretary of State Jane Roe said Thursday."


@pytest.mark.parametrize(
    "text", [WANTED, f"{WANTED} The talks went on.", f"{WANTED} He spoke of \u201ca robust talk\u201d between the two."]
)
def test_who_is_named_behind_a_quotation_speaks_it(text):
    """Whatever the sentence before it is about, and whatever stands behind it; the day is no part of the cue."""
    claim = said(text)[0]
    assert claim.source is not None
    assert (claim.source.name, claim.cue.text) == ("Jane Roe", "said")
    assert [span.of(text) for span in claim.content] == [WANTED[: WANTED.index(" Secretary")]]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("The mayor said the bridge would close, the paper reported.", "the paper", "The mayor"),
        (
            "Envoys urged Norvale to use its influence, a ministry official confirmed on condition of anonymity,"
            " while speaking to The Orrin Post (OP).",
            "a ministry official",
            "Envoys",
        ),
        ("Jane Roe said that the doctors had warned that the water was unsafe.", "Jane Roe", "the doctors"),
    ],
)
def test_a_statement_inside_a_statement_is_told_too(text, outer, inner):
    found = {claim.source.text: claim for claim in said(text) if claim.source}
    assert set(found) == {outer, inner}
    assert any(span.holds(found[inner].cue.span) for span in found[outer].content)


def test_a_participle_goes_on_from_the_same_source():
    text = "Jane Roe said that talks had failed, stressing that the port wanted \u201ca way out of this mess.\u201d"
    assert [claim.source.text for claim in said(text) if claim.source] == ["Jane Roe", "Jane Roe"]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Ida Lind said the plan was dead, though she acknowledged it might return.",
            [("said", "the plan was dead"), ("acknowledged", "it might return")],
        ),
        (
            "Ida Lind said the plan was dead but noted that the board could meet again.",
            [("said", "the plan was dead"), ("noted", "that the board could meet again")],
        ),
        (
            '"It is a start," said Ida Lind, who stressed that the plan was old.',
            [("said", '"It is a start,"'), ("stressed", "that the plan was old")],
        ),
        (
            "Ida Lind said the mill, which burned in May, would reopen.",
            [("said", "the mill, which burned in May, would reopen")],
        ),
    ],
)
def test_where_a_statement_ends(text, statements):
    found = sorted(said(text), key=lambda claim: claim.cue.start)
    assert [(claim.cue.text, claim.content[0].of(text)) for claim in found] == statements
    assert {claim.source.name for claim in found if claim.source} == {"Ida Lind"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In August, several farmers said the river was low.", "several farmers"),
        ("She futher announced that the road was shut.", "She"),
        ('"Things will change for the worse," he claims.', "he"),
        ("Dolan, the mayor, said the road was shut.", "Dolan, the mayor"),
        ("Ida Lind, speaking at the harbour on Monday, said the road was shut.", "Ida Lind"),
        ("Ida Lind, acting head of the port, said the road was shut.", "Ida Lind, acting head of the port"),
        ("Prime Minister Ida May said this week that the road was shut.", "Prime Minister Ida May"),
        ("Joe Will said the road was shut.", "Joe Will"),
        ("The mayor will say that the road is shut.", "The mayor"),
        ("Police in Orrin, Ohio, said the road was shut.", "Police in Orrin, Ohio"),
        ("Ida Lind spoke to a crowd of miners, promising to keep the pit open.", "Ida Lind"),
        ("Ida Lind sent a letter to the board on Friday saying the pit was safe.", "Ida Lind"),
        ("A radio station quoted Ida Lind as saying the ban would stay.", "Ida Lind"),
        ('"It rains," Norling Radio quoted Ida Lind as saying.', "Ida Lind"),
        ("The rise was better than analysts had predicted.", "analysts"),
        ("The debate will not alter much, noted Orrin's Olaf Berg.", "Orrin's Olaf Berg"),
    ],
)
def test_the_source_is_who_says_it(text, source):
    assert [claim.source.text for claim in said(text) if claim.source] == [source]


def test_a_list_of_quotations_is_of_one_speaker():
    text = 'The report, Ida Lind said, was "a lie," "a theft" and a "disgrace."'
    assert {quote.speaker for quote in quotes(text)} == {"Ida Lind"}
