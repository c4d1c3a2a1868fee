"""Titles of works in quotation marks, whole: the song "20 Minutes to Orrin", the film "A Quiet Lie"; and nicknames.

All words but the small ones of a title have a capital or are numbers. One word alone may be anything that somebody
said; it is a title behind a word for a work or for naming, and beside another title. A nickname in quotation marks
between the names of a person is part of them: Harold "Red" Roe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.names import kinds
from revtrack.claims.names.runs import NamePiece, NameWord

MOST_WORDS = 8
_NAMING = ("called", "titled", "entitled", "named", "dubbed")
_TITLE_WORD = r"(?:[A-Z0-9][\w'\u2019&-]*)"
_BEFORE = re.compile(r"(\w+),? $")
# Between two titles.
_BETWEEN = re.compile(r",? (?:and |or )?")
LONGEST_BETWEEN = 7
_NICKNAME = re.compile(r" [\"\u201c\u2018'](\w[\w.-]*(?: \w[\w.-]*)?)[\"\u201d\u2019'] ")
LONGEST_NICKNAME = 30
_WORDS = re.compile(r"[\w'\u2019&-]+")


def whole(pieces: Sequence[NamePiece], plain: str, start: int, end: int) -> Iterator[NamePiece]:
    """The pieces of a block, those inside a title in quotation marks as one."""
    titles = list(_find(plain, start, end))
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


def with_nicknames(pieces: Sequence[NamePiece], plain: str) -> Iterator[NamePiece]:
    """The pieces of a block, those on both sides of a nickname as one."""
    left: NamePiece | None = None
    for n, piece in enumerate(pieces):
        if left is not None and piece.start < left.end:
            continue  # the nickname itself
        if left is not None:
            yield left
        left = piece
        match = _NICKNAME.match(plain, piece.end, piece.end + LONGEST_NICKNAME)
        right = next((other for other in pieces[n + 1 : n + 3] if match and other.start == match.end()), None)
        if match is None or right is None or not _is_nickname(piece, match[1], right):
            continue
        name = NameWord(match.start() + 1, match.end() - 1, match[0].strip())
        surname, rest = right.words, right.words[:0]
        if len(surname) > 2 and surname[1].text == "of":  # "Roe of the Labour Party"
            surname, rest = surname[:1], surname[2 + (surname[2].text == "the") :]
        left = NamePiece((*piece.words, name, *surname), piece.title, piece.behind_the)
        if rest:
            yield left
            left = NamePiece(rest)
    if left is not None:
        yield left


def _is_nickname(left: NamePiece, quoted: str, right: NamePiece) -> bool:
    """Whether what is quoted between two pieces is what somebody is called."""
    if right.title or any(
        map(kinds.is_group_word, (*left.bare, right.bare[0], right.bare[-1] if len(right.bare) < 3 else ""))
    ):
        return False
    lone = len(left.bare) == len(right.bare) == 1 and quoted.isalpha() and quoted[0].isupper()
    return (
        bool(left.title) or kinds.is_first_name(left.bare[0]) or (lone and left.bare[0] not in lexicon.words("places"))
    )


def _find(plain: str, start: int, end: int) -> Iterator[NamePiece]:
    if plain.find('"', start, end) < 0 and plain.find("\u201c", start, end) < 0:
        return
    last, lone = start, None
    for match in _pattern().finditer(plain, start, end):
        beside = match.start() - last < LONGEST_BETWEEN and _BETWEEN.fullmatch(plain, last, match.start()) is not None
        last = match.end()
        words = [NameWord(found.start(), found.end(), found[0]) for found in _WORDS.finditer(plain, *match.span(1))]
        if len(words) > MOST_WORDS or all(word.text[0].isdigit() for word in words):
            continue
        if beside and lone:
            yield lone
        piece, lone = NamePiece(tuple(words), quoted=True), None
        before = _BEFORE.search(plain, max(start, match.start() - 24), match.start())
        if len(words) > 1 or beside or (before and before[1] in _leads()):
            yield piece
        else:
            lone = piece


@cache
def _pattern() -> re.Pattern[str]:
    small = "|".join(sorted(lexicon.words("title_words")))
    further = rf"(?:,? (?:{_TITLE_WORD}|(?:{small})(?= ))){{0,7}}"
    return re.compile(rf"[\"\u201c]({_TITLE_WORD}{further})[!?]?[,.]?[\"\u201d]")


@cache
def _leads() -> frozenset[str]:
    """The words before a title: "song", "called"."""
    works = (clue.removeprefix("before:") for clue, kind in lexicon.table("name_signs") if kind == "other")
    return frozenset((*works, *_NAMING))
