"""A peer to measure against: the script one writes in an afternoon.

Regular expressions find numbers, days, quotations and "X said"; a claim that only one version holds was added or
removed, and two that stand between the same words are taken for one that changed:

    killed 8,000 soldiers  ->  killed 10,000 soldiers      figure, value
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

NUMBER = r"[$£€]?\b\d[\d,]*(?:\.\d+)?(?: ?(?:%|percent|per cent|thousand|million|billion)\b)?"
NAMED = r"(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w'’-]+"
DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
PATTERNS = {
    "figure": re.compile(NUMBER),
    "date": re.compile(rf"\b(?:{DAY}|{MONTH}(?: \d{{1,2}}\b)?(?:,? \d{{4}}\b)?)"),
    "quote": re.compile(r"[\"“][^\"“”]*[\"”]"),
    "attribution": re.compile(rf"{NAMED} (?:said|told|says|added)\b|\b(?:said|says|added) {NAMED}"),
}
LABELS = {"figure": "value", "date": "value", "quote": "words", "attribution": "source"}
CONTEXT = 25

Found = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What a peer found, in the form that scorers read."""

    content: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        return self.content


def extract(text: str) -> Result:
    """Numbers, days, quotations and speakers of a text, as claims without further fields."""
    claims = [claim for kind in PATTERNS for claim in _found(kind, text)]
    return Result({"sentences": [], "claims": sorted(claims, key=lambda claim: int(claim["start"]))})


def compare(old: str, new: str) -> Result:
    """The multiset difference of what the expressions find, kind by kind."""
    return Result({"sentences": [], "changes": [change for kind in PATTERNS for change in _changes(kind, old, new)]})


def _changes(kind: str, old: str, new: str) -> list[Found]:
    before, after = _found(kind, old), _found(kind, new)
    gone, come = _without(before, after), _without(after, before)
    changes = []
    for claim in gone:
        partner = next((other for other in come if _same_place(old, claim, new, other)), None)
        if partner:
            come.remove(partner)
        label = LABELS[kind] if partner else "removed"
        changes.append({"kind": kind, "labels": [label], "old": claim, "new": partner})
    return changes + [{"kind": kind, "labels": ["added"], "old": None, "new": claim} for claim in come]


def _found(kind: str, text: str) -> list[Found]:
    return [
        {"kind": kind, "start": match.start(), "end": match.end(), "text": match[0]} | _value(kind, match[0])
        for match in PATTERNS[kind].finditer(text)
    ]


def _value(kind: str, text: str) -> Found:
    value = re.sub(r"[^\d.]", "", text).rstrip(".")
    return {"value": value, "low": value, "high": value, "bound": "exact"} if kind == "figure" else {"value": None}


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip()


def _without(claims: list[Found], others: list[Found]) -> list[Found]:
    """The claims whose words occur more often here than among the others."""
    left = Counter(_folded(claim["text"]) for claim in others)
    rest = []
    for claim in claims:
        words = _folded(claim["text"])
        if left[words]:
            left[words] -= 1
        else:
            rest.append(claim)
    return rest


def _same_place(old: str, gone: Found, new: str, come: Found) -> bool:
    lead = _folded(old[max(0, gone["start"] - CONTEXT) : gone["start"]])[-10:]
    tail = _folded(old[gone["end"] : gone["end"] + CONTEXT])[:10]
    return (lead != "" and _folded(new[max(0, come["start"] - CONTEXT) : come["start"]]).endswith(lead)) or (
        tail != "" and _folded(new[come["end"] : come["end"] + CONTEXT]).startswith(tail)
    )
