"""What speaks for a person, an organisation, a place or another thing: clues in a name and in the words around it.

A clue is a short word as the table `name_clues` has it: `whole:town`, `last:river`, `before:in`, `is a:company`. Words
of a name that are no common words are no clues, but in the gazetteers: no rare name gets into the table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from revtrack import lexicon
from revtrack.claims.names import kinds
from revtrack.claims.names.name_pieces import NamePiece
from revtrack.text.expressions import expression

# How far before and behind a name words are read, in code points; and how far behind it "He" or "It" is looked for.
REACH, TO_PRONOUN, TO_NOUN = 40, 220, 90
# The two tokens that follow, words or marks or the ends of lines; and the two before, of what is read from its end.
_TOKEN, _TURNED = r"\w[\w'-]*|[^\w\s]|\n", r"[\w'-]*\w|[^\w\s]|\n"
_AHEAD = expression(rf"[^\S\n]*({_TOKEN})?[^\S\n]*({_TOKEN})?")
_BACK = expression(rf"[^\S\n]*({_TURNED})?[^\S\n]*({_TURNED})?")
_EDGE = "-"
# "Almery, a small town in ...", "Almery is the largest port of ...": the last word before what follows.
_IS_A = expression(
    r"(?:,|,? (?:is|was|are|were|became)) (?:an?|the|one of the|its|his|her) (?:[\w'-]+ ){0,5}?([\w'-]+)"
    r"(?=[,.;]| (?:of|in|at|for|that|which|who|from|on|and|by|located|based|with|near|to|released|founded|is|was)\b)"
)
_PRONOUN = expression(r"[.;] (He|She|His|Her|It|Its|They|Their)\b")
_INITIALS = expression(r"[A-Z]\.(?:[A-Z]\.)*")
_QUOTES, _END_QUOTES = "\"'\u201c\u2018", "\"'\u201d\u2019"
_ENDINGS = (2, 3, 4)
# How many names and places of names are remembered: about ten articles of 900 words.
REMEMBERED = 1024
_OLDEST_DIGITS = 2


def of_words(words: tuple[str, ...], small: Collection[str]) -> tuple[str, ...]:
    """The clues in a name; `small` are the words that the article has with a small letter."""
    return _of_name(words, words[0].lower() in small, words[-1].lower() in small)


@lru_cache(maxsize=REMEMBERED)
def _of_name(words: tuple[str, ...], first_small: bool, last_small: bool) -> tuple[str, ...]:
    """The clues in a name, of which the next version has most."""
    return tuple(_in_name(words, first_small, last_small))


def _in_name(words: Sequence[str], first_small: bool, last_small: bool) -> Iterator[str]:
    one = len(words) == 1
    size = "one" if one else "more"
    first, last = words[0], words[-1]
    yield f"words:{min(len(words), 4)}"
    yield from _of_whole(words, size)
    if kinds.is_first_name(first):
        yield f"first name:{size}"
    if last in lexicon.listed("surnames"):
        yield f"surname:{size}"
    if not one:
        yield from _of_several(words)
    for place, word, is_small in (("first", first, first_small), ("last", last, last_small))[one:]:
        yield f"{place} form:{_form(word)}:{size}"
        kind = kinds.noun_kind(word)
        if kind:
            yield f"{place}:{word.lower()}"
            yield f"{place} kind:{kind}:{size}"
        if is_small:
            yield f"{place} small:{size}"
        for table in ("place_words", "organisation_words", "not_people"):
            if word in lexicon.words(table):
                yield f"{place} {table}:{size}"
    if last.isascii() and _form(last) == "word":
        yield from (f"ending:{last[-length:]}:{size}" for length in _ENDINGS)


def around(piece: NamePiece, plain: str, opens: bool) -> tuple[str, ...]:
    """The clues in the words around a name."""
    left = plain[max(0, piece.start - REACH) : piece.start]
    reach = TO_PRONOUN if opens or piece.title else TO_NOUN
    right = plain[piece.end : piece.end + reach]
    return _beside(left, right, opens, piece.title > 0, piece.behind_the, piece.words[-1].owns)


@lru_cache(maxsize=REMEMBERED)
def _beside(left: str, right: str, opens: bool, titled: bool, behind_the: bool, owns: bool) -> tuple[str, ...]:
    """The clues in the words on either side of a name, of which the next version has most."""
    return tuple(_in_words(left, right, opens, titled, behind_the, owns))


def _in_words(left: str, right: str, opens: bool, titled: bool, behind_the: bool, owns: bool) -> Iterator[str]:
    ahead, next_ahead = _two(_AHEAD, right)
    next_back, back = (token[::-1] for token in _two(_BACK, left[::-1]))
    lead, follow = _shown(next_back), _shown(ahead)
    article = lead in ("the", "a", "an")
    yield f"before:{lead}"
    yield f"behind:{follow}"
    yield f"second before:{_shown(back)}{' the' if article else ''}"
    yield f"second behind:{_shown(next_ahead)}{' ' + follow if follow in _QUOTES + ',(' else ''}"
    for place, word in (
        ("before", next_back),
        ("behind", ahead),
        ("second before", back),
        ("second behind", next_ahead),
    ):
        kind = kinds.noun_kind(word) if word.islower() else None
        if kind:
            yield f"{place} kind:{kind}"
            if place == "second before" and lead == "of":
                yield f"of kind:{kind}"
                yield f"{word} of"
    yield from _of_list("list before", back, next_back)
    yield from _of_list("list behind", next_ahead, ahead)
    if next_back in _QUOTES and (ahead in _END_QUOTES or ahead in ",."):
        yield "quoted"
    if ahead == "," and next_ahead.isdecimal() and len(next_ahead) <= _OLDEST_DIGITS:
        yield "age"
    if ahead == "," and next_ahead in lexicon.words("places"):
        yield "place behind"
    said = _IS_A.match(right, 0, TO_NOUN)
    if said:
        yield f"is a:{said[1]}"
        kind = kinds.noun_kind(said[1])
        if kind:
            yield f"is a kind:{kind}"
    if opens or titled:
        yield "opens" if opens else "title"
        pronoun = _PRONOUN.search(right)
        if pronoun:
            yield f"pronoun:{pronoun[1].lower()}"
    if behind_the:
        yield "the"
    if lead == "of" and back == ",":
        yield "comma of"
    if owns:
        yield "owns"


def _of_whole(words: Sequence[str], size: str) -> Iterator[str]:
    name = " ".join(words)
    if name in lexicon.listed("towns"):
        yield f"town:{size}"
    if name in lexicon.words("places"):
        yield "place"
    known = kinds.drawn_names().get(name)
    if known:
        yield f"known:{known}:{size}"


def _of_several(words: Sequence[str]) -> Iterator[str]:
    """The clues that only names of several words have."""
    for place, word in (("first", words[0]), ("last", words[-1])):
        if word in lexicon.listed("towns"):
            yield f"{place} town"
        if word in lexicon.words("places"):
            yield f"{place} place"
        known = kinds.drawn_names().get(word)
        if known:
            yield f"{place} known:{known}"
    if words[-1] in lexicon.listed("first_names"):
        yield "last first name"
    if _INITIALS.fullmatch(words[0]):
        yield "initials"
    for word in words[1:-1]:
        if _INITIALS.fullmatch(word):
            yield "initials inside"
        for table in ("place_words", "organisation_words", "not_people"):
            if word in lexicon.words(table):
                yield f"inside {table}"
        if word in ("of", "for", "on"):
            yield "joined by of"
        elif word in ("and", "&"):
            yield "joined by and"


def _two(tokens: re.Pattern[str], words: str) -> tuple[str, ...]:
    match = tokens.match(words, 0, REACH)
    return match.groups(_EDGE) if match else (_EDGE, _EDGE)


def _of_list(place: str, other: str, between: str) -> Iterator[str]:
    """What the name beside it in a list is: "in Almery and Havant"."""
    if between not in (",", "and") or not other[0].isupper():
        return
    if other in lexicon.listed("towns") or other in lexicon.words("places"):
        yield f"{place}:town"
    if other in lexicon.listed("first_names"):
        yield f"{place}:first name"
    if other in lexicon.listed("surnames"):
        yield f"{place}:surname"
    known = kinds.drawn_names().get(other)
    if known:
        yield f"{place}:{known}"
    yield f"{place}:{_form(other)}"


def _shown(token: str) -> str:
    """A word or mark beside a name; other names are all alike."""
    return "Name" if token[0].isupper() else "line" if token == "\n" else "number" if token[0].isdecimal() else token


@lru_cache(maxsize=REMEMBERED)
def _form(word: str) -> str:
    """How a word is written."""
    if not word.isascii():
        return "accented"
    if word.istitle() and word.isalpha() and len(word) > 1:
        return "word"
    if word.isupper():
        return f"capitals {min(len(word), 6)}" if word.isalpha() else "initials"
    if any(map(str.isdigit, word)):
        return "digits"
    if word.islower():
        return "small"
    if any(a.islower() and b.isupper() for a, b in pairwise(word)):
        return "camel"
    return "hyphen" if "-" in word else "word"
