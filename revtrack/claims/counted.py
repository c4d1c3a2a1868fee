"""What a figure counts, and per what: "10,000 North Korean soldiers", "7 percent of the vote", "100 people a day".

The noun is the head of the phrase behind the number: its first plural, behind "of" its last word. A number with a
hyphen counts the word joined to it ("a 50-state poll").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revtrack import lexicon
from revtrack.claims.pairs import Measure
from revtrack.model import Block

_WORD = re.compile(r" \"?([A-Za-z][\w'&-]*(?:\.[A-Za-z]\b)*\.?)")
_OF = re.compile(r" of (?:(?:the|all|its|his|her|their|those|these|this|that|our|your|my|[\w.]+'s?|1[5-9]\d\d|20\d\d) ){0,2}")
_HYPHEN = re.compile(r"-([A-Za-z]+)")
_BARE = re.compile(r"(?:^|\s)([A-Za-z]+): ?$")
_PER = re.compile(
    r" ?(?:(?:an?|each|every) |-an?-)(?P<each>[a-z]+)(?![\w-]| (?:ago|earlier|later|before|after|from now)\b)"
    r"|(?: per |/| for every |-per-)(?:(?P<many>[0-9][0-9,]*(?: [0-9]{3})*(?: [a-z]+)?)|(?P<one>(?!cent\b)[a-z]+))"
    r"| (?P<adverb>[a-z]+ly)\b"
)
_DIGIT_GAP = re.compile(r"(?<=\d)[ ,](?=\d{3})")
_MOST_WORDS = 6
_PER_WORDS = 3
_SINGULAR_S = ("ss", "us", "is", "'s")
_HEADING_REACH = 30


def noun(plain: str, block: Block, measure: Measure) -> str | None:
    """The counted noun behind (or just before) a figure, or None."""
    if measure.ordinal:
        return None
    end = measure.end
    of = _OF.match(plain, end, block.end)
    if measure.unit in (None, "percent") and of:
        return _head(plain, of.end() - 1, block)
    if measure.unit == "percent":
        return None
    if measure.unit:
        return None
    plural = measure.low != 1
    if measure.share:
        return _plural(plain, end, block, plural=True)
    joined = _HYPHEN.match(plain, end, block.end)
    if joined:
        return joined[1] if plural and joined[1].lower() not in lexicon.words("noun_stops") else None
    if plain[end : end + 1] != " ":
        return _in_front(plain, block, measure.start)
    return _plural(plain, end, block, plural=plural)


def per(plain: str, block: Block, end: int) -> str | None:
    """The denominator of a rate right behind the figure or its noun: "day", "100000 people"."""
    denominators = lexicon.mapping("denominators")
    for at in (end, *(match.end() for match in _words(plain, end, block, _PER_WORDS))):
        match = _PER.match(plain, at, block.end)
        if not match:
            continue
        if match["many"]:
            return _DIGIT_GAP.sub("", match["many"])
        if match["one"]:
            return denominators.get(match["one"], match["one"])
        word = match["each"] or match["adverb"]
        if word in denominators and (match["each"] is None) == word.endswith("ly"):
            return denominators[word]
    return None


def is_plural(word: str) -> bool:
    """Whether a word is the plural of a noun, by its form or the table `plural_nouns`."""
    lower = word.lower()
    if lower in lexicon.words("plural_nouns"):
        return True
    return lower.endswith("s") and not lower.endswith(_SINGULAR_S) and len(lower) > 3 and lower not in _singulars()


def _singulars() -> frozenset[str]:
    return lexicon.words("singular_nouns")


def _words(plain: str, start: int, block: Block, most: int) -> Iterator[re.Match[str]]:
    """The words that follow, up to the first mark or the end of a sentence."""
    at = start
    for _ in range(most):
        match = _WORD.match(plain, at, block.end)
        if not match:
            return
        yield match
        if match[1].endswith(".") and not _is_short(match[1]):
            return
        at = match.end()


def _is_short(word: str) -> bool:
    """Whether the point belongs to the word: "U.S.", "Gen."."""
    return "." in word[:-1] or len(word) == 2 or word in lexicon.words("abbreviations")


def _plural(plain: str, end: int, block: Block, *, plural: bool) -> str | None:
    """The first plural of the phrase, or the last of several in a row: "40 minutes", "12 sports fans"."""
    stops = lexicon.words("noun_stops")
    last = None
    for match in _words(plain, end, block, _MOST_WORDS):
        word = match[1].rstrip(".'")
        if word.lower() in stops or (last and is_plural(last) and not is_plural(word)):
            break
        last = word
    return last if last and (is_plural(last) or not plural) else None


def _head(plain: str, start: int, block: Block) -> str | None:
    """The head of a noun phrase: its first plural, else its last word."""
    stops = lexicon.words("noun_stops")
    last = None
    for match in _words(plain, start, block, _MOST_WORDS):
        word = match[1].rstrip(".'")
        if word.lower() in stops:
            break
        if last and is_plural(last) and not is_plural(word):
            break
        last = word
    return last


def _in_front(plain: str, block: Block, start: int) -> str | None:
    """A noun in front: "soldiers: 10,000"."""
    match = _BARE.search(plain[max(block.start, start - _HEADING_REACH) : start])
    return match[1] if match and is_plural(match[1]) else None
