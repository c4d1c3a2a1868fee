"""Lines that tell who gave no comment: "declined to comment", "could not be reached for comment", "has been contacted".

They tell how the reporter fared. Nothing in them is said by anybody or denied, so that one in the place of another
makes no statement a fact.
"""

from __future__ import annotations

import re
from functools import cache

# How much of a sentence is read, in code points.
LONGEST = 400


def is_one(sentence: str) -> bool:
    """Whether a sentence is such a line."""
    lead = sentence[:LONGEST]
    return "comment" in lead.lower() and _form().search(lead) is not None


@cache
def _form() -> re.Pattern[str]:
    verbs = "declin|refus|reach|respond|repl|contact|approach|available|return|ask|answer"
    return re.compile(rf"\b(?:(?:{verbs})\w*|would not|had no|no immediate)\b[^.;\"\u201d]{{0,80}}\bcomments?\b", re.I)
