"""Cues by the table: forms, phrases, participles, and what each does to the statement."""

import pytest

from revtrack import lexicon
from revtrack.claims import cue_table

CLASSES = {"neutral", "committing", "doubting", "denying", "arguing", "demanding", "promising", "private"}


@pytest.mark.parametrize("words", ["the harbour", "according", "went home", "SAY.", "points"])
def test_no_cue(words):
    assert not cue_table.is_cue(words.split(), 0)


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("said", "say"),
        ("Says", "say"),
        ("according to", "according to"),
        ("pointed out that", "point out"),
        ("went on to say", "go on"),
        ("adding", "add"),
        ("claimed", "claim"),
        ("written", "write"),
    ],
)
def test_cues(words, lemma):
    assert cue_table.is_cue(words.split(), 0)
    assert cue_table.lemma(words.split(), 0) == lemma


def test_an_unknown_verb_is_its_own_lemma():
    assert cue_table.lemma(["Chortled", "she"], 0) == "chortled"


@pytest.mark.parametrize(
    ("form", "meaning"),
    [
        ("said", "neutral"),
        ("confirmed", "committing"),
        ("claimed", "doubting"),
        ("denied", "denying"),
        ("argued", "arguing"),
        ("urged", "demanding"),
        ("promised", "promising"),
        ("fears", "private"),
    ],
)
def test_meaning(form, meaning):
    assert cue_table.meanings()[form] == meaning


def test_every_row_has_forms_and_a_class():
    for lemma, finite, participle, meaning in lexicon.table("cues"):
        assert meaning in CLASSES, lemma
        assert finite.split(), lemma
        assert participle == "-" or "ing" in participle, lemma


def test_a_cue_that_needs_a_clause_is_a_cue():
    assert lexicon.words("clause_cues") <= lexicon.words("cues")
