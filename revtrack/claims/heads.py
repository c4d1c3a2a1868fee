"""Which of the names in a noun phrase is the one that speaks: its head, and not what the head is of.

"Ida Lind's lawyer", "the Rovers manager", "a spokesman for Ida Lind" and "the report, seen by Roe" are named after
somebody who does not speak; "the Rovers manager, Steve Ballard" is Ballard.
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.claims.names import kinds
from revtrack.model import Name, Source
from revtrack.text.expressions import expression

_PERSON = ("person", "other")
# What may stand behind the name that is the head of its phrase.
_BEHIND_HEAD = expression(
    r"[ \t]*(?:$|[,;:(\u2013\u2014\"/]|--|-|(?:of|for|in|at|on|from|with|who|whose|which|that|and|or|as|himself|herself"
    r"|itself|also|later|too|both|speaking|writing|told|[JS]r)\b)"
)
_OWNS = expression(r"'s?\b|'(?=\s)|'s?$")
_OF = expression(r"\b(?:of|for|from|to|at|in|with|by|on|against|under|behind)(?: the)? $")
_APPOSED = expression(r"[\s)]*, (?:an? |the )?(?:[a-z-]+ )?$")


def speaker(source: Source, inner: Sequence[Name], plain: str) -> Name | None:
    """The name that heads the phrase of a source: the last person before its first comma, else any, else one behind."""
    heads = [name for name in inner if _is_head(source, name, plain)]
    comma = source.text.find(",")
    if comma >= 0:
        comma += source.start
    before = [name for name in heads if comma < 0 or name.start < comma]
    people = [name for name in before if _is_person(name)]
    if people:
        joint = len(people) > 1 and plain[people[-2].end : people[-1].start].strip() in ("and", "or", "&")
        return None if joint else people[-1]
    apposed = next((name for name in heads if 0 <= comma < name.start and _is_apposed(source, name, plain)), None)
    groups = [name for name in before if not _is_person(name)]
    return apposed if apposed and not groups else next(iter(groups), None)


def _is_head(source: Source, name: Name, plain: str) -> bool:
    behind = plain[name.end : source.end]
    if _OWNS.match(behind) or plain[max(name.start, name.end - 2) : name.end] == "'s" or not _BEHIND_HEAD.match(behind):
        return False
    before = plain[source.start : name.start]
    of = _OF.search(before)
    return of is None or not before[: of.start()].strip()


def _is_person(name: Name) -> bool:
    """Whether a name may be a person's; "Hugo Marsh" is one, though a marsh is a place."""
    words = name.text.split()
    return name.type in _PERSON or (len(words) > 1 and kinds.is_given(words[0]))


def _is_apposed(source: Source, name: Name, plain: str) -> bool:
    """Whether a person is who the words before the first comma describe: "the Rovers manager, Steve Ballard"."""
    between = plain[source.start : name.start]
    return _is_person(name) and _APPOSED.search(between) is not None and between.count(",") == 1
