"""`card`: one change as a picture or a fragment of HTML."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from revtrack.errors import InputError
from revtrack.site import card_picture
from tests.commands.newsdesk import Desk


def test_a_card_is_a_picture_or_a_fragment(desk: Desk) -> None:
    """By the suffix of the file, or as asked; of the last two revisions, or of those named."""
    picture = desk.ok("card", "ferry", "1", "1", "2")
    assert picture.startswith("<svg ")
    assert "Ferry toll rises" in picture
    assert "ferry · version 1 → 2 · 31 October 2024, 12:30 UTC · commit " in picture
    desk.ok("card", "ferry", "1", "1", "2", "-o", "card.svg")
    assert (desk.folder / "card.svg").read_text(encoding="utf-8") == picture
    desk.ok("card", "ferry", "1", "1", "2", "-o", "card.html")
    assert (desk.folder / "card.html").read_text(encoding="utf-8").startswith("<figure ")
    assert desk.ok("card", "ferry", "1", "1", "2", "--format", "html").startswith("<figure ")


def test_what_is_not_there_is_said(desk: Desk) -> None:
    assert "the diff has " in desk.fails("card", "ferry", "99")
    assert "SVG, PNG or HTML" in desk.fails("card", "ferry", "1", "-o", "card.gif")


def test_a_png_is_drawn_or_the_extra_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    if importlib.util.find_spec("resvg_py"):
        desk.ok("card", "ferry", "1", "1", "2", "-o", "card.png")
        drawn = (desk.folder / "card.png").read_bytes()
        assert drawn.startswith(b"\x89PNG")
        assert drawn[16:24] == (1200).to_bytes(4) + (630).to_bytes(4)
        assert len(drawn) > 10_000  # letters, not an empty ground
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(InputError, match=r"\[cards\]"):
        card_picture.png("<svg/>")
