"""Whether a text is English: "en" where English function words are common in it, else "und".

A short text may hold none ("Fire kills 12 in Port Ansel"), so a few words are taken for English unless their
letters are of another script.
"""

from __future__ import annotations

import re
from itertools import islice

from revtrack import lexicon
from revtrack.text.tokens import LETTERS

# Words looked at; more would not change the answer.
SAMPLE = 1500
# Texts of fewer words are too short to judge by their function words.
FEWEST = 20
# Share of function words from which a text is English; running English has about 0.3, other languages under 0.06.
ENOUGH = 0.1

# Numbers and signs belong to no language.
_WORD = re.compile(LETTERS)
_LONGEST_LETTER = "\u024f"


def of(plain: str) -> str:
    """The language of a text as a tag: "en", or "und" for any other."""
    words = [match[0].lower() for match in islice(_WORD.finditer(plain), SAMPLE)]
    latin = sum(word[0] <= _LONGEST_LETTER for word in words)
    if 2 * latin < len(words):
        return "und"
    if len(words) < FEWEST:
        return "en"
    known = lexicon.words("english_words")
    return "en" if sum(word in known for word in words) >= ENOUGH * len(words) else "und"
