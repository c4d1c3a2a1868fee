"""What the reports say in words about kinds, labels, versions and times.

One rule: a kind and a label give a noun and a verb, `("attribution", "anonymized")` "source" and "made anonymous",
and counts of them are gathered by verb: "3 figures and 1 source changed; 2 quotations added".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from revtrack.model import Bound, NoticeType, Revision

NOUNS = {
    "figure": "figure",
    "date": "date",
    "quote": "quotation",
    "quote speaker": "speaker",
    "attribution": "attribution",
    "attribution source": "source",
    "attribution anonymized": "source",
    "attribution identified": "source",
    "attribution role": "source",
    "attribution cue": "cue verb",
    "attribution attributed": "statement",
    "attribution content": "attributed statement",
    "name": "name",
    "certainty": "statement",
}
_COUNTED = re.compile(r"(?<=[0-9]) (?=\w)")
# What the one sentence about a diff tells apart; all else simply "changed".
_TOLD = frozenset(("added", "removed", "dropped", "anonymized"))
_ASPECTS = {
    "figure value": "figure value",
    "figure unit": "unit of a figure",
    "figure bound": "bound of a figure",
    "figure noun": "counted noun",
    "quote words": "quoted wording",
    "quote quoted": "statement",
    "attribution role": "source's role",
    "name spelling": "spelling of a name",
}
_VERBS = {
    "added": "added",
    "removed": "removed",
    "paraphrased": "paraphrased",
    "quoted": "put in quotation marks",
    "anonymized": "made anonymous",
    "identified": "identified",
    "dropped": "dropped",
    "attributed": "attributed to a source",
    "stronger": "made more certain",
    "weaker": "made less certain",
    "negated": "turned round",
}
_PLURALS = {
    "unit of a figure": "units of figures",
    "bound of a figure": "bounds of figures",
    "degree of certainty": "degrees of certainty",
    "source's role": "sources' roles",
    "spelling of a name": "spellings of names",
}
NOTICES: dict[NoticeType, str] = {
    "correction": "correction notice",
    "clarification": "clarification",
    "update": "update notice",
    "editors_note": "editor's note",
    "withdrawal": "withdrawal notice",
}
OWNED_UP = "mentioned in a notice"
BOUNDS: dict[Bound, str] = {
    "about": "about",
    "more_than": "more than",
    "at_least": "at least",
    "less_than": "less than",
    "at_most": "at most",
}
STANDINGS = {"new": "New", "kept": "Unchanged", "removed": "Removed"}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def noun(kind: str, label: str) -> str:
    """What changed, coarsely: "figure" for every label but a few."""
    return NOUNS.get(f"{kind} {label}") or NOUNS[kind]


def aspect(kind: str, label: str) -> str:
    """What changed, exactly: "bound of a figure"."""
    return _ASPECTS.get(f"{kind} {label}") or noun(kind, label)


def verb(label: str) -> str:
    """What became of it."""
    return _VERBS.get(label, "changed")


def outcome(kind: str, label: str) -> tuple[str, str]:
    """Noun and verb of a change for a sentence about many: ("source", "changed") for one identified."""
    if kind == "certainty":
        return "degree of certainty", "changed"
    return noun(kind, label), verb(label) if label in _TOLD else "changed"


def label_phrase(kind: str, label: str) -> str:
    """One label in words: "quoted wording changed"."""
    return f"{aspect(kind, label)} {verb(label)}"


def count(number: int, singular: str) -> str:
    """A counted noun: "1 date", "1,204 words"."""
    return f"{number:,} {singular if number == 1 else plural(singular)}"


def listing(parts: list[str]) -> str:
    """Parts in a row: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def gathered(counts: Mapping[tuple[str, str], int]) -> str:
    """Counts of (noun, verb) as clauses, "changed" first, otherwise in the order given."""
    clauses: dict[str, list[str]] = {"changed": []}
    for (thing, became), number in counts.items():
        clauses.setdefault(became, []).append(count(number, thing))
    return "; ".join(f"{listing(things)} {became}" for became, things in clauses.items() if things)


def remarks(also: int, moved: bool) -> list[str]:
    """What else there is to say of where a change was made."""
    places = f"also in {count(also, 'other place')}" if also else ""
    moves = "in a sentence that moved" if moved else ""
    return list(filter(None, [places, moves]))


def owned_up(changes: Sequence[int], standing: str) -> str:
    """What a notice says of the changes: a new one that mentions none is news by itself."""
    if changes:
        return f"change {listing([str(number) for number in changes])}"
    return "mentions no change" if standing == "new" else ""


def moment(time: str) -> str:
    """An ISO 8601 time in UTC for a reader: "31 October 2024, 20:08 UTC"; anything else unchanged."""
    day, _, clock = time.partition("T")
    year, *rest = day.split("-")
    if len(rest) != 2 or not clock.endswith("Z") or not rest[0].isdecimal() or not 1 <= int(rest[0]) <= 12:
        return time
    return f"{rest[1].lstrip('0')} {MONTHS[int(rest[0]) - 1]} {year}, {clock[:-1].removesuffix(':00')} UTC"


def day(date: str) -> str:
    """A date as exact as it is known: "31 October 2024", "October 2024", "week 44 of 2024"; anything else unchanged."""
    year, *rest = date.split("-")
    if not 1 <= len(rest) <= 2 or not year.isdecimal():
        return date
    if len(rest) == 1 and rest[0].startswith("W"):
        return f"week {rest[0][1:].lstrip('0')} of {year}"
    if not all(part.isdecimal() for part in rest) or not 1 <= int(rest[0]) <= 12:
        return date
    return " ".join([*(part.lstrip("0") for part in rest[1:]), MONTHS[int(rest[0]) - 1], year])


def revision_name(revision: Revision) -> str:
    return f"{revision.article}, revision {revision.number}" if revision.number else revision.article


def plural(singular: str) -> str:
    """More than one: "dates", "units of figures"."""
    if singular in _PLURALS:
        return _PLURALS[singular]
    if singular.endswith("y") and singular[-2] not in "aeiou":
        return f"{singular[:-1]}ies"
    return f"{singular}s"


def heading(message: str) -> str:
    """A message at the head of something, which no line break takes apart at its arrow: "Dead: 12 → 21"."""
    first = message.partition(" ")[0]
    start = first.capitalize() if first.islower() else first
    return (start + message[len(first) :]).replace(" -> ", " →\N{NO-BREAK SPACE}")


def unbroken(sentence: str) -> str:
    """A sentence in which a number stays on the line of what it counts."""
    return _COUNTED.sub("\N{NO-BREAK SPACE}", sentence)
