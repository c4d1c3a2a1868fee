"""What a figure counts: "10,000 North Korean soldiers", "7 percent of the vote", "the death toll rose to 21".

The noun is the head of the phrase behind the number: its first plural, behind "of" else its last word. A number with a
hyphen counts the word joined to it ("a 50-state poll").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from revtrack import lexicon
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.claims.figures.ranges import Measure

# Hyphenated bounds: "12-odd people", "100-plus jobs".
_BOUNDS = ("odd", "plus", "something", "ish")
_MOST_WORDS = 6
_SHORTEST_PLURAL = 4
_PLURAL_ENDINGS = ("children", "men", "people", "folk", "craft")
_PARTICIPLES = ("ed", "ing")
_SINGULAR_S = ("ss", "us", "is", "'s")


def noun(words: FigureWords, measure: Measure) -> str | None:
    """The counted noun behind (or just before) a figure, or None."""
    if measure.ordinal:
        return None
    end = measure.end
    of = words.behind("of", end) if measure.unit in (None, "percent") else None
    if of:
        return _head(words, words.end(of))
    if measure.unit:
        return None
    if measure.share:
        return plural(words, end)
    many = measure.low != 1
    if words.plain[end : end + 1] == "-":
        joined = words.texts_behind(end, 2)[1:]
        if joined and joined[0] in _BOUNDS:
            return plural(words, end + 1 + len(joined[0]))
        if joined and joined[0].isalpha():
            whole = words.plain[end + 1 : end + 1 + len(joined[0])]
            return whole if many and joined[0] not in lexicon.words("noun_stops") else None
    behind = plural(words, end) if many else _last_noun(list(_phrase(words, end)))
    return behind or _in_front(words, measure.start)


def is_plural(word: str) -> bool:
    """Whether a word is the plural of a noun, by its form or the table `plural_nouns`."""
    lower = word.lower()
    if lower in lexicon.words("plural_nouns"):
        return True
    if lower in lexicon.words("singular_nouns") or len(lower) < _SHORTEST_PLURAL:
        return False
    return lower.endswith(_PLURAL_ENDINGS) or (lower.endswith("s") and not lower.endswith(_SINGULAR_S))


def plural(words: FigureWords, end: int) -> str | None:
    """The first plural of the phrase behind a number that does not modify another: "12 sports fans"."""
    return _first_plural(list(_phrase(words, end)))


def _first_plural(words: list[str]) -> str | None:
    for word, following in zip_longest(words, words[1:]):
        if is_plural(word) and not (following and _modifies(word, following)):
            return word
    return None


def _modifies(word: str, following: str) -> bool:
    """Whether a plural modifies the one behind it: "sports fans", but not "adults smokes"."""
    modifier = word.lower() in lexicon.words("plural_modifiers")
    if not is_plural(following) or following in _adjectives("plural_nouns"):
        return modifier and word[0].isupper() and following[0].isupper()
    return modifier or word[0].isupper()


def _phrase(words: FigureWords, at: int) -> Iterator[str]:
    """The words of a noun phrase, up to one that ends it; a participle may open it: "216 paid staffers"."""
    stops = lexicon.words("noun_stops")
    phrase = [word.rstrip(".'") for word, _ in words.phrase(at, _MOST_WORDS)]
    for n, word in enumerate(phrase):
        if word.lower() in stops:
            opens = n == 0 and word.lower() in _adjectives("noun_stops") and len(phrase) > 1 and is_plural(phrase[1])
            if not opens:
                return
        yield word


@cache
def _adjectives(name: str) -> frozenset[str]:
    """The words of a table that are also adjectives."""
    return frozenset(row[0] for row in lexicon.table(name) if len(row) > 1)


def _head(words: FigureWords, at: int) -> str | None:
    """The head of a noun phrase: its first plural, else its last word."""
    phrase = list(_phrase(words, at))
    return _first_plural(phrase) or _last_noun(phrase)


def _last_noun(words: list[str]) -> str | None:
    """The last word before a participle: "that money |arrived", "one woman |adopted from Iran"."""
    last = None
    for word in words:
        if last and (word.endswith(_PARTICIPLES) or word in _adjectives("plural_nouns")):
            break
        last = word
    return last


def _in_front(words: FigureWords, start: int) -> str | None:
    """A noun in front: "soldiers: 10,000", "the number of troops rose to 12,000", "the death toll stands at 21"."""
    texts = words.line.texts
    heading = words.before("heading", start)
    if heading:
        return texts[heading.start()] if is_plural(texts[heading.start()]) else None
    subject = words.before("subject", start)
    if not subject:
        return None
    first = texts[subject.start() : subject.start() + 4]
    return first[1] if first[1] == "toll" else next((word for word in first[2:] if is_plural(word)), None)
