"""Numbers that are no figures: "Boeing 737", "Article 5", "No. 1", "9/11", "24/7", a list number, a phone number."""

from __future__ import annotations

import re

from revtrack.claims.units import Amount
from revtrack.model import Block

_TITLE = re.compile(
    r"(?:\b(?:Article|Section|Chapter|Title|Rule|Order|Proposition|Prop\.|Amendment|Resolution|Route|Highway|Interstate|Apollo|Boeing|Airbus|"
    r"Channel|Flight|Level|Phase|Group|Grade|Type|Figure|Table|Page|page|Room|Gate|Platform|Bus|Line|Unit|Day|Week|Part|Volume|Vol\.|Act|"
    r"Number|number|No\.|Nos\.|no\.|Point|Item|Act|Pier|Terminal|Windows|iPhone|Arrow|Falcon|Pub\.|L\.|Rep\.|R\.|Form|Class|Area|Zone|Track|"
    r"District|Ward|Precinct|Local|World War|Super Bowl|Covid|COVID|Formula|G|F|B|A|MH|AK|Room|Suite|Apt\.|Psalm|Matthew|John|Luke|Mark) ?-?|#)$"
)
_ADDRESS = re.compile(r" (?:[A-Z][a-z]+ ){1,3}(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive|Boulevard|Blvd\.?|Place|Square)\b")
_FIRST = re.compile(r" (?:lady|ladies|gentleman|dude|family|husband|daughter|responders?|amendment|class|aid|base|name|names|cousins?|degree)\b", re.IGNORECASE)
_PROPER = re.compile(r" (?:Amendment|Avenue|Street|World|Circuit|District|Fleet|Army|Congress|Division|Ave\.|Reich|Republic|Estate|Precinct|Corps|Infantry|Lady|Temple)\b")
_SPECIAL = ("24/7", "9/11", "7/7", "50/50", "401")
_PHONE = re.compile(r"[-. ]\d{3}[-. ]\d{4}\b|[-.]\d{4}\b(?!\d)")


def holds(plain: str, amount: Amount, block: Block) -> bool:
    """Whether the number is part of something that counts nothing."""
    if amount.unit:
        return False
    start, end = amount.start, amount.end
    text = plain[start:end]
    if amount.ordinal:
        return bool(_FIRST.match(plain, end, block.end) or _PROPER.match(plain, end, block.end)) or _is_adverb(plain, amount)
    if text.startswith(_SPECIAL) or plain[end : end + 1] == "(" or text in ("0", "00"):
        return True
    if amount.word:
        return _PROPER.match(plain, end, block.end) is not None
    if _TITLE.search(plain, max(block.start, start - 16), start) and not plain[end : end + 1] == "%":
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
