"""What an import costs: `revtrack import jsonl` of N revisions beside a raw `git fast-import` of what it made.

The whole command, start to end, against the bare program that has no JSON to read, no texts to hold against one
another, no index to fill. Its memory is told at N and at 10 N revisions: it should not grow. Time is on the clock, or
where the machine is shared in CPU of all processes (REVTRACK_BENCH=cpu).

    python -m bench.imports 10000
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.articles import article
from bench.store import NOW, _clock, raw_import
from revtrack.store import Incoming, Store

WORDS = 200
VERSIONS = 5  # of an article
POOL = 200
START = datetime(2015, 1, 1, tzinfo=UTC)

# The command in a process of its own, which tells the most memory that it and its git took.
IMPORT = """
import resource, sys
from revtrack.cli import main
main(["import", "jsonl", sys.argv[1], "--store", sys.argv[2], "--quiet"], standalone_mode=False)
print(*(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""

Figures = dict[str, float]


def measure(revisions: int, folder: Path) -> Figures:
    """Seconds, memory in megabytes, and speed as a part of Git's own."""
    small = _run(revisions, folder / "one")
    large = _run(revisions * 10, folder / "ten")
    return {
        **{f"{name}_{revisions}": value for name, value in small.items()},
        **{f"{name}_{revisions * 10}": value for name, value in large.items()},
        "memory_growth": large["memory"] / small["memory"],
    }


def _run(revisions: int, folder: Path) -> Figures:
    folder.mkdir()
    source, store = folder / "wire.jsonl", Store.init(folder / "desk")
    with source.open("w", encoding="utf-8") as file:
        file.writelines(_lines(revisions))
    found: Figures = {}

    def run() -> None:
        command = [sys.executable, "-c", IMPORT, str(source), str(store.path)]
        printed = subprocess.run(command, check=True, capture_output=True).stdout.decode().splitlines()
        own, gits = map(int, printed[-1].split())
        found.update(memory=own / 1024, git_memory=gits / 1024)

    found["import"] = _clock(run)
    found["again"] = _clock(run)
    found["stream"] = _clock(lambda: _streamed(source, Store.init(folder / "stream")))
    source.unlink()
    found["git_import"] = raw_import(store, folder)
    return found | {f"{name}_speed_to_git": found["git_import"] / found[name] for name in ("import", "stream")}


def _streamed(source: Path, store: Store) -> None:
    """The same records given to the store as they are: what the stream costs without the reading and ordering."""
    with source.open(encoding="utf-8") as file:
        texts = (
            Incoming(one["text"].encode(), one["article"], at=one["time"], by=one["by"], source=one["source"])
            for one in map(json.loads, file)
        )
        store.add_many(texts, now=NOW)


def _lines(revisions: int) -> Iterator[str]:
    """Records as an archive has them: the articles of a day, each in five versions, a line apart from the next."""
    pool = [article(WORDS, seed) for seed in range(POOL)]
    for number in range(revisions):
        story, version = number // VERSIONS, number % VERSIONS
        time = START + timedelta(minutes=story * 5 + version * 60)
        fields = {
            "article": f"story-{story}",
            "time": time.isoformat(),
            "title": f"Story {story}, version {version}",
            "text": pool[(story + version) % POOL],
            "source": f"https://news.example/{story}",
            "by": "Ann Editor",
        }
        yield json.dumps(fields) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        if sys.argv[2:] == ["once"]:
            figures = _run(int(sys.argv[1]), Path(place) / "once")
        else:
            figures = measure(int(sys.argv[1]) if sys.argv[1:] else 10_000, Path(place))
    for name, figure in figures.items():
        print(f"{name:24} {figure:14.4f}")
