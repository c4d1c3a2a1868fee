"""The phrase of manner that goes with a cue: "said *in a statement*", "said *on condition of anonymity*"."""

from __future__ import annotations

import re
from functools import cache

from revtrack.text.expressions import expression

_LEADS = (" in ", " on ", " under ", " at a ")


def end(plain: str, at: int) -> int:
    """Where a cue that ends at `at` ends with the phrase of manner behind it."""
    match = _pattern().match(plain, at) if plain.startswith(_LEADS, at) else None
    return match.end() if match else at


@cache
def _pattern() -> re.Pattern[str]:
    document = (
        "(?:statement|interview|tweet|e-?mail|letter|speech|report|post|briefing|memo|filing|column|note|ruling|opinion"
        "|message|release)"
    )
    adjectives = r"(?:[a-z]+ ){0,2}"
    return expression(
        rf" (?:in (?:an?|the|his|her|their|its) {adjectives}{document}"
        r"|(?:on|under) (?:the )?condition of anonymity"
        rf"|on (?:Twitter|Facebook|X|Instagram|{adjectives}(?:television|radio|TV))"
        rf"|at a {adjectives}(?:conference|briefing|rally|hearing))\b"
    )
