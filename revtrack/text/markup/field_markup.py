"""Markup and escapes in the fields of front matter: `title: "The \\"old\\" **dam** &amp; its lake"`.

Quotation marks and backslashes that come out of it are curled or left out, so that the copy is front matter as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from revtrack.text.expressions import expression
from revtrack.text.front_matter import FrontMatterPiece
from revtrack.text.markup import inline
from revtrack.text.markup.edits import MarkupEdit

_ESCAPE = expression(r"""\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([ntr/"'\\]))""")
_CURLED = {'"': "\u201d", "'": "\u2019", "\\": ""}


def edits(text: str, fields: Iterable[FrontMatterPiece]) -> Iterator[MarkupEdit]:
    """The edits that leave of some fields what a reader sees."""
    for field in fields:
        mark = text[field.start - 1]
        escapes = _escapes(text, field, mark) if mark in "\"'" else []
        yield from escapes
        taken = {at for edit in escapes for at in range(edit.start, edit.end)}
        for edit in inline.edits(text, field.start, [], field.end):
            if edit.start not in taken:
                yield edit._replace(seen=_CURLED.get(edit.seen, edit.seen).replace("\n", " ")[: edit.end - edit.start])


def _escapes(text: str, field: FrontMatterPiece, mark: str) -> list[MarkupEdit]:
    if mark == "'":
        doubled = re.compile("''").finditer(text, field.start, field.end)
        return [MarkupEdit(*match.span(), "\u2019") for match in doubled]
    return [
        MarkupEdit(*match.span(), _character(text, match)) for match in _ESCAPE.finditer(text, field.start, field.end)
    ]


def _character(text: str, escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    if code:
        character = chr(int(code, 16))
        return _CURLED.get(character, "\ufffd" if 0xD800 <= ord(character) < 0xE000 else character)
    if escape[3] in "ntr":
        return " "
    if escape[3] == '"' and text[escape.start() - 1] in " \t\"'(":
        return "\u201c"
    return _CURLED.get(escape[3], escape[3])
