"""Blocks of copy, and the Markdown they are written as: `CopyBlock("heading", "The vote")` is `## The vote`.

Every reader of a document gives its copy as blocks in reading order; this module alone knows how they look as text,
so that one article is the same text from every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["headline", "heading", "paragraph", "quotation", "item", "numbered", "row"]

_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
# What no reader sees: soft hyphens, marks of direction and of joining, the byte order mark, controls.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}
_LIGATURE = re.compile("[\ufb00-\ufb05]")
_TIGHT = frozenset(("item", "numbered", "row"))


@dataclass(frozen=True, slots=True)
class CopyBlock:
    """One block as a reader sees it; a row of a table has cells, and `text` is theirs parted by tabs."""

    form: Form
    text: str
    cells: tuple[str, ...] = ()
    number: int = 0


def folded(text: str) -> str:
    """Plain letters on one line: ligatures taken apart, what is not seen left out, white space folded."""
    text = _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))
    text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)
    return _SPACES.sub(" ", text).strip()


def block(form: Form, text: str, number: int = 0) -> CopyBlock | None:
    """A block of folded text, or None where nothing is seen."""
    text = folded(text)
    return CopyBlock(form, text, number=number) if text.strip("\u00a0 ") else None


def row(cells: Iterable[str]) -> CopyBlock | None:
    """A row of a table, or None where all its cells are empty."""
    texts = tuple(folded(cell) for cell in cells)
    return CopyBlock("row", "\t".join(texts), texts) if any(texts) else None


def markdown(blocks: Iterable[CopyBlock]) -> str:
    """The text of blocks: a blank line between them, none inside a list or a table, one line end at the end."""
    lines: list[str] = []
    above: CopyBlock | None = None
    for here in blocks:
        if above and not (here.form == above.form and here.form in _TIGHT):
            lines.append("")
        lines.extend(_lines(here, opens=above is None or above.form != "row"))
        above = here
    return "\n".join(lines) + "\n" if lines else ""


def _lines(here: CopyBlock, *, opens: bool) -> Iterator[str]:
    if here.form == "row":
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in here.cells) + " |"
        if opens:
            yield "|" + " --- |" * len(here.cells)
        return
    leads = {"headline": "# ", "heading": "## ", "quotation": "> ", "item": "- ", "numbered": f"{here.number}. "}
    yield leads.get(here.form, "") + here.text


def one_headline(blocks: Iterable[CopyBlock]) -> list[CopyBlock]:
    """The blocks with their first headline alone as one; what else looks like one is a heading."""
    kept: list[CopyBlock] = []
    titled = False
    for here in blocks:
        if here.form == "headline" and titled:
            here = CopyBlock("heading", here.text)
        titled = titled or here.form == "headline"
        kept.append(here)
    return kept
