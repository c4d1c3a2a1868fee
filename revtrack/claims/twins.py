"""What another version has read already: figures and dates of a paragraph that stands in both versions.

They depend on nothing but their paragraph, so those of its twin are taken over with their offsets moved, and the
answer is the same as if it had been read again.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TypeVar

from revtrack.model import Block, Claims, Date, Figure
from revtrack.text import Reading, fold

Value = TypeVar("Value", Date, Figure)
_Key = tuple[str, str, str]


class Twins:
    """The paragraphs of another version, to be found by their very text; none where there is no other version."""

    def __init__(self, known: Claims | None) -> None:
        self._claims = [claim for claim in known.claims if isinstance(claim, Date | Figure)] if known else []
        self._starts = [claim.start for claim in self._claims]
        self._blocks: dict[_Key, Block] = {}
        if known:
            plain = fold.plain(known.text)
            self._blocks = {_key(known.text, plain, block): block for block in reversed(known.blocks)}

    def of(self, kind: type[Value], reading: Reading, block: Block) -> list[Value] | None:
        """The claims of a kind in a paragraph that stood in the other version; None for a new paragraph."""
        twin = self._blocks.get(_key(reading.text, reading.plain, block))
        if twin is None:
            return None
        by, sentences = block.start - twin.start, block.first - twin.first
        inside = self._claims[bisect_left(self._starts, twin.start) : bisect_left(self._starts, twin.end)]
        return [
            replace(claim, start=claim.start + by, end=claim.end + by, sentence=claim.sentence + sentences)
            for claim in inside
            if isinstance(claim, kind)
        ]


def _key(text: str, plain: str, block: Block) -> _Key:
    return text[block.start : block.end], plain[block.start : block.end], block.role
