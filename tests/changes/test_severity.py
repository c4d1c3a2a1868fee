"""Severity: one table, the gravest label decides."""

from __future__ import annotations

from typing import get_args

import pytest

import revtrack
from revtrack.changes import severity
from revtrack.model import Kind, Label

TABLE = {
    "high": [
        "figure/value",
        "figure/unit",
        "figure/noun",
        "figure/removed",
        "quote/words",
        "quote/speaker",
        "quote/removed",
        "attribution/source",
        "attribution/anonymized",
        "attribution/dropped",
        "attribution/removed",
        "certainty/negated",
    ],
    "medium": [
        "figure/bound",
        "date/value",
        "date/removed",
        "quote/paraphrased",
        "quote/quoted",
        "attribution/identified",
        "attribution/attributed",
        "attribution/role",
        "attribution/cue",
        "attribution/content",
        "certainty/stronger",
        "certainty/weaker",
    ],
    "low": ["figure/added", "date/added", "quote/added", "attribution/added", "name/spelling"],
}
ROWS = [(*name.split("/"), grade) for grade, names in TABLE.items() for name in names]


@pytest.mark.parametrize(("kind", "label", "grade"), ROWS)
def test_the_severity_of_a_label(kind: Kind, label: Label, grade: str) -> None:
    assert label in get_args(Label)
    assert severity.of(kind, (label,)) == grade


def test_the_gravest_label_decides() -> None:
    assert severity.of("figure", ("bound", "value")) == "high"
    assert severity.of("attribution", ("cue", "role")) == "medium"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Lind pleaded guilty to fraud in Arvo.", "Lind was convicted of fraud in Arvo.", "medium"),
        ("The road closed on Monday in Arvo.", "The road reopened on Monday in Arvo.", "high"),
        ("Lind was convicted of fraud in Arvo.", "Lind was charged with fraud in Arvo.", "high"),
        ("Berg resigned in the spring.", "Berg was dismissed in the spring.", "high"),
        ("Berg resigned in the spring.", "Berg retired in the spring.", "medium"),
    ],
)
def test_what_becomes_of_a_person_weighs_more(old: str, new: str, expected: str) -> None:
    assert max_severity(old, new) == expected


def max_severity(old: str, new: str) -> str:
    return revtrack.compare(old, new).changes[0].severity
