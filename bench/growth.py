"""How time grows with length: `extract` and `compare` on one article, on many in one, and on hostile input.

Every case runs in a process of its own that may take so much CPU and no more: a quadratic one costs a row and not the
run. As many run side by side as there are CPUs. Time is CPU per character, as a multiple of what one ordinary article
takes.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from bench.articles import article, revised
from bench.quality import ROOT

LIMIT = 90  # seconds
LENGTH = len(article(900))

Case = Callable[[int], str]
HOSTILE: dict[str, Case] = {
    "digits": lambda size: "7" * size,
    "quotation marks": lambda size: "“\"'" * (size // 3),
    "open quotations": lambda size: "“We said no ” " * (size // 14),
    "capitals": lambda size: "Anna Bell Carr " * (size // 15),
    "no spaces": lambda size: "abcde" * (size // 5),
    "commas": lambda size: "said, " * (size // 6),
    "hyphens": lambda size: "two-" * (size // 4),
    "numbers": lambda size: "12,345 million " * (size // 15),
    "number words": lambda size: "one hundred and a half " * (size // 23),
    "ones": lambda size: "1 1 1, one one one; " * (size // 20),
    "dashed digits": lambda size: "10-10-10-" * (size // 9),
    "grouped digits": lambda size: "1,111," * (size // 6),
    "one long word": lambda size: "A" * size,
    "full stops": lambda size: "." * size,
    "underscores": lambda size: "_" * size,
    "line ends": lambda size: "\n" * size,
}


def measure(lengths: tuple[int, ...]) -> dict[str, float | None]:
    """Cost per character, relative to one article: by case, `extract` and `compare`; None above the time limit.

    Lengths are in articles, the first of them 1; hostile input is as long as the last.
    """
    cases = [(action, "article", times) for action in ("extract", "compare") for times in lengths]
    cases += [(action, name, lengths[-1]) for name in HOSTILE for action in ("extract", "compare")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda case: _cost(*case), cases)
    costs = {f"{name} {action} {times}": cost for (action, name, times), cost in zip(cases, found, strict=True)}
    return {name: cost and cost / (costs[f"article {name.split()[-2]} 1"] or cost) for name, cost in costs.items()}


def _cost(action: str, name: str, times: int) -> float | None:
    command = [sys.executable, "-m", "bench.growth", action, name, str(times)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode == -signal.SIGXCPU:
        return None
    done.check_returncode()
    return float(done.stdout)


def _texts(name: str, times: int) -> tuple[str, str]:
    if name == "article":
        old = "\n".join(article(900, seed) for seed in range(times))
        return old, revised(old)
    old = HOSTILE[name](LENGTH * times)
    # Two words are changed, at a third and at the end, so that nothing is settled by equality.
    third = len(old) // 3
    return old, f"{old[:third]} 41 {old[third:]} 42"


def _timed(action: str, name: str, times: int) -> float:
    """Seconds of CPU per character, tables and patterns loaded before."""
    import revtrack

    old, new = _texts(name, times)
    revtrack.compare(article(300), article(300, 1))
    costs = []
    for _ in range(max(1, min(5, 10 // times))):
        start = time.process_time()
        if action == "extract":
            revtrack.extract(old)
        else:
            revtrack.compare(old, new)
        costs.append(time.process_time() - start)
    return min(costs) / len(old)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 1))
    print(_timed(sys.argv[1], sys.argv[2], int(sys.argv[3])))
