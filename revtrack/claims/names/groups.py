"""What a short form stands for: "NFU" the "National Farmers' Union", "Marlowe" the "Marlowe Ltd" of the article.

An acronym has the expansion right before it in brackets, "National Farmers' Union (NFU)", else the only
name of the article with its initials.
"""

from __future__ import annotations

from collections.abc import Iterable

from revtrack import lexicon
from revtrack.claims.names import kinds
from revtrack.text.expressions import expression

Words = tuple[str, ...]

_BRACKETED = expression(r" \(([A-Z][A-Za-z]{1,8})\)")
_SHORTEST = 3


class Groups:
    """The names of an article that have short forms in it."""

    __slots__ = ("_initials", "_told")

    def __init__(self) -> None:
        self._told: dict[str, Words] = {}
        self._initials: dict[str, set[Words]] = {}

    def meet(self, words: Words, plain: str, end: int) -> None:
        """Take in a name that ends at `end` of the text."""
        if len(words) < 2:
            return
        if words[-1].strip(".") in lexicon.words("companies"):
            self._told.setdefault(" ".join(words[:-1]), words)
        self._initials.setdefault(_initials(words), set()).add(words)
        bracketed = _BRACKETED.match(plain, end)
        if bracketed and _is_short_for(bracketed[1], words):
            self._told[bracketed[1]] = words

    def full(self, words: Words) -> Words | None:
        """The name that a short form stands for."""
        name = " ".join(words)
        if name in self._told:
            return self._told[name]
        letters = name.replace(".", "")
        known = self._initials.get(letters, set())
        if len(words) == 1 and len(letters) >= _SHORTEST and kinds.is_acronym(letters) and len(known) == 1:
            return next(iter(known))
        return None


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())


def _is_short_for(short: str, words: Words) -> bool:
    """Whether the letters of a short form are first letters of words in their order, the first word among them."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    firsts = [part[0].lower() for word in words for part in word.split("-") if part]
    if not letters or letters[0] != firsts[0]:
        return False
    rest = iter(firsts)
    return all(letter in rest for letter in letters)


def has_short_form(plain: str, end: int) -> bool:
    """Whether a short form in brackets follows, which people do not have."""
    return _BRACKETED.match(plain, end) is not None
