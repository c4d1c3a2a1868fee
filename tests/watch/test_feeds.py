"""What a feed names, in every format, and from hostile hands."""

from __future__ import annotations

import json

import pytest

from revtrack.watch.feeds import MOST, FeedAddresses, read

URL = "https://news.example/feeds/all"
A, B = "https://news.example/a", "https://news.example/b?id=1&x=2"
NAMES = FeedAddresses((A, B))


@pytest.mark.parametrize(
    "body",
    [
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link href="/self" rel="self"/>'
        '<item><atom:link rel="replies" href="/no"/><link>/a</link></item><item><title>No link</title></item>'
        '<item><guid isPermaLink="true">https://news.example/b?id=1&amp;x=2</guid></item></channel></rss>',
        "<?xml version='1.0' encoding='iso-8859-1'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        " xmlns='http://purl.org/rss/1.0/'><item rdf:about='x'><link>../a</link></item>"
        "<item rdf:about='y'><link>../b?id=1&amp;x=2</link></item></rdf:RDF>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://news.example/a"/></entry>'
        '<entry><link rel="alternate" href="https://news.example/b?id=1&amp;x=2"/></entry></feed>',
        '<rss version="2.0"><channel><item><title>R&D</title><link>/a</link></item>'
        "<item><link>/b?id=1&x=2</link></item>",
        json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"url": A}, {"id": B}, {"id": 7}, "x"]}),
        f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc> {A} </loc></url>"
        f"<url><loc>{B.replace('&', '&amp;')}</loc></url><url></url></urlset>",
    ],
    ids=["rss", "rdf", "atom", "broken rss", "json", "sitemap"],
)
def test_every_format_names_the_same(body: str) -> None:
    """Addresses are whole, each once, in the order of the feed; what is no address is left out."""
    assert read(body.encode(), URL) == NAMES


def test_a_list_of_sitemaps_leads_to_the_newest() -> None:
    rows = "".join(f"<sitemap><loc>/s{n}.xml</loc><lastmod>2026-10-{n:02}</lastmod></sitemap>" for n in range(1, 31))
    found = read(f"<sitemapindex>{rows}</sitemapindex>".encode(), URL)
    assert isinstance(found, FeedAddresses)
    assert found.articles == ()
    assert found.sitemaps[0] == "https://news.example/s30.xml"
    assert len(found.sitemaps) == 20


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "is not a feed"),
        (b"<html><body>Database error", "is not a feed"),
        (b"{", "is not a JSON Feed"),
        (b'{"items": []}', "is not a JSON Feed"),
        (b"[" * 100_000, "is not a feed"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><urlset><url><loc>&a;</loc></url></urlset>", "is not a feed"),
        (b"<urlset><url>", "is not a feed"),
        (b"<svg/>", "is not a feed"),
        (b"<rss><channel>" + b"<item>" * 60_000, "is a broken feed of more than 300 KB"),
        (b"/etc/passwd", "is not a feed"),
        (b"https://news.example/other", "is not a feed"),
    ],
)
def test_what_is_no_feed(body: bytes, reason: str) -> None:
    found = read(body, URL)
    assert isinstance(found, str)
    assert found.startswith(reason)


def test_a_feed_has_an_end() -> None:
    """Half a million entries are half a thousand, and entities that grow are not grown."""
    rows = "".join(f"<item><link>/{n}</link></item>" for n in range(5000))
    found = read(f'<rss version="2.0"><channel>{rows}</channel></rss>'.encode(), URL)
    assert isinstance(found, FeedAddresses)
    assert len(found.articles) == MOST
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    item = "<item><link>&l11;</link></item>"
    read(f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]><rss><channel>{item}</channel></rss>".encode(), URL)
