"""What an archive costs as whole commands, beside click and beside an earlier revtrack.

    python -m bench.archives                  prints CPU beside `import click`
    python -m bench.archives PATH_OF_VENV     the same of the revtrack installed there, and the ratios

Both read stores of their own, filled from the same records, and take turns, so that the machine matters little. Times
are CPU of whole processes with those they start; the first `search`, which may use every processor, is on the clock,
and so is `log` until its first line, for which nobody waits longer than half a minute.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench import gate
from bench.articles import article, revised
from bench.speed import cpu

ROUNDS = 5
WORDS = 400
PATIENCE = 30  # seconds to wait for the first line of a log
SHORT = 60  # words of the articles that are only listed
# Revisions of one article; articles of four revisions that are read; and articles of four that are listed.
SIZES = {"small": (500, 50, 5_000), "full": (500, 2_500, 5_000)}

Figures = dict[str, float]


def measure(before: Path | None = None, size: str = "small") -> dict[str, Figures]:
    """Seconds and bytes by name, of this revtrack ("now") and of the one in another environment ("before")."""
    long, many, listed = SIZES[size]
    programs = {"now": Path(sys.executable)} | ({"before": before / "bin" / "python"} if before else {})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = {who: _Runs(python, folder / who) for who, python in programs.items()}
        for one in runs.values():
            one.fill("long", _versions(1, long))
            one.fill("many", _versions(many, 4))
            one.fill("listed", _versions(listed, 4, SHORT))
        found: dict[str, Figures] = {who: {} for who in runs}
        found["sizes"] = {"long": long, "many": many, "listed": listed}
        for action in _ACTIONS:
            rows = [{who: run.measured(action) for who, run in runs.items()} for _ in range(_ACTIONS[action])]
            for who in runs:
                found[who][action] = median(row[who] for row in rows)
        return found


# How often each is run: what is done first is done once.
_ACTIONS = {
    "click": ROUNDS,
    "history_first": 1,
    "history_warm": ROUNDS,
    "diff_warm": ROUNDS,
    "log_first_line": 1,
    "search_first": 1,
    "search_memory": 1,  # of the same run
    "extract_memory": 1,
    "hook": ROUNDS,
    "work_tree": ROUNDS,
}


# On the clock, not in CPU.
CLOCKED = ("log_first_line", "search_first")

_EXTRACT = """
import json, sys, revtrack
for line in open(sys.argv[1], encoding="utf-8"):
    revtrack.extract(json.loads(line)["text"])
"""


# To Linux a program has at least had the memory of the one that started it: so a small one does, and tells.
_COST = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(time.perf_counter() - start, usage.ru_maxrss * 1024.0)
sys.exit(os.waitstatus_to_exitcode(status))
"""


class _Runs:
    """The commands of one installation over its own stores."""

    def __init__(self, python: Path, folder: Path) -> None:
        self.python, self.folder = python, folder
        self.command = str(python.with_name("revtrack"))
        folder.mkdir()
        self.peak = 0.0
        self.room = gate.room(folder / "room", 1)

    def fill(self, name: str, records: Iterator[dict[str, str]]) -> None:
        """A store with these records."""
        store, file = self.folder / name, self.folder / f"{name}.jsonl"
        file.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
        self._run("init", str(store))
        self._run("--store", str(store), "import", "jsonl", str(file), "--quiet")

    def measured(self, action: str) -> float:
        """What one run of an action costs."""
        match action:
            case "click":
                return cpu([str(self.python), "-c", "import click"])
            case "history_first" | "history_warm":
                return cpu(self._over("long", "history", "story-0"))
            case "diff_warm":
                return cpu(self._over("long", "diff", "story-0", "-2", "latest"))
            case "log_first_line":
                return _first_line(self._over("listed", "log"))
            case "search_first":
                for path in (self.folder / "many" / ".revtrack").glob("index.sqlite*"):
                    path.unlink()
                seconds, self.peak = _cost(self._over("many", "search", "houses"))
                return seconds
            case "search_memory":
                return self.peak
            case "extract_memory":
                return _cost([str(self.python), "-c", _EXTRACT, str(self.folder / "many.jsonl")])[1]
            case "hook":
                return cpu([self.command, "check", "--fail-on", "never"], cwd=self.room)
            case _:
                return cpu([self.command, "diff", "story-0.md", "first", "staged"], cwd=self.room)

    def _over(self, store: str, *words: str) -> list[str]:
        return [self.command, "--store", str(self.folder / store), *words]

    def _run(self, *words: str) -> None:
        subprocess.run([self.command, *words], check=True, capture_output=True)


def _first_line(command: list[str]) -> float:
    """Seconds on the clock until a command has printed a line, or until patience ends."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        end = threading.Timer(PATIENCE, process.kill)
        end.start()
        process.stdout.readline()
        taken = time.perf_counter() - start
        end.cancel()
        process.kill()
    return taken


def _cost(command: list[str]) -> tuple[float, float]:
    """Seconds on the clock of a command, and the most bytes that its own process had in memory."""
    told = subprocess.run([sys.executable, "-c", _COST, *command], check=True, capture_output=True, text=True)
    seconds, memory = told.stdout.split()
    return float(seconds), float(memory)


def _versions(articles: int, count: int, words: int = WORDS) -> Iterator[dict[str, str]]:
    """So many versions of each article, none of which shrinks."""
    for number in range(articles):
        text = article(words, number)
        for version in range(count):
            day, hour = divmod(version, 24)
            time_ = f"2024-{1 + day // 28:02}-{1 + day % 28:02}T{hour:02}:{number % 60:02}:00Z"
            yield {"article": f"story-{number}", "text": text, "time": time_}
            text = _next(text, number * 1000 + version, words)


def _next(text: str, seed: int, words: int) -> str:
    """The next version of a text, which differs from it: an archive takes no version twice."""
    later = text
    while later == text:
        later = _grown(revised(text, seed), seed, words)
        seed += 1_000_003
    return later


def _grown(text: str, seed: int, words: int) -> str:
    """A text with paragraphs behind it up to the length of an article."""
    while len(text.split()) < words:
        seed += 100_003
        text = f"{text.rstrip()}\n\n{article(40, seed).partition(chr(10) * 2)[2]}"
    return text


def table(found: dict[str, Figures]) -> str:
    """One row a figure: now, beside click, before, and the ratio."""
    now, before = found["now"], found.get("before", {})
    rows = []
    for action, value in now.items():
        is_memory = action.endswith("memory")
        shown = f"{value / 1e6:,.0f} MB" if is_memory else f"{value:,.2f} s"
        click = "" if is_memory or action in CLOCKED else f"{value / now['click']:.1f} × click"
        waited = action in CLOCKED and before.get(action, 0) >= PATIENCE and "first_line" in action
        at_most = "at most " if waited else ""  # nobody waited for the earlier one
        ratio = f"{at_most}{value / before[action]:.2f} × before" if action in before else ""
        rows.append(f"{action:16} {shown:>10}  {click:>13}  {ratio}".rstrip())
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.archives", description=__doc__)
    parser.add_argument("before", nargs="?", type=Path, help="the environment that an earlier revtrack is installed in")
    parser.add_argument("--size", choices=SIZES, default="small")
    given = parser.parse_args()
    if given.before and not (given.before / "bin" / "revtrack").exists():
        parser.error(f"{given.before}: has no revtrack")
    print(table(measure(given.before and given.before.absolute(), given.size)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
