"""The reference of the rules: complete, true, and the one that docs/rules.md shows."""

from __future__ import annotations

from pathlib import Path

import pytest

import revtrack
from revtrack import claims
from revtrack.changes import severity
from revtrack.errors import UnknownError
from revtrack.finding import Finding
from revtrack.gate import review
from revtrack.gate.house import WAYS, Layer, Policy
from revtrack.gate.page import Page
from revtrack.gate.pages import page_of
from revtrack.gate.reference import document, page
from revtrack.gate.rules import FAMILIES, code_for, find, rules

DOCS = Path(__file__).parents[2] / "docs"
POLICY = Policy((), WAYS)
CHECKS = ("advice", "notice", "article", "acceptance", "headline", "house rules")


def found(code: str, example: Page) -> list[Finding]:
    """The findings in the example of a rule, which a house switches on where it is off by default."""
    off = Layer("x", {code: "low"} if find(code).severity == "off" else {})
    policy = Policy((off,), WAYS)
    if code == code_for("house rules", "edited"):
        return review.house_rules("revtrack.toml", POLICY)
    if not example.old:
        return review.advice_on(claims.of(example.new), "story.md", POLICY)
    if not example.new:
        return review.removed("story.md", POLICY)
    return review.findings(revtrack.compare(example.old, example.new), "story.md", policy)


@pytest.mark.parametrize("code", rules())
def test_the_example_of_every_rule_breaks_it(code: str) -> None:
    """An example that the gate lets pass would teach the wrong thing."""
    assert code in {finding.code for finding in found(code, page_of(code))}


@pytest.mark.parametrize("code", rules())
def test_every_page_says_what_why_and_what_to_do(code: str) -> None:
    """One page holds all there is to know, and no mark in it is hidden by Markdown."""
    text = page(find(code))
    assert text.startswith(f"# {code}\n")
    assert page_of(code).why in text
    assert "```diff\n" in text
    assert "What to do: " in text
    assert "<!--" not in text.rpartition("```")[2].replace("`<!--", "")


def test_every_kind_and_label_of_a_change_has_a_rule() -> None:
    """No change can come without a code, and a rule is as grave as its label unless the house says otherwise."""
    for kind, levels in severity._TABLE.items():
        for label in {"added", "removed", *(label for labels in levels.values() for label in labels)}:
            if (kind, label) in {(kind, label) for kind in ("name", "certainty") for label in ("added", "removed")}:
                continue
            assert rules()[code_for(kind, label)].severity == severity.of(kind, [label]), (kind, label)
    assert rules()[code_for("name", "spelling")].severity == "low"


def test_what_is_off_by_default_is_switched_on_by_its_code_alone() -> None:
    """`S = "high"` makes the family graver and does not list every sentence that was added."""
    rule, family = find("S108"), Policy((Layer("x", {"S": "high"}),), WAYS)
    assert (POLICY.level(rule)[0], family.level(rule)[0]) == ("off", "off")
    assert family.level(find("S105"))[0] == "high"
    assert Policy((Layer("x", {"S108": "low"}),), WAYS).level(rule)[0] == "low"


def test_codes_are_unique_and_of_a_family() -> None:
    """A code is a letter of a family and three digits; only checks of the gate's own have a remedy of their own."""
    for code, rule in rules().items():
        assert code[0] in FAMILIES
        assert code[1:].isdigit()
        assert bool(rule.remedy) == (rule.about[0] in CHECKS)


def test_a_code_is_found_in_any_case() -> None:
    """`q101` is what one types."""
    assert find("q101").code == "Q101"


@pytest.mark.parametrize(("wrong", "near"), [("Q1O1", "Q101"), ("f1001", "F101"), ("K 104", "K104")])
def test_an_unknown_code_names_the_nearest(wrong: str, near: str) -> None:
    """A slip of the finger is answered with what was meant."""
    with pytest.raises(UnknownError, match=rf"no such rule: did you mean {near}\?"):
        find(wrong)


def test_the_documentation_is_what_the_command_prints() -> None:
    """After a change of the rules: `revtrack rule --all > docs/rules.md`."""
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == document()
