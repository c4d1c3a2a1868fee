"""What a batch costs: two workers beside one, its overhead, its memory, killed workers, and a corpus such as NewsEdits.

    python -m bench.corpora           measures, and fills the table of docs/batch.md (--size small or full)

Two workers are measured on the clock, in interleaved runs, so the machine should have nothing else to do; overhead and
cost are CPU of whole processes. Memory is the peak that the system tells of the worker itself.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from bench import readme
from bench.articles import article, revised
from bench.quality import ROOT
from bench.speed import cpu
from revtrack.corpus import manifest, run, shard, shards, work
from revtrack.corpus.cluster import Cluster
from revtrack.corpus.run import Executor
from revtrack.lexicon.edition import edition
from revtrack.workers import Pool

PAGE = ROOT / "docs" / "batch.md"
ROUNDS = 5
PAIR = 0.005  # seconds that one comparison takes in the measurement of overhead
# Versions and articles of NewsEdits, and the words of an article that is taken for one of them.
VERSIONS, ARTICLES, WORDS = 4_609_430, 1_278_804, 500
# Pairs of 5 ms, articles of four versions, and short pairs.
SIZES = {"small": (1_000, 60, 10_000), "full": (4_000, 400, 100_000)}
OPTIONS = work.Options(edition=edition())

Figures = dict[str, float]


def measure(pairs: int, articles: int, short: int) -> Figures:
    """Seconds, ratios, bytes and counts by name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return (
            _alone_and_two(folder, pairs)
            | _versions(folder, articles)
            | _memory(folder, short)
            | _killed(folder, "pool", _kill_of_pool, lambda: Pool(2))
            | _killed_on_dask(folder)
        )


def _alone_and_two(folder: Path, count: int) -> Figures:
    """One worker and two on the same pairs, and one beside a bare loop of comparisons."""
    words = _words_of(PAIR)
    path = _jsonl(folder / "pairs.jsonl", _pairs(count, words))
    size = str(max(1, count // 40))
    command = [sys.executable, "-m", "revtrack", "batch", str(path), str(folder / "out"), "--shard-size", size]

    def batch(workers: int) -> list[str]:
        return [*command, "--fresh", "--workers", str(workers)]

    rows = [[_clock(lambda: cpu(batch(1))), _clock(lambda: cpu(batch(2)))] for _ in range(ROUNDS)]
    one, two = (median(row[place] for row in rows) for place in (0, 1))
    bare = [sys.executable, "-m", "bench.corpora", "--loop", str(path)]
    costs = [(cpu(batch(1)), float(subprocess.check_output(bare, cwd=ROOT))) for _ in range(3)]
    whole, loop = (median(cost[place] for cost in costs) for place in (0, 1))
    return {
        "words": words,
        "pair": loop / count,
        "one": one,
        "two": two,
        "two_to_one": two / one,
        "pairs_a_second": count / one,
        "pairs_a_second_two": count / two,
        "overhead": whole / loop - 1,
    }


def _words_of(seconds: float) -> int:
    """How long an article is whose two versions take so many seconds of CPU to compare."""
    import revtrack

    words = 400
    revtrack.compare(article(words), revised(article(words)))
    for _ in range(4):
        texts = [(old, revised(old, seed)) for seed, old in ((seed, article(words, seed)) for seed in range(40))]
        start = time.process_time()
        for old, new in texts:
            revtrack.compare(old, new)
        words = max(20, round(words * seconds / ((time.process_time() - start) / len(texts))))
    return words


def _loop(path: Path) -> float:
    """Seconds of CPU of nothing but comparisons."""
    import revtrack

    texts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    revtrack.compare(texts[0]["old"], texts[0]["new"])
    start = time.process_time()
    for row in texts:
        revtrack.compare(row["old"], row["new"])
    return time.process_time() - start


def _versions(folder: Path, articles: int) -> Figures:
    """What a version costs in a corpus of histories, and all of NewsEdits at that price."""
    path = _jsonl(folder / "versions.jsonl", _histories(articles))
    count = articles * 4
    command = [sys.executable, "-m", "revtrack", "batch", str(path), str(folder / "histories"), "--workers", "1"]
    seconds = cpu(command)
    return {"version": seconds / count, "core_hours": seconds / count * VERSIONS / 3600}


def _memory(folder: Path, short: int) -> Figures:
    """The peak of a worker after a tenth of many short pairs, and after all."""
    corpus = shards.of(str(_jsonl(folder / "short.jsonl", _pairs(short, 20))), 1000)
    peaks: list[float] = []
    pool = Pool(1)

    def told(*_: object) -> None:
        peaks.append(max(_peak(child.pid or 0) for child in multiprocessing.active_children()))

    _run(corpus, folder / "short", pool, told)
    return {"short": short, "peak_tenth": peaks[len(peaks) // 10 - 1], "peak": peaks[-1]}


def _peak(pid: int) -> float:
    """The most bytes that a process has had in memory."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) * 1024 if found else 0


def _killed(folder: Path, name: str, kill: Callable[[], None], executor: Callable[[], Executor]) -> Figures:
    """Pairs lost, told twice, and files that are different after a worker was killed half-way."""
    corpus = shards.of(str(_jsonl(folder / "killed.jsonl", _pairs(400, 60))), 20)
    whole = folder / "undisturbed"
    if not whole.exists():
        _run(corpus, whole, Pool(2), lambda *_: None)
    done: Counter[int] = Counter()

    def told(shard: Any, _: object) -> None:
        done[shard.number] += 1
        if len(done) == len(corpus.shards) // 2:
            kill()

    output = folder / f"killed-{name}"
    _run(corpus, output, executor(), told)
    files = {path.name for out in (whole, output) for path in out.glob("*.parquet")}
    different = [one for one in files if not _same(whole / one, output / one)]
    return {
        f"lost_{name}": len(corpus.shards) - len(done),
        f"twice_{name}": sum(done.values()) - len(done),
        f"different_{name}": len(different),
    }


def _kill_of_pool() -> None:
    workers = [child.pid for child in multiprocessing.active_children() if child.name.startswith("SpawnProcess")]
    os.kill(workers[0] or 0, signal.SIGKILL)


def _killed_on_dask(folder: Path) -> Figures:
    distributed: Any = import_module("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        kill = lambda: os.kill(cluster.workers[0].process.pid, signal.SIGKILL)  # noqa: E731
        return _killed(folder, "dask", kill, lambda: Cluster(cluster.scheduler_address))


def _run(corpus: shard.Corpus, output: Path, executor: Executor, told: Callable[..., None]) -> None:
    books = manifest.Books(str(output), manifest.Job(corpus, OPTIONS, 0))
    with books.open():
        try:
            run.run(corpus.shards, str(output), OPTIONS, executor, told)
        finally:
            executor.stop()


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.read_bytes() == other.read_bytes()


def _pairs(count: int, words: int) -> Iterator[dict[str, object]]:
    for seed in range(count):
        old = article(words, seed)
        yield {"id": seed, "old": old, "new": revised(old, seed)}


def _histories(articles: int) -> Iterator[dict[str, object]]:
    """Articles of four versions; NewsEdits has 3.6 on average."""
    for seed in range(articles):
        text = article(WORDS, seed)
        for version in range(4):
            yield {"article": seed, "version": version, "text": text}
            text = revised(text, seed * 4 + version)


def _jsonl(path: Path, rows: Iterator[dict[str, object]]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def _clock(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def table(found: Figures) -> str:
    """What was measured, for docs/batch.md."""
    rows = [
        (f"Two workers beside one, time on the clock, median of {ROUNDS}", f"{found['two_to_one']:.2f} ×"),
        (
            f"Pairs a second, one worker and two ({found['pair'] * 1000:.1f} ms a comparison)",
            f"{found['pairs_a_second']:,.0f} and {found['pairs_a_second_two']:,.0f}",
        ),
        ("CPU of the whole batch beside a bare loop of `compare`", f"{found['overhead']:+.1%}"),
        (
            f"Peak memory of a worker after {found['short'] / 10:,.0f} and {found['short']:,.0f} short pairs",
            f"{found['peak_tenth'] / 1e6:,.0f} and {found['peak'] / 1e6:,.0f} MB",
        ),
        *(
            (
                f"A worker killed half-way, {title}: shards lost, told twice, files different",
                ", ".join(f"{found[f'{what}_{name}']:.0f}" for what in ("lost", "twice", "different")),
            )
            for name, title in (("pool", "pool"), ("dask", "Dask"))
        ),
        (f"CPU of a version in a history, {WORDS} words", f"{found['version'] * 1000:.1f} ms"),
        (f"Core-hours for {VERSIONS:,} such versions", f"{found['core_hours']:,.1f}"),
    ]
    return "| | |\n| --- | ---: |\n" + "".join(f"| {what} | {figure} |\n" for what, figure in rows)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.corpora", description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--loop", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.loop:
        print(_loop(given.loop))
        return 0
    made = f"{table(measure(*SIZES[given.size]))}\nMeasured on {readme.machine()}.\n"
    page = PAGE.read_text(encoding="utf-8")
    filled = re.sub(
        r"(<!-- bench:corpora -->\n).*?(<!-- /bench -->)",
        lambda part: f"{part[1]}\n{made}\n{part[2]}",
        page,
        flags=re.DOTALL,
    )
    PAGE.write_text(filled, encoding="utf-8")
    print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
