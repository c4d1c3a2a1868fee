"""The compiled loops of the tagger give what those in Python give, number for number."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import revtrack
from revtrack.claims import is_compiled
from revtrack.claims.tagger import passage, scoring
from revtrack.claims.tagger.model import packaged
from revtrack.claims.tagger.weights import Weights

compiled = pytest.mark.skipif(
    not is_compiled() and not os.environ.get("REVTRACK_REQUIRE_ALL"), reason="the loops were not compiled"
)
FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").rglob("*.txt"))
SMALL = st.integers(0, 2**16 - 1)
LANES = st.lists(st.tuples(SMALL, SMALL, SMALL, SMALL), min_size=1, max_size=30)
MOVE = st.tuples(*[st.integers(-500, 500)] * 4)
MOVES = st.tuples(MOVE, MOVE, MOVE, MOVE)
HOSTILE = [
    '"' * 3_000,
    "said " * 3_000,
    'He said "a, b; c: d" and she added: "e" \u2013 said Lind \u2014 that (f) said. ' * 60,
    " said that ".join(["x" * 40_000, "y" * 40_000 + "ed", "\U0001f600" * 3_000, "\u00e9" * 9_000]),
    "The mayor said, \u201c" + "It is what it is. " * 40 + "It is over.\u201d",
    "\u0130stanbul said \u1e9e. ROE SAID. 'S said. -- said -- said --\n\nsaid",
]


@pytest.fixture
def in_python(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A model of its own, so that nothing which compiled loops summed is left in it."""
    packaged.cache_clear()
    for module in (scoring, passage):
        monkeypatch.setattr(module, "COMPILED", False)
    yield
    packaged.cache_clear()


def test_the_tests_of_a_whole_run_have_the_compiled_loops() -> None:
    if os.environ.get("REVTRACK_REQUIRE_ALL"):
        assert is_compiled()


@compiled
@pytest.mark.parametrize("text", [*FIXTURES, *HOSTILE], ids=lambda text: getattr(text, "name", "hostile"))
def test_a_text_is_read_alike(text: Path | str, in_python: None, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = text.read_text(encoding="utf-8") if isinstance(text, Path) else text
    slowly = revtrack.extract(copy)
    packaged.cache_clear()
    for module in (scoring, passage):
        monkeypatch.setattr(module, "COMPILED", True)
    assert revtrack.extract(copy) == slowly


@compiled
@given(
    st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.integers(-99, 99), max_size=30)
)
def test_a_weight_is_found_by_its_whole_name(weights: dict[str, int]) -> None:
    table = Weights.of({f"-2{name}": number for name, number in weights.items()}, "b")
    found = {name: scoring.word_sums(table, (name,), range(-2, -1)) for name in weights}
    assert found == {name: struct.pack("=q", number) for name, number in weights.items()}
    assert scoring.word_sums(table, ("no such name at all",), range(-2, 3)) == bytes(5 * 8)


@compiled
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), st.integers(0, 9_000))
def test_a_weight_is_found_however_long_its_name_is(part: str, times: int) -> None:
    name = part * times
    table = Weights.of({f"{offset}{name}": offset for offset in (-1, 0, 1)})
    assert scoring.word_sums(table, (name,) * 40, range(-1, 2)) == struct.pack("=3q", -40, 0, 40)


@compiled
@given(LANES, st.data(), MOVES, st.integers(1, 400))
def test_the_best_labels_are_the_same(
    lanes: list[scoring.Lanes], data: st.DataObject, moves: scoring.Moves, scale: int
) -> None:
    here = data.draw(st.integers(0, len(lanes) - 1))
    fixed = data.draw(st.dictionaries(st.integers(0, len(lanes) + 4), st.sampled_from("CO"), max_size=4))
    written = struct.pack(f"={4 * len(lanes)}i", *(number for lane in lanes for number in lane))
    slowly = scoring.best_statement(lanes, here, 2, fixed, moves, scale)
    assert scoring.best_statement(written, here, 2, fixed, moves, scale) == slowly


PIECES = ["'s", "''", "``", "--", "Mr.", "Mrs.", "Sens.", "Corp.", "St.", "U.S.", ",000", "'Brien", "1,234", "A.", " "]
SIGNS = st.sampled_from(
    [*PIECES, *"aZs.,-'`&_\n09", "\u0663", "\u00b2", "\u00e9", "\u2013", "\u00a0", "\x00", "\U0001f600"]
)


@compiled
@given(st.lists(SIGNS | st.characters(exclude_categories=["Cs"]), max_size=30).map("".join), st.data())
def test_the_tokens_are_the_same(text: str, data: st.DataObject) -> None:
    start, end = (data.draw(st.integers(0, len(text) + 1)) for _ in range(2))
    fast = passage.tokens(text, start, end)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passage, "COMPILED", False)
        assert passage.tokens(text, start, end) == fast


@compiled
def test_what_does_not_fit_is_refused() -> None:
    from revtrack.claims.tagger import _scoring

    def columns(**other: list[int]) -> Any:
        parts: dict[str, list[Any]] = {
            "words": ["a"],
            "states": ["o"],
            "classes": ["a"],
            "sentences": [0],
            "firsts": [0],
            "lasts": [0],
        }
        return tuple({**parts, "dashes": [0, 0], **other}.values())

    def rows(width: int) -> list[tuple[int, ...] | bytes]:
        return [bytes(width * 8)] * 3

    table = _scoring.weights(array("Q", [1, 2]), array("q", [3, 4]))
    assert _scoring.cue_sums(table, columns(), {}, [0], ["a"], rows(7)) == [0]
    parts: list[dict[str, list[int]]] = [{"lasts": [1]}, {"firsts": [-1]}, {"sentences": []}, {"dashes": [0]}]
    for broken in parts:
        with pytest.raises(ValueError, match="passage"):
            _scoring.cue_sums(table, columns(**broken), {}, [0], ["a"], rows(7))
    with pytest.raises(ValueError, match="passage"):
        _scoring.cue_sums(table, columns(), {}, [1], ["a"], rows(7))
    with pytest.raises(ValueError, match="scores"):
        _scoring.part_lanes(table, columns(), {}, {7: 1}, [], rows(5))
    with pytest.raises(ValueError, match="outside"):
        _scoring.part_lanes(table, columns(), {}, {}, [(1, "", "")], rows(5))
    with pytest.raises(ValueError, match="each token"):
        _scoring.part_lanes(table, columns(), {}, {}, [(0, "", "")], [])
    with pytest.raises(ValueError, match="outside"):
        _scoring.best_statement(bytes(16), 1, 0, {}, ((0,) * 4,) * 4, (), 0)
    with pytest.raises(ValueError, match="four labels"):
        _scoring.best_statement(bytes(16), 0, 0, {}, ((0,) * 3,) * 4, (), 0)
    with pytest.raises(ValueError, match="each offset"):
        _scoring.cue_sums(table, columns(), {}, [0], ["a"], rows(5))
    with pytest.raises(ValueError, match="sorted"):
        _scoring.weights(array("Q", [2, 1]), array("q", [3, 4]))
    with pytest.raises(ValueError, match="sorted"):
        _scoring.weights(array("Q", [1, 2]), array("q", [3]))


def test_version_says_which_loops_are_in_use() -> None:
    barred = "import sys; sys.modules['revtrack.claims.tagger._scoring'] = None; from revtrack.cli import main; main()"
    for start, said in (
        (["-c", barred], "in Python"),
        (["-m", "revtrack"], "compiled" if is_compiled() else "in Python"),
    ):
        command = [sys.executable, *start, "--version", "--verbose"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert f"\ntagger {said}\n" in done.stdout
