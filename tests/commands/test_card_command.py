"""`card`: one change as a picture or a fragment of HTML."""

from __future__ import annotations

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
    assert "rsvg-convert" in desk.fails("card", "ferry", "1", "-o", "card.png")
