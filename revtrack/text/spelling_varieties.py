"""One spelling for the varieties of English: "labour" is "labor", "organise" "organize", "travelled" "traveled".

What a rule can tell is undone by a rule, as long as no two words of English become one by it; the table `spellings` has
the rest, word by word or by the beginning of a word.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from revtrack import lexicon
from revtrack.text.expressions import expression

_KEPT = 1 << 14
_SHORTEST = 3
_LONGEST = 45  # letters of the longest word in dictionaries of English; the rules would take a longer one square time
_ISE = expression(r"(?<=[a-z]{3})([iy])s(e[ds]?|ing|ers?|ations?|able|ational)$")
_DOUBLED = expression(r"([aeiouy][a-z]*[aeiou])ll(ed|ing|ers?|ings)$")


@lru_cache(maxsize=_KEPT)
def usual(word: str) -> str:
    """The spelling that a word in lower case is read as."""
    if len(word) > _LONGEST:
        return word
    bare = word if word.isascii() else _without_accents(word)
    listed, beginnings = _table()
    if bare in listed:
        return listed[bare]
    for end in range(len(bare), _SHORTEST - 1, -1):
        if bare[:end] in beginnings:
            bare = beginnings[bare[:end]] + bare[end:]
            break
    if bare.startswith(_spelled_alike()):
        return bare
    if "is" in bare or "ys" in bare:
        bare = _ISE.sub(r"\1z\2", bare)
    return _DOUBLED.sub(r"\1l\2", bare) if "ll" in bare else bare


def _without_accents(word: str) -> str:
    letters = word.replace("\u00e6", "ae").replace("\u0153", "oe").replace("\u00f8", "o").replace("\u00df", "ss")
    return "".join(letter for letter in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(letter))


@cache
def _spelled_alike() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("one_spelling")))


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """The words of the table, and the beginnings of words."""
    rows = lexicon.mapping("spellings")
    whole = {word: other for word, other in rows.items() if not word.endswith("-")}
    return whole, {word[:-1]: other.removesuffix("-") for word, other in rows.items() if word.endswith("-")}
