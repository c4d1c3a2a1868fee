"""What a figure is counted per: "100 people a day", "$15 an hour", "12 cases per 100,000 people", "$5m annually".

The denominator stands right behind the figure or its noun. Behind "per" it may be any word, behind "a" one of the table
`denominators`, which also gives its usual name.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.claims import counted
from revtrack.claims.pairs import Measure
from revtrack.model import Block

_PER = re.compile(
    r" ?(?:(?:an?|each|every) |-an?-)(?P<each>[a-z]+)(?![\w-]| (?:ago|earlier|later|before|after|from now)\b)"
    r"|(?: per |/| for every |-per-)(?:(?P<many>[0-9][0-9,]*(?: [0-9]{3})*(?: [a-z]+)?)|(?P<one>(?!cent\b)[a-z]+))"
    r"| (?P<adverb>[a-z]+ly)(?=[,.;:)]|$| (?:to|in|by|for|on|at|and|from|since)\b)"
)
_DIGIT_GAP = re.compile(r"(?<=\d)[ ,](?=\d{3})")
_PER_WORDS = 3


def per(plain: str, block: Block, measure: Measure) -> str | None:
    """The denominator of a rate right behind the figure or its noun: "day", "100000 people"."""
    if measure.share:
        return None
    end, denominators = measure.end, lexicon.mapping("denominators")
    words = list(counted.words_behind(plain, end, block, _PER_WORDS))
    for n, at in enumerate((end, *(match.end() for match in words))):
        match = _PER.match(plain, at, block.end)
        if not match or (n and match["each"] and not _ends_phrase(words[n - 1][1], match[0])):
            continue
        if match["many"]:
            return _DIGIT_GAP.sub("", match["many"])
        if match["one"] and (match["one"] in denominators or not match[0].startswith("/")):
            return denominators.get(match["one"], match["one"])
        word = match["each"] or match["adverb"]
        if word in denominators and (match["each"] is None) == word.endswith("ly"):
            return denominators[word]
    return None


def _ends_phrase(word: str, denominator: str) -> bool:
    """Whether "a day" behind a word goes with the figure: "12 people a day", but not "people cast a vote"."""
    return counted.is_plural(word) or denominator.startswith((" each", " every"))
