"""An edit becomes findings: their codes, places and words, and how they are settled."""

from __future__ import annotations

import pytest

import revtrack
from revtrack import claims
from revtrack.finding import Finding, Settlement
from revtrack.gate import review
from revtrack.gate.house import WAYS, Layer, Policy

OLD = """---
title: Ferry toll rises
---

At least 12 people died when a ferry sank on Monday, police said.

"We may raise the wreck," said harbour master Ada Lind.

The ferry was built by Omar Keller.
"""
NOTICE = "\nAn earlier version of this article gave the number of people as 12. It is 21.\n"
POLICY = Policy((), WAYS)


def found(new: str, old: str = OLD, policy: Policy = POLICY) -> list[Finding]:
    return review.findings(revtrack.compare(old, new), "news/ferry.md", policy)


def codes(new: str, old: str = OLD, policy: Policy = POLICY) -> list[tuple[str, str]]:
    """Codes in order, each with how it was settled, but for the reminder K101."""
    return [(one.code, one.settled.by if one.settled else "") for one in found(new, old, policy) if one.code != "K101"]


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        OLD.replace("12", "twelve"),
        OLD.replace('"We may raise the wreck,"', "“We may raise the wreck,”"),
        OLD.replace("\n", "\r\n"),
        OLD.replace('wreck," said harbour master Ada Lind', 'wreck," harbour master Ada Lind said'),
        OLD.replace("The ferry was built", "<!-- a comment --> The ferry was built"),
    ],
)
def test_a_change_of_form_is_free(new: str) -> None:
    """Nobody is stopped for a comma, a curly mark or a line end."""
    assert found(new) == []


def test_a_finding_tells_where_what_and_what_to_do() -> None:
    """Line and column are those of the new version; the words around the claim are given on both sides."""
    [finding, reminder] = found("\n" + OLD.replace("12 people", "21 people"), "\n" + OLD)
    assert (finding.code, finding.severity, finding.path) == ("F101", "high", "news/ferry.md")
    assert (finding.line, finding.column, finding.end) == (6, 10, (6, 12))
    assert "12 -> at least 21" in finding.message
    assert finding.old == "At least 12 people died when a ferry sank on Monday, police said."
    assert finding.new == "At least 21 people died when a ferry sank on Monday, police said."
    assert "revtrack note news/ferry.md" in finding.action
    assert "<!-- revtrack: accept F101 REASON -->" in finding.action
    assert "Accept-Change: F101 REASON" in finding.action
    assert (reminder.code, reminder.severity, reminder.line) == ("K101", "low", 10)


def test_lines_are_counted_as_editors_count_them() -> None:
    """CRLF is one line end; a column is a code point, whatever it takes in UTF-8."""
    old = "Über 12 Leute: “Ünï”\r\n\r\n“Çé” — 12 people died.\r\n"
    finding = next(one for one in found(old.replace("— 12", "— 21"), old) if one.code == "F101")
    assert (finding.line, finding.column) == (3, 8)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD.replace("12", "21"), [("F101", "")]),
        (OLD.replace("may raise", "will raise"), [("Q101", "")]),
        (OLD.replace("12", "21").replace("may raise", "will raise"), [("F101", ""), ("Q101", "")]),
        (OLD.replace("Keller", "Kellar"), [("N101", "")]),
        (OLD.replace("At least 12", "12"), [("F105", "")]),
        (OLD.replace("12", "21") + NOTICE, [("F101", "notice")]),
        (OLD.replace("12", "21").replace("may raise", "will raise") + NOTICE, [("F101", "notice"), ("Q101", "")]),
    ],
)
def test_changes_and_their_codes(new: str, expected: list[tuple[str, str]]) -> None:
    """One change is one finding; a notice settles what it names and nothing else."""
    assert codes(new) == expected


def marked(codes: str, reason: str = "misheard by the sub-editor") -> str:
    return f"<!-- revtrack: accept {codes} {reason} -->"


@pytest.mark.parametrize(
    ("mark", "place", "expected"),
    [
        (marked("Q101"), "Lind.", [("Q101", "mark")]),
        (marked("q101"), "Lind.", [("Q101", "mark")]),
        (marked("F101, Q101"), "Lind.", [("Q101", "mark")]),
        (marked("Q102"), "Lind.", [("Q101", ""), ("K108", "")]),
        (marked("Q101"), "Keller.", [("Q101", ""), ("K108", "")]),
        (marked("Q101", ""), "Lind.", [("Q101", ""), ("K109", "")]),
        (marked("Q999"), "Lind.", [("Q101", ""), ("K109", "")]),
    ],
)
def test_a_mark_accepts_what_stands_in_its_paragraph(mark: str, place: str, expected: list[tuple[str, str]]) -> None:
    """Of its code and with a reason; a mark that does nothing is a finding itself."""
    assert codes(OLD.replace("may raise", "will raise").replace(place, f"{place} {mark}")) == expected


def test_two_marks_of_one_code_are_both_needed() -> None:
    """One for each change of a paragraph; neither is idle."""
    old = "The flood killed 12 people and injured 30 people.\n"
    new = f"The flood killed 14 people and injured 33 people. {marked('F101', 'dead')} {marked('F101', 'hurt')}\n"
    assert codes(new, old) == [("F101", "mark"), ("F101", "mark")]


def test_the_reason_of_a_mark_is_kept() -> None:
    """It is what the next reader of the history wants to know."""
    finding = found(OLD.replace("may raise", "will raise").replace("Lind.", f"Lind. {marked('Q101')}"))[0]
    assert finding.settled == Settlement("mark", "misheard by the sub-editor")


def test_a_mark_can_accept_that_a_paragraph_went() -> None:
    """It stands where the words stood: beside their neighbours, or alone between them."""
    quotation = '"We may raise the wreck," said harbour master Ada Lind.\n'
    assert {code for code, by in codes(OLD.replace(quotation, "")) if not by} == {"Q102", "A104"}
    assert {by for _, by in codes(OLD.replace(quotation, marked("Q102, A104") + "\n"))} == {"mark"}


def test_a_spent_mark_accepts_nothing_and_is_no_finding() -> None:
    """The mark of an older change stays in the source without harm, and without use."""
    once = OLD.replace("may raise", "will raise").replace("Lind.", f"Lind. {marked('Q101')}")
    assert codes(once.replace("will raise", "must raise"), once) == [("Q101", "")]
    assert codes(once.replace("Keller", "Kellar"), once) == [("N101", "")]
    renewed = once.replace("will raise", "must raise").replace("misheard", "misheard again")
    assert codes(renewed, once) == [("Q101", "mark")]


def test_a_mark_is_not_needed_where_a_notice_owns_up() -> None:
    """Readers were told; the mark says nothing more."""
    new = OLD.replace("12", "21").replace("police said.", f"police said. {marked('F101')}") + NOTICE
    assert codes(new) == [("F101", "notice"), ("K108", "")]


def test_a_change_in_front_matter_is_accepted_there() -> None:
    """A headline has no paragraph."""
    old = OLD.replace("Ferry toll rises", "Ferry toll at 30")
    new = old.replace("at 30", "at 31\n# revtrack: accept F101 typing error")
    assert ("F101", "mark") in codes(new, old)


@pytest.mark.parametrize(
    ("accepts", "expected"),
    [(("mark", "trailer"), ""), (("notice",), "notice")],
)
def test_a_house_says_which_ways_it_accepts(accepts: tuple[str, ...], expected: str) -> None:
    """What it does not accept settles nothing, and is not offered."""
    policy = Policy((), accepts)  # type: ignore[arg-type]
    finding = next(one for one in found(OLD.replace("12", "21") + NOTICE, policy=policy) if one.code == "F101")
    assert (finding.settled.by if finding.settled else "") == expected
    assert ("notice" in finding.action) == ("notice" in accepts)
    assert ("revtrack: accept" in finding.action) == ("mark" in accepts)


def test_a_house_says_how_grave_a_code_is() -> None:
    """Off is not told at all; a change with two labels is as grave as the graver of them."""
    off = Policy((Layer("x", {"F101": "off"}),), WAYS)
    assert codes(OLD.replace("12", "21"), policy=off) == []
    assert codes(OLD.replace("At least 12", "21"), policy=off) == [("F105", "")]
    low = Policy((Layer("x", {"F": "low", "K101": "off"}),), WAYS)
    assert [one.severity for one in found(OLD.replace("12", "21"), policy=low)] == ["low"]


def test_a_figure_in_a_quotation_is_as_grave_as_the_quotation() -> None:
    """A change can be graver than its label; a house that names the code has the last word."""
    old = '"We lost about 40 boats," said Ada Lind.\n'
    new = old.replace("about 40", "40")
    graver = {one.code: one.severity for one in found(new, old)}
    house = Policy((Layer("x", {"F105": "low"}),), WAYS)
    named = {one.code: one.severity for one in found(new, old, house)}
    assert graver["F105"] == revtrack.compare(old, new).changes[0].severity
    assert named["F105"] == "low"


def test_what_stops_an_edit() -> None:
    """What is settled or advice stops nothing."""
    new = OLD.replace("12", "21").replace("may raise", "will raise") + NOTICE
    assert [one.code for one in review.stopping(found(new), POLICY)] == ["Q101"]
    advice = review.advice_on(claims.of('The council met.\n\n"We will close the harbour for good."\n'), "a.md", POLICY)
    assert [one.code for one in advice] == ["Q201"]
    assert review.stopping(advice, Policy((Layer("x", {}, "low"),), WAYS)) == []


def test_advice_on_an_edit_looks_at_its_own_sentences() -> None:
    """What stood there before was looked at before."""
    old = 'The council met.\n\n"We will close the harbour for good."\n'
    new = old + '\n"Nobody asked us about the wreck."\n'
    found = review.findings(revtrack.compare(old, new), "a.md", POLICY, advise=True)
    assert [(one.code, one.new) for one in found if one.advice] == [("Q201", '"Nobody asked us about the wreck."')]


def test_an_article_that_was_taken_out_is_a_finding() -> None:
    """It has no line to put a mark on."""
    [finding] = review.removed("news/ferry.md", POLICY)
    assert (finding.code, finding.line, "revtrack: accept" in finding.action) == ("K107", 1, False)


def test_findings_come_in_text_order_and_always_the_same() -> None:
    """Two runs give the same bytes."""
    new = OLD.replace("12", "21").replace("may raise", "will raise").replace("Keller", "Kellar")
    once = found(new)
    assert once == found(new)
    assert [(one.line, one.column) for one in once] == sorted((one.line, one.column) for one in once)
