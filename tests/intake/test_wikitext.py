"""Wikitext: what a reader sees, and pages that are made to choke on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.intake import wikitext

SHOWN = {
    "Twelve people died.": "Twelve people died.",
    "One line\nand its next.\n\nAnother.": "One line and its next.\n\nAnother.",
    "'''SELM''' — ''At least'' '''''12''''' died.": "SELM — At least 12 died.",
    "The ''Post'''s words, it's.": "The Post's words, it's.",
    "[[Selm]], [[Selm|the town]], [[w:Selm]], [[:w:Selm|x]], [[Selm|]].": "Selm, the town, Selm, x, Selm.",
    "A {{w|ferry}} and {{W|Ada Lind|Lind}}{{unknown|x}}.": "A ferry and Lind.",
    "{{date|October 31, 2024}}\nAt least 12.": "October 31, 2024\n\nAt least 12.",
    "{{nowrap|12 [[x|km]]}} and {{convert|5|km}}, {{lang|de|Wort}}": "12 km and 5 km, Wort",
    "{{infobox\n| a = {{w|b}}\n| c = d\n}}Text.": "Text.",
    "A<ref>x</ref> b<ref name='y'/> c<REF >z</REF>.<!-- x --> d": "A b c. d",
    "A<br/>b <b>c</b> <span style='x'>d</span>": "A\n\nb c d",
    "[[File:a.jpg|thumb|A [[ferry]] burns]]Text.[[Category:Ferries]][[de:Fähre]]": "Text.",
    "[[Datei:a.jpg|x]]Text.": "Text.",
    "[http://x.example The report] says [https://y.example] so.": "The report says so.",
    "== Aftermath ==\nText.\n=== Empty ===\n== Sources ==\n*{{source|url=x}}\n": "## Aftermath\n\nText.",
    "* one\n** two\n# three\n: four\n; five": "- one\n\n- two\n\n- three\n\nfour\n\nfive",
    '{| class="x"\n|+ Toll\n|-\n! Town !! All\n|-\n| a="x" | Selm || 12\n|}': "Toll\n\n| Town | All |\n\n| Selm | 12 |",
    "&lt;b&gt; &amp; 5&nbsp;km &ndash; x": "<b> & 5 km – x",
    "<nowiki>''a'' [[b]] &amp; {{c}}</nowiki> ''d''": "''a'' [[b]] &amp; {{c}} d",
    "a = b\n==\n----\n__NOTOC__Text.": "a = b ==\n\nText.",
    "{{a|b and [[c and ''d''": "{{a|b and [[c and d",
    "a }} b ]] c |} d | e": "a }} b ]] c |} d | e",
    "[[a {{w|b]] c}}": "a {{w|b c}}",
    "<!-- never closed": "",
    "<ref>never closed": "never closed",
}


@pytest.mark.parametrize("source", SHOWN, ids=lambda source: source[:30])
def test_what_a_reader_sees(source: str) -> None:
    """Words, headings, items and rows; no furniture; a mark without its partner is text."""
    assert wikitext.text(source, ["datei"]) == SHOWN[source]


@pytest.mark.parametrize("source", ["#REDIRECT [[Selm]]", "#redirect: [[Selm]]", " #WEITERLEITUNG [[Selm]]"])
def test_redirects(source: str) -> None:
    assert wikitext.is_redirect(source)
    assert not wikitext.is_redirect(f"{source[:3]} Text [[x]]")


UNITS = ["[[", "{{", "{{a|", "{{a|b=", "<b>", "[[a|", "{|\n", "<ref", "<ref>", "[http://a ", "{{{a|", "<!--", "<a b="]


@pytest.mark.parametrize("unit", [*UNITS, "{|\n|\n", "[[a|{{b|", "<b>{{a|", "<nowiki>", "\n==", "|", "[[a|{{w|x]]"])
def test_marks_that_are_never_closed(unit: str) -> None:
    """Thousands of them are read in one pass: parsers that look ahead from each do not end."""
    assert wikitext.text(f"First. {unit * 20_000}").startswith("First.")


def test_what_is_deep_is_text() -> None:
    """Each level of templates would copy the words again."""
    assert "word" in wikitext.text("[[a|" * 50_000 + "word " * 10_000 + "]]" * 50_000)


@given(st.lists(st.sampled_from([*UNITS, "}}", "]]", "|}", "|", "\n", "x", "''", "=", "</ref>", "<br>"]), max_size=30))
def test_any_marks_in_any_order(parts: list[str]) -> None:
    """Nothing fails, and what is read is read the same again."""
    source = "".join(parts)
    assert wikitext.text(source) == wikitext.text(source)
