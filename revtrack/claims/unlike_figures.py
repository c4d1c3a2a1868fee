"""Numbers that are no figures: "Boeing 737", "first lady", "No. 1", "at one point", a year, a list or phone number.

What only looks like a number is judged by what stands right beside it: names and models by `named_numbers`, places in
lists, telephones and accounts by `labels`; here are the words that are pronouns and adverbs more often than numbers.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.claims import counted, labels, named_numbers
from revtrack.claims.amounts import Amount
from revtrack.model import Block, Bound

_REACH = 24
_AT_ONE_POINT = re.compile(r"at one point$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|until|till|from|during|by|early|late|mid|the|his|her|its|their)|'s?)[ -]$", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|every|each|another|no|any)|'s?) (?P<adverb>\w+ )?$",
    re.IGNORECASE,
)
# "Came second," is a place; "second," by itself orders the writer's points.
_PLACED = re.compile(
    r"\b(?:came|comes?|coming|finish\w*|placed?|rank\w*|was|is|were|are|ran|runs|running|in|a close|a distant|dead"
    r"|(?:first|second) (?:and|or)) (?:in )?$",
    re.IGNORECASE,
)
_ZERO = re.compile(r"zero[ -](?:in|hours?|tolerance|sum|carbon|emissions?|waste|gravity|day)\b", re.IGNORECASE)
_NO_ZERO_LEADS = re.compile(r"\b(?:ground|net|patient|absolute|sub|year|square)[ -]$", re.IGNORECASE)
_COUNTED_ONE = re.compile(r" ([a-z]+)(?: ([a-z]+))?\b")
_NO_ONE = re.compile(r"\b(?:no|any|every|some|the|this|that|another|which|each|as|for|by) $", re.IGNORECASE)
_FURTHER = ("-", "\u2013", " and ", " or ", " to ", ", ")
_MARKS = (",", ".", ";", ":", "", "\n")


def holds(plain: str, amount: Amount, block: Block) -> bool:
    """Whether the number is part of something that counts nothing."""
    if amount.unit:
        return _is_multiplied(plain, amount, block) or (
            _AT_ONE_POINT.match(plain, max(block.start, amount.start - 3), amount.end) is not None
        )
    if amount.ordinal:
        return named_numbers.holds_ordinal(plain, amount, block) or _is_adverb(plain, amount)
    if amount.word or amount.share:
        return named_numbers.holds_word(plain, amount, block) or _is_empty(plain, amount, block)
    return (
        named_numbers.holds_digits(plain, amount, block)
        or _is_year(plain, amount, block)
        or labels.hold(plain, amount.start, amount.end, block)
    )


def goes_on(plain: str, end: int, amount: Amount, block: Block) -> bool:
    """Whether digits go on with those of a name that ends at `end`: "Boeing 737-800", "pages 12 and 14"."""
    if end < 0 or amount.unit or amount.word or plain[end : amount.start] not in _FURTHER:
        return False
    return plain[end] == "-" or counted.plural(plain, amount.end, block) is None


def is_pronoun(plain: str, amount: Amount, block: Block, bound: Bound) -> bool:
    """Bare "one" stands for somebody more often than for a number, unless it counts the harmed or has a limit."""
    if not amount.word or plain[amount.start : amount.end].lower() != "one":
        return False
    following = _COUNTED_ONE.match(plain, amount.end, block.end)
    if not following or _NO_ONE.search(plain, max(block.start, amount.start - _REACH), amount.start):
        return True
    if bound in ("at_least", "more_than", "at_most") and following[1] not in lexicon.words("noun_stops"):
        return False
    return not lexicon.words("counted_ones") & set(following.groups())


def _is_multiplied(plain: str, amount: Amount, block: Block) -> bool:
    """Whether letters run into the digits: "4x100m"."""
    before = plain[amount.start - 1 : amount.start] if amount.start > block.start else ""
    return before.isalpha() and plain[amount.start].isdigit()


def _is_year(plain: str, amount: Amount, block: Block) -> bool:
    """Whether four digits that no date took are still a year: "the 2008 crisis"."""
    if not _YEAR.fullmatch(plain, amount.start, amount.end):
        return False
    if _YEAR_LEAD.search(plain, max(block.start, amount.start - 8), amount.start):
        return True
    return counted.plural(plain, amount.end, block) is None


def _is_adverb(plain: str, amount: Amount) -> bool:
    """Whether an ordinal orders the writer's points or an action: "First, ...", "was first reported", "at first"."""
    text = plain[amount.start : amount.end].lower()
    if text not in ("first", "second", "third"):
        return False
    lead = plain[max(0, amount.start - _REACH) : amount.start]
    if plain[amount.end : amount.end + 1] in _MARKS:
        return not _PLACED.search(lead)
    if text != "first":
        return False
    determined = _DETERMINER.search(lead)
    following = _COUNTED_ONE.match(plain, amount.end)
    if lead.lower().endswith(("at ", " to ")) or not following or (determined and not determined["adverb"]):
        return lead.lower().endswith("at ") or (following is not None and lead.endswith(" to "))
    return following[1].endswith("ed") or (not determined and following[1] in lexicon.words("noun_stops"))


def _is_empty(plain: str, amount: Amount, block: Block) -> bool:
    """Whether "zero" is part of a term: "zero-hours contract", "ground zero"."""
    if _ZERO.match(plain, amount.start, block.end):
        return True
    lead = _NO_ZERO_LEADS.search(plain, max(block.start, amount.start - _REACH), amount.start)
    return amount.value == 0 and lead is not None
