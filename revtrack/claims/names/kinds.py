"""What a name is of: a person, an organisation, a place or another thing.

Its own words decide first ("Ministry of ...", "... University", "... River"), then the tables of places and of given
names, then the words around it in the article: a title, a surname used alone, "in" before it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from revtrack import lexicon
from revtrack.model import NameType
from revtrack.text.expressions import expression

_COMPASS = frozenset(("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New", "Upper"))
_CAMEL_NAMES = ("Mc", "Mac", "De", "La")
_LONGEST_PERSON = 5
_OF_PEOPLE = ("an", "ish", "ese", "er", "ite", "ian", "ic")
_SHORT_PEOPLES = (
    "Briton",
    "Czech",
    "Dane",
    "Dutch",
    "Finn",
    "French",
    "Greek",
    "Iraqi",
    "Israeli",
    "Pole",
    "Scot",
    "Swede",
)
# A model of a machine: "F-16", "P-51", "MP500T".
_MODEL = expression(r"[A-Z]{1,4}-?\d{1,4}[A-Z]?")
# What clubs and companies have before or behind their name: "FC Halden", "Marlow SA".
_CLUBS = frozenset(("AFC", "BC", "CF", "FC", "HC", "RC", "RFC", "SC"))
_FIRMS = frozenset(("AB", "AG", "ASA", "BV", "Bhd", "GmbH", "KG", "NV", "Oy", "Oyj", "Plc", "Pty", "SA", "SE", "SpA"))
_CLUBS_BEFORE = frozenset(("AC", "AFC", "AS", "FC", "RC", "SC", "SV", "VfB", "VfL"))
# How many words and names are remembered: two versions of an article have much the same.
REMEMBERED = 4096
_TYPES: dict[str, NameType] = {"organization": "organization", "place": "place", "other": "other"}
_HEADS: tuple[tuple[str, NameType], ...] = (
    ("organisation_words", "organization"),
    ("place_words", "place"),
    ("work_words", "other"),
)


@lru_cache(REMEMBERED)
def by_words(words: tuple[str, ...]) -> NameType | None:
    """What the words of a name alone tell, or None."""
    name = " ".join(words)
    if any(word[0].isdigit() for word in words[1:]) or _MODEL.fullmatch(words[0]):  # "Boeing 737 Max", "F-16 Falcon"
        return "other"
    table = known_names()
    known = table.get(name) or (table.get(f"The {name}") if len(words) > 1 else None)
    if name in lexicon.words("places") or known:
        return "place" if known is None else _TYPES[known]
    if len(words) > 1 and words[-1] in lexicon.mapping("weekdays") and name in lexicon.words("day_names"):
        return "other"
    if len(words) == len(("Roe", "the", "Great")) and words[1] == "the":
        return "person"
    bare = [word.strip(".,'") for word in words]
    if _may_be_person(words):
        return None
    head = _by_head(bare)
    if head:
        return head
    if is_team(words) or (len(words) > 1 and _is_club(words)):
        return "organization"
    if not lexicon.words("organisation_words").isdisjoint(bare):
        return "organization"
    first = bare[:1] if len(bare) == 1 or not is_first_name(bare[0]) else []
    if not lexicon.words("place_words").isdisjoint((*first, *(set(bare[1:]) - _COMPASS))):
        return "place" if len(words) > 1 or words[0] not in _COMPASS else None
    if 1 < len(words) < 4 and bare[0] in lexicon.words("place_openers"):
        return "place"
    if len(words) == 1 and is_acronym(name):
        return "organization"
    if len(words) == 1 and "&" in name and name.endswith("R") and name.isupper():  # "B&OR", a line of two towns
        return "place"
    if len(words) == 1 and "-" in name and any(table.get(part) == "organization" for part in name.split("-")):
        return "organization"  # "Toshiba-EMI"
    if "of" in words or "&" in words or "for" in words:
        return "other" if "&" not in words else "organization"
    return None


def is_team(words: Sequence[str]) -> bool:
    """Whether a name is a town's and its players': "Halden Rovers"; no people of a state: "Ohio Republicans"."""
    last = words[-1]
    if len(words) < 2 or not last.endswith("s") or last in lexicon.listed("surnames") or last in _never_in_people():
        return False
    towns = (" ".join(words[:length]) for length in range(1, len(words)))
    return any(town in lexicon.listed("towns") or town in lexicon.words("places") for town in towns)


def _is_club(words: Sequence[str]) -> bool:
    """Whether letters make a club or a company: "Orrin A.F.C.", "FC Halden", "Marlow SA"."""
    last = words[-1]
    dotted = last.count(".") > 1 and last.endswith(".") and last.replace(".", "").isupper()
    return dotted or last in _CLUBS or last in _FIRMS or words[0] in _CLUBS_BEFORE


def _by_head(words: Sequence[str]) -> NameType | None:
    """What a name of several words is of by its noun: the last one, or the one before "of"."""
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    if len(words) == 1 or head in _COMPASS:
        return None
    return next((kind for table, kind in _HEADS if head in lexicon.words(table)), None)


def _may_be_person(words: Sequence[str]) -> bool:
    """Whether a word of a place at the end may be a surname: "Hugo Marsh", "Ann Lake"."""
    named = 1 < len(words) < _LONGEST_PERSON and is_given(words[0]) and words[-1] in lexicon.listed("surnames")
    return named and any(words[-1] in lexicon.words(table) for table in ("place_words", "work_words"))


def is_group_word(text: str) -> bool:
    """Whether a word makes an organisation or a place of a name."""
    return text in lexicon.words("organisation_words") or text in lexicon.words("place_words")


def is_compass(word: str) -> bool:
    """Whether a word names a part of a place: "North", "Upper"."""
    return word in _COMPASS


def is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


@lru_cache(REMEMBERED)
def can_be_person(words: tuple[str, ...]) -> bool:
    """Two to five words, none of them a word of an organisation or a place, the first no adjective of one."""
    real = [word for word in words if word not in lexicon.words("particles")]
    if not 2 <= len(real) <= _LONGEST_PERSON or by_words(words) or words[0] in _COMPASS:
        return False
    if _is_camel(words[0]) or (words[0].startswith("Mac") and words[0][3:4].isupper()):  # "MacBook Air"
        return False
    return _never_in_people().isdisjoint(real) and all(map(_is_personal, real))


def is_of_people(word: str) -> bool:
    """Whether a word is what the people of a place, or what is theirs, is called: "Danish", "Queenslander"."""
    if not (word.endswith(_OF_PEOPLE) or word in _SHORT_PEOPLES) or is_first_name(word):
        return False
    return (known_names().get(word) or drawn_names().get(word)) == "other"


def known_names() -> lexicon.SortedTable:
    """What names are of that their words do not explain, by hand."""
    return lexicon.listed("known_names")


def drawn_names() -> lexicon.SortedTable:
    """What the known names are of that are drawn from free data."""
    return lexicon.listed("drawn_names")


@lru_cache(REMEMBERED)
def noun_kind(word: str) -> str | None:
    """What a noun is of, in the singular or the plural: "rivers" are "land"."""
    known, noun = lexicon.listed("noun_kinds"), word.lower()
    found = known.get(noun)
    if found is None and noun.endswith("s"):
        found = (
            known.get(noun[:-1]) or known.get(noun[:-2]) or (known.get(f"{noun[:-3]}y") if noun[-3:] == "ies" else None)
        )
    return found


def is_likely_given(word: str) -> bool:
    """Whether a word that is not a common given name may be one: not a place, a verb or a company."""
    return not (word in lexicon.words("places") or word.endswith(("ed", "ing")) or _is_camel(word))


def _is_personal(word: str) -> bool:
    """No digit, and no acronym; initials have full stops."""
    return not any(map(str.isdigit, word)) and not (word.isupper() and "." not in word)


def _is_camel(word: str) -> bool:
    """A capital inside a word, as companies have: "DoubleLine", not "McKay" or "DeShawn"."""
    if word[1:].islower() or word.startswith(_CAMEL_NAMES):
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(word))


def is_given(word: str) -> bool:
    """Whether a word is a common given name, "Anne-Marie" and initials included."""
    head = word.split("-")[0]
    return head in lexicon.mapping("given_names") or (word.endswith(".") and len(word.strip(".")) <= 2)


def is_first_name(word: str) -> bool:
    """Whether a word is a first name, common or rare, no initial."""
    return word in lexicon.mapping("given_names") or word in lexicon.listed("first_names")


def is_initial(word: str) -> bool:
    """One letter with a full stop, as people have between their names."""
    return len(word) == len("A.") and word[0].isupper() and word[1] == "."


def is_place_around(before: str) -> bool:
    """Whether the word before a name makes it a place: "in", "near"."""
    return before.lower() in _place_leads()


def gender(words: Collection[str]) -> str:
    """Of men (m), of women (f), or either (b), by the first given name."""
    first = next(iter(words), "")
    return lexicon.mapping("given_names").get(first, "b")


@cache
def _place_leads() -> frozenset[str]:
    return lexicon.words("place_leads")


@cache
def _never_in_people() -> frozenset[str]:
    return lexicon.words("not_people")
