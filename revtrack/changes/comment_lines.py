"""Lines that tell who gave no comment: "declined to comment", "could not be reached for comment", "has been contacted".

They tell how the reporter fared. Nothing in them is said by anybody or denied, so that one in the place of another
makes no statement a fact.
"""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon
from revtrack.text.expressions import expression

# How much of a sentence is read, in code points.
LONGEST = 400


_VERBS = ("declin", "refus", "reach", "respond", "repl", "contact", "approach", "available", "return", "ask", "answer")


# One of these is in every such line: what was asked for, or how.
_ASKED = ("comment", "message", "mail", "call", "request", "question", "nquir")


def is_one(sentence: str) -> bool:
    """Whether a sentence is such a line."""
    lead = sentence[:LONGEST]
    folded = lead.casefold()
    return any(map(folded.__contains__, _ASKED)) and _form().search(lead) is not None


def tells_it(word: str) -> bool:
    """Whether a word in lower case is one that tells it: "declined", "reached", "not", "for", "comment"."""
    return word.startswith((*_VERBS, "comment")) or word == "not" or word in lexicon.words("small_words")


@cache
def _form() -> re.Pattern[str]:
    verbs = "|".join(_VERBS)
    asked = r"(?:messages?|e-?mails?|calls?|requests?|questions?|inquir|enquir)"
    return expression(
        rf"\b(?:(?:{verbs})\w*|would not|had no|no immediate)\b[^.;\"\u201d]{{0,80}}\bcomments?\b"
        rf"|\b(?:not|n't|n\u2019t)(?: \w+){{0,2}} (?:respond|reply|return|answer)\b[^.;\"\u201d]{{0,60}}\b{asked}",
        re.I,
    )
