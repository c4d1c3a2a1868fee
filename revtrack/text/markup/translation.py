"""Claims carried over from the copy that a reader sees to the file, and back.

In the file their `text` is the slice of the file, in the copy what a reader sees; `words`, `name` and `noun` are the
reader's in both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from revtrack.model import AnyClaim, Attribution, Block, Claims, Cue, Quote, ReadingWarning, Source, Span, Spans
from revtrack.model.record import Frozen, record, replace
from revtrack.text.markup.shown import Shown, shown

Placed = TypeVar("Placed", bound=AnyClaim | Source | Cue | ReadingWarning)
Move = Callable[[int, int], Span]


def in_file(claims: Claims, copy: Shown, text: str) -> Claims:
    """The claims of a copy as claims of the file's text."""
    return claims if copy.text == text else _Carrier(copy, copy.original, text).claims(claims)


def in_copy(claims: Claims) -> Claims:
    """The claims of a file as claims of what a reader sees of it."""
    copy = shown(claims.text)
    return claims if copy.text == claims.text else _Carrier(copy, copy.seen, copy.text).claims(claims)


@record
class _Carrier(Frozen):
    """Where each span goes, and the text it is then read from."""

    copy: Shown
    move: Move
    text: str

    def claims(self, claims: Claims) -> Claims:
        return replace(
            claims,
            text=self.text,
            blocks=tuple(map(self._block, claims.blocks)),
            sentences=self._spans(claims.sentences),
            claims=tuple(map(self._claim, claims.claims)),
            warnings=tuple(map(self._placed, claims.warnings)),
        )

    def _claim(self, claim: AnyClaim) -> AnyClaim:
        if not self.copy.touches(claim.start, claim.end):
            return claim
        if isinstance(claim, Quote):
            return self._placed(claim, spans=self._spans(claim.spans))
        if isinstance(claim, Attribution):
            source = claim.source and self._placed(claim.source, spans=self._spans(claim.source.spans))
            cue = self._placed(claim.cue, spans=self._spans(claim.cue.spans))
            return self._placed(claim, source=source, cue=cue, content=self._spans(claim.content))
        return self._placed(claim)

    def _placed(self, value: Placed, **others: Any) -> Placed:
        span = self.move(value.start, value.end)
        text = span.of(self.text)
        if not others and (span.start, span.end, text) == (value.start, value.end, value.text):
            return value  # mostly: markup is rare
        return replace(value, start=span.start, end=span.end, text=text, **others)

    def _spans(self, spans: Spans) -> Spans:
        return tuple([self.move(span.start, span.end) for span in spans])

    def _block(self, block: Block) -> Block:
        span = self.move(block.start, block.end)
        return replace(block, start=span.start, end=span.end)
