"""Markdown for pull requests and mail: legible unrendered, and the article's own signs escaped."""

import re
from dataclasses import replace

import pytest

import revtrack
from revtrack.report import markdown
from tests.report.hand_made import edited, notice, revision

# The tags that a document may have.
OURS = re.compile(r"</?(?:del|ins|details|summary)>|<br>")
TOLL = edited("At least 12 people died.", "At least 21 people died.", ("12", "21"))


def test_a_diff_is_a_heading_what_to_know_and_each_passage_once() -> None:
    assert (
        markdown.diff(TOLL)
        == """\
## At least 21 people died.

5 words

### One thing to know

- **1** **People**: <del>12</del> → <ins>21</ins>; *in no notice*

**1 serious change is in no notice: 1.**

### Told differently: 1 passage

**Paragraph 1**, high

> At least <del>12</del> <ins>21</ins> people died.

- **1** people: 12 → 21; *in no notice*
"""
    )


def test_notices_are_listed() -> None:
    diff = replace(TOLL, notices=(notice(TOLL.after, "At least 21 people died.", 0),))
    assert "- **New correction notice**, mentions change 1: At least 21 people died.\n" in markdown.diff(diff)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Around 10,000 (+25 %), 3-4!", "Around 10,000 (+25 %), 3-4!"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[x](javascript:1) ![i](//h)", r"\[x\](javascript:1) !\[i\](//h)"),
        ("<img src=x onerror=1> &lt;", r"\<img src=x onerror=1> \&lt;"),
        ("# 1 | ~~x~~ $y$", r"\# 1 | \~\~x\~\~ \$y\$"),
        (r"\*", r"\\\*"),
        ("mail @desk now", "mail @\u200bdesk now"),
    ],
)
def test_markdown_in_an_article_is_escaped(text: str, shown: str) -> None:
    assert markdown.escaped(text) == shown


def test_nothing_of_an_article_is_markup_or_acts() -> None:
    evil = "<script>alert(1)</script>\u202e\x1b[31m\n# no heading"
    diff = edited(f"{evil} 12 died.", f"{evil} 21 died.", ("12", "21"))
    known = revision(note=evil, by=evil, article=evil)
    diff = replace(diff, old=known, new=known, changes=(replace(diff.changes[0], message=evil),))
    text = markdown.diff(replace(diff, notices=(replace(notice(diff.after, "21"), text=evil),)))
    assert "<" not in OURS.sub("", text.replace("\\<", ""))
    assert not {"\u202e", "\x1b"} & set(text)
    assert [line for line in text.splitlines() if line.startswith("# ")] == []


def test_what_was_not_asked_for_is_counted() -> None:
    assert "1 other change not shown" in markdown.diff(TOLL, shown=())


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("It will use the 12.", "It will use “the 21.", "use <ins>“</ins>the <del>12</del> <ins>21</ins>."),
        ("Pay £12m.", "Pay £21m.", "Pay £<del>12m</del> <ins>21m</ins>."),
        ("12 (all) died.", "(21) all died.", "<ins>"),
    ],
)
def test_marks_beside_punctuation_are_tags(old: str, new: str, line: str) -> None:
    """`use**“the**` would be shown with its asterisks."""
    assert line.replace(" ", "") in markdown.diff(edited(old, new)).replace(" ", "")


@pytest.mark.parametrize("words", ["- 12 died", "+ 12 died", "12. One died", "12) One died"])
def test_a_sentence_opens_no_list(words: str) -> None:
    text = markdown.diff(edited(f"{words} here", f"{words} there", ("12", "12")))
    assert not re.search(r"^> (?:[-+]|\d+[.)]) ", text, re.MULTILINE)


def test_new_text_is_folded_with_its_numbers() -> None:
    diff = revtrack.compare("All wept.", "All wept. Some 300 people came, Ida Lind said.")
    text = markdown.diff(diff)
    assert "<summary>New in this version: 1 sentence (1 attributed statement, 1 figure)</summary>" in text
    assert "\n- **Paragraph 1** (1-2) Some 300 people came, Ida Lind said.\n\n</details>\n" in text


@pytest.mark.parametrize("most", [400, 1_000, 2_000])
def test_a_long_document_is_cut_between_lines_with_a_note(most: int) -> None:
    new = "All wept." + "\n\nSome 300 people came, Ida Lind said. " * 40
    whole = markdown.diff(revtrack.compare("All wept.", new))
    short = markdown.cut(whole, most)
    assert len(short) <= most
    assert short.count("<details>") == short.count("</details>")
    assert short.splitlines()[-1].startswith("*Cut here: GitHub takes no more.")
    assert set(short.splitlines()) - set(whole.splitlines()) == {short.splitlines()[-1]}


def test_what_fits_is_not_cut() -> None:
    assert markdown.cut("a\n" * 10, 20) == "a\n" * 10
