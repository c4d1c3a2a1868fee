"""Saved pages of five designs: the article, the whole article, and nothing but the article."""

from __future__ import annotations

import pytest

from revtrack.intake.documents import news_page
from tests.intake.documents import page_designs


def lines(page: str | bytes) -> list[str]:
    return [line for line in news_page.read(page, "page.html").text.splitlines() if line]


@pytest.mark.parametrize("name", page_designs.DESIGNS)
def test_designs(name: str) -> None:
    """Headline, dek, byline, caption, copy and correction; no menu, related story, advert or comment."""
    design = page_designs.DESIGNS[name]
    assert lines(design.page) == [line for line in design.lines if line]
    assert lines(design.page.encode()) == lines(design.page)


@pytest.mark.parametrize("name", page_designs.DESIGNS)
def test_what_a_page_states(name: str) -> None:
    """Headline, byline, times and canonical address, out of JSON-LD."""
    found = news_page.read(page_designs.DESIGNS[name].page, "page.html")
    assert (found.title, found.by) == (page_designs.HEADLINE, page_designs.BY)
    assert (found.published, found.modified) == ("2024-03-14T19:02:00Z", "2024-03-14T21:40:00Z")
    assert found.addresses[0] == page_designs.ADDRESS
