"""Odds of a bet: "5/1", "100/30", where the words around speak of betting; elsewhere "9/11" is a day, "24/7" a term."""

from __future__ import annotations

from collections.abc import Iterator

from revtrack import lexicon
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.claims.figures.ranges import Measure
from revtrack.model import Block
from revtrack.text.expressions import expression

_ODDS = expression(r"(?<![\w/.,])[1-9][0-9]{0,3}/[1-9][0-9]{0,2}(?![\w/]|[.,]\d)")
_TERMS = ("24/7", "9/11", "50/50")
# How many words on either side may speak of betting: about a sentence.
_AROUND = 12


def stand_in(plain: str, block: Block) -> bool:
    """Whether a block has two numbers with a slash at all."""
    slash = plain.find("/", block.start, block.end) >= 0
    return slash and _ODDS.search(plain, block.start, block.end) is not None


def find(words: FigureWords) -> Iterator[Measure]:
    """The odds of a block, none of them with a value."""
    for match in _ODDS.finditer(words.plain, words.block.start, words.block.end):
        start, end = match.span()
        around = (*words.texts_before(start, _AROUND), *words.texts_behind(end, _AROUND))
        if match[0] not in _TERMS and not lexicon.words("betting_words").isdisjoint(around):
            yield Measure(start, end, None, None, None, score=True)
