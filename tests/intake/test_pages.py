"""HTML pages: what a reader was told, under which address; and pages that are made to do harm."""

from __future__ import annotations

import pytest

from revtrack.intake import interstitials, limits, markup, pages
from tests.intake import sites


def read(html: str | bytes, charset: str = "") -> pages.PageContent:
    page = pages.read(html, charset)
    assert isinstance(page, pages.PageContent), page
    return page


@pytest.mark.parametrize(
    "html", [sites.GRAPH, sites.METAS, sites.OLD, sites.XHTML], ids=["graph", "metas", "old", "xhtml"]
)
def test_pages_of_several_systems(html: str) -> None:
    """Headline, byline and every paragraph, and nothing of the menu or the links."""
    page = read(html)
    assert page.title == sites.HEADLINE
    assert page.by == "Ruth Calloway and Jonas Eklund"
    assert page.text.split("\n\n")[-len(sites.COPY) :] == [*sites.COPY[:-1], f"{sites.COPY[-1]}\n"]
    assert "Sport" not in page.text


@pytest.mark.parametrize("html", [sites.GRAPH, sites.METAS], ids=["graph", "metas"])
def test_times_and_addresses_are_those_the_page_states(html: str) -> None:
    """In UTC."""
    page = read(html)
    assert (page.published, page.modified) == ("2024-05-14T07:30:00Z", "2024-05-14T16:05:00Z")
    assert page.addresses == (sites.ADDRESS,)


def test_a_page_that_states_nothing_has_no_time() -> None:
    """No date is guessed from its text, or from the day it is read."""
    page = read(sites.OLD)
    assert (page.published, page.modified, page.addresses) == ("", "", ())


def test_the_same_page_is_the_same_text() -> None:
    """However often, and as bytes too."""
    assert read(sites.GRAPH) == read(sites.GRAPH) == read(sites.GRAPH.encode())


@pytest.mark.parametrize(
    ("said", "captured", "address"),
    [
        ("https://news.example/a", "https://news.example/a?x=1", "https://news.example/a"),
        ("/a", "https://news.example/b", "https://news.example/a"),
        ("https://news.example/a", "https://m.news.example/a", "https://news.example/a"),
        ("https://news.example/a", "", "https://news.example/a"),
        ("https://other.example/a", "https://news.example/b", "https://news.example/b"),
        ("https://news.example/", "https://news.example/b", "https://news.example/b"),
        ("javascript:alert(1)", "https://news.example/b", "https://news.example/b"),
        ("file:///etc/passwd", "", ""),
        ("http://[", "https://news.example/b", "https://news.example/b"),
        ("/a", "", ""),
    ],
)
def test_which_address_is_believed(said: str, captured: str, address: str) -> None:
    """A page speaks for its own site, and not for its front page."""
    assert pages.address((said,), captured) == address


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (sites.page(title="Just a moment...", copy=("Checking your browser.",)), "check for robots"),
        (sites.page(title="Page not found", copy=("Sorry.",)), "an error page"),
        (sites.page(copy=("Accept all cookies to go on reading the Almery Post.",)), "cookie notice"),
        (sites.page(copy=("The ferry burned.", "Subscribe to continue reading this story.")), "a paywall"),
        ("<html><body></body></html>", "no text"),
        ("", "no text"),
        ("<div>" * 100_000 + "x", "deep"),
        ("<p>x</p>" * 130_000, "elements"),
        ("x" * 6_000_000, "larger than 5 MB"),
    ],
    ids=["robots", "error", "consent", "paywall", "blank", "empty", "deep", "many", "long"],
)
def test_what_is_no_article_is_told(html: str, reason: str) -> None:
    """With what it is."""
    page = pages.read(html)
    assert isinstance(page, str)
    assert reason in page


def test_an_article_about_cookies_is_one() -> None:
    """Words of consent in a long text are its subject."""
    assert interstitials.kind("Cookie consent", "We use cookies. " * 100) == ""
    assert interstitials.kind("Subscribers flee", "A short report on ferries.") == ""


def test_entities_are_not_expanded() -> None:
    """Neither a billion laughs nor a file of the machine."""
    page = pages.read(sites.LAUGHS)
    text = page if isinstance(page, str) else page.text
    assert len(text) < 1000
    assert "root:" not in text


@pytest.mark.parametrize(
    "stated",
    [
        "[" * 5000,
        "{",
        '{"@type": "NewsArticle", "author": 7, "headline": ["x"]}',
        '{"@graph": ' * 400 + "1" + "}" * 400,
        "null",
        '{"@type": null}',
    ],
)
def test_what_a_page_states_may_be_nonsense(stated: str) -> None:
    """It is passed over, and the page is read."""
    page = read(sites.page(f'<script type="application/ld+json">{stated}</script>'))
    assert page.title == sites.HEADLINE


def test_what_a_page_states_goes_into_a_file_of_text() -> None:
    """NUL and half a sign do not: with them the whole article would be refused as binary."""
    stated = (
        '{"@type": "NewsArticle", "headline": "Storm\\u0000 Ulla\\ud800", "author": {"name": "Ada\\u0007\\n Lind"}}'
    )
    page = read(sites.page(f'<script type="application/ld+json">{stated}</script>'))
    assert (page.by, "\0" in page.text) == ("Ada Lind", False)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("caf\u00e9".encode(), "", "caf\u00e9"),
        ("caf\u00e9".encode("utf-8-sig"), "iso-8859-1", "caf\u00e9"),
        ("caf\u00e9".encode("utf-16"), "", "caf\u00e9"),
        ("\u201ccaf\u00e9\u201d".encode("cp1252"), "ISO-8859-1", "\u201ccaf\u00e9\u201d"),
        (b'<meta charset="koi8-r">' + "\u0434\u0430".encode("koi8-r"), "", '<meta charset="koi8-r">\u0434\u0430'),
        ("caf\u00e9".encode("cp1252"), "", "caf\u00e9"),
        ("caf\u00e9".encode(), "no-such-charset", "caf\u00e9"),
        (b"ab", "rot13", "ab"),
    ],
)
def test_encodings(data: bytes, charset: str, text: str) -> None:
    """A byte order mark, then the server's word, then the page's own."""
    assert markup.decode(data, charset) == text


def test_limits_are_those_of_the_page_in_the_docs() -> None:
    """A page within them is read."""
    long = sites.page(copy=tuple(f"These are words of a long report, number {number}. " * 10 for number in range(1000)))
    assert len(long) < limits.MAX_PAGE
    assert read(long).text.count("\n\n") >= 999
