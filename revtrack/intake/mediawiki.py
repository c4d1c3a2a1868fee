"""XML dumps of MediaWiki, such as those of Wikinews: pages with all their revisions, as a stream.

    <page><title>Ferry sinks</title><ns>0</ns><id>7</id>
      <revision><id>9</id><timestamp>2024-10-31T15:04:00Z</timestamp><contributor><username>Ada</username></contributor>
        <comment>toll</comment><text>At least 12 ...</text></revision></page>

Only articles are read (`<ns>0</ns>`): no talk, no files, no templates. The standard library's expat parses; a document
type declaration is refused as soon as it is seen, so there are no entities to expand and nothing to fetch, and a tag
without end is not waited for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol
from urllib.parse import quote
from xml.parsers import expat

from revtrack.errors import InputError
from revtrack.intake import article_text, limits, moments, wikitext
from revtrack.intake.records import Item, Record, SetAside, Skipped
from revtrack.intake.taken_names import TakenNames
from revtrack.intake.unpacked import DAMAGED

_PIECE = 1 << 18
_ROOT = "mediawiki"
# Elements whose text is wanted, by the element that they stand in.
_WANTED = {
    "siteinfo": ("base",),
    "namespaces": ("namespace",),
    "page": ("title", "ns", "id"),
    "revision": ("id", "timestamp", "comment", "text", "model"),
    "contributor": ("username", "ip"),
}
_ARTICLES = "0"  # the namespace of articles
_HIDDEN = ("6", "14")  # those of files and categories
_MODEL = "wikitext"
_DEEPEST = 20  # elements inside each other; a dump has six


class ByteSource(Protocol):
    """Gives bytes, none at the end."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes."""


class _NotReadError(Exception):
    """Raised from within the parser; its text is the cause."""


def read(stream: ByteSource, name: str) -> Iterator[Item]:
    """The revisions of all articles in a dump; raises InputError for what is none."""
    dump = _Dump(name)
    fed = 0
    try:
        while data := stream.read(_PIECE):
            fed += len(data)
            dump.parser.Parse(data)
            yield from dump.taken()
            if fed - max(dump.parser.CurrentByteIndex, 0) > limits.MAX_UNBROKEN:
                raise _NotReadError(f"has a tag larger than {limits.MAX_UNBROKEN // 1_000_000} MB")
        dump.parser.Parse(b"", True)
    except (expat.ExpatError, _NotReadError, *DAMAGED) as error:
        yield from dump.taken()
        if not dump.is_dump:
            raise InputError(f"{name}: is not an XML dump of MediaWiki ({str(error)[:200]}): check the file") from None
        yield Skipped(f"{name}: after {dump.place()}", f"the rest of the file is not read: {str(error)[:200]}")
        return
    yield from dump.taken()


class _Dump:
    """What has been read of a dump: the page and the revision that are open, and items that wait to be taken."""

    def __init__(self, name: str) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.is_dump = False
        self._name = name
        self._open: list[str] = []
        self._words: list[str] | None = None  # of the element that is open, where they are wanted
        self._length = 0
        self._key = ""
        self._site: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._page: dict[str, str] = {}
        self._revision: dict[str, str] = {}
        self._names = TakenNames()
        self._items: list[Item] = []

    def taken(self) -> list[Item]:
        """The items that are ready."""
        items, self._items = self._items, []
        return items

    def place(self) -> str:
        """Where reading has come to, in words."""
        title = self._page.get("title", "")[:200]
        number = self._revision.get("id", "")
        return f"{title or 'the beginning'}{f', revision {number}' if number else ''}"

    def _refuse(self, *_: object) -> None:
        raise _NotReadError("has a document type declaration, which no dump has")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open and name != _ROOT:
            raise _NotReadError(f"begins with <{name[:50]}>, not <{_ROOT}>")
        self.is_dump = True
        parent = self._open[-1] if self._open else ""
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise _NotReadError(f"has more than {_DEEPEST} elements inside each other")
        if name == "page":
            self._page = {}
            self._revision = {}
        elif name == "revision":
            self._revision = {}
        if name in _WANTED.get(parent, ()):
            self._words, self._length, self._key = [], 0, attributes.get("key", "")
            if name == "text" and "deleted" in attributes:
                self._revision["deleted"] = "deleted"

    def _characters(self, words: str) -> None:
        if self._words is None:
            return
        self._length += len(words)
        if self._length <= limits.MAX_TEXT:
            self._words.append(words)

    def _end(self, name: str) -> None:
        self._open.pop()
        words, self._words = self._words, None
        if words is not None:
            self._learn(self._open[-1], name, "".join(words))
        if name == "revision" and self._page.get("ns", _ARTICLES) == _ARTICLES:
            self._items.append(self._item())

    def _learn(self, parent: str, name: str, words: str) -> None:
        if parent == "page":
            self._page.setdefault(name, words)
        elif parent in ("revision", "contributor"):
            self._revision.setdefault(name, words)
            if self._length > limits.MAX_TEXT:
                self._revision["large"] = name
        elif name == "namespace" and self._key in _HIDDEN:
            self._hidden.add(words.strip().lower())
        elif name == "base":
            self._site[name] = words.strip()

    def _item(self) -> Item:
        told = self._revision
        title = " ".join(self._page.get("title", "").split())
        place = f"{self._name}: {self.place()}"
        if not title:
            return Skipped(place, "has no title: its article is unknown")
        if "large" in told or len(told.get("text", "")) > wikitext.MAX_TEXT:
            return Skipped(place, f"has a text larger than {wikitext.MAX_TEXT / 1_000_000:g} MB")
        try:
            time = moments.read(told.get("timestamp"))
        except ValueError as error:
            return Skipped(place, f"its timestamp {error}")
        if "deleted" in told:
            return SetAside(place, "its text was deleted from the wiki")
        if told.get("model", _MODEL) != _MODEL:
            return SetAside(place, f"is not an article but {told['model'][:40]}")
        source = told.get("text", "")
        if wikitext.is_redirect(source):
            return SetAside(place, "is a redirect to another page")
        content = article_text.article(title, "", wikitext.text(source, self._hidden)).encode("utf-8", "replace")
        if not content:
            return SetAside(place, "has no text")
        number = told.get("id", "").strip()
        return Record(
            place,
            # Titles differ by capitals and hyphens, names do not.
            title if self._names.take(title, self._page.get("id", title)) else "",
            content,
            time,
            by=" ".join((told.get("username") or told.get("ip") or "").split()),
            note=" ".join(told.get("comment", "").split()),
            source=self._address(title),
            rank=int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0,
        )

    def _address(self, title: str) -> str:
        """The page's own address: the wiki's main page tells how they begin."""
        base = self._site.get("base", "").rpartition("/")[0]
        page = quote(title.replace(" ", "_"), safe="/:(),!'")
        return f"{base}/{page}" if "://" in base else ""
