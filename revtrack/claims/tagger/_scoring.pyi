from array import array
from collections.abc import Mapping, Sequence

_Weights = object
_Columns = tuple[list[str], list[str], list[str], list[int], list[int], list[int], list[int]]

def weights(hashes: array[int], numbers: array[int]) -> _Weights: ...
def cue_sums(
    weights: _Weights,
    passage: _Columns,
    roles: Mapping[str, int],
    candidates: Sequence[int],
    lowered: list[str],
) -> list[int]: ...
def part_lanes(
    weights: _Weights,
    passage: _Columns,
    roles: Mapping[str, int],
    scores: Mapping[int, int],
    cues: list[tuple[int, str, str]],
    own: list[int],
) -> list[list[tuple[int, int, int, int]]]: ...
def word_sums(weights: _Weights, features: tuple[str, ...], first: int, end: int) -> tuple[int, ...]: ...
def best_labels(
    lanes: Sequence[tuple[int, int, int, int]],
    here: int,
    moves: tuple[tuple[int, ...], ...],
    extra: tuple[int, ...],
) -> tuple[int, str, str]: ...
