"""What the items of a list are about: the line that leads into it ("Killed:"), a heading, the item they stand under."""

from __future__ import annotations

from revtrack.model import Block, Claims
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.fold import fold
from revtrack.versions.phrases import shorten

# A lead-in is given in full up to this length, in code points.
LONGEST = 60


class _OpenItem(NamedTuple):
    """An item, or the line above a list, under which further items may stand."""

    indent: int
    words: str


def leads(claims: Claims) -> dict[int, str]:
    """The lead-in of each sentence that is in an item, where it has one: "Killed: Norway"."""
    found: dict[int, str] = {}
    open_items: list[_OpenItem] = []
    above: Block | None = None
    for block in claims.blocks:
        if block.role == "item":
            indent = _indent(claims.text, block, above.end if above else 0)
            if above and above.role != "item" and (lead := _lead_in(claims, above)):
                open_items = [_OpenItem(-1, lead)]
            while open_items and open_items[-1].indent >= indent:
                open_items.pop()
            if open_items:
                lead = ": ".join(one.words for one in open_items[-2:] if one.words)
                found.update((number, lead) for number in range(block.first, block.last) if lead)
            open_items.append(_OpenItem(indent, _words(claims, block)))
        else:
            open_items = []
        above = block
    return found


def _indent(text: str, block: Block, above: int) -> int:
    return block.start - max(text.rfind(sign, above, block.start) for sign in "\n\r")


def _lead_in(claims: Claims, block: Block) -> str:
    """The words of a heading or of a line that ends in a colon."""
    if block.first == block.last:
        return ""
    if block.role in ("heading", "headline"):
        return _words(claims, block)
    return _words(claims, block) if block.role == "body" and claims.text.endswith(":", block.start, block.end) else ""


def _words(claims: Claims, block: Block) -> str:
    """The last sentence of a block without its marks."""
    words = fold(claims.sentences[block.last - 1].of(claims.text)) if block.first < block.last else ""
    return shorten(words.rstrip(" :"), LONGEST)
