"""Severity: one table, the gravest label decides."""

from __future__ import annotations

from typing import get_args

import pytest

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
