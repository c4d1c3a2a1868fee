"""What Word's paragraph styles and list definitions make of a paragraph: a headline, a quotation, an item."""

from __future__ import annotations

import re

from revtrack.intake.documents.copy_blocks import Form
from revtrack.intake.documents.elements import Element

_HEADING = re.compile(r"heading (\d)")
_MOST_PARENTS = 20  # of a style; Word's own go three deep
_BODY_LEVEL = 9  # an outline level of 9 is body text


class Styles:
    """The styles and numberings of one document."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {style.get("styleId"): style for style in styles.elements("style")} if styles else {}
        self._formats = _formats(numbering) if numbering else {}

    def form(self, properties: Element | None) -> Form:
        """The form of a paragraph with these properties, lists apart."""
        for source in self._sources(properties):
            name = _value(source, "name").lower()
            if name == "title":
                return "headline"
            heading = _HEADING.fullmatch(name)
            if heading:
                return "headline" if heading[1] == "1" else "heading"
            if name in ("quote", "intense quote", "block text"):
                return "quotation"
            level = _value(source.first("pPr") or source, "outlineLvl")
            if level.isdigit() and int(level) < _BODY_LEVEL:
                return "headline" if level == "0" else "heading"
        return "paragraph"

    def numbering(self, properties: Element | None) -> tuple[str, str, bool] | None:
        """The list a paragraph belongs to, its level there, and whether that level counts; None outside lists."""
        for source in self._sources(properties):
            own = source if source.name == "pPr" else source.first("pPr")
            listed = own.first("numPr") if own else None
            if listed:
                number, level = _value(listed, "numId"), _value(listed, "ilvl") or "0"
                if number in ("", "0"):
                    return None
                return number, level, self._formats.get((number, level), "bullet") not in ("bullet", "none")
        return None

    def _sources(self, properties: Element | None) -> list[Element]:
        """A paragraph's own properties, then its style, and the styles that one is based on."""
        if properties is None:
            return []
        sources = [properties]
        style = self._styles.get(_value(properties, "pStyle"))
        while style is not None and len(sources) < _MOST_PARENTS:
            sources.append(style)
            style = self._styles.get(_value(style, "basedOn"))
        return sources


def _formats(numbering: Element) -> dict[tuple[str, str], str]:
    """The number format of each level of each list: `{("1", "0"): "bullet"}`."""
    abstract = {
        definition.get("abstractNumId"): {
            level.get("ilvl"): _value(level, "numFmt") for level in definition.elements("lvl")
        }
        for definition in numbering.elements("abstractNum")
    }
    return {
        (listed.get("numId"), level): form
        for listed in numbering.elements("num")
        for level, form in abstract.get(_value(listed, "abstractNumId"), {}).items()
    }


def _value(element: Element, name: str) -> str:
    child = element.first(name)
    return child.get("val") if child else ""
