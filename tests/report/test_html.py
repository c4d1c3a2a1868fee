"""The HTML file: complete in itself, deterministic, hostile text shown as text."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import unescape

import pytest

from revtrack.model import Diff
from revtrack.report import diff_page, html
from tests.report.hand_made import article, in_step
from tests.report.outline import Outline
from tests.report.samples import EVERY, evil, night, right_to_left, same, toll
from tests.report.test_grown_story import compared

Made = Callable[[], Diff]


def test_the_same_diff_gives_the_same_bytes() -> None:
    assert html.diff(toll()) == html.diff(toll())


@pytest.mark.parametrize("made", EVERY)
def test_ids_are_unique_and_every_link_inside_has_its_target(made: Made) -> None:
    outline = Outline(html.diff(made()))
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.targets <= set(outline.ids)


def test_list_and_text_are_linked_both_ways() -> None:
    text = html.diff(toll())
    (anchor,) = set(re.findall(r'<li class="change" id="(c-\w+)"', text))
    assert f'<a class="place" href="#t-{anchor}">In the text' in text
    assert f'<a id="t-{anchor}" href="#{anchor}">' in text
    assert text.index('id="from-1" href="#to-1"') < text.index('id="to-1" href="#from-1"')


@pytest.mark.parametrize("made", [night, same])
def test_only_the_pages_own_style_and_script_are_allowed(made: Made) -> None:
    text = html.diff(made())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    own = [f"style-src '{digest(style)}'", *(f"script-src '{digest(script)}'" for script in scripts)]
    assert policy.split("; ") == ["default-src 'none'", *own, "base-uri 'none'", "form-action 'none'"]
    assert not re.search(r"style=|on[a-z]+=|<link|url\(|@import|src=", text)


def digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def test_hostile_text_is_text() -> None:
    text = html.diff(evil())
    tags = Outline(text).tags
    assert "img" not in tags
    assert tags.count("svg") == 2  # the strip of paragraphs and its labels
    assert tags.count("script") == 1
    assert not {"\u202e", "\x1b"} & set(text)
    assert "&lt;U+202E&gt;" in text
    assert 'href="javascript' not in text


def test_marks_have_words_beside_strike_and_underline() -> None:
    text = html.diff(toll())
    assert "<del>12</del>" in text
    assert "<ins>21</ins>" in text
    assert 'del::before { content: " [removed: "; }' in text
    assert 'ins::before { content: " [added: "; }' in text


def test_long_unchanged_paragraphs_are_folded_with_their_first_words() -> None:
    summary = re.search(r"<summary>.*</summary>", html.diff(toll()))
    assert summary
    assert "2 unchanged paragraphs" in summary[0]
    assert "Bridge falls at night" in summary[0]


def test_a_page_without_changes_says_so() -> None:
    diff = same()
    assert "The two texts are identical." in html.diff(diff)
    assert "1 other change not shown" in html.diff(toll(), shown=())


def test_the_page_itself_is_small() -> None:
    before, after = article("12 died."), article("21 died.")
    assert len(html.diff(Diff(before, after, in_step(before, after), ())).encode()) < 30_000


def test_the_page_of_a_grown_story_is_small_beside_its_text() -> None:
    """Whatever a reader reads is text: the story, its passages, what is said of them."""
    page = html.diff(compared(1, 12))
    text = re.sub(r"<[^>]+>", "", re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL))
    assert len(page.encode()) - len(text.encode()) <= 60_000


@pytest.mark.parametrize(("old", "new"), [(1, 12), (6, 12), (11, 12)])
def test_each_sentence_stands_in_one_passage(old: int, new: int) -> None:
    """A sentence of the new text, as far as it can be told from its first words."""
    diff = compared(old, new)
    page = html.diff(diff)
    passages = page[page.index('<section id="changes"') : page.index('<section id="text"')]
    shown = " ".join(unescape(re.sub(r"<del>.*?</del>|<[^>]+>", "", passages)).split())
    for span in diff.after.sentences:
        opening = " ".join(span.of(diff.after.text).split()[:9])
        assert shown.count(opening) <= 1, opening


def test_a_sentence_that_brought_two_claims_is_shown_once() -> None:
    text = html.diff(night())
    assert text.count("New in this version: 1 sentence") == 1
    assert text.count("Help is near,”") == 1 + 1  # in the list and in the article


def test_every_change_has_one_permanent_link() -> None:
    for made in EVERY:
        outline = Outline(html.diff(made()))
        anchors = [row.anchor for row in diff_page.of(made()).every]
        assert [outline.ids.count(anchor) for anchor in anchors] == [1] * len(anchors)


def test_a_change_that_is_not_shown_is_not_pointed_to() -> None:
    outline = Outline(html.diff(night(), shown=(1,)))
    assert outline.targets <= set(outline.ids)


def test_what_no_notice_mentions_is_said_at_the_top_and_at_each_change() -> None:
    text = html.diff(night())
    assert text.count(">In no notice<") == 1 + 1
    assert re.search(r'1 serious change is in no notice: <a href="#c-\w+"><span class="said">change </span>1', text)


def test_the_text_says_which_language_it_is_in() -> None:
    text = html.diff(right_to_left())
    assert '<h1 lang="ar" dir="auto">' in text
    assert '<blockquote class="copy" lang="ar" dir="auto">' in text
    assert '<div class="article" lang="ar">' in text


def test_the_old_text_stands_beside_the_new_without_what_came_in() -> None:
    (was,) = re.findall(r'<p class="was copy body" dir="auto">(.*?12.*?)</p>', html.diff(toll()))
    assert "21" not in was
    assert "Moved away</a> Rain fell." in was
