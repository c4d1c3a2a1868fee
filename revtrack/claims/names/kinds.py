"""What a name is of: a person, an organisation, a place or another thing.

Its own words decide first ("Ministry of ...", "... University", "... River"), then the tables of places and of given
names, then the words around it in the article: a title, a surname used alone, "in" before it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from revtrack import lexicon
from revtrack.model import NameType

_COMPASS = frozenset(("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New", "Upper"))
_CAMEL_NAMES = ("Mc", "Mac", "De", "La")
_LONGEST_PERSON = 5


def by_words(words: Sequence[str]) -> NameType | None:
    """What the words of a name alone tell, or None."""
    name = " ".join(words)
    if any(word[0].isdigit() for word in words[1:]):  # "Proposition 8", "Boeing 737 Max"
        return "other"
    if name in lexicon.words("places"):
        return "place"
    bare = [word.strip(".,'") for word in words]
    if any(word in lexicon.words("organisation_words") for word in bare):
        return "organization"
    if any(word in lexicon.words("place_words") for word in (bare[0], *(set(bare[1:]) - _COMPASS))):
        return "place" if len(words) > 1 or words[0] not in _COMPASS else None
    if 1 < len(words) < 4 and bare[0] in lexicon.words("place_openers"):
        return "place"
    if len(words) == 1 and is_acronym(name):
        return "organization"
    if "of" in words or "&" in words or "for" in words:
        return "other" if "&" not in words else "organization"
    return None


def is_group_word(text: str) -> bool:
    """Whether a word makes an organisation or a place of a name."""
    return text in lexicon.words("organisation_words") or text in lexicon.words("place_words")


def is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


def can_be_person(words: Sequence[str]) -> bool:
    """Two to five words, none of them a word of an organisation or a place, the first no adjective of one."""
    real = [word for word in words if word not in lexicon.words("particles")]
    if not 2 <= len(real) <= _LONGEST_PERSON or by_words(words) or words[0] in _COMPASS:
        return False
    return not any(word in _never_in_people() or not _is_personal(word) for word in real)


def is_likely_given(word: str) -> bool:
    """Whether a word that is not a common given name may be one: not a place, a verb or a company."""
    return not (word in lexicon.words("places") or word.endswith(("ed", "ing")) or _is_camel(word))


def _is_personal(word: str) -> bool:
    """No digit, and no acronym; initials have full stops."""
    return not any(map(str.isdigit, word)) and not (word.isupper() and "." not in word)


def _is_camel(word: str) -> bool:
    """A capital inside a word, as companies have: "DoubleLine", not "McKay" or "DeShawn"."""
    return any(a.islower() and b.isupper() for a, b in pairwise(word)) and not word.startswith(_CAMEL_NAMES)


def is_given(word: str) -> bool:
    """Whether a word is a common given name, "Anne-Marie" and initials included."""
    head = word.split("-")[0]
    return head in lexicon.mapping("given_names") or (word.endswith(".") and len(word.strip(".")) <= 2)


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
