"""The closed lists of the interface: kinds, labels, severities, bounds, roles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

Kind = Literal["figure", "date", "quote", "attribution", "name", "certainty", "statement"]
Label = Literal[
    "added",
    "removed",
    "value",
    "unit",
    "bound",
    "noun",
    "words",
    "speaker",
    "paraphrased",
    "quoted",
    "source",
    "anonymized",
    "identified",
    "role",
    "cue",
    "dropped",
    "attributed",
    "content",
    "spelling",
    "replaced",
    "stronger",
    "weaker",
    "negated",
    "reversed",
    "swapped",
    "scope",
    "status",
    "word",
    "reworded",
]
Severity = Literal["high", "medium", "low"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The severities, gravest first: the index is the rank."""
Bound = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "range", "vague"]
DateBound = Literal["on", "from", "until", "by", "before", "after", "about", "within", "at_least", "at_most"]
DateType = Literal["date", "time", "duration", "set"]
QuoteForm = Literal["direct", "partial", "block"]
Mode = Literal["direct", "indirect", "mixed"]
NameType = Literal["person", "organization", "place", "other", "contact"]
NoticeType = Literal["correction", "clarification", "update", "editors_note", "withdrawal"]
Side = Literal["old", "new"]
SentenceOpName = Literal["equal", "edit", "add", "delete", "move", "split", "merge"]
MarkOp = Literal["equal", "insert", "delete", "replace"]
Became = Literal["first", "added", "changed", "split", "joined", "back", "removed"]

Role = Literal[
    "body",
    "headline",
    "field",
    "heading",
    "item",
    "row",
    "caption",
    "byline",
    "dateline",
    "furniture",
    "notice",
    "data",
]
"""What a block of an article is.

`field` is a value of front matter that readers see (headline, dek, byline); `data` one they do not.
`row` is a row of a table, whose cells are its sentences; `caption` the words under or in place of a picture.
`furniture` is a line that gives the time of publication or update, calls readers elsewhere or credits a picture;
`notice` acknowledges a change.
"""


def gravest(severities: Iterable[Severity]) -> Severity:
    """The gravest of some severities; "low" where there are none."""
    return min(severities, key=SEVERITIES.index, default="low")
