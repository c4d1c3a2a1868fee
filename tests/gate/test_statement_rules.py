"""Changed statements as findings: which stop an edit, which are shown, and which are only counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

import revtrack
from revtrack.finding import Finding, Rewordings
from revtrack.gate import review, rewordings
from revtrack.gate.house import WAYS, Layer, Policy
from revtrack.model import Change, Diff, Label, Passage, Severity

OLD = "The court upheld the ban. Nobody saw it.\n"
NEW = "The court overturned the ban. Nobody saw it.\n"
POLICY = Policy((), WAYS)


def edit(*labelled: tuple[Label, Severity]) -> Diff:
    """An edit with these changes of its first sentence and no other."""
    sides = Passage(0, 24, OLD[:24], 0), Passage(0, 28, NEW[:28], 0)
    changes = (Change("statement", (label,), severity, *sides, label) for label, severity in labelled)
    return replace(revtrack.compare(OLD, NEW), changes=tuple(changes))


def found(diff: Diff, policy: Policy = POLICY) -> list[Finding]:
    return [one for one in review.findings(diff, "court.md", policy) if one.code != "K101"]


@pytest.mark.parametrize(
    ("label", "severity", "code", "stops"),
    [
        ("reversed", "high", "S101", True),
        ("swapped", "high", "S102", True),
        ("scope", "medium", "S103", False),
        ("status", "medium", "S104", False),
        ("word", "medium", "S105", False),
        ("added", "medium", "S106", False),
        ("removed", "medium", "S107", False),
    ],
)
def test_a_changed_statement_is_a_finding(label: Label, severity: Severity, code: str, stops: bool) -> None:
    """The opposite stops an edit; what else changed is shown."""
    [finding] = found(edit((label, severity)))
    assert (finding.code, finding.severity) == (code, severity)
    assert bool(review.stopping([finding], POLICY)) == stops


@pytest.mark.parametrize(("label", "code"), [("added", "S108"), ("removed", "S109"), ("reworded", "S110")])
def test_a_sentence_without_a_claim_is_a_finding_where_a_house_asks_for_it(label: Label, code: str) -> None:
    """And never passed over: it is counted."""
    diff = edit((label, "low"))
    assert found(diff) == []
    counts = [int(label == one) for one in ("reworded", "added", "removed")]
    told = rewordings.of(diff, "court.md", POLICY)
    assert told == Rewordings("court.md", counts[0], counts[1], counts[2], "revtrack diff court.md --all")
    house = Policy((Layer("x", {code: "medium"}),), WAYS)
    assert [(one.code, one.severity) for one in found(diff, house)] == [(code, "medium")]
    assert rewordings.of(diff, "court.md", house) is None


def test_the_versions_of_a_range_are_named() -> None:
    """So that the command shows the same edit."""
    told = rewordings.of(edit(("reworded", "low")), "a court.md", POLICY, ("a" * 40, "b" * 40))
    assert told
    assert told.command == 'revtrack diff "a court.md" aaaaaaaaaa bbbbbbbbbb --all'


def test_a_live_blog_may_turn_round() -> None:
    """Its statements change by the minute, as its figures do."""
    from revtrack.gate.house import House, policy

    live = policy(House(), "a.md", "---\nlive: true\n---\n", "2024-10-31T12:00:00+00:00")
    assert [one.severity for one in found(edit(("reversed", "high")), live)] == ["low"]
