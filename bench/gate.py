"""What the gate costs: CPU of `revtrack check` as a hook on one changed article, and of many in one process.

    python -m bench.gate            prints the figures, and fails where one is above its budget

Whole processes count with the git they start. One article is told as a ratio to `python -c "import click"` in the same
run; a commit that changes no article shows what the hook itself costs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from bench.articles import article, revised
from bench.speed import REVTRACK, cpu, interleaved
from bench.store import AUTHOR

WORDS, MANY = 900, 100
# Times the peer for one article; seconds an article among many.
BUDGETS = {"hook_to_click": 4.0, "many_each": 0.090}


def measure(rounds: int, runs: int) -> dict[str, float]:
    """Seconds and ratios by name; `runs` are those over many articles, each of which takes a hundred times as long."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, many, none = (room(folder / str(count), count) for count in (1, MANY, 0))
        commands: dict[str, Callable[[], float]] = {
            "click": partial(cpu, [sys.executable, "-c", "import click"]),
            "hook": partial(_hook, one),
            "idle": partial(_hook, none),
        }
        seconds = interleaved(commands, rounds) | {"many": median(_hook(many) for _ in range(runs))}
    return {f"{name}_cpu": seconds[name] for name in ("hook", "idle", "many")} | {
        "hook_to_click": seconds["hook"] / seconds["click"],
        "idle_to_click": seconds["idle"] / seconds["click"],
        "many_each": (seconds["many"] - seconds["idle"]) / MANY,
    }


def room(folder: Path, changed: int) -> Path:
    """A repository with articles, some of which have a staged change."""
    folder.mkdir()
    _git(folder, "init", "--quiet")
    texts = [article(WORDS, seed) for seed in range(max(changed, 1))]
    for number, text in enumerate(texts):
        (folder / f"story-{number}.md").write_text(text, encoding="utf-8")
    _git(folder, "add", ".")
    _git(folder, "commit", "--quiet", "--message", "Publish")
    for number, text in enumerate(texts[:changed]):
        (folder / f"story-{number}.md").write_text(revised(text, number), encoding="utf-8")
    _git(folder, "add", ".")
    return folder


def _hook(folder: Path) -> float:
    return cpu([REVTRACK, "check", "--fail-on", "never"], cwd=folder)


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | AUTHOR, check=True)


def main() -> int:
    found = measure(7, 3)
    for name, value in found.items():
        print(f"{name:14} {value:8.3f}" + (f"   budget {BUDGETS[name]}" if name in BUDGETS else ""))
    return int(any(found[name] > budget for name, budget in BUDGETS.items()))


if __name__ == "__main__":
    sys.exit(main())
