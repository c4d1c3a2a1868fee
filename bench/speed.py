"""Speed as a reader of the command line meets it: CPU of whole processes, words a second, and the cost of one add.

Times are medians of interleaved runs, and told as ratios to a peer in the same run, so that the machine matters little.
"""

from __future__ import annotations

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

REVTRACK = str(Path(sys.executable).with_name("revtrack"))
NOW = "2024-10-31T12:00:00Z"
AUTHOR = {"GIT_AUTHOR_NAME": "Desk", "GIT_AUTHOR_EMAIL": "desk@example.org",
          "GIT_COMMITTER_NAME": "Desk", "GIT_COMMITTER_EMAIL": "desk@example.org"}  # fmt: skip


def measure(rounds: int, archives: tuple[int, ...]) -> dict[str, float]:
    """Seconds, ratios and words a second by name."""
    with tempfile.TemporaryDirectory() as folder:
        found = _processes(Path(folder), rounds) | _throughput()
        for articles in archives:
            found |= _adds(Path(folder) / str(articles), articles, rounds)
    return found


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


def _adds(folder: Path, articles: int, rounds: int) -> dict[str, float]:
    """Seconds on the clock of one more revision, in a store and in a work tree that hold `articles` already."""
    from revtrack import Store

    folder.mkdir()
    store, tree = Store.init(folder), folder / "tree"
    tree.mkdir()
    _git(tree, "init", "-q")
    for number in range(articles):
        text = article(300, number)
        store.add(text.encode(), f"story-{number}", now=NOW)
        (tree / f"story-{number}.txt").write_text(text, encoding="utf-8")
    _commit(tree, ".")
    versions = iter(range(10**6))

    def add() -> float:
        text = article(900, articles + next(versions))
        return _clock(lambda: store.add(text.encode(), "story-0", now=NOW))

    def commit() -> float:
        (tree / "story-0.txt").write_text(article(900, articles + next(versions)), encoding="utf-8")
        return _clock(lambda: _commit(tree, "story-0.txt"))

    seconds = interleaved({"add": add, "commit": commit}, rounds)
    return {f"{name}_{articles}": value for name, value in seconds.items()} | {
        f"add_to_commit_{articles}": seconds["add"] / seconds["commit"]
    }


def _commit(tree: Path, path: str) -> None:
    _git(tree, "add", path)
    _git(tree, "commit", "-q", "-m", "revision")


def _git(tree: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=tree, env=os.environ | AUTHOR, check=True)


def interleaved(runs: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of each run over the rounds, after one round that nobody counts."""
    table = [{name: run() for name, run in runs.items()} for _ in range(rounds + 1)][1:]
    return {name: median(row[name] for row in table) for name in runs}


def _clock(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _process_time(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start
