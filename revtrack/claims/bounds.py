"""Words that bound a figure on either side: "at least 12", "about $3 million", "45 or older", "100-plus"."""

from __future__ import annotations

from functools import cache

from revtrack import lexicon
from revtrack.model import Block, Bound

_LONGEST = 30
_RANGES = ("rang", "var", "last", "cost", "anywhere", "everywhere")


def around(plain: str, block: Block, start: int, end: int) -> Bound:
    """The bound of the figure at `[start, end)`; `exact` without any."""
    lead = plain[max(block.start, start - _LONGEST) : start].lower()
    bare = lead.removesuffix(" a ").removesuffix(" the ").removesuffix(" an ").rstrip()
    if len(lead) - len(bare) <= 5:
        for phrase, bound in _before():
            if bare.endswith(phrase) and not bare[: -len(phrase)][-1:].isalpha() and _counts(bare, phrase, lead):
                return bound
    tail = plain[end : min(block.end, end + _LONGEST)].lower().lstrip(" ")
    for phrase, bound in _behind():
        if tail.startswith(phrase) and not tail[len(phrase) : len(phrase) + 1].isalpha():
            return bound
    return "exact"


def is_change(before: str) -> bool:
    """Whether "46 to 40" behind these words is a change from one to the other, not a range."""
    words = before.split()[-2:]
    if words[-1:] == ["from"]:
        return not words[0].startswith(_RANGES)
    return bool(words) and (words[-1], "range") in _verbs()


def _counts(bare: str, phrase: str, lead: str) -> bool:
    words = bare[: -len(phrase)].split()
    if phrase == "up to" and words and {(words[-1], "up to"), (words[-1], "range")} & _verbs():
        return False
    return phrase in ("some", "up to") or not lead.rstrip().endswith(" the")


@cache
def _verbs() -> frozenset[tuple[str, ...]]:
    return frozenset(lexicon.table("change_verbs"))


@cache
def _before() -> tuple[tuple[str, Bound], ...]:
    return _rows("before")


@cache
def _behind() -> tuple[tuple[str, Bound], ...]:
    return _rows("behind")


def _rows(side: str) -> tuple[tuple[str, Bound], ...]:
    rows = [(row[0], row[1]) for row in lexicon.table("bounds") if row[2] == side]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))  # type: ignore[arg-type]
