"""How the words of a block are written: as in a sentence, as in a title ("Ferry Sinks Off Almery"), or in capitals.

In a title and in capitals a capital letter tells nothing, so that only names known from the rest of the article are
names there.
"""

from __future__ import annotations

import re
from typing import Literal

from revtrack.model import Block

Casing = Literal["sentence", "title", "capitals"]

# Shares of long words with a capital, and of capitals among letters, from which a block is no ordinary sentence.
TITLE, CAPITALS = 0.75, 0.8
# What ends like a sentence is a title only if nearly all of its words have a capital.
TITLE_WITH_STOP, LONGEST_WITH_STOP = 0.95, 120
FEWEST_WORDS = 3
LONGEST_TITLE = 300
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def of(plain: str, block: Block) -> Casing:
    """The casing of a block; long ones are copy."""
    if block.end - block.start > LONGEST_TITLE:
        return "sentence"
    words = _LONG_WORD.findall(plain, block.start, block.end)
    if len(words) < FEWEST_WORDS:
        return "sentence"
    if sum(word.isupper() for word in words) >= CAPITALS * len(words):
        return "capitals"
    capital = sum(word[0].isupper() for word in words)
    ends = plain[block.end - 1] in ".?!" and block.role == "body"
    if ends and block.end - block.start > LONGEST_WITH_STOP:
        return "sentence"
    return "title" if capital >= (TITLE_WITH_STOP if ends else TITLE) * len(words) else "sentence"
