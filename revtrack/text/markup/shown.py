"""The copy of a text that a reader sees, put together from the edits that each kind of markup asks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from revtrack.model import Span
from revtrack.text import front_matter
from revtrack.text.markup import blocks, inline
from revtrack.text.markup.edits import Word, applied, disjoint

# Without one of these signs a text holds no markup.
_SIGN = re.compile(r"[<&\[{~*_`|\\]|==|://|www\.|:::|!!!|^\s*>", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A copy of a text as long as the text itself, the words whose characters were moved, and its block quotations."""

    text: str
    words: tuple[Word, ...] = ()
    quotations: tuple[Span, ...] = ()

    def original(self, start: int, end: int) -> Span:
        """Where a span of the copy stands in the file; it differs only in a word whose characters were moved."""
        first, last = self._word(start), self._word(end - 1)
        if first and 0 <= start - first.start < len(first.sources):
            start = first.sources[start - first.start].start
        if last and 0 <= end - 1 - last.start < len(last.sources):
            end = last.sources[end - 1 - last.start].end
        return Span(start, max(start, end))

    def seen(self, start: int, end: int) -> Span:
        """Where a span of the file stands in the copy."""
        first, last = self._word(start), self._word(end - 1)
        if first:
            start = first.start + sum(source.start < start for source in first.sources)
        if last:
            end = last.start + sum(source.end <= end for source in last.sources)
        return Span(start, max(start, end))

    def _word(self, offset: int) -> Word | None:
        """The word that an offset is in, of the copy or of the file."""
        place = bisect_right(self.words, offset, key=lambda word: word.sources[0].start) - 1
        return self.words[place] if place >= 0 and offset < self.words[place].end else None


@lru_cache(maxsize=8)
def shown(text: str) -> Shown:
    """What a reader sees of a text; the front matter stays as it is."""
    begin = front_matter.end(text)
    if not _SIGN.search(text, begin):
        return Shown(text)
    hidden, quotations = blocks.read(text, begin)
    copy, words = applied(text, disjoint([*hidden, *inline.edits(text, begin)]))
    return Shown(copy, tuple(words), tuple(quotations))
