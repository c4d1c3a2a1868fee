"""Targets of other systems' archives: wikis, CDX lists, WordPress, tables with mapped columns."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from contextlib import suppress

from fuzz.draws import Draws
from revtrack.articles import times
from revtrack.errors import RevtrackError
from revtrack.intake import cdx, column_map, mediawiki, table, wikitext, wordpress
from revtrack.intake.records import Item, Record, SetAside, Skipped

_WIKI = (
    *("{{", "}}", "[[", "]]", "|", "{|", "\n|}", "\n|-\n", "||", "!!", "''", "'''", "=", "\n== ", " ==\n", "\n* "),
    *("<ref>", "</ref>", "<ref name=x/>", "<!--", "-->", "<nowiki>", "</nowiki>", "<br>", "[http://x ", "]", "&amp;"),
    *("{{w|", "[[File:", "[[w:", "{{date|", "Twelve people died. ", "\n\n", "#REDIRECT [[", "&lt;", "\ue000"),
)
_XML = (
    *("<page>", "</page>", "<title>", "</title>", "<ns>0</ns>", "<ns>", "<revision>", "</revision>", "<id>7</id>"),
    *("<timestamp>2024-10-31T15:04:00Z</timestamp>", "<text>", "</text>", "<text deleted='x'/>", "<siteinfo>"),
    *("</siteinfo>", "<base>https://w.example/wiki/X</base>", "<contributor>", "</contributor>", "<ip>x</ip>", "&x;"),
    *("<!DOCTYPE x>", "<![CDATA[", "]]>", "<model>json</model>", "Twelve people died.", "<namespace key='6'>F"),
)
_CDX = (
    *("20241031150400", "https://news.example/a", "a,b)/", "text/html", "200", "-", "AAA", "warc/revisit", "{", "}"),
    *('["timestamp","original"],', "[", "]", ",", '"', "\n", " CDX b a", '{"url": "http://x/"}', "99999999999999"),
)
_KEYS = (
    "id",
    "parent",
    "link",
    "date",
    "date_gmt",
    "modified_gmt",
    "status",
    "slug",
    "title",
    "content",
    "author",
    "name",
)
_VALUES: tuple[object, ...] = (
    *(
        1,
        7,
        0,
        -1,
        1 << 70,
        True,
        None,
        "",
        "x",
        [],
        {},
        2.5,
        "publish",
        "private",
        "https://news.example/a",
        "https://",
    ),
    *("2024-10-31T15:04:00", "0000-00-00T00:00:00", "7-autosave-v1", {"rendered": "<p>Twelve people died.</p>"}),
    *({"rendered": None}, {"raw": "<"}, {"rendered": "x", "protected": True}, {"author": [{"id": 7, "name": "A"}, 5]}),
)


def wiki_pages(data: bytes) -> None:
    """Marks of wikitext in any order: a text, the same each time, without what stands for marks."""
    draws = Draws(data)
    source = "".join(draws.one_of(_WIKI) if draws.number(6) else draws.text(8) for _ in range(draws.number(60)))
    found = wikitext.text(source, ["datei"])
    assert found == wikitext.text(source, ["datei"]), "wikitext is read in two ways"
    assert "\n\n\n" not in found, "an empty paragraph"
    wikitext.is_redirect(source)


def wiki_dumps(data: bytes) -> None:
    """Elements of a dump in any order."""
    draws = Draws(data)
    inner = "".join(draws.one_of(_XML) if draws.number(8) else draws.text(8) for _ in range(draws.number(60)))
    dump = f"<mediawiki>{inner}{'</mediawiki>' if draws.number(2) else ''}".encode("utf-8", "replace")
    _items(lambda: mediawiki.read(io.BytesIO(dump), "dump.xml"))


def capture_lists(data: bytes) -> None:
    """Lists of captures, in lines or JSON, none of which any file has."""
    draws = Draws(data)
    told = draws.one_of((" ", "", ", ")).join(
        draws.one_of(_CDX) if draws.number(8) else draws.text(8) for _ in range(draws.number(40))
    )
    _items(lambda: cdx.read(io.BytesIO(told.encode("utf-8", "replace")), "a.cdx", []))


def wordpress_posts(data: bytes) -> None:
    """Posts, revisions and users with any values."""
    draws = Draws(data)
    values = [
        {draws.one_of(_KEYS): draws.one_of(_VALUES) for _ in range(draws.number(12))} for _ in range(draws.number(6))
    ]
    told = json.dumps(values)
    if not draws.number(5):
        told = told[: draws.number(len(told) + 1)]
    _items(lambda: wordpress.versions(lambda: iter([("posts.json", io.BytesIO(told.encode()))]), "posts.json"))


def mapped_tables(data: bytes) -> None:
    """Any mapping, any way of writing times, any delimiter and encoding."""
    draws = Draws(data)
    names = ("article", "url", "time", "text", "body", "", "text", draws.text(5))
    pairs = [
        f"{draws.one_of((*column_map.FIELDS, draws.text(4)))}={draws.one_of(names)}" for _ in range(draws.number(5))
    ]
    delimiter = draws.one_of((",", ";", "\t", "|"))
    rows = [delimiter.join(draws.one_of(names) for _ in range(1 + draws.number(5)))]
    rows += [delimiter.join(draws.piece("cells") for _ in range(draws.number(6))) for _ in range(draws.number(4))]
    told = "\n".join(rows).encode(draws.one_of(("utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")
    encoding = draws.one_of(("", "cp1252", "utf-16-le", draws.text(4)))

    def read() -> Iterable[Item]:
        layout = column_map.TableLayout(column_map.columns([",".join(pairs)] if pairs else []), draws.text(4))
        return table.read(io.BytesIO(told), "wire.csv", "2024-10-31T10:00:00Z", layout, encoding)

    _items(read)


def _items(read: Callable[[], Iterable[Item]]) -> None:
    with suppress(RevtrackError):
        for item in read():
            assert isinstance(item, Record | Skipped | SetAside)
            if isinstance(item, Record):
                assert times.normalise(item.time) == item.time, "a time that is not in the usual form"
                item.content.decode()
