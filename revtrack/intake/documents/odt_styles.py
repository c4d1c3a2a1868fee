"""What the styles of an OpenDocument text make of a paragraph or a list."""

from __future__ import annotations

from revtrack.intake.documents.copy_blocks import Form
from revtrack.intake.documents.elements import Element

_MOST_PARENTS = 20
_FORMS: dict[str, Form] = {"Title": "headline", "Quotations": "quotation"}


class OdtStyles:
    """The paragraph and list styles of one document, its own and the shared ones."""

    def __init__(self, roots: list[Element]) -> None:
        holders = [holder for root in roots for holder in root.elements() if holder.name.endswith("styles")]
        self._parents: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._lists: dict[str, dict[str, bool]] = {}
        for style in (style for holder in holders for style in holder.elements()):
            if style.name == "list-style":
                self._lists[style.get("name")] = {
                    level.get("level"): level.name == "list-level-style-number" for level in style.elements()
                }
            elif style.name == "style":
                self._parents.setdefault(style.get("name"), style.get("parent-style-name"))
                properties = style.first("text-properties")
                if properties and properties.get("display") == "none":
                    self._hidden.add(style.get("name"))

    def form(self, name: str) -> Form:
        """The form of a paragraph in a style."""
        for _ in range(_MOST_PARENTS):
            if name in _FORMS:
                return _FORMS[name]
            name = self._parents.get(name, "")
            if not name:
                break
        return "paragraph"

    def counts(self, name: str, level: int) -> bool:
        """Whether a level of a list style is numbered."""
        return self._lists.get(name, {}).get(str(level), False)

    def is_hidden(self, name: str) -> bool:
        """Whether text in a style is not shown."""
        return name in self._hidden
