"""Words that bound a figure on either side: "at least 12", "about $3 million", "45 or older", "100-plus".

Of several hedges the one that gives a limit counts: "at least about 12" and "about 12 or more" are at_least.
"""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon
from revtrack.model import Block, Bound

_LONGEST = 40
_LAST = re.compile(r"([a-z]+\.?|[~<>\u2264\u2265\u2248]=?)[ ]?$")
_ARTICLES = (" a ", " an ", " the ")
_RANGES = ("rang", "var", "last", "cost", "anywhere", "everywhere")


def around(plain: str, block: Block, start: int, end: int) -> Bound:
    """The bound of the figure at `[start, end)`; `exact` without any."""
    before = _before(plain[max(block.start, start - _LONGEST) : start].lower())
    if before not in ("exact", "about"):
        return before
    behind = _behind(plain, end, block)
    return before if behind == "exact" else behind


def is_change(before: str) -> bool:
    """Whether "46 to 40" behind these words is a change from one to the other, not a range."""
    words = before.lower().split()[-2:]
    if words[-1:] == ["from"]:
        return not any(word.startswith(_RANGES) for word in before.lower().split()[-4:-1])
    return bool(words) and (words[-1], "range") in _verbs()


def _before(lead: str) -> Bound:
    """The bound in front: the hedge right before the number, or a stricter one before that."""
    found: Bound = "exact"
    article = next((article for article in _ARTICLES if lead.endswith(article)), "")
    bare = lead[: len(lead) - len(article)] if article else lead
    while match := _LAST.search(bare):
        step = next((row for row in _by_last_word().get(match[1], ()) if _ends(bare, row[0])), None)
        if not step:
            break
        phrase, bound = step
        bare = bare.rstrip()[: -len(phrase)]
        if article == " the " and phrase not in ("some", "up to"):
            break
        if _is_blocked(phrase, bare):
            break
        if found in ("exact", "about"):
            found = bound
    return found


def _behind(plain: str, end: int, block: Block) -> Bound:
    tail = plain[end : min(block.end, end + _LONGEST)].lower()
    if not tail or tail[0] not in " -+,(i":
        return "exact"
    bare = tail.lstrip(" ")
    for phrase, bound in _rows("behind"):
        if bare.startswith(phrase) and not bare[len(phrase) : len(phrase) + 1].isalpha():
            rest = bare[len(phrase) :].lstrip()
            # "Plus or minus" and "5 plus 3" bound nothing.
            if not (phrase.endswith(("plus", "+")) and (rest.startswith("or minus") or rest[:1].isdigit())):
                return bound
    return "exact"


def _ends(bare: str, phrase: str) -> bool:
    text = bare.rstrip()
    return text.endswith(phrase) and not (phrase[0].isalpha() and text[: -len(phrase)][-1:].isalnum())


def _is_blocked(phrase: str, before: str) -> bool:
    """Whether the word before takes the phrase away from the number: "rose up to 12", "asked about 12 things"."""
    words = before.split()
    if not words:
        return False
    return (words[-1], phrase) in _verbs()


@cache
def _verbs() -> frozenset[tuple[str, ...]]:
    return frozenset(lexicon.table("change_verbs"))


@cache
def _by_last_word() -> dict[str, list[tuple[str, Bound]]]:
    found: dict[str, list[tuple[str, Bound]]] = {}
    for phrase, bound in _rows("before"):
        found.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, bound))
    return found


@cache
def _rows(side: str) -> tuple[tuple[str, Bound], ...]:
    rows = [(row[0], row[1]) for row in lexicon.table("bounds") if row[2] == side]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))  # type: ignore[arg-type]
