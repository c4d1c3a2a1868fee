"""Numbers that are part of a name: "Boeing 737", "Article 5", "F-16", "10 Downing Street", "the Big Five".

The table `numbered_things` holds the words before such a number, `after_first` those behind such an ordinal. A number
word with a capital letter inside a sentence is a name; headlines have capitals everywhere and are left alone.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.claims import counted
from revtrack.claims.amounts import Amount
from revtrack.model import Block

_REACH = 24
_CALL_REACH = 40
_FEWEST_CALLED = 100
_LEAD = re.compile(r"([\w.&]+)[ -]$")
_FOLLOWER = re.compile(r"[ -]([\w.]+)")
_JOINED = re.compile(r"[\w.-]+-$")
# Words that join two numbers, not a name and its number: "5-foot-10", "8-to-16", "one-in-five".
_JOINTS = ("and", "by", "foot", "ft", "in", "of", "or", "out", "percent", "plus", "to")
_STREETS = (
    "Avenue",
    "Ave",
    "Boulevard",
    "Blvd",
    "Close",
    "Court",
    "Crescent",
    "Drive",
    "Gardens",
    "Lane",
    "Mews",
    "Parkway",
    "Place",
    "Road",
    "Rd",
    "Square",
    "Street",
    "St",
    "Terrace",
    "Way",
)
_ADDRESS = re.compile(
    rf" (?:(?:[NESW]\.?|North|South|East|West) )?(?:[A-Z][\w']+ ){{1,3}}(?:{'|'.join(_STREETS)})\b(?! [a-z]+s\b)"
)
_BOOKS = re.compile(r" (?:Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter|John|Maccabees)(?= [0-9])")
_EMERGENCY = re.compile(r"(?:911|999|112)(?= (?:calls?|operators?|dispatch\w*|emergency|recording)\b)")
_CALLED = re.compile(
    r"\b(?:call|phon|ring|dial|text|helpline|hotline|tel)(?:e|s|ed|ing|led)?\b[^.;:]{0,24}$", re.IGNORECASE
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\u2014\u2013\"'(\n]|--|- )[\"'(\s]*$")
_HEADLINES = ("headline", "heading")


def holds_digits(plain: str, amount: Amount, block: Block) -> bool:
    """Whether what stands beside the digits makes a name, a model or an address of them."""
    if _has_name_in_front(plain, amount, block) or _is_joined(plain, amount, block):
        return True
    if plain.endswith("for every ", 0, amount.start) or plain.endswith("for each ", 0, amount.start):
        return True
    if _ADDRESS.match(plain, amount.end, block.end) or _BOOKS.match(plain, amount.end, block.end):
        return True
    if _EMERGENCY.match(plain, amount.start, block.end):
        return True
    return _is_called(plain, amount, block)


def _is_called(plain: str, amount: Amount, block: Block) -> bool:
    """Whether a bare number of three digits or more is one to ring: "call 911", "phone the Samaritans (116 123)"."""
    if amount.value < _FEWEST_CALLED or "," in plain[amount.start : amount.end]:
        return False
    called = _CALLED.search(plain, max(block.start, amount.start - _CALL_REACH), amount.start)
    return called is not None and counted.plural(plain, amount.end, block) is None


def holds_word(plain: str, amount: Amount, block: Block) -> bool:
    """Whether a number word or a share belongs to a name: "World War Two", "the Big Five", "top-two"."""
    if _is_joined(plain, amount, block):
        return True
    capital = plain[amount.start].isupper()
    following = _FOLLOWER.match(plain, amount.end, block.end)
    if following and following[1][0].isupper() and following[1] in lexicon.words("after_first"):
        return True
    if _has_name_in_front(plain, amount, block, capital=capital):
        return True
    return capital and block.role not in _HEADLINES and not _starts_sentence(plain, amount, block)


def holds_ordinal(plain: str, amount: Amount, block: Block) -> bool:
    """Whether an ordinal belongs to a name or a term: "first lady", "Fifth Avenue", "21st century"."""
    following = _FOLLOWER.match(plain, amount.end, block.end)
    if _is_joined(plain, amount, block):
        return True
    if not following:
        return False
    after = following[1]
    bare = after.rstrip(".")
    if {after, bare} & lexicon.words("after_first") or bare.lower() in ("century", "centuries"):
        return True
    if not after[0].isupper() or following[0][0] == "-" or block.role in _HEADLINES:
        return False
    return plain[amount.start].isupper() and not _starts_sentence(plain, amount, block)


def _has_name_in_front(plain: str, amount: Amount, block: Block, *, capital: bool = True) -> bool:
    """Whether a word of `numbered_things` stands in front; one with a capital names no word without one."""
    lead = _LEAD.search(plain, max(block.start, amount.start - _REACH), amount.start)
    if not lead or lead[1] not in lexicon.words("numbered_things"):
        return False
    return capital or lead[1].islower() or lead[1] == "Number"


def _is_joined(plain: str, amount: Amount, block: Block) -> bool:
    """Whether a hyphen joins the number to a name: "F-16", "Covid-19", "top-10", "CVE-2021-44228"."""
    if plain[amount.start - 1 : amount.start] != "-":
        return False
    joined = _JOINED.search(plain, max(block.start, amount.start - _REACH), amount.start)
    parts = joined[0].rstrip("-").split("-") if joined else []
    if not parts or parts[-1].lower() in _JOINTS:
        return False
    return parts[-1][:1].isalpha() or (parts[-1].isdigit() and parts[0][:1].isalpha())


def _starts_sentence(plain: str, amount: Amount, block: Block) -> bool:
    return _SENTENCE_START.search(plain[max(block.start, amount.start - 6) : amount.start]) is not None
