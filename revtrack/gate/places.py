"""Where in the new version a change stands: its own words, or the gap where removed words stood.

A mark beside that place can accept the change; its line and column are what an editor jumps to.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from revtrack.model import Change, Claims, Diff, Span, Spans

# Characters shown on either side of a claim in a long sentence.
REACH = 70
_LINE_END = re.compile(r"\r\n|\n|\r")


class Places:
    """The places of the changes of one diff."""

    def __init__(self, diff: Diff) -> None:
        self._after = diff.after
        self._now: list[Span | None] = [None] * len(diff.before.sentences)
        for op in diff.sentences:
            for index in op.old:
                if op.new_spans and op.op != "move":
                    self._now[index] = Span(op.new_spans[0].start, op.new_spans[-1].end)
        self._ends = self._filled(0)
        self._starts = self._filled(len(diff.after.text))

    def of(self, change: Change) -> Spans:
        """Every place of a change: one, or several where the same change was made in several places."""
        if change.new:
            return change.new.span, *(place.new for place in change.also if place.new)
        assert change.old
        return (self.of_old_sentence(change.old.sentence),)

    def of_old_sentence(self, index: int) -> Span:
        """What became of an old sentence, or the gap between its neighbours."""
        return self._now[index] or Span(self._ends[index], max(self._ends[index], self._starts[index]))

    def _filled(self, edge: int) -> list[int]:
        """For each old sentence the end of the last kept one before it (edge 0), or the start of the next after it."""
        found, last = [], edge
        spans = self._now if edge == 0 else self._now[::-1]
        for span in spans:
            found.append(last)
            if span:
                last = span.end if edge == 0 else span.start
        return found if edge == 0 else found[::-1]


class Lines:
    """Line and column of an offset, both from 1; a line ends with LF, CRLF or CR, as editors count."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def wording(claims: Claims, span: Span, sentence: int) -> str:
    """The words of a span with what stands about them in their sentence, cut where that is long."""
    whole = claims.sentences[sentence]
    start, end = max(min(whole.start, span.start), span.start - REACH), min(max(whole.end, span.end), span.end + REACH)
    lead = "" if start <= whole.start else "... "
    tail = "" if end >= whole.end else " ..."
    words = claims.text[start:end]
    if lead:
        words = words.partition(" ")[2] or words
    if tail:
        words = words.rpartition(" ")[0] or words
    return f"{lead}{words}{tail}"
