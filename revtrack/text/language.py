"""Whether a text is English: "en" where English function words are common in it, else "und".

A short text may hold none ("Fire kills 12 in Port Ansel"), so a few words are taken for English unless their
letters are of another script.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

from revtrack import lexicon
from revtrack.text.expressions import expression
from revtrack.text.remembered import remembered
from revtrack.text.tokens import LETTERS

# Words looked at; more would not change the answer.
SAMPLE = 1500
# So many code points hold that many words and more, but in the strangest of texts.
LENGTH = 16 * SAMPLE
# Texts of fewer words are too short to judge by their function words.
FEWEST = 20
# Share of function words from which a text is English; running English has about 0.3, other languages under 0.06.
ENOUGH = 0.1

# Numbers and signs belong to no language.
_WORD = expression(LETTERS)
_LONGEST_LETTER = "\u024f"

WordCounts = tuple[int, int, int]


def of(plain: str) -> str:
    """The language of a text as a tag: "en", or "und" for any other."""
    words, latin, english = _in_lines(plain) if len(plain) <= LENGTH else _counts(_sample(plain))
    if 2 * latin < words:
        return "und"
    return "en" if words < FEWEST or english >= ENOUGH * words else "und"


def _in_lines(plain: str) -> WordCounts:
    """The counts of a text of few words, line by line; those of its first words where it has more."""
    words, latin, english = map(sum, zip(*map(_in_line, plain.split("\n")), strict=True))
    return (words, latin, english) if words <= SAMPLE else _counts(_sample(plain))


@remembered
def _in_line(line: str) -> WordCounts:
    return _counts(_WORD.findall(line))


def _counts(words: Sequence[str]) -> WordCounts:
    """How many words there are, how many begin with a Latin letter, and how many are function words of English."""
    small = list(map(str.lower, words))
    latin = len([word for word in small if word[0] <= _LONGEST_LETTER])
    return len(small), latin, sum(map(lexicon.words("english_words").__contains__, small))


def _sample(plain: str) -> list[str]:
    """The first words of a text; those of its beginning are cut at once where it has enough of them."""
    words = _WORD.findall(plain, 0, LENGTH)
    if len(plain) > LENGTH and len(words) <= SAMPLE:
        return [match[0] for match in islice(_WORD.finditer(plain), SAMPLE)]
    return words[:SAMPLE]


# The languages other than English that numbers and dates are read in.
NAMES = {"de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "nl": "Dutch", "pt": "Portuguese"}
# Where fewer of the words are small words of a language, or not more than English ones, the language is not known.
FEWEST_SMALL, SMALL_WORDS = 3, 0.15


def of_numbers(plain: str, spoken: str) -> str:
    """The language that numbers and dates are read in: "en", one of `foreign_words`, or "und" where none is told.

    A short text that passes for English may be in another language as well; a long one has been found to be English.
    """
    lower = (match[0] for match in islice(_WORD.finditer(plain), SAMPLE) if match[0].islower())
    words = list(islice(lower, FEWEST))
    if spoken == "en" and len(words) == FEWEST:
        return "en"
    words += lower
    counts = {name: sum(word in small for word in words) for name, small in _small_words().items()}
    best, most = max(counts.items(), key=lambda row: row[1])
    english = sum(word in lexicon.words("english_words") for word in words)
    told = most >= max(FEWEST_SMALL, SMALL_WORDS * len(words)) and most > 2 * english
    if told and list(counts.values()).count(most) == 1:
        return best
    return spoken


@cache
def _small_words() -> dict[str, frozenset[str]]:
    rows = lexicon.table("foreign_words")
    names = dict.fromkeys(language for language, _ in rows)
    return {name: frozenset(word for language, word in rows if language == name) for name in names}
