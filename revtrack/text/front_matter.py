"""Front matter of a Markdown file: `title: Toll rises` is a field to compare, `draft: true` is data.

YAML between `---` lines or TOML between `+++` lines is read line by line, never parsed: what counts is where
the readers' words are in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revtrack import lexicon
from revtrack.model import Role

_FENCE = re.compile(r"\s*?(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"""["']?(?P<key>[A-Za-z_][\w.-]*)["']?[ \t]*[:=][ \t]*(?P<value>.*)""")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BLOCK_SIGNS = re.compile(r"[|>][+-]?\d*$")
LONGEST = 20_000


def lines(text: str) -> Iterator[tuple[Role, int, int]]:
    """Role, start and end of each line of front matter; the last one is the closing fence. Empty without any."""
    fences = _fences(text)
    if not fences:
        return
    opening, closing = fences
    yield "data", 0, opening.end()
    role: Role = "data"
    position = opening.end()
    while position < closing.start():
        line = _LINE.match(text, position, closing.start())
        assert line is not None
        role, start, end = _line(line[0], role)
        yield role, position + start, position + end
        position = line.end()
    yield "data", closing.start(), closing.end()


def end(text: str) -> int:
    """Where the front matter ends and the copy begins; 0 without any."""
    fences = _fences(text)
    return fences[1].end() if fences else 0


def fields(text: str) -> dict[str, str]:
    """The keys at the margin, in lower case, each with its value: `{"draft": "true"}`."""
    fences = _fences(text)
    inside = text[fences[0].end() : fences[1].start()] if fences else ""
    pairs = (_KEY.match(line.rstrip()) for line in inside.splitlines())
    return {
        pair["key"].lower(): pair["value"][slice(*_unquoted(pair["value"], 0, len(pair["value"])))]
        for pair in pairs
        if pair
    }


def _fences(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The lines that open and close the front matter."""
    opening = _FENCE.match(text)
    if not opening:
        return None
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t]*\r?$", re.MULTILINE).search(text, opening.end(), LONGEST)
    return (opening, closing) if closing else None


def _line(line: str, above: Role) -> tuple[Role, int, int]:
    end = len(line.rstrip())
    pair = _KEY.match(line, 0, end)
    if not pair:
        indented = line[:1] in (" ", "\t")
        return (above if indented else "data"), 0, end
    if pair["key"].lower() not in lexicon.words("fields"):
        return "data", 0, end
    start, end = _unquoted(line, pair.start("value"), end)
    if start == end or _BLOCK_SIGNS.fullmatch(line[start:end]):
        return "field", end, end
    return "field", start, end


def _unquoted(line: str, start: int, end: int) -> tuple[int, int]:
    for mark in ('"""', "'''", '"', "'"):
        if line.startswith(mark, start) and line.endswith(mark, start + len(mark), end):
            return start + len(mark), end - len(mark)
    return start, end
