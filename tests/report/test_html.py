"""The HTML file: complete in itself, deterministic, hostile text shown as text, readable on a telephone."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hand_made import article, changed_value, edited, in_step, notice, op, revision

from revtrack.model import Diff
from revtrack.report import html

EVIL = "<script>owned=1</script><img src=x onerror=\"owned=1\">'\"><svg onload=owned=1>\u202e\x1b[31m&amp;"
LONG = "# Bridge falls at night\n\n" + "The bridge fell in the night and nobody was there to see it. " * 6


class Outline(HTMLParser):
    """The tags of a page, its ids and the ids its links point to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.ids += filter(None, [known.get("id")])
        if (href := known.get("href") or "").startswith("#"):
            self.targets.add(href[1:])


def toll() -> Diff:
    """A diff with a change, a move, a deletion, a notice and a line of publication time."""
    before = article(f"{LONG}\n\nRain fell. At least 12 people died.\n\nAll wept.\n\nNobody was seen.")
    after = article(f"{LONG}\n\nAt least 21 people died.\n\nAll wept. Rain fell.\n\n! Correction: not 12.")
    kept = [op(before, after, "equal", (n,), (n,)) for n in range(7)]
    ops = (
        *kept, op(before, after, "move", (7,), (9,)), op(before, after, "edit", (8,), (7,)),
        op(before, after, "equal", (9,), (8,)), op(before, after, "delete", (10,)), op(before, after, "add", (), (10,)),
    )  # fmt: skip
    change = replace(changed_value(before, after, "12", "21"), acknowledged=True)
    told = (notice(after, "Correction: not 12.", 0),)
    return Diff(before, after, ops, (change,), (change,), told, revision(1), revision(2))


def evil() -> Diff:
    diff = edited(f"# {EVIL}\n\n12 {EVIL} died. End.", f"# {EVIL}\n\n21 {EVIL} died. Ends.", ("12", "21"))
    known = revision(note=EVIL, by=EVIL, article=EVIL, time=EVIL, commit=EVIL, source="javascript:window.owned=1")
    changes = (replace(diff.changes[0], message=EVIL),)
    told = (replace(notice(diff.after, "Ends.", 0), text=EVIL),)
    return replace(diff, changes=changes, furniture=changes, notices=told, old=known, new=known)


def test_the_same_diff_gives_the_same_bytes() -> None:
    assert html.diff(toll()) == html.diff(toll())


@pytest.mark.parametrize("made", [toll, evil])
def test_ids_are_unique_and_every_link_inside_has_its_target(made: Any) -> None:
    outline = Outline(html.diff(made()))
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.targets <= set(outline.ids)


def test_list_and_text_are_linked_both_ways() -> None:
    text = html.diff(toll())
    (anchor,) = set(re.findall(r'<li id="(c-\w+)"', text))
    assert f'<a href="#t-{anchor}">In the text' in text
    assert f'<a id="t-{anchor}" href="#{anchor}">' in text
    assert text.index('id="from-1" href="#to-1"') < text.index('id="to-1" href="#from-1"')


def test_only_the_pages_own_style_is_allowed() -> None:
    from base64 import b64encode
    from hashlib import sha256

    text = html.diff(toll())
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\"" in text
    assert not re.search(r"\bstyle=|<script|<link|url\(|@import", text)


def test_hostile_text_is_text() -> None:
    text = html.diff(evil())
    assert not {"script", "img", "svg"} & set(Outline(text).tags)
    assert not {"\u202e", "\x1b"} & set(text)
    assert "&lt;U+202E&gt;" in text
    assert 'href="javascript' not in text


def test_marks_have_words_beside_strike_and_underline() -> None:
    text = html.diff(toll())
    assert '<del><span class="said">[removed: </span>12<span class="said">]</span></del>' in text
    assert '<ins><span class="said">[added: </span>21<span class="said">]</span></ins>' in text


def test_long_unchanged_paragraphs_are_folded_with_their_first_words() -> None:
    summary = re.search(r"<summary>.*</summary>", html.diff(toll()))
    assert summary
    assert "2 unchanged paragraphs" in summary[0]
    assert "Bridge falls at night" in summary[0]


def test_a_page_without_changes_says_so() -> None:
    diff = edited("All wept.", "All wept.")
    assert "The two texts are the same." in html.diff(diff)
    assert "1 other change not shown" in html.diff(diff, left_out=1)


def test_the_page_itself_is_small() -> None:
    before, after = article("12 died."), article("21 died.")
    assert len(html.diff(Diff(before, after, in_step(before, after), ())).encode()) < 20_000


@pytest.mark.parametrize("made", [toll, evil])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_in_a_browser_nothing_runs_nothing_loads_and_nothing_sticks_out(
    browser: Any, tmp_path: Path, made: Any, scheme: str, width: int
) -> None:
    file = tmp_path / "diff.html"
    file.write_text(html.diff(made()), encoding="utf-8")
    view = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked: list[str] = []
    said: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.on("console", lambda message: said.append(message.text))
    view.on("pageerror", lambda error: said.append(str(error)))
    view.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert said == []
    assert view.evaluate("window.owned") is None
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    view.close()


def test_in_a_browser_the_style_sheet_is_applied_and_links_lead_to_the_text(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "diff.html"
    file.write_text(html.diff(toll()), encoding="utf-8")
    view = browser.new_page()
    view.goto(file.as_uri())
    assert view.evaluate("getComputedStyle(document.querySelector('del')).textDecorationLine") == "line-through"
    assert view.evaluate("getComputedStyle(document.querySelector('ins')).textDecorationLine") == "underline"
    view.click("text=In the text")
    assert view.evaluate("document.querySelector(':target').textContent") == "change 1"
    view.close()
