"""Workers that die: on the pool and on a real Dask cluster of processes nothing is lost, told twice or different."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from revtrack.corpus import run, shards, work
from revtrack.corpus.cluster import Cluster
from revtrack.corpus.run import Executor
from revtrack.corpus.shard import Shard
from revtrack.corpus.work import ShardResult
from revtrack.errors import InputError, RevtrackError
from revtrack.workers import Pool
from tests.corpus import killers
from tests.corpus.corpora import OPTIONS, jsonl, opened, pairs, read

pytestmark = pytest.mark.kill

COUNT, SIZE = 40, 4
posix = pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.parquet")}


def worked(path: str, output: Path, executor: Executor, told: Any = None) -> list[int]:
    """Run all shards; the numbers of those that were told done."""
    output.mkdir()
    done: list[int] = []

    def heard(shard: Shard, result: ShardResult) -> None:
        assert shard.number == result.number
        done.append(result.number)
        if told:
            told(len(done))

    try:
        run.run(shards.of(path, SIZE).shards, str(output), OPTIONS, executor, heard)
    finally:
        executor.stop()
    return done


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> str:
    return jsonl(tmp_path_factory.mktemp("corpus") / "pairs.jsonl", pairs(COUNT))


@pytest.fixture(scope="module")
def serial(corpus: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What comes of the corpus in this very process, one shard after the other."""
    output = tmp_path_factory.mktemp("serial")
    for shard in shards.of(corpus, SIZE).shards:
        work.run(shard, str(output), OPTIONS)
    assert [row["id"] for row in read(output)] == [str(number) for number in range(COUNT)]
    return tables(output)


@posix
def test_a_worker_of_the_pool_that_is_killed_costs_nothing(
    corpus: str, serial: dict[str, bytes], tmp_path: Path
) -> None:
    """In the middle, by the system: all shards are done, once, with the bytes of the serial run."""
    killed = []

    def kill(done: int) -> None:
        if done == 2:
            worker = next(one for one in multiprocessing.active_children() if one.name.startswith("SpawnProcess"))
            killed.append(worker.pid)
            os.kill(worker.pid or 0, signal.SIGKILL)

    done = worked(corpus, tmp_path / "out", Pool(2), kill)
    assert len(killed) == 1
    assert sorted(done) == list(range(COUNT // SIZE))
    assert tables(tmp_path / "out") == serial


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    """A scheduler and two workers, each a process of its own, on this machine alone."""
    import dask as settings
    from distributed import LocalCluster

    slow = {f"distributed.comm.timeouts.{name}": "600s" for name in ("connect", "tcp")}
    with (
        settings.config.set(slow),
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=50
        ) as cluster,
    ):
        yield cluster


@posix
def test_a_worker_of_a_cluster_that_is_killed_costs_nothing(
    corpus: str, serial: dict[str, bytes], tmp_path: Path, dask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same line of code on Dask, and the same bytes."""
    monkeypatch.setattr("revtrack.corpus.cluster.PATIENCE", 600)
    killed = []

    def kill(done: int) -> None:
        if done == 2:
            killed.append(dask.workers[0].process.pid)
            os.kill(killed[0], signal.SIGKILL)

    done = worked(corpus, tmp_path / "out", Cluster(dask.scheduler_address), kill)
    assert len(killed) == 1
    assert killed[0] != os.getpid()
    assert sorted(done) == list(range(COUNT // SIZE))
    assert tables(tmp_path / "out") == serial


@posix
def test_a_row_that_ends_processes_is_a_row_with_its_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is found, and all rows around it are compared."""
    monkeypatch.setattr(run, "work", SimpleNamespace(run=killers.run))
    rows = [{**row, "new": f"{killers.DEADLY}. {row['new']}"} if row["id"] == 5 else row for row in pairs(8)]
    worked(jsonl(tmp_path / "corpus", rows), tmp_path / "out", Pool(1))
    told = read(tmp_path / "out")
    assert [row["id"] for row in told] == [str(number) for number in range(8)]
    assert [row["error"] for row in told] == [work.DEADLY if number == 5 else None for number in range(8)]


@posix
def test_a_shard_that_cannot_be_done_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and nothing of it is there."""
    monkeypatch.setattr(run, "work", SimpleNamespace(run=killers.run))
    monkeypatch.setattr(run, "DEADLIEST", 0)
    rows = [{**row, "new": killers.DEADLY} if row["id"] == 4 else row for row in pairs(8)]
    with pytest.raises(RevtrackError, match="shards 1: too many rows"):
        worked(jsonl(tmp_path / "corpus", rows), tmp_path / "out", Pool(1))
    assert {path.name for path in (tmp_path / "out").glob("changes*.parquet")} == {"changes-00000.parquet"}


def test_an_error_of_a_worker_is_an_error_of_the_batch(corpus: str, tmp_path: Path) -> None:
    """A folder that is not there is nobody's row."""
    others = set(multiprocessing.active_children())
    pool = Pool(1)
    try:
        with pytest.raises(InputError, match="nowhere"):
            run.run(shards.of(corpus, SIZE).shards, str(tmp_path / "nowhere"), OPTIONS, pool, lambda *_: None)
    finally:
        pool.stop()
    assert set(multiprocessing.active_children()) <= others


def test_stopping_ends_what_is_under_way() -> None:
    """Ctrl-C does not wait for the shards that were given out."""
    others = set(multiprocessing.active_children())
    pool = Pool(1)
    slept = pool.submit(time.sleep, 600)
    while not slept.running():
        time.sleep(0.01)
    pool.stop()
    assert set(multiprocessing.active_children()) <= others


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to check."""
    monkeypatch.setattr("revtrack.corpus.cluster.PATIENCE", 1)
    with pytest.raises(InputError, match=r"tcp://127.0.0.1:9: no Dask scheduler answers"):
        Cluster("tcp://127.0.0.1:9")


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way out is one command."""
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(InputError, match=r"add it with `.*install.*\[cluster\]"):
        Cluster("tcp://127.0.0.1:9")


def test_the_books_and_the_run_go_together(corpus: str, tmp_path: Path) -> None:
    """What was told done is found finished."""
    found, books = opened(corpus, tmp_path / "out", SIZE)
    pool = Pool(2)
    with books.open():
        try:
            run.run(found.shards[:3], books.output, OPTIONS, pool, books.finish)
        finally:
            pool.stop()
        assert [bool(books.finished(shard)) for shard in found.shards[:4]] == [True, True, True, False]
