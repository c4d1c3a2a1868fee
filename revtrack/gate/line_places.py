"""Where in the new version a change is: its own words, or the gap that removed words left.

A mark beside that place can accept the change; its line and column are what an editor jumps to.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from revtrack.model import Change, Claims, Diff, Span, Spans
from revtrack.versions.phrases import ELLIPSIS
from revtrack.versions.way import NewPlaces

# Characters shown on either side of a claim in a long sentence.
REACH = 70
_LINE_END = re.compile(r"\r\n|\n|\r")


class LinePlaces:
    """The places of the changes of one diff."""

    def __init__(self, diff: Diff) -> None:
        self._new = NewPlaces(diff)

    def of(self, change: Change) -> Spans:
        """Every place of a change: one, or several where the same change was made in several places."""
        if change.new:
            return change.new.span, *(place.new for place in change.also if place.new)
        assert change.old
        return (self._new.of(change.old.sentence),)


class Lines:
    """Line and column of an offset, both from 1; a line ends with LF, CRLF or CR, as editors count."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def wording(claims: Claims, span: Span, sentence: int) -> str:
    """The words of a span among those of their sentence, clipped where it is long."""
    whole = claims.sentences[sentence]
    start, end = max(min(whole.start, span.start), span.start - REACH), min(max(whole.end, span.end), span.end + REACH)
    lead = "" if start <= whole.start else f"{ELLIPSIS} "
    tail = "" if end >= whole.end else f" {ELLIPSIS}"
    words = claims.text[start:end]
    if lead:
        words = words.partition(" ")[2] or words
    if tail:
        words = words.rpartition(" ")[0] or words
    return f"{lead}{words}{tail}"
