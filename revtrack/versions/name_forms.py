"""When two names are one: a part of the other, its initials, a nickname, an adjective of the country, a former name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import takewhile

from revtrack import lexicon
from revtrack.text import inflection
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.text.remembered import remembered
from revtrack.text.spelling_varieties import usual

# Two words are one name in two spellings from this share of letters in common (difflib's ratio); chosen on the
# development set.
MISSPELT = 0.65
# A longer part is no name that anybody wrote; comparing it letter by letter takes its length squared.
LONGEST_PART = 60
# Two words that share a stem of this many letters differ in their endings, which is not a slip of the pen.
LONG_STEM = 6
_COMPASS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower"))
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
# Letters with stops: "U.S.", "J.K."
_INITIALS = expression(r"\b(?:[^\W\d_]\.){2,}")
_WORD_BEFORE = expression(r"[\w'.-]+ ")
# How far before a name its titles are looked for, in code points.
TITLE_REACH = 60
_SCHEME = expression(r"^(?:https?://)?(?:www\.)?|/+$")


@remembered
def same_name(old: str, new: str) -> bool:
    """Whether two names are one: equal, a part of the other, its initials, or known for the same."""
    a, b = _parts(old), _parts(new)
    if not a or not b or set(a) <= set(b) or set(b) <= set(a):
        return True
    if _initials(old) == "".join(b) or _initials(new) == "".join(a):
        return True
    if same_known(old, new) or _run_together(a) == _run_together(b) or same_in_full(a, b):
        return True
    if a[-1] == b[-1] and a[-1] in _GENERATIONS:
        a, b = a[:-1], b[:-1]
    if a[-1] != b[-1] or len(a) < 2 or len(b) < 2:
        return False
    return _is_short(a[0], b[0]) if _numbers(a[-1]) else _is_nickname(a[0], b[0])


def titled_start(text: str, start: int) -> int:
    """Where the titles before a name begin: "Secretary of State Ann Roe" with "Ann Roe" at `start`."""
    titles, offices = lexicon.mapping("titles"), lexicon.words("departments")
    found = start
    for match in reversed(list(_WORD_BEFORE.finditer(text, max(0, start - TITLE_REACH), start))):
        word = match[0].rstrip(" ").rstrip(".")
        if word in titles:
            found = match.start()
        elif not (word in ("of", "and", "the") or word in offices) or match.end() < found - TITLE_REACH:
            break
    return found


def same_known(old: str, new: str) -> bool:
    """Whether two names are of one country, city, party or firm: "U.S." and "American", "Kiev" and "Kyiv"."""
    known = _known()
    return not known.get(_key(old), frozenset()).isdisjoint(known.get(_key(new), frozenset()))


def same_in_full(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether words in lower case are the same, some of them short on one side: "dept" and "department"."""
    if len(old) != len(new):
        return False
    return all(a == b or not _house_style(a).isdisjoint(_house_style(b)) for a, b in zip(old, new, strict=True))


def same_contact(old: str, new: str) -> bool:
    """Whether two contact details reach the same: the digits of a telephone, an address in any case."""
    a, b = (re.sub(r"\D", "", text) if text[-1:].isdigit() and "@" not in text else "" for text in (old, new))
    if a and b:
        return a == b
    return _SCHEME.sub("", old.lower()) == _SCHEME.sub("", new.lower())


def misspelt(old: str, new: str) -> bool:
    """Whether two names are one name in two spellings: the parts that differ differ by a few letters.

    What is known to be another name is none: Iran is not Iraq, John not Joan, Proposition 8 not 6.
    """
    if _is_known_place(old) and _is_known_place(new):
        return same_known(old, new)
    differing = [(x, y) for x, y in zip(reversed(_parts(old)), reversed(_parts(new)), strict=False) if x != y]
    return bool(differing) and all(_one_word(x, y) for x, y in differing)


def is_numbered(name: str) -> bool:
    """Whether a name has a number: "Proposition 8", "M25", "World War II"."""
    return any(_numbers(part) for part in _parts(name)) or name.split()[-1:] == ["I"]


def same_spelling(old: str, new: str) -> bool:
    """Whether two names are one in two varieties of English: "Labour", "Labor"; "Defence Centre", "Defense Center"."""
    return [usual(word) for word in old.lower().split()] == [usual(word) for word in new.lower().split()]


def same_word(old: str, new: str) -> bool:
    """Whether two names are forms of one word with a capital, and no names: "Figs" and "Fig", "Demolish" for a noun."""
    a, b = old.lower().strip("."), new.lower().strip(".")
    if not (a.isalpha() and b.isalpha()) or not set(inflection.bases(a)).isdisjoint(inflection.bases(b)):
        return a.isalpha() and b.isalpha()
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return shared >= LONG_STEM and min(len(a), len(b)) - shared > 1 and a[-1] != b[-1]


def _one_word(old: str, new: str) -> bool:
    """Alike enough to be one word in two spellings: "Hardy" and "Hrdy", "Dylis" and "Dilys"."""
    if _numbers(old) or _numbers(new) or {old, new} <= _COMPASS or _other_sex(old, new):
        return False
    if max(len(old), len(new)) > LONGEST_PART:
        return old[:LONGEST_PART] == new[:LONGEST_PART]
    return sorted(old) == sorted(new) or SequenceMatcher(None, old, new, False).ratio() >= MISSPELT


def _numbers(part: str) -> bool:
    return any(sign.isdigit() for sign in part) or (len(part) < 5 and not part.strip("ivx") and part != "i")


def _other_sex(old: str, new: str) -> bool:
    given = lexicon.mapping("given_names")
    sexes = given.get(old.capitalize()), given.get(new.capitalize())
    return set(sexes) == {"m", "f"}


def _is_known_place(name: str) -> bool:
    words = " ".join(name.removesuffix("'s").split())
    return words in lexicon.words("places") or _key(name) in _known()


def _is_nickname(old: str, new: str) -> bool:
    known = _nicknames()
    return not known.get(old, frozenset()).isdisjoint(known.get(new, frozenset()))


def _run_together(parts: list[str]) -> str:
    """The parts without spaces and stops: "I. J. Lind" and "I.J. Lind"."""
    return "".join(parts).replace(".", "")


def _is_short(old: str, new: str) -> bool:
    """Whether the word before a number is short for the other: "Sec." of "Section", "Hwy" of "Highway"."""
    short, long = sorted((old, new), key=len)
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)


@cache
def _known() -> dict[str, frozenset[int]]:
    return _groups("same_names")


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    return _groups("nicknames")


def _house_style(word: str) -> frozenset[int]:
    return _styled().get(word.strip("."), frozenset())


@cache
def _styled() -> dict[str, frozenset[int]]:
    return _groups("house_style")


def _groups(table: str) -> dict[str, frozenset[int]]:
    """The rows of a table that each of its words stands in."""
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(lexicon.table(table)):
        for key in map(_key, row):
            found[key] = found.get(key, frozenset()) | {number}
    return found


def _key(name: str) -> str:
    return fold(name).lower().replace(".", "").removesuffix("'s").removeprefix("the ")


def _parts(name: str) -> list[str]:
    bare = _INITIALS.sub(lambda found: found[0].replace(".", ""), fold(name))  # "U.S." is "US"
    words = (word.strip(".,'") for word in bare.lower().replace("'s", "").replace("-", " ").split())
    return [word for word in words if word and word not in ("the", "of", "and")]


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word[0].isupper()).lower()
