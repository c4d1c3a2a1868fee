"""What a figure counts: "10,000 North Korean soldiers", "7 percent of the vote", "the death toll rose to 21".

The noun is the head of the phrase behind the number: its first plural, behind "of" else its last word. A number with a
hyphen counts the word joined to it ("a 50-state poll").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from revtrack import lexicon
from revtrack.claims.pairs import Measure
from revtrack.model import Block

_WORD = re.compile(r" \"?([A-Za-z][\w'&-]*(?:\.[A-Za-z]\b)*\.?)")
_OF = re.compile(
    r" of (?:(?:the|all|its|his|her|their|those|these|this|that|our|your|my|[\w.]+'s?) ){0,2}"
    r"(?:(?:first|last|past|next|other|remaining) )?(?:(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten) )?"
)
_HYPHEN = re.compile(r"-([A-Za-z]+)")
# Hyphenated bounds: "12-odd people", "100-plus jobs".
_BOUNDS = ("odd", "plus", "something", "ish")
_BARE = re.compile(r"(?:^|\s)([A-Za-z]+): ?$")
# "The number of troops on the border rose to"; the words between are few and hold no other number.
_SUBJECT = re.compile(
    r"\b(?:numbers? of (?P<of>[a-z]+(?: [a-z]+)?)|death (?P<toll>toll))\b[^.;:0-9]{0,48}?"
    r" (?:rose|risen|rises|fell|fallen|falls|grew|grown|climbed|dropped|increased|jumped|stood|stands|reached|topped)"
    r"(?: (?:to|at))?(?: (?:at least|about|around|nearly|almost|more than|some))? $",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_SHORTEST_PLURAL = 4
_PLURAL_ENDINGS = ("children", "men", "people", "folk", "craft")
_PARTICIPLES = ("ed", "ing")
_SINGULAR_S = ("ss", "us", "is", "'s")
_HEADING_REACH = 30
_SUBJECT_REACH = 100


def noun(plain: str, block: Block, measure: Measure) -> str | None:
    """The counted noun behind (or just before) a figure, or None."""
    if measure.ordinal:
        return None
    end = measure.end
    of = _OF.match(plain, end, block.end)
    if measure.unit in (None, "percent") and of:
        return _head(plain, of.end() - 1, block)
    if measure.unit:
        return None
    many = measure.low != 1
    if measure.share:
        return plural(plain, end, block)
    joined = _HYPHEN.match(plain, end, block.end)
    if joined and joined[1].lower() in _BOUNDS:
        return plural(plain, joined.end(), block)
    if joined:
        return joined[1] if many and joined[1].lower() not in lexicon.words("noun_stops") else None
    behind = plural(plain, end, block) if many else _singular(plain, end, block)
    return behind or _in_front(plain, block, measure.start)


def is_plural(word: str) -> bool:
    """Whether a word is the plural of a noun, by its form or the table `plural_nouns`."""
    lower = word.lower()
    if lower in lexicon.words("plural_nouns"):
        return True
    if lower in lexicon.words("singular_nouns") or len(lower) < _SHORTEST_PLURAL:
        return False
    return lower.endswith(_PLURAL_ENDINGS) or (lower.endswith("s") and not lower.endswith(_SINGULAR_S))


def words_behind(plain: str, start: int, block: Block, most: int) -> Iterator[re.Match[str]]:
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


def plural(plain: str, end: int, block: Block) -> str | None:
    """The first plural of the phrase behind a number that does not modify another: "12 sports fans"."""
    return _first_plural(list(_phrase(plain, end, block)))


def _first_plural(words: list[str]) -> str | None:
    for word, following in zip_longest(words, words[1:]):
        if is_plural(word) and not (following and _modifies(word, following)):
            return word
    return None


def _modifies(word: str, following: str) -> bool:
    """Whether a plural stands before another as an adjective: "sports fans", but not "adults smokes"."""
    modifier = word.lower() in lexicon.words("plural_modifiers")
    if not is_plural(following) or following in _adjectives("plural_nouns"):
        return modifier and word[0].isupper() and following[0].isupper()
    return modifier or word[0].isupper()


def _singular(plain: str, end: int, block: Block) -> str | None:
    """The head of the phrase behind "1" or "one"."""
    return _last_noun(list(_phrase(plain, end, block)))


def _phrase(plain: str, start: int, block: Block) -> Iterator[str]:
    """The words of a noun phrase, up to one that ends it; a participle may open it: "216 paid staffers"."""
    stops = lexicon.words("noun_stops")
    for n, match in enumerate(words_behind(plain, start, block, _MOST_WORDS)):
        word = match[1].rstrip(".'")
        if word.lower() in stops and not (n == 0 and _opens(plain, word.lower(), match.end(), block)):
            return
        yield word


def _opens(plain: str, word: str, end: int, block: Block) -> bool:
    """Whether a participle stands right before a plural, as an adjective."""
    following = _WORD.match(plain, end, block.end)
    return word in _adjectives("noun_stops") and following is not None and is_plural(following[1].rstrip(".'"))


@cache
def _adjectives(name: str) -> frozenset[str]:
    """The words of a table that are also adjectives."""
    return frozenset(row[0] for row in lexicon.table(name) if len(row) > 1)


def _head(plain: str, start: int, block: Block) -> str | None:
    """The head of a noun phrase: its first plural, else its last word."""
    words = list(_phrase(plain, start, block))
    return _first_plural(words) or _last_noun(words)


def _last_noun(words: list[str]) -> str | None:
    """The last word before a participle: "that money |arrived", "one woman |adopted from Iran"."""
    last = None
    for word in words:
        if last and (word.endswith(_PARTICIPLES) or word in _adjectives("plural_nouns")):
            break
        last = word
    return last


def _in_front(plain: str, block: Block, start: int) -> str | None:
    """A noun in front: "soldiers: 10,000", "the number of troops rose to 12,000", "the death toll stands at 21"."""
    lead = plain[max(block.start, start - _SUBJECT_REACH) : start]
    match = _BARE.search(lead, max(0, len(lead) - _HEADING_REACH))
    if match:
        return match[1] if is_plural(match[1]) else None
    subject = _SUBJECT.search(lead)
    if not subject:
        return None
    return subject["toll"] or next((word for word in subject["of"].split() if is_plural(word)), None)
