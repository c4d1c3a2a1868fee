"""The words of the reports for kinds, labels, versions and times.

A kind and a label give a noun and a verb: `("attribution", "anonymized")` is "source" and "made anonymous". Counts
are grouped by verb: "3 figures and 1 source changed; 2 quotations added".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from revtrack.model import Change, NoticeType, Revision
from revtrack.versions.phrases import MONTHS, count, listing, plural

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
    "attribution content": "attributed statement",
    "name": "name",
    "certainty": "certainty",
    "statement": "statement",
    "statement reworded": "sentence",
}
# The comma of "We will publish it," she said, where the message ends with the quotation.
_DANGLING = re.compile(r",(?=[’”](?:\)|;|\s→|$))")
# A straight mark that opens: at the beginning or behind a space or bracket, before a word; not that of a genitive.
_OPENING = re.compile(r"""(?<![^\s(\[“‘\N{EM DASH}])["'](?=[^\s,.;:!?)\]]|\.\.\.)(?!s\b)""")
_COUNTED = re.compile(r"(?<=[0-9]) (?=\w)")
# Labels with a verb of their own in the summary of a diff; all others are "changed".
_DISTINGUISHED = frozenset(("added", "removed", "dropped", "anonymized", "replaced", "reversed", "swapped", "reworded"))
_ONE_SIDED = ("added", "removed")
_ASPECTS = {
    "figure value": "figure value",
    "figure unit": "figure unit",
    "figure bound": "figure bound",
    "figure noun": "counted noun",
    "date bound": "date bound",
    "quote words": "quoted wording",
    "quote quoted": "paraphrase",
    "attribution role": "source's role",
    "attribution attributed": "claim",
    "name spelling": "name spelling",
    "certainty stronger": "degree of certainty",
    "certainty weaker": "degree of certainty",
    "certainty negated": "negation",
    "statement scope": "statement scope",
    "statement status": "statement status",
    "statement word": "statement wording",
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
    "stronger": "raised",
    "weaker": "lowered",
    "replaced": "replaced",
    "reversed": "reversed",
    "swapped": "with parts swapped",
    "reworded": "reworded",
}
NOTICES: dict[NoticeType, str] = {
    "correction": "correction notice",
    "clarification": "clarification",
    "update": "update notice",
    "editors_note": "editor's note",
    "withdrawal": "withdrawal notice",
}
MENTIONED = "mentioned in a notice"
UNMENTIONED = "no notice"
IN_NO_NOTICE = "in no notice"
UPDATE = "an update"
_OWNED: dict[NoticeType, str] = {
    "correction": "corrected in a notice",
    "clarification": "clarified in a notice",
    "update": MENTIONED,
    "editors_note": "explained in an editor's note",
    "withdrawal": MENTIONED,
}
STANDINGS = {"new": "New", "kept": "Unchanged", "removed": "Removed"}


def noun(kind: str, label: str) -> str:
    """What changed, coarsely: "figure" for every label but a few."""
    return NOUNS.get(f"{kind} {label}") or NOUNS[kind]


def kind_name(kind: str) -> str:
    """A kind as the name of a lane, a row or a choice: "quotations", "certainty"."""
    return "certainty" if kind == "certainty" else plural(NOUNS[kind])


def aspect(kind: str, label: str) -> str:
    """What changed, precisely: "figure bound"."""
    return _ASPECTS.get(f"{kind} {label}") or noun(kind, label)


def added_noun(kind: str) -> str:
    """What a new sentence holds: "attributed statement" for what somebody says in it."""
    return NOUNS["attribution content"] if kind == "attribution" else NOUNS[kind]


def verb(label: str) -> str:
    """What happened to it."""
    return _VERBS.get(label, "changed")


def outcome(kind: str, label: str) -> tuple[str, str]:
    """Noun and verb of a change for a summary of many: ("source", "changed") for `identified`."""
    if kind == "certainty":
        return "degree of certainty", "changed"
    if kind == "statement" and label in _ONE_SIDED:  # words that came into a sentence, or left it
        return "statement", "changed"
    return noun(kind, label), verb(label) if label in _DISTINGUISHED else "changed"


def label_phrase(kind: str, label: str, severity: str = "") -> str:
    """One label in words: "quoted wording changed"; `severity` tells words that came in from a whole sentence."""
    if kind == "statement" and label in _ONE_SIDED and severity:
        return f"{'sentence' if severity == 'low' else 'words'} {label}"
    return f"{aspect(kind, label)} {verb(label)}"


def gathered(counts: Mapping[tuple[str, str], int]) -> str:
    """Counts of (noun, verb) as clauses, "changed" first, the others in the order given."""
    clauses: dict[str, list[str]] = {"changed": []}
    for (thing, became), number in counts.items():
        clauses.setdefault(became, []).append(count(number, thing))
    return "; ".join(f"{listing(things)} {became}" for became, things in clauses.items() if things)


def remarks(also: int, moved: bool) -> list[str]:
    """Remarks about where else a change was made."""
    places = f"also in {count(also, 'other place')}" if also else ""
    moves = "in a sentence that moved" if moved else ""
    return list(filter(None, [places, moves]))


def mentions(changes: Sequence[int], standing: str) -> str:
    """The changes that a notice mentions; that a new one mentions none is worth saying."""
    if changes:
        return f"mentions change{'s' * (len(changes) > 1)} {listing([str(number) for number in changes])}"
    return "mentions no changes" if standing == "new" else ""


def standing(change: Change, notice: NoticeType) -> str:
    """What readers were told of a change, where they could expect to be told; `notice` is the type of its notice."""
    if change.acknowledged:
        return _OWNED[notice]
    if change.update:
        return UPDATE
    return IN_NO_NOTICE if change.severity == "high" and change.old else ""


def moment(time: str) -> str:
    """An ISO 8601 time in UTC as people write it: "31 October 2024, 20:08 UTC"; anything else unchanged."""
    day, _, clock = time.partition("T")
    year, *rest = day.split("-")
    if len(rest) != 2 or not clock.endswith("Z") or not rest[0].isdecimal() or not 1 <= int(rest[0]) <= 12:
        return time
    return f"{rest[1].lstrip('0')} {MONTHS[int(rest[0]) - 1]} {year}, {clock[:-1].removesuffix(':00')} UTC"


def short_moment(time: str) -> str:
    """A time as a list has room for it: "31 Oct 2024, 20:08", in UTC; anything else unchanged."""
    long = moment(time)
    if long == time:
        return time
    number, month, rest = long.removesuffix(" UTC").split(" ", 2)
    return f"{number} {month[:3]} {rest}"


def day(date: str) -> str:
    """A date as precise as known: "31 October 2024", "October 2024", "week 44 of 2024"; anything else unchanged."""
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


def heading(message: str) -> str:
    """A message as a heading, with no line break after its arrow: "Dead: 12 → 21"."""
    first = message.partition(" ")[0]
    start = first.capitalize() if first.islower() else first
    return arrows(start + message[len(first) :])


def arrows(message: str) -> str:
    """A message with printed arrows, none of them at the end of a line."""
    return message.replace(" -> ", " →\N{NO-BREAK SPACE}")


def printed(message: str) -> str:
    """A message as it is set on a page: curly quotation marks, real arrows and ellipses."""
    curly = _OPENING.sub(lambda found: "“" if found[0] == '"' else "‘", arrows(message))
    curly = curly.replace('"', "”").replace("'", "’").replace("...", "…")
    return _DANGLING.sub("", curly)


def unbroken(sentence: str) -> str:
    """A sentence in which no line break separates a number from what it counts."""
    return _COUNTED.sub("\N{NO-BREAK SPACE}", sentence)
