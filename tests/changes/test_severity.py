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
        "name/replaced",
        "statement/reversed",
        "statement/swapped",
    ],
    "medium": [
        "date/bound",
        "statement/added",
        "statement/removed",
        "statement/scope",
        "statement/status",
        "statement/word",
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
    "low": ["figure/added", "date/added", "quote/added", "attribution/added", "name/spelling", "statement/reworded"],
}
ROWS = [(*name.split("/"), grade) for grade, names in TABLE.items() for name in names]


@pytest.mark.parametrize(("kind", "label", "grade"), ROWS)
def test_the_severity_of_a_label(kind: Kind, label: Label, grade: str) -> None:
    assert label in get_args(Label)
    assert severity.of(kind, (label,)) == grade


def test_every_label_that_weighs_is_listed_here() -> None:
    weighs = {
        f"{kind}/{label}" for kind, grades in severity._TABLE.items() for labels in grades.values() for label in labels
    }
    assert weighs == {*TABLE["high"], *TABLE["medium"]}


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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We sail on Friday", "We sail on Sunday", "high"),
        ("We lost about 12 boats", "We lost 12 boats", "high"),
        ("We sail", "We sail on Sunday", "low"),
    ],
)
def test_a_value_in_quotation_marks_weighs_more(old: str, new: str, expected: str) -> None:
    """What somebody is quoted with is their words; one that was added inside them is news like any other."""
    versions = [f'The strike is over. "{words}," Ida Lind said at the quay.' for words in (old, new)]
    grades = [one.severity for one in revtrack.compare(*versions).changes if one.kind in ("figure", "date")]
    assert grades == [expected]


def max_severity(old: str, new: str) -> str:
    return revtrack.compare(old, new).changes[0].severity
