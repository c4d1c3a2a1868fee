"""The trained weights, ready to score: `packaged().parts[feature]` holds four label weights in one integer.

A feature's weights for the labels lie in lanes of sixteen bits, so that one addition adds all of them. Sums of
integers are the same on every machine.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from revtrack import lexicon
from revtrack.claims.tagger import cue_features, part_features
from revtrack.claims.tagger.vocabulary import Vocabulary
from revtrack.claims.tagger.weights import Weights

# The labels in the order of their lanes: nothing, source, content, cue.
LABELS = "OSCQ"
LANE = 16
# Makes every lane positive, so that one can be read without the next.
BIAS = sum(1 << (LANE * n + LANE - 1) for n in range(len(LABELS)))
# The name of what stands beside the first and the last token.
EDGE = "edge"

_FILE = "tagger.bin"
# One byte for a cue's weight, eight for the four of a part.
_FORMS = ("b", "q")
_MOST_KNOWN = 50_000
Moves = tuple[tuple[int, ...], ...]


@dataclass(slots=True)
class Model:
    """Weights of both stages, and what it costs to move from label to label, forwards and backwards.

    `scale` is how many whole numbers make one unit of weight. What a word adds by itself is summed once and kept.
    """

    version: str
    cues: Weights
    parts: Weights
    moves: Moves
    scale: int
    vocabulary: Vocabulary
    moves_back: Moves = field(init=False)
    _cue_sums: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _part_sums: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.moves_back = tuple(zip(*self.moves, strict=True))

    def cue_sums(self, word: str) -> tuple[int, ...]:
        """What a word adds to the score of a cue, for each of the cue's offsets."""
        known = self._cue_sums.get(word)
        return self._summed(self._cue_sums, self.cues, word, cue_features.OFFSETS) if known is None else known

    def part_sums(self, word: str) -> tuple[int, ...]:
        """What a word adds to the labels of a token, for each of the token's offsets."""
        known = self._part_sums.get(word)
        return self._summed(self._part_sums, self.parts, word, part_features.OFFSETS) if known is None else known

    def _summed(
        self, sums: dict[str, tuple[int, ...]], weights: Weights, word: str, offsets: range
    ) -> tuple[int, ...]:
        if len(sums) > _MOST_KNOWN:
            sums.clear()
        names = (word,) if word in ("(", ")", EDGE) else self.vocabulary.kind(word).features
        sums[word] = found = tuple(sum(weights[f"{offset}{name}"] for name in names) for offset in offsets)
        return found


def version(data: bytes | None = None) -> str:
    """What identifies some weights, or those of the package; whatever is kept of claims must be kept under it."""
    return f"{zlib.crc32(lexicon.data(_FILE) if data is None else data):08x}"


@cache
def packaged() -> Model:
    """The model that comes with the package."""
    return load(lexicon.data(_FILE))


def load(data: bytes) -> Model:
    """A model from its bytes: a header in JSON, and for either stage its weights as they lie."""
    at = 4 + int.from_bytes(data[:4], "little")
    header = json.loads(data[4:at])
    cues = Weights.read(data, at, header["counts"][0], _FORMS[0])
    parts = Weights.read(data, at + cues.size, header["counts"][1], _FORMS[1])
    moves = tuple(tuple(row) for row in header["moves"])
    vocabulary = Vocabulary(header["clusters"], header["lists"])
    return Model(version(data), cues, parts, moves, header["scale"], vocabulary)


def packed(header: Mapping[str, Any], cues: Mapping[str, int], parts: Mapping[str, int]) -> bytes:
    """The bytes of a model; the inverse of `load`."""
    stages = [Weights.of(weights, form) for form, weights in zip(_FORMS, (cues, parts), strict=True)]
    head = json.dumps({**header, "counts": [len(cues), len(parts)]}, sort_keys=True).encode()
    return b"".join((len(head).to_bytes(4, "little"), head, *(stage.written() for stage in stages)))
