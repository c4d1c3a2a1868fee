"""XML as a tree of elements by their local names, within limits: `element.get("val")` of `<w:pStyle w:val="Title"/>`.

The standard library's expat does the parsing. A document type declaration is refused as soon as it is seen, so there
are no entities to expand and nothing to fetch; Word and LibreOffice write none.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from revtrack.errors import InputError
from revtrack.intake.documents import document_limits as limits


class Element:
    """An element: its local name, its attributes by local name, and its children: elements and texts."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element | str] = []

    def get(self, name: str) -> str:
        """An attribute, empty where there is none."""
        return self.attributes.get(name, "")

    def elements(self, name: str = "") -> Iterator[Element]:
        """The children that are elements, of one name where one is given."""
        return (child for child in self.children if isinstance(child, Element) and name in ("", child.name))

    def first(self, *path: str) -> Element | None:
        """The element found by going down a path of names: `first("pPr", "pStyle")`."""
        here: Element | None = self
        for name in path:
            here = next(here.elements(name), None) if here else None
        return here

    def all(self, name: str) -> Iterator[Element]:
        """Every element of a name below this one, in document order."""
        for child in self.elements():
            if child.name == name:
                yield child
            yield from child.all(name)

    def text(self) -> str:
        """All text inside, as it stands."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _RefusedError(Exception):
    """Raised from within the parser; its text is the cause."""


def parse(data: bytes, name: str) -> Element:
    """The root of an XML part of the document `name`; raises InputError where it is damaged or past a limit."""
    root = Element("", {})
    open_elements = [root]
    count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > limits.MAX_ELEMENTS:
            raise _RefusedError(f"has more than {limits.MAX_ELEMENTS:,} elements: split it")
        if len(open_elements) > limits.MAX_DEPTH:
            raise _RefusedError(
                f"has elements nested more than {limits.MAX_DEPTH} deep: save its text in a new document"
            )
        element = Element(_local(tag), {_local(key): value for key, value in attributes.items()})
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_: str) -> None:
        open_elements.pop()

    def text(data: str) -> None:
        open_elements[-1].children.append(data)

    def doctype(*_: object) -> None:
        raise _RefusedError(
            "declares a document type, as files made to do harm do: save it anew from the program that wrote it"
        )

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except _RefusedError as error:
        raise InputError(f"{name}: {error}") from None
    except (expat.ExpatError, ValueError, LookupError):
        raise InputError(f"{name}: is damaged (its XML cannot be read): save or download it anew") from None
    return next(root.elements(), root)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
