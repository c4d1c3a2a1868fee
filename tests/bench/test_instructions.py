"""The ceilings of speed: what exceeds one, and that they name what is measured."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from bench import instructions


@pytest.mark.parametrize(("count", "over"), [(100, []), (105, []), (106, ["compare"])])
def test_five_percent_more_is_too_much(count: float, over: list[str]) -> None:
    assert instructions.exceeded({"compare": count}, {"compare": 100}) == over


@pytest.mark.skipif(shutil.which("valgrind") is None, reason="no Valgrind")
def test_the_same_run_costs_the_same(tmp_path: Path) -> None:
    """A loop costs more than none, and two runs of it agree within a percent."""
    nothing, *twice = [
        instructions.counted(run, str(tmp_path)) for run in ("pass", "sum(range(10**6))", "sum(range(10**6))")
    ]
    assert twice[0] > nothing + 5
    assert twice[0] == pytest.approx(twice[1], rel=0.01)


def test_every_ceiling_is_of_a_row_that_is_measured() -> None:
    compared = {f"compare{how}_instructions" for how in ("", "_first", "_in_python")}
    for ceilings in tomllib.loads(instructions.CEILINGS.read_text(encoding="utf-8")).values():
        assert set(ceilings) <= compared | {"python_instructions"}
