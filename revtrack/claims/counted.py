"""What a figure counts, and per what: "10,000 North Korean soldiers", "7 percent of the vote", "100 people a day".

The noun is the first plural behind the number, as written; behind "of" the head of the phrase. A number with a
hyphen counts the word joined to it ("a 50-state poll").
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.model import Block

_WORD = re.compile(r"[A-Za-z][\w'.&-]*")
_OF = re.compile(r" of (?:(?:the|all|its|his|her|their|those|these|our|\w+'s) )?")
_HYPHEN = re.compile(r"-([A-Za-z]+)")
_PER = re.compile(r" ?(?:(?:an?|per|each|every) |/|-an?-)(?P<unit>[a-z]+)\b| per (?P<many>\d[\d,]*(?: \d{3})*(?: [a-z]+)?)")
_DIGIT_GAP = re.compile(r"(?<=\d)[ ,](?=\d{3})")
_MOST_WORDS = 6
_SINGULAR_S = ("ss", "us", "is", "'s", "news", "series", "politics")


def noun(
    plain: str, block: Block, start: int, end: int, *, unit: str | None, share: bool, ordinal: bool, plural: bool
) -> str | None:
    """The counted noun behind (or just before) the figure at `[start, end)`, or None."""
    if ordinal:
        return None
    of = _OF.match(plain, end, block.end)
    if unit == "percent" or share or of:
        if of:
            return _head(plain, of.end(), block) if unit in (None, "percent") else None
        return _plural(plain, end, block, plural=True) if share else None
    if unit:
        return None
    joined = _HYPHEN.match(plain, end, block.end)
    if joined:
        return joined[1] if plural else None
    if plain[end : end + 1] != " ":
        return _before(plain, block, start)
    return _plural(plain, end, block, plural=plural)


def per(plain: str, block: Block, end: int) -> str | None:
    """The denominator of a rate right behind the figure or its noun: "day", "100000 people"."""
    for gap in (0, *(match.end() - end for match in _words(plain, end, block, 3))):
        match = _PER.match(plain, end + gap, block.end)
        if match and match["many"]:
            return _DIGIT_GAP.sub("", match["many"])
        if match and match["unit"] in lexicon.words("denominators"):
            return match["unit"]
    return None


def _words(plain: str, start: int, block: Block, most: int) -> list[re.Match[str]]:
    """The words that follow, up to the first mark."""
    found: list[re.Match[str]] = []
    at = start
    while len(found) < most and plain[at : at + 1] == " ":
        match = _WORD.match(plain, at + 1, block.end)
        if not match:
            break
        found.append(match)
        at = match.end()
    return found


def _plural(plain: str, end: int, block: Block, *, plural: bool) -> str | None:
    stops = lexicon.words("noun_stops")
    last = None
    for match in _words(plain, end, block, _MOST_WORDS):
        word = match[0].rstrip(".'")
        if word.lower() in stops or (last and is_plural(last) and not is_plural(word)):
            break
        last = word
    return last if last and (is_plural(last) or not plural) else None


def _head(plain: str, start: int, block: Block) -> str | None:
    """The last word of the noun phrase, or its first plural."""
    stops = lexicon.words("noun_stops")
    last = None
    for match in _words(plain, start - 1, block, _MOST_WORDS):
        word = match[0].rstrip(".'")
        if word.lower() in stops or (last and last[0].islower() and word[0].isupper()):
            break
        if last and is_plural(last) and not is_plural(word):
            break
        last = word
        if match[0].endswith("."):
            break
    return last


def is_plural(word: str) -> bool:
    """Whether a word is the plural of a noun, by its form or the table `plural_nouns`."""
    lower = word.lower()
    if lower in lexicon.words("plural_nouns"):
        return True
    return lower.endswith("s") and not lower.endswith(_SINGULAR_S) and len(lower) > 3


def _before(plain: str, block: Block, start: int) -> str | None:
    """A noun in front: "the death toll rose to 21", "soldiers: 10,000"."""
    match = re.search(r"([A-Za-z]+): ?$", plain[max(block.start, start - 30) : start])
    return match[1] if match and is_plural(match[1]) else None
