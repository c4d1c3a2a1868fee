"""How the words of a block are written: as in a sentence, as in a title ("Ferry Sinks Off Almery"), or in capitals.

In a title and in capitals a capital letter tells nothing, so that only names known from the rest of the article are
names there. A title has no small word but those of `title_words`: "Police met Ann Roe" is a sentence.
"""

from __future__ import annotations

from typing import Literal

from revtrack import lexicon
from revtrack.model import Block
from revtrack.text.expressions import expression
from revtrack.text.remembered import remembered
from revtrack.text.tokens import LETTERS

Casing = Literal["sentence", "title", "capitals"]

# From these numbers of words a block can be a title or shouted; longer ones are copy.
FEWEST_WORDS, FEWEST_CAPITALS, LONGEST_TITLE = 5, 3, 300
# The share of small words that a title may have, where it does not end like a sentence.
SMALL = 0.1
# Words of two letters or more; numbers are left out, since they have no case.
_WORD = expression(rf"[^\W\d_](?:{LETTERS}(?:'{LETTERS})?|'{LETTERS})")


def of(plain: str, block: Block) -> Casing:
    """The casing of a block."""
    if block.end - block.start > LONGEST_TITLE or block.role == "byline":
        return "sentence"
    return _of_block(plain[block.start : block.end], is_body=block.role == "body")


@remembered
def _of_block(text: str, *, is_body: bool) -> Casing:
    words = _WORD.findall(text)
    if sum(map(str.isupper, words)) >= max(FEWEST_CAPITALS, (1 - SMALL) * len(words)):
        return "capitals"
    allowed = lexicon.words("title_words")
    small = len([word for word in words if word[0].islower() and word not in allowed])
    stops = text[-1] in ".?!" and is_body
    return "title" if len(words) >= FEWEST_WORDS and small <= (0 if stops else SMALL * len(words)) else "sentence"
