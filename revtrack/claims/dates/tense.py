"""Whether a clause looks back or ahead: "police said on Thursday" looks back, "will meet on Thursday" ahead.

The nearest verb before a date decides, and where there is none the nearest one behind it: in "he said on Thursday
that the council will meet" Thursday belongs to "said". "Would" and "may" leave it open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from revtrack import lexicon
from revtrack.model import Span
from revtrack.text import fold
from revtrack.text.expressions import expression
from revtrack.text.tokens import COMPARED

Tense = Literal["past", "ahead"]

# A verb further away than this has another business, in code points.
REACH = 160
_WORD = expression(COMPARED)
_BEFORE_PARTICIPLE = frozenset(("be", "being", "get"))


def around(text: str, sentence: Span, date: Span) -> Tense | None:
    """The tense of the clause a date stands in, or None where nothing tells."""
    before = fold.plain(text[max(sentence.start, date.start - REACH) : date.start])
    behind = fold.plain(text[date.end : min(sentence.end, date.end + REACH)])
    found = _nearest(_WORD.findall(before)[::-1]) or _nearest(_WORD.findall(behind))
    return found if found in ("past", "ahead") else None  # type: ignore[return-value]


def _nearest(words: Sequence[str]) -> str | None:
    """What the first verb says; a participle behind "be" says nothing by itself: "will be released"."""
    tenses = lexicon.mapping("tenses")
    for n, word in enumerate(words):
        lower = word.lower()
        if n + 1 < len(words) and words[n + 1].lower() in _BEFORE_PARTICIPLE:
            continue
        if lower.endswith("'ll"):
            return "ahead"
        if lower in tenses:
            return tenses[lower]
        if lower.endswith("ed") and len(lower) > 4 and word.islower():
            return "past"
    return None
