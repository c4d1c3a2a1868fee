"""Paragraphs that another version has too: their claims are taken over with the offsets moved.

Figures, dates and attributions depend on nothing but the text of their paragraph, so the answer is the same as if
the paragraph had been read again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeVar

from revtrack.model import Attribution, Block, Cue, Date, Figure, Source, Span, Spans
from revtrack.model.record import replace
from revtrack.text import Reading, fold

Claim = TypeVar("Claim", Attribution, Date, Figure)
Part = TypeVar("Part", Source, Cue)
_Text = tuple[str, str, str]


class KnownParagraphs:
    """The paragraphs of another version with some of its claims, looked up by their text and role."""

    def __init__(self, text: str, paragraphs: Iterable[Block], claims: Iterable[Attribution | Date | Figure]) -> None:
        plain = fold.plain(text)
        self._claims = sorted(claims, key=_place)
        self._places = [_place(claim) for claim in self._claims]
        # Of two equal paragraphs the first one counts, so it is entered last.
        self._paragraphs = {_text(text, plain, block): block for block in reversed(tuple(paragraphs))}

    def claims(self, kind: type[Claim], reading: Reading, block: Block, before: int = 0) -> list[Claim] | None:
        """The claims of a kind in a paragraph that the other version has; None for a new paragraph.

        Their ids go on from the `before` claims of the kind that are before it. Who speaks in an attribution is still
        told as in the other version: that depends on the whole article.
        """
        known = self._paragraphs.get(_text(reading.text, reading.plain, block))
        if known is None:
            return None
        inside = self._claims[bisect_left(self._places, known.start) : bisect_left(self._places, known.end)]
        of_kind = [claim for claim in inside if isinstance(claim, kind)]
        by, sentences = block.start - known.start, block.first - known.first
        return [_moved(claim, by, sentences, f"{claim.id[0]}{n}") for n, claim in enumerate(of_kind, before + 1)]


def _text(text: str, plain: str, block: Block) -> _Text:
    return text[block.start : block.end], plain[block.start : block.end], block.role


def _place(claim: Attribution | Date | Figure) -> int:
    return claim.cue.start if isinstance(claim, Attribution) else claim.start


def _moved(claim: Claim, by: int, sentences: int, id: str) -> Claim:
    """A claim further on in the text, under another id."""
    if not (by or sentences or id != claim.id):
        return claim
    if not isinstance(claim, Attribution):
        return replace(claim, id=id, start=claim.start + by, end=claim.end + by, sentence=claim.sentence + sentences)
    return replace(
        claim,
        id=id,
        start=claim.start + by,
        end=claim.end + by,
        sentence=claim.sentence + sentences,
        source=claim.source and _part_moved(claim.source, by),
        cue=_part_moved(claim.cue, by),
        content=_shifted(claim.content, by),
    )


def _part_moved(part: Part, by: int) -> Part:
    """A source or a cue further on in the text."""
    return replace(part, start=part.start + by, end=part.end + by, spans=_shifted(part.spans, by)) if by else part


def _shifted(spans: Spans, by: int) -> Spans:
    return tuple([Span(span.start + by, span.end + by) for span in spans]) if by else spans
