"""Speed as a reader of the command line meets it: CPU of whole processes, and words a second.

Times are medians of interleaved runs, and told as ratios to a peer in the same run, so that the machine matters little.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from bench.articles import article, revised
from bench.quality import ROOT

REVTRACK = str(Path(sys.executable).with_name("revtrack"))


def measure(rounds: int) -> dict[str, float]:
    """Seconds, ratios and words a second by name."""
    # As an installed package is; a checkout whose bytecode may not be written would be compiled at every start.
    compileall.compile_dir(ROOT / "revtrack", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        return _processes(Path(folder), rounds) | _throughput()


def _processes(folder: Path, rounds: int) -> dict[str, float]:
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text(article(900), encoding="utf-8")
    new.write_text(revised(article(900)), encoding="utf-8")
    commands = {
        "python": [sys.executable, "-c", "pass"],
        "click": [sys.executable, "-c", "import click"],
        "help": [REVTRACK, "--help"],
        "compare": [REVTRACK, "compare", str(old), str(new)],
    }
    seconds = interleaved({name: partial(cpu, command) for name, command in commands.items()}, rounds)
    ratios = {f"{name}_to_click": seconds[name] / seconds["click"] for name in ("help", "compare")}
    return {f"{name}_cpu": value for name, value in seconds.items()} | ratios


def cpu(command: list[str], cwd: Path | None = None) -> float:
    """Seconds of CPU, user and system, of a command and its children."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=cwd)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime


def _throughput(articles: int = 12) -> dict[str, float]:
    """Words a second of CPU; for `compare`, the words of the new version."""
    import revtrack

    olds = [article(900, seed) for seed in range(articles)]
    news = [revised(text, seed) for seed, text in enumerate(olds)]
    words = sum(len(text.split()) for text in news)
    revtrack.compare(olds[0], news[0])
    extracting = _process_time(lambda: [revtrack.extract(text) for text in news])
    comparing = _process_time(lambda: [revtrack.compare(old, new) for old, new in zip(olds, news, strict=True)])
    return {"extract_words": words / extracting, "compare_words": words / comparing}


def interleaved(runs: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of each run over the rounds, after one round that nobody counts."""
    table = [{name: run() for name, run in runs.items()} for _ in range(rounds + 1)][1:]
    return {name: median(row[name] for row in table) for name in runs}


def _process_time(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start
