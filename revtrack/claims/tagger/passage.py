"""A paragraph as the tagger sees it: words, signs and quotation marks, each with the class of its word.

The inside of a long quotation is left out but for its first and last words: a speaker's words are taken or left
as a whole, and what stands deep inside them says nothing of who spoke.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.claims.tagger.vocabulary import Vocabulary
from revtrack.model import Block
from revtrack.text import Reading
from revtrack.text.marks import Piece

# Words kept at either end of a quotation.
KEPT = 3

_TOKEN = re.compile(r"'s(?!\w)|''|``|--+|\w+(?:[-.&]\w+|,\d{3}(?!\d)|'(?!s(?!\w))\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Passage:
    """The tokens of a block in order; the lists run in parallel. `states`: o(utside), i(nside), ( and ) marks."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    states: list[str]
    classes: list[str]


def read(reading: Reading, block: Block, quoted: Sequence[Piece], vocabulary: Vocabulary) -> Passage:
    """The tokens of a block; `quoted` are its quotations."""
    matches = list(_TOKEN.finditer(reading.plain, block.start, block.end))
    starts = [match.start() for match in matches]
    states = ["o"] * len(starts)
    kept = list(range(len(starts)))
    for piece in reversed(quoted):
        first, begin = bisect_left(starts, piece.outer.start), bisect_left(starts, piece.inner.start)
        stop, last = bisect_left(starts, piece.inner.end), bisect_left(starts, piece.outer.end)
        states[first:last] = [*"(" * (begin - first), *"i" * (stop - begin), *")" * (last - stop)]
        if stop - begin > 2 * KEPT:
            del kept[begin + KEPT : stop - KEPT]
    bounds = [span.start for span in reading.sentences[block.first : block.last]]
    words = [matches[n][0] for n in kept]
    states = [states[n] for n in kept]
    return Passage(
        words, [starts[n] for n in kept], [matches[n].end() for n in kept],
        [bisect_right(bounds, starts[n]) for n in kept], states,
        [state if state in "()" else vocabulary.kind(word).name for word, state in zip(words, states, strict=True)],
    )  # fmt: skip
