"""Linear time, in steps instead of seconds: the calls of Python and C functions while a text is read or compared.

Backtracking inside one expression is no call; for that, the time of the processor is looked at where the calls are
in order, and only a text that is too slow in three rounds of three is a finding.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

# Four times the text may cost this many times the steps: sorting and tables that grow cost a little over four.
MOST_STEPS = 6.0
# Quadratic is 16.
MOST_TIME = 9.0
FEWEST = 2_000
SHORTEST = 0.02


def steps(work: Callable[[], object]) -> int:
    """The calls of functions that a piece of work makes."""
    count = 0

    def counted(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def seconds(work: Callable[[], object]) -> float:
    """The time of the processor that a piece of work takes, that of others left out."""
    gc.collect()
    start = time.thread_time()
    work()
    return time.thread_time() - start


def check(work: Callable[[str], object], small: str, large: str) -> None:
    """Hold that a text four times as long takes about four times as much; raises AssertionError."""
    work(small)  # tables are loaded and expressions compiled
    few = max(steps(lambda: work(small)), FEWEST)
    many = steps(lambda: work(large))
    assert many <= few * MOST_STEPS, f"{len(large)} characters take {many} steps, {len(small)} take {few}"
    worst = []
    for _ in range(3):
        short = max(seconds(lambda: work(small)), SHORTEST)
        long = seconds(lambda: work(large))
        if long <= short * MOST_TIME:
            return
        worst.append(f"{long:.2f} s / {short:.2f} s")
    raise AssertionError(f"{len(large)} characters against {len(small)}: {', '.join(worst)} of the processor")
