"""The noun phrase that speaks: "Jane Roe, a spokeswoman for the bank,", "he", "two officials briefed on it"."""

from __future__ import annotations

import re

from revtrack.model import Span

# A subject is seldom longer; a longer stretch before a verb is a clause of its own.
MOST_WORDS, MOST_APPOSED = 14, 22
_BOUNDARY = re.compile(
    r"""
    [,;:()\[\]\"\u201c\u201d\u2018\u2014\u2013|] | (?<=\s)-+\s | ''
  | \b(?: [Tt]hat|[Bb]ut|[Ww]hile|[Ww]hen|[Bb]ecause|[Aa]s|[Ii]f|[Aa]lthough|[Tt]hough|[Aa]fter|[Bb]efore|[Ss]ince
        | [Ww]hich|[Ww]ho|[Ww]here|[Ww]hat|[Hh]ow|[Ww]hy|[Ww]hether|than|so )\b
    """,
    re.VERBOSE,
)
_MARK = re.compile(r"[;:()\"\u201c\u201d]")
_LONGEST_APPOSITION = 160
_AND = re.compile(r"(?:[Aa]nd|[Oo]r|[Yy]et)\s+")
_STOP = re.compile(
    r"""
    [,;:\"\u201c\u201d()\u2014\u2013] | '' | \s-+\s | [.?!]$ | (?<=[a-z]\w)\.(?=\s+[A-Z\"])
  | \b(?: on|in\ an?|during|after|before|at\ a|when|while|as|by|about|last|who|that|adding|referring|citing|to
        | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )\b
    """,
    re.VERBOSE,
)
_WORDS = re.compile(r"[\w'.&-]+")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = re.compile(
    rf"""
    (?:On|In|At|By|Since|During)\s[\w ]{{0,20}}?(?:day|week|month|year|night|morning|\d{{4}}|statement|interview)\s
  | (?:Later|Earlier|Meanwhile|Yesterday|Today|Then|Still|Instead|Also|{_WEEKDAY})\s
    """,
    re.VERBOSE,
)
_APPOSED = re.compile(r"^\s*(?:an?|the|who|whose|which|one of|of|[A-Z]|R-|D-|\d\d|[a-z]+\b)")
_VERB = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|can|could|did|does|do|said|says)\b")


def before(plain: str, start: int, verb: int) -> Span | None:
    """The subject that ends at `verb`, not before `start` of its sentence; its apposition is part of it."""
    stop = verb
    while stop > start and plain[stop - 1].isspace():
        stop -= 1
    apposed = stop > start and plain[stop - 1] == ","
    if apposed:
        comma = max(plain.rfind(",", max(start, stop - _LONGEST_APPOSITION), stop - 1), start)
        if plain[comma] != "," or _MARK.search(plain, comma, stop - 1):
            return None
        begin = _boundary(plain, start, comma)
        stop -= 1
    else:
        begin = _boundary(plain, start, stop)
    return _trimmed(plain, begin, stop, MOST_APPOSED if apposed else MOST_WORDS)


def after(plain: str, start: int, end: int) -> Span | None:
    """The subject behind an inverted verb: `said Jane Roe, a spokeswoman for the bank.`"""
    begin = start
    while begin < end and plain[begin].isspace():
        begin += 1
    stop = _stop(plain, begin, end)
    if stop < end and plain[stop] == "," and _is_apposed(plain[stop + 1 : end]) and not plain[begin:stop].islower():
        further = _stop(plain, stop + 1, end)
        if len(plain[stop:further].split()) <= MOST_APPOSED and not _VERB.search(plain, stop, further):
            stop = further
    return _trimmed(plain, begin, stop, MOST_APPOSED)


def _is_apposed(behind: str) -> bool:
    words = behind.split(None, 1)
    return bool(words) and not words[0].endswith("ing") and _APPOSED.match(behind) is not None


def _boundary(plain: str, start: int, stop: int) -> int:
    """Where the clause that ends at `stop` begins."""
    begin = start
    for match in _BOUNDARY.finditer(plain, max(start, stop - 240), stop):
        if match.end() < stop:
            begin = match.end()
    return begin


def _stop(plain: str, begin: int, end: int) -> int:
    match = _STOP.search(plain, begin, end)
    return match.start() if match else end


def _trimmed(plain: str, begin: int, stop: int, most: int) -> Span | None:
    while begin < stop and plain[begin].isspace():
        begin += 1
    lead = _AND.match(plain, begin, stop)
    begin = lead.end() if lead else begin
    day = _DAY.match(plain, begin, stop)
    begin = day.end() if day else begin
    while stop > begin and plain[stop - 1] in " \n\r\t,":
        stop -= 1
    words = _WORDS.findall(plain[begin:stop])
    if not words or len(words) > most or not any(word[0].isalpha() for word in words):
        return None
    return Span(begin, stop)
