"""What people are called besides their names, as part of them: Harold "Red" Roe, Alvar the Bald."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.names import kinds
from revtrack.claims.names.name_pieces import NamePiece, NameWord
from revtrack.text.expressions import expression

LONGEST_NICKNAME = 30
_QUOTED = (' "', " '", " \u201c", " \u2018")
_THE = " the "
# Behind a first name and "the"; in "left Britain the Great War" there are two names.
_BYNAMES = frozenset(
    (
        *("Apostle", "Bald", "Baptist", "Barbarian", "Bold", "Clown", "Confessor", "Conqueror", "Elder", "Evangelist"),
        *("Fair", "Fat", "Giant", "Good", "Great", "Impaler", "Kid", "Magnificent", "Pious", "Pooh", "Red", "Ripper"),
        *("Short", "Terrible", "Wise", "Younger"),
    )
)


def whole(pieces: Sequence[NamePiece], words: str) -> Iterator[NamePiece]:
    """The pieces of a block, those on both sides of a nickname or of "the" as one."""
    left: NamePiece | None = None
    for n, piece in enumerate(pieces):
        if left is not None and piece.start < left.end:
            continue  # the nickname itself
        if left is not None:
            yield left
        left = piece
        if words.startswith(_THE, piece.end):
            left = _with_byname(piece, pieces[n + 1 : n + 2])
        elif words.startswith(_QUOTED, piece.end):
            left, rest = _with_nickname(piece, pieces[n + 1 : n + 3], words)
            if rest:
                yield left
                left = rest
    if left is not None:
        yield left


def _with_byname(piece: NamePiece, behind: Sequence[NamePiece]) -> NamePiece:
    byname = next((other for other in behind if other.start == piece.end + len(_THE)), None)
    if byname is None or len(piece.bare) > 1 or len(byname.words) > 1 or byname.bare[0] not in _BYNAMES:
        return piece
    the = NameWord(piece.end + 1, piece.end + len(_THE) - 1, "the")
    return NamePiece((*piece.placed(), the, *byname.placed()), piece.title, piece.behind_the)


def _with_nickname(piece: NamePiece, behind: Sequence[NamePiece], plain: str) -> tuple[NamePiece, NamePiece | None]:
    """A piece with a nickname and the surname behind it, and what is left: "Roe of the Labour Party" has a party."""
    match = _nickname().match(plain, piece.end, piece.end + LONGEST_NICKNAME)
    right = next((other for other in behind if match and other.start == match.end()), None)
    if match is None or right is None or not _is_nickname(piece, match[1], right):
        return piece, None
    name = NameWord(match.start() + 1, match.end() - 1, match[0].strip())
    surname = right.placed()
    rest = surname[:0]
    if len(surname) > 2 and surname[1].text == "of":
        surname, rest = surname[:1], surname[2 + (surname[2].text == "the") :]
    left = NamePiece((*piece.placed(), name, *surname), piece.title, piece.behind_the)
    return left, NamePiece(rest) if rest else None


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


@cache
def _nickname() -> re.Pattern[str]:
    return expression(r" [\"\u201c\u2018'](\w[\w.-]*(?: \w[\w.-]*)?)[\"\u201d\u2019'] ")
