"""Tables: rows of pipes, of HTML and of tabs, each on one line of the copy with its cells parted by `cells.EDGE`.

A table of Markdown has a rule of dashes or lines that begin with a pipe; a table of tabs has two lines of the same
number of cells. A table of HTML that only arranges a page, and one with a single column, is read as its text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from revtrack import lexicon
from revtrack.model import Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.cells import EDGE
from revtrack.text.expressions import expression
from revtrack.text.markup.edits import MarkupEdit

# A table of HTML with a longer cell, in code points, arranges a page.
LONGEST_CELL = 1000
MOST_SPANNED = 50

_RULE = expression(
    r"[ \t]*+(?:\|?(?:[ \t]*+:?-++:?[ \t]*+[|+])+(?:[ \t]*+:?-++:?)?|\+(?:[-=:]++\+)+|\|={3,})[ \t]*+(?=[\r\n]|\Z)"
)
_LINE = expression(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_PIPE = expression(r"(?<!\\)\|[ \t]*")
_OPENS = expression(r"[ \t]*\|(?![|>])")
_TAB = expression(r"(?<! )[ ]*\t[ \t]*")
_LISTED = expression(r"\s*(?:[-*+\u2022\u2013]|\(?\w{1,3}[.)]|#{1,6}|>)?[ ]*")
_TABLE = expression(r"<table\b[^<>]*>((?:(?!<table\b).)*?)</table\s*>", re.IGNORECASE | re.DOTALL)
# Tags in a row with the white space about them, and white space that runs over a line.
_KEPT = r"(?!/?(?:del|s|strike|sup|sub|script|style|iframe|img|q)\b)"  # read as they are anywhere else
_EDGES = expression(rf"(?<!\s)\s*(?:<{_KEPT}/?[A-Za-z][^<>]*>\s*)+|(?<!\s)\s*[\t\r\n]\s*", re.IGNORECASE)
_TAG = expression(r"<(?P<closes>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*)>")
_SPANNED = expression(r"colspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_ROW_TAGS = frozenset(("tr", "thead", "tbody", "tfoot", "colgroup", "col"))
_CELL_TAGS = frozenset(("td", "th"))


def read(text: str, begin: int) -> list[MarkupEdit]:
    """The edits that put the tables of a text on lines of cells, from an offset on."""
    found: list[MarkupEdit] = []
    if "|" in text or "\t" in text:
        for kind, lines in groupby(_lines(text, begin), key=lambda line: line.kind):
            if kind == "rule":
                found.extend(MarkupEdit(line.start, line.end, EDGE) for line in lines)
            elif kind == "pipes":
                found.extend(edit for line in lines for edit in _piped(text, line))
            elif kind:
                found.extend(_tabbed(text, list(lines)))
    for table in _TABLE.finditer(text, begin):
        _read_html(text, table, found)
    return found


class _Line(NamedTuple):
    """A line of the file without its end; its kind says what it is in a table, nothing where it is in none."""

    start: int
    end: int
    kind: str


def _lines(text: str, begin: int) -> Iterator[_Line]:
    spans = [Span(line.start(), line.start() + len(line[0].rstrip("\r\n"))) for line in _LINE.finditer(text, begin)]
    ruled = False  # below a rule, until a line without a pipe
    for here, below in pairwise([*spans, Span(len(text), len(text))]):
        start, end = here.start, here.end
        pipe = text.find("|", start, end) >= 0
        if _RULE.fullmatch(text, start, end):
            ruled = ruled or pipe
            yield _Line(start, end, "rule")
            continue
        ruled = ruled and pipe
        opened = _OPENS.match(text, start, end)
        if ruled or (opened and text.find("|", opened.end(), end) >= 0) or (pipe and _is_ruled(text, below)):
            yield _Line(start, end, "pipes")
        else:
            yield _Line(start, end, "tabs" if _tabs(text, start, end) else "")


def _is_ruled(text: str, line: Span) -> bool:
    return text.find("|", line.start, line.end) >= 0 and bool(_RULE.fullmatch(text, line.start, line.end))


def _tabs(text: str, start: int, end: int) -> int:
    """How many tabs part the cells of a line; none behind a label, a speaker or the mark of a list."""
    if text.find("\t", start, end) < 0:
        return 0
    lead = _LISTED.match(text, start, end)
    tabs = [tab for tab in _TAB.finditer(text, lead.end() if lead else start, end) if tab.end() < end]
    if not tabs or (lead and tabs[0].start() == lead.end()) or text[tabs[0].start() - 1] in ":.?!":
        return 0
    return sum(tab[0].count("\t") for tab in tabs)


def _piped(text: str, line: _Line) -> Iterator[MarkupEdit]:
    """A row of pipes: the outer ones go, unless there is one cell alone, whose last pipe stays an edge."""
    pipes = list(_PIPE.finditer(text, line.start, line.end))
    inner, behind = 0, line.start
    for pipe in pipes:
        start = behind + len(text[behind : pipe.start()].rstrip(" \t"))
        outer = start == line.start or (pipe.end() == line.end and inner > 0)
        inner += not outer
        yield MarkupEdit(start, pipe.end(), "" if outer else EDGE)
        behind = pipe.end()


def _tabbed(text: str, lines: Sequence[_Line]) -> Iterator[MarkupEdit]:
    """Rows of tabs: a table has two of the full width."""
    widths = Counter(_tabs(text, line.start, line.end) for line in lines)
    if widths[max(widths)] < 2:
        return
    for line in lines:
        lead = _LISTED.match(text, line.start, line.end)
        for tab in _TAB.finditer(text, lead.end() if lead else line.start, line.end):
            if tab.end() < line.end:
                yield MarkupEdit(*tab.span(), EDGE * max(1, tab[0].count("\t")))


def _read_html(text: str, table: re.Match[str], found: list[MarkupEdit]) -> None:
    """An HTML table with each row on one line; a table that does not hold data is left as it is."""
    start = table.start()
    while start and text[start - 1].isspace():
        start -= 1
    edges = [edge for edge in _EDGES.finditer(text, start, table.end()) if edge.start() < table.end()]
    signs = list(_signs(edge[0] for edge in edges))
    parting = [edge for edge, sign in zip(edges, signs, strict=True) if sign and sign != " "]
    longest = max((after.start() - before.end() for before, after in pairwise(parting)), default=0)
    if longest > LONGEST_CELL or not any(EDGE in sign for sign in signs):
        return
    found.extend(MarkupEdit(*edge.span(), sign, joins=False) for edge, sign in zip(edges, signs, strict=True) if sign)


def _signs(runs: Iterator[str]) -> Iterator[str]:
    """What each run of tags and white space is in the copy: an edge, a line end, a space; empty for what is inline."""
    opens_row, owed, edged = True, 0, False
    for run in runs:
        sign = " " if any(space in run for space in "\t\r\n") else ""
        for tag in _TAG.finditer(run):
            name = tag["name"].lower()
            if name in _CELL_TAGS and not tag["closes"]:
                edges = 0 if opens_row else 1 + owed
                sign = (sign if sign != " " else "") + EDGE * edges
                spanned = _SPANNED.search(tag["rest"])
                owed = min(int(spanned[1]), MOST_SPANNED) - 1 if spanned else 0
                opens_row, edged = False, edged or edges > 0
            elif name in _ROW_TAGS or name in ("table", "caption"):
                alone = EDGE if owed > 0 and not edged else ""
                lines = "\n" if name in _ROW_TAGS else "\n\n"
                sign = max((alone + lines, sign.replace(EDGE, "").strip(" ")), key=len)
                opens_row, owed, edged = True, 0, False
            elif name not in _CELL_TAGS and not sign and name in lexicon.words("block_elements"):
                sign = " "
        yield sign
