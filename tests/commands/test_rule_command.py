"""`revtrack rule`: the pages of the rules."""

from __future__ import annotations

from revtrack.gate.rules import rules
from tests.commands.newsdesk import Desk


def test_the_page_of_a_rule(empty: Desk) -> None:
    """What, why, an example, and how to accept it."""
    page = empty.ok("rule", "q101")
    assert page.startswith("# Q101\n\n**The words of a quotation changed.** Severity: high.\n")
    assert "<!-- revtrack: accept Q101 REASON -->" in page
    assert "Accept-Change: Q101 REASON" in page


def test_all_rules_in_a_list(empty: Desk) -> None:
    """Code, severity, title."""
    lines = empty.ok("rule").splitlines()
    assert len(lines) == len(rules())
    assert lines[0] == "F101  high    a figure changed"


def test_an_unknown_code_names_the_nearest(empty: Desk) -> None:
    """Exit code 2."""
    assert empty.fails("rule", "Q1O1") == "revtrack: error: Q1O1: no such rule: did you mean Q101?\n"
