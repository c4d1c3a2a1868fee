"""Lines of a page around its copy: "Read more: ...", "Sign up for our newsletter", "Photo: Jo Berg/Getty Images".

A call is known by a table of openings, a credit by its lead or agency and by holding nothing but names: "Photo: the
harbour on Thursday" is a caption.
"""

from __future__ import annotations

from functools import cache

from revtrack import lexicon
from revtrack.text.expressions import expression

_LONGEST_LINE = 200
_LONGEST_CREDIT = 120
_LONGEST_LEAD = 40
_SIGNS = " \t*_>#()[]-\u2013\u2014\u2022|."
_ASKS = ("sign up", "subscribe", "get our", "get the", "join our")
_NAME_JOINERS = frozenset(("and", "by", "for", "of", "via", "the", "de", "la", "van", "von", "from", "courtesy"))
_WORD = expression(r"[^\W\d_][\w'\u2019.-]*")
_PARTS = expression(r"/| via |\|")
_DIGIT = expression(r"\d")


def is_furniture(block: str) -> bool:
    """Whether a line calls readers elsewhere or credits a picture."""
    if len(block) > _LONGEST_LINE:
        return False
    line = _bare(block)
    return _is_call(line) or (len(line) <= _LONGEST_CREDIT and _is_credit(line, block))


def is_caption(block: str) -> bool:
    """Whether a line says that it is a caption: "Photo: the harbour on Thursday"."""
    lead, colon, words = block[:_LONGEST_LEAD].strip(_SIGNS).partition(":")
    return bool(colon and words.strip()) and f"{lead.lower()}:" in _phrases("lead", "caption")


def is_box_title(block: str) -> bool:
    """Whether a line is the title of a box, whose list below it is furniture as well: "Related articles"."""
    return len(block) <= _LONGEST_LINE and _calls().get(_bare(block).rstrip(":")) == "box"


def _bare(block: str) -> str:
    return block.strip(_SIGNS).lower()


def _is_call(line: str) -> bool:
    calls = _calls()
    if calls.get(line.rstrip("!:")) in ("line", "box") or line.startswith(_phrases("opening")):
        return True
    return line.startswith(_ASKS) and any(word in line for word, place in calls.items() if place == "letter")


def _is_credit(line: str, block: str) -> bool:
    """Whether a short line, bare and as it is written, is a lead or a slash with an agency, and names."""
    lead = next((words for words in _phrases("lead") if line.startswith(words)), "")
    if not lead and not line.endswith(_phrases("agency")):
        return False
    parts = _PARTS.split(line)
    if not lead and (parts[-1].strip() not in _phrases("agency") or (len(parts) == 1 and " " not in line)):
        return False
    words = _WORD.findall(block.strip(_SIGNS)[len(lead) :])
    named = bool(words) and all(word[0].isupper() or word in _NAME_JOINERS for word in words)
    return named and not _DIGIT.search(line)


@cache
def _calls() -> dict[str, str]:
    return lexicon.mapping("furniture_calls")


@cache
def _phrases(*places: str) -> tuple[str, ...]:
    """The phrases of both tables that stand in some places."""
    both = (*_calls().items(), *lexicon.mapping("photo_credits").items())
    return tuple(words for words, where in both if where in places)
