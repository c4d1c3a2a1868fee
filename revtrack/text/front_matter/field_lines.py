"""Fields of YAML and TOML, read line by line and never parsed: what counts is where the readers' words are.

A field's value may go on: over the indented lines below it, as a list, or up to the closing quotation marks. Of a map
below a field only its own fields and names are words: `authors:`, `- name: Jane Roe`, `twitter: roe5`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression
from revtrack.text.front_matter.field_values import KEY, is_caption, is_field, scalar
from revtrack.text.front_matter.piece import FrontMatterPiece

_LINE = expression(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BLOCK_SIGNS = expression(r"[|>][+-]?\d*[+-]?")
_ITEM_MARKS = expression(r"[ \t]*(?:-[ \t]+)*")
_NAMES = ("name",)


class _Open(NamedTuple):
    """What the lines below belong to: a key (empty for data), whose value is words, a list, or open quotation marks."""

    key: str = ""
    value: Literal["words", "list", "quoted"] = "words"
    mark: str = ""
    indent: int = 0
    outer: str = ""  # the key whose map the words are in


def read(text: str, start: int, stop: int) -> Iterator[FrontMatterPiece]:
    """The pieces of the lines from `start` to `stop`."""
    above = _Open()
    while start < stop:
        line = _LINE.match(text, start, stop)
        assert line is not None
        end = start + len(line[0].rstrip())
        piece, above = _line(text, start, end, stop, above)
        yield piece
        start = line.end()


def _line(text: str, start: int, end: int, stop: int, above: _Open) -> tuple[FrontMatterPiece, _Open]:
    if above.mark:
        close = text.find(above.mark, start, end)
        return _piece(above.key, start, end if close < 0 else close), above if close < 0 else _Open()
    if above.indent:
        if start == end or _indent(text, start, end) > above.indent:
            return _piece(above.key, start, end), above
        above = _Open(above.outer, "list")
    pair = KEY.match(text, start, end)
    if pair:
        return _pair(text, pair, end, stop)
    if text[start:end].lstrip() == text[start:end] and not text.startswith("- ", start):
        return _piece("", start, end), _Open() if start < end else above
    if above.value == "list":
        return _item(text, start, end, above.key), _below_item(text, start, end, above)
    return _piece(above.key, start, end), above


def _pair(text: str, pair: re.Match[str], end: int, stop: int) -> tuple[FrontMatterPiece, _Open]:
    """A key at the margin, and what its value leaves open for the lines below."""
    key = pair["key"].lower()
    key = key if is_field(key) else ""
    start, close = scalar(text, pair.start("value"), end)
    value = text[start:close]
    mark = _open_mark(text, start, close, end, stop)
    if mark:
        above, start = _Open(key, "quoted", mark), start + len(mark)
    elif value in ("", "["):
        above, start = _Open(key, "list"), close
    elif _BLOCK_SIGNS.fullmatch(value):
        above, start = _Open(key), close
    else:
        above = _Open(key)
    return (_piece(key, start, close) if key else _piece("", pair.start(), end)), above


def _open_mark(text: str, start: int, close: int, end: int, stop: int) -> str:
    """The quotation marks that a value begins with and a line below closes."""
    for mark in ('"""', "'''"):
        if text.startswith(mark, start) and text.find(mark, start + 3, stop) >= end:
            return mark
    mark = text[start : start + 1]
    if close < end or mark not in ('"', "'") or text.startswith(mark * 3, start):
        return ""
    rest = _LINE.match(text, end, stop)
    while rest and (line := _LINE.match(text, rest.end(), stop)) and line[0][:1] in (" ", "\t"):
        if line[0].rstrip().endswith(mark):
            return mark
        rest = line
    return ""


def _item(text: str, start: int, end: int, key: str) -> FrontMatterPiece:
    """A line of a list or map below a key."""
    marks = _ITEM_MARKS.match(text, start, end)
    assert marks is not None
    pair = KEY.match(text, marks.end(), end)
    name = pair["key"].lower() if pair else ""
    if pair and not (is_field(name) or name in _NAMES):
        return _piece("", start, end)
    if is_caption(name):
        key = key or name
    first = pair.start("value") if pair else marks.end()
    last = first + len(text[first:end].rstrip(", \t"))
    if pair and _BLOCK_SIGNS.fullmatch(text, first, last):
        return _piece("", start, end)
    return _piece(key, *scalar(text, first, last)) if key else _piece("", start, end)


def _below_item(text: str, start: int, end: int, above: _Open) -> _Open:
    """What the lines below a line of a map belong to: to its caption if that goes on below its key."""
    marks = _ITEM_MARKS.match(text, start, end)
    pair = KEY.match(text, marks.end(), end) if marks else None
    if pair and is_caption(pair["key"].lower()) and _BLOCK_SIGNS.fullmatch(text, pair.start("value"), end):
        return _Open(pair["key"].lower(), indent=max(1, _indent(text, start, end)), outer=above.key)
    return above


def _indent(text: str, start: int, end: int) -> int:
    return len(text[start:end]) - len(text[start:end].lstrip())


def _piece(key: str, start: int, end: int) -> FrontMatterPiece:
    return FrontMatterPiece("field" if key else "data", key, start, end)
