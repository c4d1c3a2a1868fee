"""Markdown for pull requests and mail: legible unrendered, and the article's own signs escaped."""

from dataclasses import replace

import pytest

from revtrack.report import markdown
from tests.report.hand_made import edited, notice, revision

TOLL = edited("At least 12 people died.", "At least 21 people died.", ("12", "21"))


def test_a_diff_is_a_heading_a_sentence_and_a_list() -> None:
    assert (
        markdown.diff(TOLL)
        == """\
## At least 21 people died.

- Old: 5 words
- New: 5 words

**1 figure changed.**

### Changes, most serious first

1. **high**: people: 12 -> 21
   - figure value changed
   - old: At least ~~12~~ people died.
   - new: At least **21** people died.
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
    assert "<" not in text.replace("\\<", "")
    assert not {"\u202e", "\x1b"} & set(text)
    assert [line for line in text.splitlines() if line.startswith("# ")] == []


def test_what_was_not_asked_for_is_counted() -> None:
    assert "1 other change not shown" in markdown.diff(TOLL, shown=())
