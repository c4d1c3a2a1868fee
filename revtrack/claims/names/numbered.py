"""Things that are named by a number: "Proposition 8", "Flight 370", "Boeing 737-800", "14th Amendment", "12 Park Road".

The table `numbered_things` holds the words before such a number, `after_first` those behind an ordinal, `streets` the
last words of an address. Words that only count places in a text or in time ("Page 12", "Day 3", "No. 1") name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.names import kinds
from revtrack.claims.names.name_pieces import NamePiece, NameWord
from revtrack.text.expressions import expression

# Words of the table that count on and name nothing.
_TEXT_PARTS = ("Ch.", "Fig.", "Figure", "Figures", "Item", "Items", "Page", "Pages", "Pt.", "Table", "Tables", "V.")
_NUMBERS = ("Agent", "Day", "Dial", "Key", "No", "No.", "Nos", "Nos.", "Number", "Point", "UPDATE", "Week")
_COUNTING = frozenset(_TEXT_PARTS + _NUMBERS)
# A name of two words before its number: "World War I", "Super Bowl 50".
_SECOND = ("Bowl", "War")
# Names for a number that the table of capitalised words cannot hold, and words that are no name without one.
_OTHERS = ("iPhone", "iOS", "iPad", "macOS", "Case", "Docket", "House")
# Behind these a Roman "I" is no "I".
_BEFORE_ONE = ("Article", "Part", "Phase", "Title", "Type", "War")
_NUMBER = r"\d+(?:[./-]\d+)*[A-Za-z]?(?:\([0-9a-zA-Z]{1,3}\))*"
_MODEL = r"(?: (?:Max|MAX|Pro|Plus|Mini|Air|Ultra|Dreamliner|NG)(?: \d{1,2}\b)?)?"
_NO_COUNT = r"(?![\w%]|-\w|,\d| ?(?:per ?cent|million|billion|thousand)\b)"
_HOUSE_NUMBER = expression(r"(?<![\w.,$\u00a3\u20ac/-])\d{1,5}[A-Za-z]? $")
_ORDINAL = expression(r"(?<![\w.,-])\d{1,3}(?:st|nd|rd|th) $")
_UNITS = ("Battalion", "Battery", "Brigade", "Corps", "Division", "Fleet", "Infantry", "Regiment", "Squadron", "Wing")
_STATIONS = ("Channel", "Radio")
_LONGEST_NUMBER, _LONGEST_HEAD = 8, 24
_DIGIT = expression(r"\d")
# What may be one: a digit behind a word, to be looked up before the expression for all of them is compiled.
_NUMBERED = expression(r"[ -](?:[Nn]o\.? )?\d")
_ONE = " I"
# What is measured has no capital but in a title: "30 Seconds to Orrin", "28 Days Later", "60 Minutes".
_MEASURED = frozenset(
    (
        *("Cent", "Cents", "Days", "Degrees", "Doors", "Hours", "Miles", "Minutes", "Months", "Nights", "Reasons"),
        *("Seconds", "Steps", "Weeks", "Years"),
    )
)


def find(plain: str, start: int, end: int) -> Iterator[NamePiece]:
    """The numbered things of `plain[start:end]`, in order."""
    if not _may_stand_in(plain, start, end):
        return
    for match in _pattern().finditer(plain, start, end):
        words = re.finditer(r"\S+", match[0])
        yield NamePiece(tuple(_word(match.start() + word.start(), word[0]) for word in words))


def whole(pieces: Sequence[NamePiece], words: str) -> Iterable[NamePiece]:
    """The pieces of a block with their numbers, in order: "Flight" is "Flight 370", "Park Road" "12 Park Road"."""
    numbered = sorted((*find(words, 0, len(words)), *_titles(words)), key=lambda piece: piece.start)
    return _with_numbers(pieces, numbered, words) if numbered or _DIGIT.search(words) else pieces


def _with_numbers(pieces: Sequence[NamePiece], numbered: list[NamePiece], words: str) -> Iterator[NamePiece]:
    at = 0
    for piece in pieces:
        while at < len(numbered) and numbered[at].end <= piece.start:
            yield numbered[at]
            at += 1
        if at < len(numbered) and numbered[at].start < piece.end:
            left = [word for word in piece.placed() if word.end <= numbered[at].start]
            while left and left[-1].text.islower():
                left.pop()
            if len(left) == 1 and kinds.is_acronym(left[0].text) and numbered[at].words[0].text in _STATIONS:
                numbered[at] = NamePiece((*left, *numbered[at].words))  # "BBC Radio 1"
            elif len(left) > piece.title:
                yield NamePiece(tuple(left), piece.title, piece.behind_the)
            continue
        yield _with_number_before(piece, words)
    yield from numbered[at:]


def _titles(words: str) -> Iterator[NamePiece]:
    """What is named by a measured number."""
    if _MEASURED.isdisjoint(words.split(" ")):
        return
    for match in _title().finditer(words):
        first = match[0].split(" ")[0]
        if first[0].isdigit() or first.lower() in lexicon.mapping("number_words"):
            yield NamePiece(
                tuple(_word(match.start() + word.start(), word[0]) for word in re.finditer(r"\S+", match[0]))
            )


def _word(start: int, text: str) -> NameWord:
    return NameWord(start, start + len(text), text)


def _with_number_before(piece: NamePiece, words: str) -> NamePiece:
    """A street with the number of the house, an amendment with its ordinal."""
    if piece.title:
        return piece
    before = words[max(0, piece.start - _LONGEST_NUMBER) : piece.start]
    last = piece.bare[-1].rstrip(".")
    unit = len(piece.bare) > 1 and last in _UNITS
    match = None
    if len(piece.bare) > 1 and (unit or last in lexicon.words("streets")):  # "65 Fighter Wing", "12 Park Road"
        match = _HOUSE_NUMBER.search(before)
    if match is None and (unit or piece.bare[0] in lexicon.words("after_first")):
        match = _ORDINAL.search(before)
    if not match:
        return piece
    text = match[0].rstrip()
    return NamePiece((_word(piece.start - len(match[0]), text), *piece.placed()))


def _may_stand_in(plain: str, start: int, end: int) -> bool:
    ends, ones = _ends()
    for match in _NUMBERED.finditer(plain, start, end):
        head = plain[max(start, match.start() - _LONGEST_HEAD) : match.start()].rpartition(" ")[2]
        if not head.islower() and head.endswith(ends):
            return True
    return plain.find(_ONE, start, end) >= 0 and any(plain.find(one, start, end) >= 0 for one in ones)


@cache
def _ends() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How the words end that stand before a number, and those that stand before a Roman one with it."""
    last = {word.split(" ")[-1].split("-")[-1] for word in _heads()}
    return (*sorted(last), *_SECOND, *_OTHERS), tuple(f"{word} I" for word in _BEFORE_ONE)


@cache
def _heads() -> frozenset[str]:
    return frozenset(word for word in lexicon.words("numbered_things") if word[0].isupper()) - _COUNTING


@cache
def _title() -> re.Pattern[str]:
    further = r"(?:(?:to|of|in|from|for|at|with|the|a|and|on) )*[A-Z][\w'-]*"
    number = r"(?<![\w.,$\u00a3\u20ac/-])(?:\d{1,3}|[A-Z][a-z]+(?:-[a-z]+)?)"
    return expression(rf"{number} (?:{'|'.join(sorted(_MEASURED))})(?: {further}){{0,4}}(?![\w-])")


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(re.escape(word) for word in sorted(_heads(), key=lambda word: (-len(word), word)))
    first = rf"(?:(?:[A-Z][\w']+ )(?:{'|'.join(_SECOND)})|(?:{heads})|{'|'.join(_OTHERS)})"
    ones = "|".join(rf"(?<=\b{word} )I(?!['\w])" for word in _BEFORE_ONE)
    return expression(rf"(?<![\w'&.-])(?:(?:{first})(?:[ -](?:[Nn]o\.? )?{_NUMBER}{_NO_COUNT}{_MODEL}| (?:{ones})))")
