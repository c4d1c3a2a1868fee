"""The trained weights, ready to score: `model().parts.get(feature, 0)` holds four label weights in one integer.

A feature's weights for the labels lie in lanes of sixteen bits, so that one addition adds all of them; sums of
integers are the same on every machine.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from revtrack import lexicon
from revtrack.claims.tagger import features
from revtrack.claims.tagger.vocabulary import Vocabulary

# The labels in the order of their lanes: nothing, source, content, cue.
LABELS = "OSCQ"
LANE = 16
_HALF = 1 << (LANE - 1)
BIAS = sum(_HALF << (LANE * n) for n in range(len(LABELS)))
_MOST_KNOWN = 50_000
_EDGE = "edge"


@dataclass(slots=True)
class Model:
    """Weights of both stages; what a word adds by itself is summed once and kept."""

    version: str
    cues: Mapping[str, int]
    parts: Mapping[str, int]
    transitions: tuple[tuple[int, ...], ...]
    heads: frozenset[str]
    scale: int
    vocabulary: Vocabulary
    _cue_sums: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _part_sums: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def cue_sums(self, word: str) -> tuple[int, ...]:
        """What a word adds to the score of a cue, for each of `features.CUE_OFFSETS`."""
        known = self._cue_sums.get(word)
        if known is None:
            known = self._remember(self._cue_sums, self.cues, word, features.CUE_OFFSETS)
        return known

    def part_sums(self, word: str) -> tuple[int, ...]:
        """What a word adds to the labels of a token, for each of `features.PART_OFFSETS`."""
        known = self._part_sums.get(word)
        if known is None:
            known = self._remember(self._part_sums, self.parts, word, features.PART_OFFSETS)
        return known

    def _remember(
        self, sums: dict[str, tuple[int, ...]], weights: Mapping[str, int], word: str, offsets: range
    ) -> tuple[int, ...]:
        if len(sums) > _MOST_KNOWN:
            sums.clear()
        own = (word,) if word in ("(", ")", _EDGE) else self.vocabulary.kind(word).features
        sums[word] = found = tuple(sum(weights.get(f"{k}{name}", 0) for name in own) for k in offsets)
        return found


def unpacked(lanes: int) -> tuple[int, ...]:
    """The four sums of a packed one."""
    lanes += BIAS
    return tuple(((lanes >> (LANE * n)) & 0xFFFF) - _HALF for n in range(len(LABELS)))


@cache
def model() -> Model:
    """The model of the package."""
    return load(lexicon.data("tagger.bin"))


def load(data: bytes) -> Model:
    """A model from its bytes, as `training` writes them: a header in JSON, names a line, weights packed."""
    raw = zlib.decompress(data)
    length = int.from_bytes(raw[:4], "little")
    header = json.loads(raw[4 : 4 + length])
    at = 4 + length
    tables: list[dict[str, int]] = []
    for form, names, count in zip("bq", header["names"], header["counts"], strict=True):
        keys = raw[at : at + names].decode().split("\n")
        at += names
        size = struct.calcsize(f"<{count}{form}")
        tables.append(dict(zip(keys, struct.unpack_from(f"<{count}{form}", raw, at), strict=True)))
        at += size
    return Model(
        header["version"], tables[0], tables[1], tuple(map(tuple, header["transitions"])), frozenset(header["heads"]),
        header["scale"], Vocabulary(header["clusters"]),
    )  # fmt: skip


def packed(header: dict[str, object], cues: Mapping[str, int], parts: Mapping[str, int]) -> bytes:
    """The bytes of a model; the inverse of `load`."""
    blobs, names = [], []
    for form, weights in zip("bq", (cues, parts), strict=True):
        keys = "\n".join(sorted(weights)).encode()
        names.append(len(keys))
        blobs += [keys, struct.pack(f"<{len(weights)}{form}", *(weights[key] for key in sorted(weights)))]
    head = json.dumps(header | {"names": names, "counts": [len(cues), len(parts)]}, sort_keys=True).encode()
    return zlib.compress(len(head).to_bytes(4, "little") + head + b"".join(blobs), 9)
