"""Marks in an article's source that accept a change: `<!-- revtrack: accept Q101 sub-editor's typo -->`.

`F*` stands for all codes of figures, `all` for every code. A mark covers its paragraph: the one it is in, on whose
first or last line it is, or, alone between blank lines, the one below. In front matter it is a comment,
`# revtrack: accept F101 reason`, and covers all of it. A mark that was in the old version accepted an older change and
is used up: the next one needs a mark of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from revtrack.errors import UnknownError
from revtrack.gate import rules
from revtrack.model import Block, Claims, Span

# No reason may run on past a "<" or ">", so that an open mark costs no more than itself.
_COMMENT = re.compile(r"<!--\s{0,9}revtrack:(?P<words>[^<>]{0,500}?)-->")
_FIELD_COMMENT = re.compile(r"^[ \t]{0,9}#[ \t]{0,9}revtrack:(?P<words>[^\r\n]{0,500})", re.MULTILINE)
_CODE = r"[A-Za-z](?:\d+|\*)"
_ACCEPT = re.compile(
    rf"accept\s+(?P<codes>all(?![^\s:,])|{_CODE}(?:\s*,\s*{_CODE}|\s+[A-Za-z](?:\d{{3}}|\*)(?!\w))*)(?:[\s:,]+(?P<reason>.*))?",
    re.DOTALL | re.IGNORECASE,
)
# Each mark is compared with each finding; no real article needs more, and a hostile one gets no more.
MOST = 200
HOW = "write it as accept CODE REASON, such as: accept Q101 typo of the sub-editor"


class Acceptance(NamedTuple):
    """What a mark or a trailer says; `fault` says why it accepts nothing, `written` how its codes were given."""

    codes: tuple[str, ...]
    reason: str
    fault: str = ""
    written: str = ""


class AcceptMark(NamedTuple):
    """An acceptance in the source, where it is, and what it covers."""

    said: Acceptance
    span: Span
    zone: Span
    spent: bool


def find(before: Claims, after: Claims) -> list[AcceptMark]:
    """The marks of the new version; each mark of the old version makes one of the same words spent."""
    if "revtrack:" not in after.text:
        return []
    old = Counter(words for words, _, _ in islice(_written(before), MOST))
    marks = []
    for words, span, in_fields in islice(_written(after), MOST):
        old[words] -= 1
        zone = _fields(after) if in_fields else _paragraph(after, span)
        marks.append(AcceptMark(read(words), span, zone, old[words] >= 0))
    return marks


def read(words: str) -> Acceptance:
    """What the words behind `revtrack:` say."""
    match = _ACCEPT.fullmatch(words.strip())
    if not match:
        return Acceptance((), "", HOW)
    written = match["codes"].replace(",", " ").upper().split()
    reason = " ".join((match["reason"] or "").split())
    try:
        known = tuple(code for one in written for code in _codes(one))
    except UnknownError as error:
        return Acceptance((), reason, str(error))
    return Acceptance(known, reason, "" if reason else f"it gives no reason: {HOW}", ", ".join(written))


def _codes(written: str) -> tuple[str, ...]:
    """The codes that `F101`, `F*` or `ALL` stands for; raises UnknownError."""
    if written == "ALL":
        return tuple(rules.rules())
    if written.endswith("*"):
        family = tuple(code for code in rules.rules() if code[0] == written[0])
        if not family:
            raise UnknownError(f"{written}: no such family of rules: use one of {', '.join(rules.FAMILIES)}")
        return family
    return (rules.find(written).code,)


def _written(claims: Claims) -> Iterator[tuple[str, Span, bool]]:
    """The words, the place and whether it is in front matter, of every mark."""
    end = _fields(claims).end
    found = [(match, True) for match in _FIELD_COMMENT.finditer(claims.text, 0, end)]
    found += [(match, False) for match in _COMMENT.finditer(claims.text, end)]
    for match, in_fields in found:
        yield " ".join(match["words"].split()), Span(*match.span()), in_fields


def _fields(claims: Claims) -> Span:
    """The front matter, from the start of the text."""
    return Span(0, max((block.end for block in claims.blocks if block.role == "data"), default=0))


def _paragraph(claims: Claims, mark: Span) -> Span:
    """The paragraph that a mark covers; where there is none, only the mark itself."""
    text = claims.text
    blocks = [block for block in claims.blocks if block.first < block.last]
    start, end = text.rfind("\n", 0, mark.start) + 1, text.find("\n", mark.end)
    line = Span(start, len(text) if end < 0 else end)
    own = next((block for block in blocks if block.start < line.end and line.start < block.end), None)
    above = next((block for block in reversed(blocks) if block.end <= mark.start), None)
    below = next((block for block in blocks if block.start >= mark.end), None)
    chosen = own or (above if _touches(text, above, below, mark) else below) or above
    return Span(chosen.start, chosen.end) if chosen else mark


def _touches(text: str, above: Block | None, below: Block | None, mark: Span) -> bool:
    """Whether a mark on a line of its own ends the paragraph above it rather than opening the one below."""
    gap_above = text[above.end : mark.start] if above else "\n\n"
    gap_below = text[mark.end : below.start] if below else "\n\n"
    return gap_above.count("\n") == 1 and gap_below.count("\n") > 1
