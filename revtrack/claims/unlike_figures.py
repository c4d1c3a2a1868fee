"""Numbers that are no figures: "Boeing 737", "Article 5", "No. 1", "9/11", "24/7", a list number, a phone number."""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.claims.units import Amount
from revtrack.model import Block

_LEAD = re.compile(r"([\w.]+)[ -]$|#$")
_FOLLOWER = re.compile(r"[ -]([\w.]+)")
# "G7", "F-16": a letter or two in front are the name of a thing, not of what is counted.
_MODEL = re.compile(r"\b[A-Z]{1,2}-$")
_ADDRESS = re.compile(
    r" (?:[A-Z][a-z]+ ){1,3}(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive|Boulevard|Blvd\.?|Place|Square)\b"
)
_SPECIAL = ("24/7", "9/11", "7/7", "50/50", "401")
_PHONE = re.compile(r"[-. ]\d{3}[-. ]\d{4}\b|[-.]\d{4}\b(?!\d)")


def holds(plain: str, amount: Amount, block: Block) -> bool:
    """Whether the number is part of something that counts nothing."""
    if amount.unit:
        return False
    start, end = amount.start, amount.end
    text = plain[start:end]
    follower = _FOLLOWER.match(plain, end, block.end)
    proper = follower is not None and follower[1] in lexicon.words("after_first")
    if amount.ordinal:
        return proper or _is_adverb(plain, amount)
    if amount.word:
        return proper and follower is not None and follower[1][0].isupper()
    if text.startswith(_SPECIAL) or plain[end : end + 1] == "(" or text in ("0", "00"):
        return True
    lead = _LEAD.search(plain, max(block.start, start - 16), start)
    if lead and (lead[1] is None or lead[1] in lexicon.words("numbered_things")):
        return True
    if _MODEL.search(plain, max(block.start, start - 4), start):
        return True
    if _ADDRESS.match(plain, end, block.end) or _PHONE.match(plain, end, block.end):
        return True
    if start == block.start and plain[end : end + 2] in (". ", ") "):
        return True
    before, after = plain[start - 1 : start], plain[end : end + 1]
    return (start > block.start and (before.isalpha() or (before in "/#_@:" and before != ":"))) or after.isalpha()


def _is_adverb(plain: str, amount: Amount) -> bool:
    text = plain[amount.start : amount.end].lower()
    after = plain[amount.end : amount.end + 2]
    return text in ("first", "second", "third") and (after[:1] in ",.;:" or after == "")
