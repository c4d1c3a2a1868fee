"""How much a change matters, by its gravest label.

The table follows newsroom practice: wrong numbers, facts, quotations and sources are corrected openly, spelling
is corrected quietly (Reuters handbook: CORRECTED against REFILE; BBC guidelines 3.3.28).
"""

from __future__ import annotations

from collections.abc import Iterable

from revtrack.model import Kind, Label, Severity, gravest

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


def _of_label(kind: Kind, label: Label) -> Severity:
    return next((severity for severity, labels in _TABLE[kind].items() if label in labels), "low")
