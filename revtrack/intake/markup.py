"""HTML as a tree, within limits: nothing is fetched, no entity of its own is expanded, no page is too deep to walk."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, TypeAlias

from revtrack import installing
from revtrack.errors import InputError
from revtrack.intake import limits

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    Element: TypeAlias = HtmlElement

SUFFIXES = (".html", ".htm", ".xhtml")
_HEAD = 4096
_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Browsers read the one as the other, and so was it meant.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}


def missing() -> str:
    """What to do without the [html] extra."""
    return f"reading HTML needs more than revtrack itself: add it with `{installing.command('html')}`"


def decode(data: bytes, charset: str = "") -> str:
    """The text of a page, by its byte order mark, the charset it came with, its own, or as UTF-8 or Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    own = _CHARSET.search(data[:_HEAD])
    for name in (charset, own[1].decode("ascii", "replace") if own else "", "utf-8"):
        text = _decoded(data, name)
        if text is not None:
            return text
    return data.decode("cp1252", "replace")


def tree(text: str) -> Element | str:
    """The elements of a page, or why it is not read; raises InputError without the [html] extra."""
    try:
        from lxml import etree, html  # type: ignore[import-untyped]
    except ImportError:
        raise InputError(missing()) from None
    parser = html.HTMLParser(
        no_network=True,
        huge_tree=False,
        recover=True,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
    )
    try:
        # NUL would end the page for the parser.
        root = html.document_fromstring(text.replace("\0", " ").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return "is not readable HTML"
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > limits.MAX_DEPTH:
            return f"has elements nested more than {limits.MAX_DEPTH} deep"
        if elements > limits.MAX_ELEMENTS:
            return f"has more than {limits.MAX_ELEMENTS:,} elements"
    return root


def _decoded(data: bytes, name: str) -> str | None:
    """The text in an encoding, None where the encoding is unknown or the bytes do not fit it."""
    try:
        known = codecs.lookup(name.strip().lower()).name if name else ""
        return data.decode(_MEANT.get(known, known)) if known else None
    except (LookupError, ValueError):
        return None
