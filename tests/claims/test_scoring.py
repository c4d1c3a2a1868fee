"""The compiled loops of the tagger give what those in Python give, number for number."""

from __future__ import annotations

import os
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
from revtrack.claims.tagger import scoring
from revtrack.claims.tagger.model import packaged
from revtrack.claims.tagger.weights import Weights

compiled = pytest.mark.skipif(
    not scoring.COMPILED and not os.environ.get("REVTRACK_REQUIRE_ALL"), reason="the loops were not compiled"
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
    monkeypatch.setattr(scoring, "COMPILED", False)
    yield
    packaged.cache_clear()


def test_the_tests_of_a_whole_run_have_the_compiled_loops() -> None:
    if os.environ.get("REVTRACK_REQUIRE_ALL"):
        assert scoring.COMPILED


@compiled
@pytest.mark.parametrize("text", [*FIXTURES, *HOSTILE], ids=lambda text: getattr(text, "name", "hostile"))
def test_a_text_is_read_alike(text: Path | str, in_python: None, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = text.read_text(encoding="utf-8") if isinstance(text, Path) else text
    slowly = revtrack.extract(copy)
    packaged.cache_clear()
    monkeypatch.setattr(scoring, "COMPILED", True)
    assert revtrack.extract(copy) == slowly


@compiled
@given(
    st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.integers(-99, 99), max_size=30)
)
def test_a_weight_is_found_by_its_whole_name(weights: dict[str, int]) -> None:
    table = Weights.of({f"-2{name}": number for name, number in weights.items()}, "b")
    found = {name: scoring.word_sums(table, (name,), range(-2, -1)) for name in weights}
    assert found == {name: (number,) for name, number in weights.items()}
    assert scoring.word_sums(table, ("no such name at all",), range(-2, 3)) == (0,) * 5


@compiled
@given(LANES, st.data(), MOVES, MOVE)
def test_the_best_labels_are_the_same(
    lanes: list[scoring.Lanes], data: st.DataObject, moves: scoring.Moves, extra: tuple[int, ...]
) -> None:
    here = data.draw(st.integers(0, len(lanes) - 1))
    fast = scoring.best_labels(lanes, here, moves, extra)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scoring, "COMPILED", False)
        assert scoring.best_labels(lanes, here, moves, extra) == fast


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

    table = _scoring.weights(array("Q", [1, 2]), array("q", [3, 4]))
    assert _scoring.cue_sums(table, columns(), {}, [0], ["a"]) == [0]
    parts: list[dict[str, list[int]]] = [{"lasts": [1]}, {"firsts": [-1]}, {"sentences": []}, {"dashes": [0]}]
    for broken in parts:
        with pytest.raises(ValueError, match="passage"):
            _scoring.cue_sums(table, columns(**broken), {}, [0], ["a"])
    with pytest.raises(ValueError, match="passage"):
        _scoring.cue_sums(table, columns(), {}, [1], ["a"])
    with pytest.raises(ValueError, match="scores"):
        _scoring.part_lanes(table, columns(), {}, {7: 1}, [], [0])
    with pytest.raises(ValueError, match="outside"):
        _scoring.part_lanes(table, columns(), {}, {}, [(1, "", "")], [0])
    with pytest.raises(ValueError, match="each token"):
        _scoring.part_lanes(table, columns(), {}, {}, [(0, "", "")], [])
    with pytest.raises(ValueError, match="outside"):
        _scoring.best_labels([(0, 0, 0, 0)], 1, ((0,) * 4,) * 4, (0,) * 4)
    with pytest.raises(ValueError, match="sorted"):
        _scoring.weights(array("Q", [2, 1]), array("q", [3, 4]))
    with pytest.raises(ValueError, match="sorted"):
        _scoring.weights(array("Q", [1, 2]), array("q", [3]))


def test_version_says_which_loops_are_in_use() -> None:
    barred = "import sys; sys.modules['revtrack.claims.tagger._scoring'] = None; from revtrack.cli import main; main()"
    for start, said in (
        (["-c", barred], "in Python"),
        (["-m", "revtrack"], "compiled" if scoring.COMPILED else "in Python"),
    ):
        command = [sys.executable, *start, "--version", "--verbose"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert f"\ntagger {said}\n" in done.stdout
