"""Where front matter begins and ends: `---` to `---` or `...`, `+++` to `+++`, or the braces of one JSON object."""

from __future__ import annotations

import re
from typing import Any, Literal

from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression

LONGEST = 1_000_000
# Front matter longer than this opens with a key, so that copy between two rules is not taken for it.
SURE = 20_000

_OPENING = expression(r"\s*?(---|\+\+\+)[ \t]*(?:yaml|toml|json)?[ \t]*\r?\n")
_CLOSING = {
    "---": expression(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": expression(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_BRACE = expression(r'\s*\{(?=\s*")')
_FIRST = expression(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*")  # empty lines and comments
_LINE_END = expression(r"[ \t]*(?:\r?\n|\Z)")
# Prose between two rules across the page has no line of this form.
_KEY = expression(r"""^[ \t]*["']?[\w.-]+["']?[ \t]*[:=]""", re.MULTILINE)


class Fences(NamedTuple):
    """The inside of the front matter, from `start` to `stop`, and where the closing fence ends."""

    form: Literal["yaml", "toml", "json"]
    start: int
    stop: int
    end: int


def find(text: str) -> Fences | None:
    """The front matter that a text opens with."""
    opening = _OPENING.match(text)
    if not opening:
        return _braces(text)
    closing = _CLOSING[opening[1]].search(text, opening.end(), LONGEST)
    if not closing:
        return None
    brace = _BRACE.match(text, opening.end())
    decoded = decode(text, brace.end() - 1) if brace else None
    if brace and decoded and not text[decoded[1] : closing.start()].strip():
        return Fences("json", brace.end(), decoded[1] - 1, closing.end())
    first = _FIRST.match(text, opening.end())
    if closing.start() - opening.end() > SURE and not (first and _KEY.match(text, first.end())):
        return None
    if text[opening.end() : closing.start()].strip() and not _KEY.search(text, opening.end(), closing.start()):
        return None
    return Fences("yaml" if opening[1] == "---" else "toml", opening.end(), closing.start(), closing.end())


def _braces(text: str) -> Fences | None:
    opening = _BRACE.match(text)
    decoded = decode(text, opening.end() - 1) if opening else None
    if not opening or not decoded or not _LINE_END.match(text, decoded[1]):
        return None
    return Fences("json", opening.end(), decoded[1] - 1, decoded[1])


def decode(text: str, start: int) -> tuple[dict[str, Any], int] | None:
    """The JSON object that begins at an offset, and where it ends."""
    import json

    try:
        value, end = json.JSONDecoder().raw_decode(text[:LONGEST], start)
    except (ValueError, RecursionError):
        return None
    return (value, end) if isinstance(value, dict) else None
