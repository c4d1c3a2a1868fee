"""The history as HTML: complete in itself, hostile text shown as text, comparisons kept up to a size."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from revtrack.model import Diff, Step
from revtrack.report import html
from tests.report.outline import Outline
from tests.report.samples import EVERY_HISTORY, hostile_history, rising, shown

Made = Callable[[], list[Step]]


def page(made: list[Step]) -> str:
    """A history with every comparison that the steps themselves can stand for."""
    diffs = [step.diff for step in made if step.diff]
    return html.history(shown(made), diffs[0] if len(made) > 2 else None, pairs(made))


def pairs(made: list[Step]) -> list[tuple[int, int, Diff]]:
    diff = next((step.diff for step in made if step.diff), None)
    return [(old, old + 2, diff) for old in range(1, len(made) - 1)] if diff and len(made) > 3 else []


@pytest.mark.parametrize("made", EVERY_HISTORY)
def test_ids_are_unique_and_every_link_inside_has_its_target(made: Made) -> None:
    outline = Outline(page(made()))
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.targets <= set(outline.ids)


def test_the_same_history_gives_the_same_bytes() -> None:
    assert page(rising()) == page(rising())


def test_hostile_text_is_text() -> None:
    text = page(hostile_history())
    assert not {"img"} & set(Outline(text).tags)
    assert text.count("<svg") == text.count("</svg>")
    assert not {"\u202e", "\x1b"} & set(text)
    assert 'href="javascript' not in text


def test_comparisons_are_kept_up_to_a_size_and_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "This page can compare any two versions." in page(rising())
    monkeypatch.setattr(html, "ROOM", 10)
    text = page(rising())
    assert "<template" not in text
    assert "for any other pair it lists the steps in between" in text


def test_one_revision_alone_is_a_page_without_comparisons() -> None:
    text = html.history(shown(rising()[:1]), None)
    assert "First version here." in text
    assert 'id="compare"' not in text
