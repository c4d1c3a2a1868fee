"""Linear time, in steps instead of seconds: the calls of Python and C functions while a text is read or compared.

Backtracking inside one expression is no call; for that, the time of the processor is looked at where the calls are
in order, and only a text that is too slow in three rounds of three is a finding.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from types import FrameType
from typing import Any

# Four times the text may cost this many times the steps: sorting and tables that grow cost a little over four.
MOST_STEPS = 6.0
# Quadratic is 16.
MOST_TIME = 9.0
FEWEST = 2_000
SHORT = 1_500
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


def check(work: Callable[[str], object], unit: str) -> None:
    """Hold that four times the text takes about four times as long; raises AssertionError.

    Beyond some length cheaper ways are taken, and at one there may be a step: only what goes on growing is a finding.
    """
    sizes = [unit * (times * max(1, SHORT // max(1, len(unit)))) for times in (1, 4, 16)]
    work(sizes[0])  # tables are loaded and expressions compiled
    for small, large in pairwise(sizes):
        few, many = (max(steps(partial(work, text)), FEWEST) for text in (small, large))
        found = f"{len(large)} characters take {many} steps, {len(small)} take {few}"
        if many <= few * MOST_STEPS:
            found = _too_slow(work, small, large)
        if not found:
            return
    raise AssertionError(found)


def _too_slow(work: Callable[[str], object], small: str, large: str) -> str:
    """What three rounds of three say against the longer text."""
    worst = []
    for _ in range(3):
        short = max(seconds(partial(work, small)), SHORTEST)
        long = seconds(partial(work, large))
        if long <= short * MOST_TIME:
            return ""
        worst.append(f"{long:.2f} s / {short:.2f} s")
    return f"{len(large)} characters against {len(small)} take too long: {', '.join(worst)} of the processor"
