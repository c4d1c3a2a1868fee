"""Lines of a page around its copy: "Read more: ...", "Sign up for our newsletter", "Photo: Jo Berg/Getty Images".

A call is known by a table of openings, a credit by its lead or agency and by holding nothing but names: "Photo: the
harbour on Thursday" is a caption.
"""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon

_LONGEST_LINE = 200
_LONGEST_CREDIT = 120
_SIGNS = " \t*_>#()[]-\u2013\u2014\u2022|."
_ASKS = ("sign up", "subscribe", "get our", "get the", "join our")
_NAME_JOINERS = frozenset(("and", "by", "for", "of", "via", "the", "de", "la", "van", "von", "from", "courtesy"))
_WORD = re.compile(r"[^\W\d_][\w'\u2019.-]*")
_DIGIT = re.compile(r"\d")


def is_furniture(block: str) -> bool:
    """Whether a line calls readers elsewhere or credits a picture."""
    return len(block) <= _LONGEST_LINE and (is_box_title(block) or _is_call(_bare(block)) or _is_credit(block))


def is_box_title(block: str) -> bool:
    """Whether a line is the title of a box, whose list below it is furniture as well: "Related articles"."""
    return len(block) <= _LONGEST_LINE and _calls().get(_bare(block).rstrip(":")) == "box"


def _bare(block: str) -> str:
    return block.strip(_SIGNS).lower()


def _is_call(line: str) -> bool:
    calls = _calls()
    if calls.get(line.rstrip("!")) == "line" or line.startswith(_openings()):
        return True
    return line.startswith(_ASKS) and any(word in line for word, place in calls.items() if place == "letter")


def _is_credit(block: str) -> bool:
    """Whether a short line is a lead or a slash with an agency, and names."""
    line = block.strip(_SIGNS)
    low = line.lower()
    if len(line) > _LONGEST_CREDIT or _DIGIT.search(line):
        return False
    credits = _credits()
    lead = next((words for words, place in credits.items() if place == "lead" and low.startswith(words)), "")
    parts = [part.strip() for part in re.split(r"/| via |\|", low)]
    agency = credits.get(parts[-1]) == "agency" and (len(parts) > 1 or parts[0] in ("getty images", "pa media"))
    if not lead and not agency:
        return False
    words = _WORD.findall(line[len(lead) :])
    return bool(words) and all(word[0].isupper() or word in _NAME_JOINERS for word in words)


@cache
def _calls() -> dict[str, str]:
    return lexicon.mapping("furniture_calls")


@cache
def _openings() -> tuple[str, ...]:
    return tuple(words for words, place in _calls().items() if place == "opening")


@cache
def _credits() -> dict[str, str]:
    return lexicon.mapping("photo_credits")
