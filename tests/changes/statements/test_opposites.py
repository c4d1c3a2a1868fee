"""Statements turned round: what is one and what is none, in words alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fuzz import growth
from revtrack import lexicon
from revtrack.changes.statements import opposites, pole_table
from revtrack.changes.statements.edited import EditedSentence, Excused, edited
from revtrack.versions.words import marks

CASES = Path(__file__).with_name("reversals.md")
BRACES = re.compile(r"\{([^|}]*)\|([^|}]*)\}")


def _of(old: str, new: str) -> EditedSentence:
    return edited(old, new, marks(old, new))


def _found(old: str, new: str) -> list[tuple[str, str]]:
    sentence = _of(old, new)
    return [
        (" ".join(sentence.old[i].text for i in found.old), " ".join(sentence.new[i].text for i in found.new))
        for found in opposites.find(sentence, sentence.changed)
    ]


def _cases(title: str) -> list[str]:
    parts = re.split(r"^## ", CASES.read_text("utf-8"), flags=re.MULTILINE)
    return [
        line.removeprefix("- ")
        for part in parts
        if part.startswith("No reversal") == (title == "No reversal")
        for line in part.splitlines()
        if line.startswith("- ")
    ]


@pytest.mark.parametrize("line", _cases("No reversal"))
def test_no_reversal(line: str) -> None:
    old, new = (BRACES.sub(side, line) for side in (r"\1", r"\2"))
    assert (_found(old, new), _found(new, old)) == ([], [])


@pytest.mark.parametrize("line", _cases("reversed"))
def test_reversal_in_every_genre(line: str) -> None:
    old, new = (BRACES.sub(side, line) for side in (r"\1", r"\2"))
    found = _found(old, new)
    assert len(found) == 1
    assert _found(new, old) == [(b, a) for a, b in found]


def test_the_finding_is_no_wider_than_the_words_that_turned() -> None:
    assert _found("Profit rose 5 percent.", "Profit fell 5 percent.") == [("rose", "fell")]
    assert _found("The Reds beat the Blues.", "The Reds lost to the Blues.") == [("beat", "lost to")]
    assert _found("The offer was turned down.", "The offer was accepted.") == [("turned down", "accepted")]


def test_a_phrase_reaches_over_kept_words() -> None:
    assert _found("The union called the strike.", "The union called off the strike.") == [("called", "called off")]
    assert _found("Prices went up in May.", "Prices went down in May.") == [("went up", "went down")]
    assert _found("The jury found him guilty.", "The jury found him not guilty.") == [("guilty", "not guilty")]


def test_opposites_are_found_in_a_rewritten_stretch() -> None:
    old = "Profits rose sharply in the spring, the maker of engines wrote."
    assert _found(old, "Earnings dropped a little in spring, it wrote.") == [("rose sharply", "dropped a little")]


def test_words_that_turned_side_by_side_are_one_reversal() -> None:
    assert _found("Sales rose sharply.", "Sales fell slightly.") == [("rose sharply", "fell slightly")]


def test_two_words_turned_in_one_sentence_are_two_reversals() -> None:
    old = "Exports rose in May and the young leader won the vote on the budget."
    new = "Exports fell in May and the young leader lost the vote on the budget."
    assert _found(old, new) == [("rose", "fell"), ("won", "lost")]


def test_words_that_are_accounted_for_are_not_looked_at() -> None:
    sentence = _of("Profit rose.", "Profit fell.")
    assert opposites.find(sentence, Excused()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rose", "climbed"),
        ("did not rise", "fell"),
        ("kidney", "lung"),
        ("last", "past"),
        ("was not open", "was closed"),
        ("murder", "manslaughter"),
        ("Monday", "Friday"),
        # A word and its own negation: a change of certainty.
        ("open", "not open"),
        ("allowed", "no longer allowed"),
        # One that says the same stands hardly further away.
        ("rose", "dipped rallied"),
        # Too far from its place.
        ("rose", "in a wet week at the end of August fell"),
        # Other words that look like forms of opposites.
        ("broker", "wealthy"),
        ("banner", "permit"),
    ],
)
def test_not_opposed(old: str, new: str) -> None:
    assert not opposites.opposed(old.lower().split(), new.lower().split())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rose", "fell"),
        ("upheld", "overturned"),
        ("safe", "unsafe"),
        ("legal", "illegal"),
        ("careful", "careless"),
        ("in favour of", "against"),
        ("nationalized", "privatised"),
        ("beat", "lost to"),
        ("did not rise", "did not fall"),
        ("rose", "in a wet week of August fell"),
        ("rose", "dipped by two percent, then rallied"),
    ],
)
def test_opposed(old: str, new: str) -> None:
    assert opposites.opposed(old.split(), new.split())
    assert opposites.opposed(new.split(), old.split())


@pytest.mark.parametrize("words", ["rose fell ", "not ", "lost to ", "un ", "rose "])
def test_a_long_sentence_takes_work_in_proportion(words: str) -> None:
    """Four times the words make four times the calls; a rule that looked at every two of them would make more."""

    def calls(times: int) -> int:
        old, new = words * times, "fell rose down up safe " * (times * 2 // 5)
        sentence = EditedSentence(_of(old, old).old, _of(new, new).new, ())
        return growth.steps(lambda: opposites.find(sentence, sentence.changed))

    calls(150)
    assert calls(600) < 4.5 * calls(150)


def test_no_word_stands_on_both_poles_of_a_row() -> None:
    assert [set(one) & set(other) for _, one, other in pole_table.axes() if set(one) & set(other)] == []


def test_the_tables_are_in_one_spelling_and_without_hyphens() -> None:
    words = {word for _, *sides in pole_table.axes() for side in sides for word in side}
    assert [word for word in words if word != pole_table.spelt(word) or "-" in word or word != word.strip()] == []


def test_no_word_stands_twice_on_a_pole() -> None:
    sides = [side for _, *sides in pole_table.axes() for side in sides]
    assert [sorted(side) for side in sides if len(set(side)) < len(side)] == []


def test_phrases_are_no_longer_than_they_are_looked_for() -> None:
    words = {word for _, *sides in pole_table.axes() for side in sides for word in side}
    assert [word for word in words if len(word.split()) > 4] == []
    assert [word for word in lexicon.words("pole_idioms") if len(word.split()) > 4] == []
