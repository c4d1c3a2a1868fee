"""What stands beside a number, by the rules of its contexts."""

from __future__ import annotations

import pytest

from revtrack.claims.figures import contexts, figure_words
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.text import read
from revtrack.text.letters import rules


def _words(text: str) -> tuple[FigureWords, int, int]:
    """The words of a text, and where its number in brackets stands: "the [2008] crisis"."""
    start, end = text.index("["), text.index("]") - 1
    reading = read(text.replace("[", "", 1).replace("]", "", 1))
    return figure_words.read(reading, reading.blocks[0]), start, end


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("year", "It fell in the [2008] crisis", True),
        ("year", "It fell with [2008] votes", False),
        ("year", "Voters' [2008] choice", True),
        ("placed", "She came in [second], he", True),
        ("placed", "She spoke [second], he", False),
        ("between", "between about [5] and 7", True),
        ("between", "about [5] and 7", False),
        ("contest", "They beat Orrin by [34]-27", True),
        ("contest", "They beat Orrin. By [34]-27", False),
        ("called", "call the Samaritans on [116]", True),
        ("for_each", "one for every [100] people", True),
        ("sentence", "He left. [Two] stayed", True),
        ("sentence", "the Big [Two] stayed", False),
        ("subject", "the number of troops on the border rose to [12]", True),
        ("subject", "the number of troops on 5 borders rose to [12]", False),
    ],
)
def test_before_a_number(rule: str, text: str, found: bool) -> None:
    words, start, _ = _words(text)
    assert (words.before(rule, start) is not None) is found


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("address", "at [10] Downing Street today", "Downing Street"),
        ("address", "all [10] Square and Street cars", None),
        ("of", "[12] of the first ten people", "of the first ten"),
        ("of", "[12] of Orrin's people", "of Orrin's"),
        ("outcome", "[34]-point win", None),
        ("outcome", "[34] win", "win"),
        ("each", "[12] a day", "a day"),
        ("each", "[12] a day ago", None),
        ("per_many", "[12] per 100,000 people", "per 100,000 people"),
        ("zero_term", "[zero]-hours contracts", "-hours"),
        ("follower", "[30]C", None),
    ],
)
def test_behind_a_number(rule: str, text: str, found: str | None) -> None:
    words, _, end = _words(text)
    match = words.behind(rule, end)
    assert (words.text(match.start(), match.end()) if match else None) == found


def test_a_phrase_is_made_of_whole_words() -> None:
    """Hyphens, apostrophes and initials do not part a word; a mark or the end of the sentence ends the phrase."""
    words, _, end = _words("[12] U.S. mid-size builders' AT&T phones. Others")
    assert [word for word, _ in words.phrase(end, 9)] == ["U.S.", "mid-size", "builders'", "AT&T", "phones."]


@pytest.mark.parametrize("grammar", ["PARTS", "BEFORE", "BEHIND", "BETWEEN"])
def test_every_rule_has_a_name_of_its_own(grammar: str) -> None:
    names = [name for name, _ in rules(getattr(contexts, grammar))]
    assert len(names) == len(set(names))
