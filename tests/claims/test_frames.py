"""Whose a statement is by its form alone: two sources in one paragraph, verbs before their subject, "per"."""

import pytest

from tests.claims.reading import quotes, said


@pytest.mark.parametrize(
    "first",
    [
        "The trial was delayed, the court announced Tuesday.",
        "Shares fell 4 percent, the exchange reported on Friday.",
        "Schools reopen Monday, the district said.",
        "Fares will rise in May, the operator said in a statement.",
        "The army said on Sunday that two soldiers had been killed.",
        "A judge rejected the claim on Monday, according to court papers.",
    ],
)
@pytest.mark.parametrize(
    "second",
    [
        '"We are not happy," said Ana Diaz.',
        '"We are not happy," Ana Diaz said.',
        '"We are not happy," said their teacher, Ana Diaz.',
        '"We are not happy," the school\'s head, Ana Diaz, told reporters.',
    ],
)
def test_a_quotation_is_of_the_verb_beside_it(first, second):
    found = quotes(f"{first} {second}")
    assert [quote.speaker for quote in found] == ["Ana Diaz"]


def test_a_quotation_goes_on_from_the_verb_before_it():
    text = 'The plant will shut, the firm said on Monday. "I worked here for 20 years," said Joe Banks. "What now?"'
    assert [quote.speaker for quote in quotes(text)] == ["Joe Banks", "Joe Banks"]


def test_a_quotation_that_goes_on_a_reported_statement_is_of_its_source():
    text = 'Ana Diaz said she left because "nobody would listen to the crew of the ship," she said.'
    assert [quote.speaker for quote in quotes(text)] == ["Ana Diaz"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The river is poisoned, says the agency.", "the agency", "says", "The river is poisoned"),
        ("Nothing was stolen, insists the museum.", "the museum", "insists", "Nothing was stolen"),
        ("The firm knew of it, argues Ida Lind, who owns it.", "Ida Lind", "argues", "The firm knew of it"),
        ("The pier was sold, port figures showed Sunday.", "port figures", "showed", "The pier was sold"),
        (
            "The pier was sold, a person close to the talks told The Orrin Post on Tuesday.",
            "a person close to the talks",
            "told",
            "The pier was sold",
        ),
        (
            "The pier was sold, according to port estimates Sunday.",
            "port estimates",
            "according to",
            "The pier was sold",
        ),
        ("Sales rose 4 percent, per the Census Bureau.", "the Census Bureau", "per", "Sales rose 4 percent"),
        ("Per the report, the dam was unsafe.", "the report", "Per", "the dam was unsafe"),
        (
            "The car does 40 miles per hour, per the maker.",
            "the maker",
            "per",
            "The car does 40 miles per hour",
        ),
        (
            "In the words of one pilot, the airline is \u201ca wreck\u201d.",
            "one pilot",
            "In the words of",
            "the airline is \u201ca wreck\u201d",
        ),
    ],
)
def test_a_source_behind_its_cue(text, source, cue, content):
    (claim,) = said(text)
    assert claim.source is not None
    assert (claim.source.text, claim.cue.text) == (source, cue)
    assert [span.of(text) for span in claim.content][:1] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The ticket costs $4 per person.",
        "The ticket costs $4, per person.",
        "The bank, hit by losses, said the plan had failed.",
        "The minister, a former judge, said the plan failed.",
    ],
)
def test_no_source_behind_a_cue(text):
    found = [claim.source.text for claim in said(text) if claim.source and claim.source.start > claim.cue.start]
    assert found == []


def test_the_title_of_a_programme_is_nobodys_words():
    text = 'In an interview on "Mornings With Lind," the mayor said the bridge would close.'
    assert [quote.speaker for quote in quotes(text)] == [None]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The plan, Ida Lind said, would cost $4 million.", ["The plan", "would cost $4 million"]),
        (
            "In the long run, Ida Lind argues, this could raise prices.",
            ["In the long run", "this could raise prices"],
        ),
        (
            "The mill was safe, Ida Lind said, until the river rose in May.",
            ["The mill was safe", "until the river rose in May"],
        ),
        ("The mill lost money, Ida Lind said, and the council agreed.", ["The mill lost money"]),
        ('"Nobody," Ida Lind said, "will pay for this."', ['"Nobody,"', '"will pay for this."']),
    ],
)
def test_a_statement_that_its_source_interrupts(text, contents):
    claim = said(text)[0]
    assert claim.source is not None
    assert (claim.source.text, [span.of(text) for span in claim.content]) == ("Ida Lind", contents)


def test_a_nickname_in_a_speakers_name_is_no_quotation_of_his():
    text = '"It is a great day!" his deputy, Cllr. Juan "Chico" Vale, shouted to the crowd. "We won."'
    found = [quote.speaker for quote in quotes(text)]
    assert found[0] == found[2]
    assert found[0] is not None
    assert "Vale" in found[0]
