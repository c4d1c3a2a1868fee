"""How much a change matters, by its gravest label.

The table follows newsroom practice: wrong numbers, facts, quotations and sources are corrected openly, spelling
is corrected quietly (Reuters handbook: CORRECTED against REFILE; BBC guidelines 3.3.28).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from revtrack import lexicon
from revtrack.model import Change, Kind, Label, Severity, gravest
from revtrack.model.record import replace
from revtrack.text.expressions import expression
from revtrack.text.tokens import LETTERS

_WORD = expression(LETTERS)

_TABLE: dict[Kind, dict[Severity, frozenset[Label]]] = {
    "figure": {"high": frozenset(("value", "unit", "noun", "removed")), "medium": frozenset(("bound",))},
    "date": {"medium": frozenset(("value", "bound", "removed"))},
    "quote": {
        "high": frozenset(("words", "speaker", "removed")),
        "medium": frozenset(("paraphrased", "quoted")),
    },
    "attribution": {
        "high": frozenset(("source", "anonymized", "dropped", "removed")),
        "medium": frozenset(("identified", "attributed", "role", "cue", "content")),
    },
    "name": {"high": frozenset(("replaced",))},
    "certainty": {"high": frozenset(("negated",)), "medium": frozenset(("stronger", "weaker"))},
    "statement": {
        "high": frozenset(("reversed", "swapped")),
        "medium": frozenset(("scope", "status", "word", "added", "removed")),
    },
}


def of(kind: Kind, labels: Iterable[Label]) -> Severity:
    """The severity of the gravest label; what the table does not name is low."""
    return gravest(_of_label(kind, label) for label in labels)


def weighed(change: Change) -> Change:
    """A changed statement, high where it is another fate of a person: charged -> convicted, dead -> missing."""
    if change.kind != "statement" or change.severity != "medium" or not change.old or not change.new:
        return change
    old, new = (_fates(side.text) for side in (change.old, change.new))
    return replace(change, severity="high") if old and new and old.isdisjoint(new) else change


def _fates(text: str) -> frozenset[str]:
    """What the words say became of a person, by the classes of the table."""
    return frozenset(kind for word in _WORD.findall(text.lower()) if (kind := _table().get(word)))


@cache
def _table() -> dict[str, str]:
    return lexicon.mapping("personal_fates")


def _of_label(kind: Kind, label: Label) -> Severity:
    return next((severity for severity, labels in _TABLE[kind].items() if label in labels), "low")
