"""Shares: "two-thirds", "a third of", "half", "half a million", "a quarter of a million".

The name of a share is also an ordinal ("a third man") or a thing ("three quarters of growth", "the first half"): the
words beside it decide.
"""

from __future__ import annotations

import re
from decimal import Decimal

from revtrack import lexicon
from revtrack.text.expressions import expression
from revtrack.text.numerals.numeral import Numeral, share, words

_PARTS = expression(r"(?P<count>[A-Za-z]+)(?P<joint>[ -])(?P<part>[A-Za-z]+)(?![\w'])")
_ONE = ("a", "an", "one")
_OF_SCALE = expression(r"(?:(?: of)? an? |-an?-|[ -])(?P<scale>[A-Za-z]+)(?!\w)")
_MARK = expression(r"[,.;:)!?\"'\n]|$")
_NEXT = expression(r" ([A-Za-z']+)")
# "A third," with nothing before it may be a third person; "by a third," is a share.
_MEASURED = expression(
    r"\b(?:about|almost|around|at|by|down|for|just|least|less|nearly|only|over|roughly|some|than|to|under|up|was) $",
    re.IGNORECASE,
)
_LEAD = expression(r"([\w-]+)[ -]$")
_NOT_HALF = (
    "back",
    "best",
    "better",
    "bottom",
    "each",
    "either",
    "first",
    "half",
    "last",
    "latter",
    "lower",
    "one",
    "opening",
    "other",
    "second",
    "that",
    "the",
    "this",
    "top",
    "upper",
    "worse",
    "worst",
)
_NOT_QUARTERS = ("consecutive", "few", "final", "first", "last", "next", "past", "previous", "recent", "straight")
_NOT_BEHIND_HALF = ("past", "way", "up", "down", "over", "back", "on", "off")
_REACH = 16


def parts(plain: str, start: int, stop: int) -> Numeral | None:
    """A number of parts at `start`: "two-thirds", "one fourth", "a third"; with the scale it is a part of."""
    found = _parts(plain, start, stop)
    if not found:
        return None
    match, count, whole = found
    share_of_one = Numeral(start, match.end(), share(count, whole), "fraction")
    scaled = _of_scale(plain, share_of_one, Decimal(count) / whole, stop)
    if scaled and match["count"].lower() != "one" and count == 1 and not plain.startswith(" of", match.end()):
        return scaled._replace(start=match.start("part"))
    return scaled or (share_of_one if _is_share(plain, match, count, stop) else None)


def beside_whole(plain: str, start: int, stop: int) -> Numeral | None:
    """The parts at `start` that go with a whole number before them: "(two and) a half", "(forty-two and) a third"."""
    found = _parts(plain, start, stop)
    if not found:
        return None
    match, count, whole = found
    plainly = match["part"].lower() in ("half", "halves", "quarter", "quarters")
    if not plainly and plain.startswith(" of", match.end()):
        return None
    if not plainly and not _is_share(plain, match, count, stop, measured=True):
        return None
    return Numeral(start, match.end(), share(count, whole), "fraction")


def _parts(plain: str, start: int, stop: int) -> tuple[re.Match[str], int, int] | None:
    match = _PARTS.match(plain, start, stop)
    count = _count(match["count"].lower()) if match else 0
    if not match or not count:
        return None
    whole = _whole(match["part"].lower(), plural=count > 1)
    return (match, count, whole) if count < whole else None


def half(plain: str, start: int, stop: int) -> Numeral | None:
    """A half by itself, or the part of a scale: "half", "half a million", "quarter million"."""
    word = plain[start : start + 4].lower()
    whole = 2 if word == "half" else 4
    end = start + (4 if whole == 2 else 7)
    found = Numeral(start, end, share(1, whole), "fraction")
    scaled = _of_scale(plain, found, Decimal(1) / whole, stop)
    if scaled or whole == 4:
        return scaled
    lead = _LEAD.search(plain, max(0, start - _REACH), start)
    before, following = lead[1].lower() if lead else "", _NEXT.match(plain, end, stop)
    if before == "the" and following and following[1] == "of":
        return found
    if before in _NOT_HALF or (following and following[1].lower() in _NOT_BEHIND_HALF):
        return None
    return found if _MARK.match(plain, end, stop) or (following and _is_shared(following[1].lower())) else None


def _count(word: str) -> int:
    if word in _ONE:
        return 1
    found = words().get(word)
    return found.value if found and found.kind in ("unit", "ten") else 0


def _whole(word: str, *, plural: bool) -> int:
    """How many parts make the whole: three for "third" or "thirds"; 0 for what names no part."""
    found = words().get(word)
    if not found or found.kind not in ("part", "ordinal") or found.value < 2 or word == "second":
        return 0
    return found.value if plural == word.endswith(("s", "halves")) else 0


def _of_scale(plain: str, found: Numeral, exact: Decimal, stop: int) -> Numeral | None:
    match = _OF_SCALE.match(plain, found.end, stop)
    scale = words().get(match["scale"].lower()) if match else None
    if not match or not scale or scale.kind != "scale":
        return None
    value = share(exact * scale.value, 1)
    return Numeral(found.start, match.end(), value, "words", Decimal(scale.value))


def _is_share(plain: str, match: re.Match[str], count: int, stop: int, *, measured: bool = False) -> bool:
    """Whether parts are a share by the words beside them, not an ordinal or the quarters of a year."""
    if count > 1:
        lead = _LEAD.search(plain, max(0, match.start() - _REACH), match.start())
        return not (match["part"].lower() == "quarters" and lead and lead[1].lower() in _NOT_QUARTERS)
    if match["joint"] == "-":
        return match["count"].lower() == "one"
    following = _NEXT.match(plain, match.end(), stop)
    if following:
        return _is_shared(following[1].lower())
    measured = measured or match["count"].lower() == "one" or match["part"].lower() == "half"
    if not _MARK.match(plain, match.end(), stop):
        return measured and plain[match.end()] != "-"
    return measured or _MEASURED.search(plain, max(0, match.start() - _REACH), match.start()) is not None


def _is_shared(following: str) -> bool:
    """Whether a word behind a share is none that an ordinal or an adjective would go with: "a third of", "half say"."""
    if following in lexicon.words("noun_stops") or following in lexicon.words("plural_nouns"):
        return True
    return following.endswith("s") and not following.endswith("ss")
