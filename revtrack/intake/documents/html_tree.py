"""HTML as a tree, forgiving as browsers are, in plain Python: the same page is the same tree on every machine.

The rules are those of the HTML standard that decide where text belongs: elements without an end, raw text, end tags
that are implied or stray. What decides only how text looks (which bold runs on over a paragraph) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from revtrack import lexicon
from revtrack.errors import InputError
from revtrack.intake.documents import document_limits as limits

_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>\0]*)|(?P<bogus>[!?/]))")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]*)))?"""
)
_CLOSE = re.compile(r"[\s/]*>")
_COMMENT_END = re.compile(r"--!?>")


def elements_that_are(what: str) -> frozenset[str]:
    """The names of elements with a property: `elements_that_are("void")`."""
    return frozenset(row[0] for row in lexicon.table("html_elements") if what in row[1].split())


_VOID, _RAW, _IN_HEAD = elements_that_are("void"), elements_that_are("raw"), elements_that_are("head")
_HEADINGS, _ENDS_P = elements_that_are("heading"), elements_that_are("ends_p")
_FORMATTING, _TABLE_PARTS = elements_that_are("formatting"), elements_that_are("table")
_SPECIAL, _P_SCOPE = elements_that_are("special"), elements_that_are("p_scope")
# What a start tag ends, up to the nearest element that holds such elements.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir"))),
    "dd": (frozenset(("dd", "dt")), frozenset(("dl",))),
    "dt": (frozenset(("dd", "dt")), frozenset(("dl",))),
    "td": (frozenset(("td", "th", "caption")), frozenset(("table", "tr"))),
    "th": (frozenset(("td", "th", "caption")), frozenset(("table", "tr"))),
    "tr": (frozenset(("tr", "td", "th", "caption")), frozenset(("table",))),
    "tbody": (frozenset(("thead", "tbody", "tfoot", "tr", "caption")), frozenset(("table",))),
    "thead": (frozenset(("thead", "tbody", "tfoot", "tr", "caption")), frozenset(("table",))),
    "tfoot": (frozenset(("thead", "tbody", "tfoot", "tr", "caption")), frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select", "datalist"))),
    "a": (frozenset(("a",)), _SPECIAL),
}


class HtmlElement:
    """An element of a page; `text` is what stands before its first child element, as in other trees."""

    __slots__ = ("attributes", "children", "name", "parent")

    def __init__(self, name: str, attributes: dict[str, str], parent: HtmlElement | None) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children: list[HtmlElement | str] = []

    def get(self, name: str) -> str | None:
        """An attribute, None where there is none."""
        return self.attributes.get(name)

    @property
    def text(self) -> str:
        """The text before the first element inside."""
        return "".join(child for child in self.children[:1] if isinstance(child, str))

    def iter(self, *names: str) -> Iterator[HtmlElement]:
        """This element and those below it, in document order, of some names where they are given."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            if not names or here.name in names:
                yield here
            waiting += [child for child in reversed(here.children) if not isinstance(child, str)]

    def all_text(self) -> str:
        """All text inside, its white space folded."""
        texts = (child for here in self.iter() for child in _texts_in(here))
        return " ".join(" ".join(texts).split())

    def ancestors(self) -> Iterator[HtmlElement]:
        """This element and those around it, innermost first."""
        here: HtmlElement | None = self
        while here is not None:
            yield here
            here = here.parent


def parse(page: str, name: str) -> HtmlElement:
    """The tree of a page; raises InputError past a limit."""
    return _Builder(name).build(page.replace("\0", "\ufffd"))


def _texts_in(element: HtmlElement) -> Iterator[str]:
    return (child for child in element.children if isinstance(child, str))


class _Builder:
    def __init__(self, name: str) -> None:
        self._name = name
        self._root = HtmlElement("html", {}, None)
        self._open = [self._root]
        self._nodes = 0

    def build(self, page: str) -> HtmlElement:
        position = 0
        while tag := _TAG.search(page, position):
            self._text(page[position : tag.start()])
            if tag["name"]:
                position = self._tag(page, tag)
            elif tag["comment"]:
                # "<!-->" is a whole comment.
                end = _COMMENT_END.search(page, tag.end() - 2)
                position = end.end() if end else len(page)
            else:
                position = page.find(">", tag.end()) + 1 or len(page)
        self._text(page[position:])
        return self._root

    def _tag(self, page: str, tag: re.Match[str]) -> int:
        """Read the tag that opens at a match; where the page goes on behind it, and behind raw text."""
        name = tag["name"].lower()
        attributes: dict[str, str] = {}
        position = tag.end()
        while not (close := _CLOSE.match(page, position)):
            attribute = _ATTRIBUTE.match(page, position)
            if not attribute:
                return len(page)  # the page ends inside a tag
            value = attribute["double"] or attribute["single"] or attribute["bare"] or ""
            attributes.setdefault(attribute["name"].lower(), unescape(value) if "&" in value else value)
            position = attribute.end()
        if tag["end"]:
            self._end(name)
            return close.end()
        self._start(name, attributes)
        if name in _RAW:
            return self._raw(page, close.end(), name)
        return close.end()

    def _raw(self, page: str, start: int, name: str) -> int:
        end = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(page, start)
        stop = end.start() if end else len(page)
        text = page[start:stop]
        self._text(text if name in ("script", "style") else unescape(text), raw=True)
        return stop if end else len(page)

    def _text(self, text: str, *, raw: bool = False) -> None:
        if not text:
            return
        self._count()
        if self._open[-1].name == "head" and text.strip() and not raw:
            self._open.pop()
        self._open[-1].children.append(text if raw or "&" not in text else unescape(text))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count()
        if name in ("html", "body") and any(here.name == name for here in self._open):
            for key, value in attributes.items():
                self._open[0].attributes.setdefault(key, value)
            return
        if self._open[-1].name == "head" and name not in _IN_HEAD:
            self._open.pop()
        if name in _ENDS_P:
            self._close(frozenset(("p",)), _P_SCOPE)
        if name in _HEADINGS and self._open[-1].name in _HEADINGS:
            self._open.pop()
        if name in _ENDS:
            self._close(*_ENDS[name])
        element = HtmlElement(name, attributes, self._open[-1])
        self._open[-1].children.append(element)
        if name in _VOID:
            return
        if len(self._open) >= limits.MAX_DEPTH:
            if name in _FORMATTING:
                return  # an old page that never ends its <font>
            raise InputError(
                f"{self._name}: has elements nested more than {limits.MAX_DEPTH} deep: save its text in a new file"
            )
        self._open.append(element)

    def _end(self, name: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            here = self._open[depth].name
            if here == name:
                del self._open[depth:]
                return
            if here in _SPECIAL and (
                name not in _SPECIAL or (here in ("td", "th") and name not in _TABLE_PARTS | {"table"})
            ):
                return  # a stray end tag

    def _close(self, names: frozenset[str], scope: frozenset[str]) -> None:
        """End the innermost of some elements, and all inside it, unless one of the scope is nearer."""
        outermost = None
        for depth in range(len(self._open) - 1, 0, -1):
            here = self._open[depth].name
            if here in names:
                outermost = depth
                if len(names) == 1:
                    break
            elif here in scope:
                break
        if outermost is not None:
            del self._open[outermost:]

    def _count(self) -> None:
        self._nodes += 1
        if self._nodes > limits.MAX_NODES:
            raise InputError(f"{self._name}: has more than {limits.MAX_NODES:,} elements and texts: split the page")
