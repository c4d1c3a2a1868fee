"""Markup of whole lines: fenced code, directives, definitions of links, block quotations."""

from __future__ import annotations

import re

from revtrack.model import Span
from revtrack.text.expressions import expression
from revtrack.text.markup.edits import MarkupEdit

_LINE = expression(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = expression(r" {0,3}(`{3,}|~{3,})[ \t]*[\w+#.-]*[ \t]*(?:\{[^\r\n]*)?(?=[\r\n]|\Z)")
_HIDDEN = expression(
    r"""
    (?: \ {0,3}:{2,}[^\r\n]*                                     # a directive: `:::note`, `::youtube{id=1}`, `:::`
      | \ {0,3}\.\.[ ][\w-]+::[^\r\n]*                           # of reStructuredText: `.. image:: a.png`
      | !!![ ][^\r\n]*                                           # an admonition: `!!! note "Title"`
      | \ {0,3}\[[^\[\]\^\n][^\[\]\n]{0,200}\]:[ \t]+<?(?:\S+://|/|\#|\.|mailto:)\S*[^\r\n]*   # `[1]: https://...`
      | \ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})   # a rule across the page
      | (?:import|export)[ ](?:\{|\w+[ ]from[ ]|default[ ]|const[ ])[^\r\n]*   # of MDX
    )[ \t]*(?=[\r\n]|\Z)
    """,
    re.VERBOSE,
)
_QUOTED = expression(r"[ \t]*(?:>(?!=)[ \t]?)+")
_BLOCKQUOTE = expression(r"<blockquote\b[^<>]*>((?:(?!<blockquote\b).)*?)</blockquote\s*>", re.IGNORECASE | re.DOTALL)
_TASK = expression(r"[ \t]*[-*+][ \t]+(\[[ xX]\])[ \t]")


def read(text: str, begin: int) -> tuple[list[MarkupEdit], list[Span]]:
    """The edits of lines that are markup, and the stretches of block quotations, from an offset on."""
    hidden: list[MarkupEdit] = []
    quoted: list[Span] = []
    closed = begin
    open_fences: set[str] = set()
    for line in _LINE.finditer(text, begin):
        start, end = line.start(), line.start() + len(line[0].rstrip("\r\n"))
        if start < closed or start == end:
            continue
        fence = _FENCE.match(text, start, end)
        if fence:
            closed = fence.end() if fence[1] in open_fences else _closed(text, fence)
            if closed == fence.end():
                open_fences.add(fence[1])
            hidden.append(MarkupEdit(start, closed, joins=False))
        elif _HIDDEN.match(text, start, end):
            hidden.append(MarkupEdit(start, end, joins=False))
        elif task := _TASK.match(text, start, end):
            hidden.append(MarkupEdit(*task.span(1), joins=False))
        elif mark := _QUOTED.match(text, start, end):
            hidden.append(MarkupEdit(*mark.span(), joins=False))
            begun = (
                quoted.pop().start
                if quoted and not text[quoted[-1].end : start].strip() and start - quoted[-1].end <= 2
                else mark.end()
            )
            quoted.append(Span(begun, end))
    quoted += [Span(*match.span(1)) for match in _BLOCKQUOTE.finditer(text, begin)]
    return hidden, sorted(quoted)


def _closed(text: str, fence: re.Match[str]) -> int:
    """Where fenced code ends; a fence that is never closed hides its own line alone."""
    closing = re.compile(rf"^ {{0,3}}{re.escape(fence[1])}[`~]*[ \t]*\r?$", re.MULTILINE).search(text, fence.end())
    return closing.end() if closing else fence.end()
