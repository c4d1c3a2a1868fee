"""Titles of works in quotation marks, whole: the song "20 Minutes to Orrin", the film "A Quiet Lie".

All words but the small ones of a title have a capital or are numbers. One word alone may be anything that somebody
said; it is a title behind a word for a work or for naming, behind an owner, and beside another title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.names.name_pieces import NamePiece, NameWord
from revtrack.text.expressions import expression

MOST_WORDS = 8
_NAMING = ("called", "titled", "entitled", "named", "dubbed")
_TITLE_WORD = r"(?:[A-Z0-9][\w'\u2019&-]*)"
_BEFORE = expression(r"(\w+),? $")
# Between two titles.
_BETWEEN = frozenset((" ", ", ", " and ", ", and ", " or ", ", or "))
_WORDS = expression(r"[\w'\u2019&-]+")


def whole(pieces: Iterable[NamePiece], words: str) -> Iterable[NamePiece]:
    """The pieces of a block, those inside a title in quotation marks as one."""
    titles = list(_find(words))
    return _with_titles(pieces, titles) if titles else pieces


def _with_titles(pieces: Iterable[NamePiece], titles: Sequence[NamePiece]) -> Iterator[NamePiece]:
    at = 0
    for piece in pieces:
        while at < len(titles) and titles[at].end <= piece.start:
            yield titles[at]
            at += 1
        if at < len(titles) and piece.start < titles[at].start and titles[at].end < piece.end:
            at += 1  # a nickname
        if at == len(titles) or titles[at].start >= piece.end:
            yield piece
    yield from titles[at:]


def _find(plain: str) -> Iterator[NamePiece]:
    if '"' not in plain and "\u201c" not in plain:
        return
    last, lone = 0, None
    for match in _pattern().finditer(plain):
        beside = plain[last : match.start()] in _BETWEEN
        last = match.end()
        words = [NameWord(found.start(), found.end(), found[0]) for found in _WORDS.finditer(plain, *match.span(1))]
        if len(words) > MOST_WORDS or all(word.text[0].isdigit() for word in words):
            continue
        if beside and lone:
            yield lone
        piece, lone = NamePiece(tuple(words), quoted=True), None
        before = _BEFORE.search(plain, max(0, match.start() - 24), match.start())
        owned = plain.startswith("'s ", match.start() - len("'s "))
        if len(words) > 1 or beside or owned or (before and before[1] in _leads()):
            yield piece
        else:
            lone = piece


@cache
def _pattern() -> re.Pattern[str]:
    small = "|".join(sorted(lexicon.words("title_words")))
    further = rf"(?:,? (?:{_TITLE_WORD}|(?:{small})(?= ))){{0,7}}"
    return expression(rf"[\"\u201c]({_TITLE_WORD}{further})[!?]?[,.]?[\"\u201d]")


@cache
def _leads() -> frozenset[str]:
    """The words before a title: "song", "called"."""
    works = (clue.removeprefix("before:") for clue, kind in lexicon.table("name_signs") if kind == "other")
    return frozenset((*works, *_NAMING))
