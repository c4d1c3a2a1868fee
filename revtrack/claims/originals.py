"""Claims that were read from the copy a reader sees, put back to where they are in the file.

Offsets are the same but inside a word with markup (`km<sup>2</sup>`); `text` becomes the slice of the file, while
`words`, `name` and `noun` stay what a reader sees.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from revtrack.model import AnyClaim, Attribution, Block, Claims, Cue, ImpossibleDate, Quote, Source, Span, Spans
from revtrack.text.markup import Shown

_Placed = TypeVar("_Placed", AnyClaim, Cue, Source, ImpossibleDate)


def restored(claims: Claims, shown: Shown, text: str) -> Claims:
    """The claims of the copy as claims of the file's text."""
    if shown.text == text:
        return claims
    return replace(
        claims,
        text=text,
        blocks=tuple(_block(block, shown) for block in claims.blocks),
        sentences=_spans(claims.sentences, shown),
        claims=tuple(_claim(claim, shown, text) for claim in claims.claims),
        warnings=tuple(_placed(warning, shown, text) for warning in claims.warnings),
    )


def _claim(claim: AnyClaim, shown: Shown, text: str) -> AnyClaim:
    if isinstance(claim, Quote):
        claim = replace(claim, spans=_spans(claim.spans, shown))
    elif isinstance(claim, Attribution):
        source = claim.source and _phrase(claim.source, shown, text)
        cue = _phrase(claim.cue, shown, text)
        claim = replace(claim, source=source, cue=cue, content=_spans(claim.content, shown))
    return _placed(claim, shown, text)


def _phrase(phrase: _Placed, shown: Shown, text: str) -> _Placed:
    assert isinstance(phrase, Source | Cue)
    return _placed(replace(phrase, spans=_spans(phrase.spans, shown)), shown, text)


def _placed(value: _Placed, shown: Shown, text: str) -> _Placed:
    span = shown.original(value.start, value.end)
    return replace(value, start=span.start, end=span.end, text=span.of(text))


def _block(block: Block, shown: Shown) -> Block:
    span = shown.original(block.start, block.end)
    return replace(block, start=span.start, end=span.end)


def _spans(spans: Spans, shown: Shown) -> Spans:
    return tuple(shown.original(span.start, span.end) for span in spans)
