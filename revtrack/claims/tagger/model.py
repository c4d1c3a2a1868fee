"""The trained weights, ready to score: `packaged().parts[feature]` holds four label weights in one integer.

A feature's weights for the labels lie in lanes of sixteen bits, so that one addition adds all of them. Sums of
integers are the same on every machine.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import cache

from revtrack import lexicon
from revtrack.claims.tagger import cue_features, part_features, scoring
from revtrack.claims.tagger.scoring import LABELS, Moves, Row
from revtrack.claims.tagger.vocabulary import MOST_KNOWN, Vocabulary
from revtrack.claims.tagger.weights import Weights

# The name of the neighbour of the first and the last token.
EDGE = "edge"

_FILE = "tagger.bin"
# One byte for a cue's weight, eight for the four of a part.
FORMS = ("b", "q")


class _Rows(dict[str, Row]):
    """What the words that were met add by themselves, for each offset at which they may stand."""

    def __init__(self, vocabulary: Vocabulary, weights: Weights, offsets: range) -> None:
        super().__init__()
        self._vocabulary, self._weights, self._offsets = vocabulary, weights, offsets

    def __missing__(self, word: str) -> Row:
        if len(self) >= MOST_KNOWN:
            self.clear()
        features = (word,) if word in ("(", ")", EDGE) else self._vocabulary.kind(word).features
        self[word] = found = scoring.word_sums(self._weights, features, self._offsets)
        return found


class Model:
    """Weights of both stages, and what it costs to move from label to label.

    `scale` is how many whole numbers make one unit of weight. What a word adds by itself is summed once and kept.
    """

    __slots__ = ("_cue_rows", "_part_rows", "cues", "moves", "parts", "scale", "vocabulary")

    def __init__(self, cues: Weights, parts: Weights, moves: Moves, scale: int, vocabulary: Vocabulary) -> None:
        self.cues, self.parts, self.moves, self.scale, self.vocabulary = cues, parts, moves, scale, vocabulary
        self._cue_rows = _Rows(vocabulary, cues, cue_features.OFFSETS)
        self._part_rows = _Rows(vocabulary, parts, part_features.OFFSETS)

    def cue_rows(self, words: Iterable[str]) -> list[Row]:
        """What each of some words adds to the score of a cue, for each of the cue's offsets."""
        return list(map(self._cue_rows.__getitem__, words))

    def part_rows(self, words: Iterable[str]) -> list[Row]:
        """What each of some words adds to the labels of a token, for each of the token's offsets."""
        return list(map(self._part_rows.__getitem__, words))


def version(data: bytes) -> str:
    """What identifies some weights."""
    return f"{zlib.crc32(data):08x}"


@cache
def packaged() -> Model:
    """The model that comes with the package."""
    return load(lexicon.data(_FILE))


def load(data: bytes) -> Model:
    """A model from its bytes: sections that tell their length, tables in plain text and weights as they lie."""
    costs_of_moves, words_of_clusters, words_of_lists, *stages = _sections(data)
    scale, *costs = costs_of_moves.decode().split()
    moves = tuple(tuple(map(int, costs[n : n + len(LABELS)])) for n in range(0, len(costs), len(LABELS)))
    clusters, lists = _read(words_of_clusters), _read(words_of_lists)
    cues, parts = (Weights.read(stage, form) for stage, form in zip(stages, FORMS, strict=True))
    return Model(cues, parts, moves, int(scale), Vocabulary(clusters, lists))


def packed(model: Model) -> bytes:
    """The bytes of a model; the inverse of `load`."""
    costs = " ".join(str(cost) for row in model.moves for cost in row)
    tables = (model.vocabulary.clusters, model.vocabulary.lists)
    sections = [f"{model.scale} {costs}".encode()]
    sections += ["\n".join(f"{word}\t{table[word]}" for word in sorted(table)).encode() for table in tables]
    sections += [model.cues.written(), model.parts.written()]
    return b"".join(len(section).to_bytes(4, "little") + section for section in sections)


def _sections(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "little")
        yield data[at + 4 : end]
        at = end


def _read(table: bytes) -> dict[str, str]:
    """A table of two columns, cut at once: row by row it would take five times as long."""
    cells = iter(table.decode().replace("\n", "\t").split("\t"))
    return dict(zip(cells, cells, strict=True)) if table else {}
