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
    rows: list[tuple[int, ...] | bytes],
) -> list[int]: ...
def part_lanes(
    weights: _Weights,
    passage: _Columns,
    roles: Mapping[str, int],
    scores: Mapping[int, int],
    cues: list[tuple[int, str, str]],
    rows: list[tuple[int, ...] | bytes],
) -> list[bytes | list[tuple[int, int, int, int]]]: ...
def word_sums(weights: _Weights, features: tuple[str, ...], first: int, end: int) -> bytes: ...
def best_statement(
    lanes: bytes,
    here: int,
    first: int,
    fixed: Mapping[int, str],
    moves: tuple[tuple[int, ...], ...],
    bonuses: tuple[int, ...],
    least: int,
) -> tuple[str, int]: ...
