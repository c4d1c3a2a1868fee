"""Numbers that are no figures: "Boeing 737", "Article 5", "No. 1", "9/11", "24/7", a list number, a phone number."""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.claims import counted
from revtrack.claims.amounts import Amount
from revtrack.model import Block, Bound

_LEAD = re.compile(r"([\w.&]+)[ -]$|#$")
_FOLLOWER = re.compile(r"[ -]([\w.]+)")
# "F-16", "Covid-19", "top-10": a word joined in front makes a name or a rank, unless it joins two numbers.
_JOINED = re.compile(r"(?<!\w)([^\W\d_][\w.]*)-$")
_JOINTS = ("foot", "ft", "in", "of", "or", "to", "and", "by", "plus", "minus", "percent")
_ADDRESS = re.compile(
    r" (?:(?:[NESW]\.?|North|South|East|West) )?(?:[A-Z][\w']+ ){1,3}(?:Street|St\b\.?|Avenue|Ave\b\.?|Road|Rd\b\.?|Lane|Drive|Boulevard"
    r"|Blvd\b\.?|Place|Square|Way|Court|Terrace|Crescent|Gardens|Parkway|Close|Mews)(?!\w)(?! [a-z]+s\b)"
)
_EMERGENCY = re.compile(r"(?:911|999|112) (?:call|operator|dispatch|emergency|recording)")
_PHONE = re.compile(r"\(?\+?[0-9]{1,5}\)?(?:[ .-]\(?[0-9]{2,5}\)?){1,4}[ .-][0-9]{3,6}$|[0-9]{3}[.-][0-9]{4}$")
_ZIP = re.compile(r"\b[A-Z]{2} $")
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_YEAR_LEAD = re.compile(r"(?:\b(?:in|since|until|till|from|during|by|early|late|mid|the|his|her|its|their)|'s?)[ -]$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|your|this|that|every|each|another|no|any)|'s?)[ ](\w+[ ])?$", re.IGNORECASE
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\u2014\u2013\"'(\n]|--|- )[\"'(\s]*$")
_PLACED = re.compile(
    r"\b(?:came|come|comes|coming|finish\w*|placed?|rank\w*|was|is|were|are|ran|runs|running|in|a close|a distant|dead)[ ](?:in[ ])?$",
    re.IGNORECASE,
)
_ONE_OF_SOME = re.compile(r" (?:[a-z]+ )?([a-z]+)\b")
_ONLY = re.compile(r"\b(?:only|just|exactly|a single|killing|killed|injuring|wounding|leaving|least)[ ]$", re.IGNORECASE)
_AT_ONE_POINT = re.compile(r"at one point$", re.IGNORECASE)
_REACH = 24


def holds(plain: str, amount: Amount, block: Block) -> bool:
    """Whether the number is part of something that counts nothing."""
    if amount.unit:
        return _AT_ONE_POINT.match(plain, max(block.start, amount.start - 3), amount.end) is not None
    if amount.ordinal:
        return _is_named_ordinal(plain, amount, block)
    if amount.word or amount.share:
        return _is_named_word(plain, amount, block)
    return _is_named(plain, amount, block) or _is_label(plain, amount, block)


def is_pronoun(plain: str, amount: Amount, block: Block, bound: Bound) -> bool:
    """Bare "one" stands for somebody more often than for a number, unless it counts the harmed or has a bound."""
    if not amount.word or plain[amount.start : amount.end].lower() != "one":
        return False
    following = _ONE_OF_SOME.match(plain, amount.end, block.end)
    if not following:
        return True
    words = following[0].split()
    if bound in ("at_least", "more_than", "at_most") and words[0] not in lexicon.words("noun_stops"):
        return False
    return not any(word in lexicon.words("counted_ones") for word in words)


def _is_named_ordinal(plain: str, amount: Amount, block: Block) -> bool:
    following = _FOLLOWER.match(plain, amount.end, block.end)
    after = following[1] if following else ""
    if after in lexicon.words("after_first") or after.lower() in ("century", "centuries"):
        return True
    if after[:1].isupper() and block.role not in ("headline", "heading") and following and following[0][0] == " ":
        if plain[amount.start].isupper() and not _starts_sentence(plain, amount, block):
            return True
    return _is_adverb(plain, amount, after)


def _is_adverb(plain: str, amount: Amount, after: str) -> bool:
    """Whether "first" or "second" orders the writer's points or an action: "First, ...", "first reported"."""
    text = plain[amount.start : amount.end].lower()
    if text not in ("first", "second", "third"):
        return False
    lead = plain[max(0, amount.start - _REACH) : amount.start]
    if plain[amount.end : amount.end + 1] in (",", ".", ";", ":", "") or plain[amount.end : amount.end + 2] == "\n":
        return not _PLACED.search(lead)
    determined = _DETERMINER.search(lead)
    if text == "first" and after.islower() and not (determined and determined[1] is None):
        return after.endswith("ed") or (not determined and after in lexicon.words("noun_stops"))
    return lead.lower().endswith("at ") and text == "first"


def _is_named_word(plain: str, amount: Amount, block: Block) -> bool:
    following = _FOLLOWER.match(plain, amount.end, block.end)
    if following and following[1][0].isupper() and following[1] in lexicon.words("after_first"):
        return True
    joined = _JOINED.search(plain, max(block.start, amount.start - _REACH), amount.start)
    if joined and joined[1].lower() not in _JOINTS:
        return True
    lead = _LEAD.search(plain, max(block.start, amount.start - _REACH), amount.start)
    if lead and lead[1] in lexicon.words("numbered_things") and (lead[1].islower() or plain[amount.start].isupper()):
        return True
    capital = plain[amount.start].isupper() and block.role not in ("headline", "heading")
    return capital and not _starts_sentence(plain, amount, block)


def _starts_sentence(plain: str, amount: Amount, block: Block) -> bool:
    return _SENTENCE_START.search(plain[max(block.start, amount.start - 6) : amount.start]) is not None


def _is_named(plain: str, amount: Amount, block: Block) -> bool:
    """Whether what stands beside the digits makes a name, a model or an address of them."""
    start, end = amount.start, amount.end
    lead = _LEAD.search(plain, max(block.start, start - _REACH), start)
    if lead and (lead[1] is None or lead[1] in lexicon.words("numbered_things")):
        return True
    joined = _JOINED.search(plain, max(block.start, start - _REACH), start)
    if joined and joined[1].lower() not in _JOINTS:
        return True
    if _ADDRESS.match(plain, end, block.end) or _EMERGENCY.match(plain, start, block.end):
        return True
    return _is_year(plain, amount, block)


def _is_year(plain: str, amount: Amount, block: Block) -> bool:
    """Whether four digits that no date took are still a year: "voters of 2012"."""
    if not _YEAR.fullmatch(plain, amount.start, amount.end):
        return False
    if _YEAR_LEAD.search(plain, max(block.start, amount.start - 8), amount.start):
        return True
    return counted.plural(plain, amount.end, block) is None


def _is_label(plain: str, amount: Amount, block: Block) -> bool:
    """Whether the digits only name a place in a list, a telephone, an account or an address on the web."""
    start, end = amount.start, amount.end
    if plain.startswith('="', start - 2):
        return True
    before, after = plain[start - 1 : start] if start > block.start else "", plain[end : end + 1]
    if before.isalpha() or after.isalpha() or (before and before in "/_@#\\&=") or after in ("(", "_", "@", "\\", "="):
        return True
    if (after == ":" and plain[end + 1 : end + 2].isdigit()) or (before == ":" and plain[start - 2 : start - 1].isdigit()):
        return True
    if start == block.start and plain[end : end + 2] in (". ", ".\t"):
        return True
    if after == ")" and plain.rfind("(", max(block.start, start - _REACH), start) < 0:
        return True
    text = plain[start:end]
    if text[0] == "0" and text.isdigit() and len(text) > 1:
        return True
    if text.isdigit() and len(text) == 5 and _ZIP.search(plain, max(block.start, start - 4), start):
        return True
    return _is_phone(plain, start, end, block)


def _is_phone(plain: str, start: int, end: int, block: Block) -> bool:
    """Whether digits go on before or behind in the groups of a telephone number or an account."""
    begin = start
    while begin > block.start and start - begin < _REACH and plain[begin - 1] in "0123456789 ().+-":
        begin -= 1
    stop = end
    while stop < block.end and stop - end < _REACH and plain[stop] in "0123456789 ().+-":
        stop += 1
    run = plain[begin:stop].strip(" .-()")
    if len(run) == end - start or len(run) < 8:
        return False
    return _PHONE.fullmatch(run) is not None and sum(sign.isdigit() for sign in run) >= 7
