"""Gives shards to a pool or a cluster until all are done, whatever dies on the way.

A shard whose worker died is tried again, three times in all. The last time it has a process of its own that notes
which row is next; so the row that ends processes is found, and becomes a row with its error.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from revtrack.corpus import work
from revtrack.corpus.shard import Shard
from revtrack.corpus.work import Options, ShardResult, Watch
from revtrack.errors import RevtrackError
from revtrack.workers import Pool

TRIES = 3  # of a shard: two among others, then alone
DEADLIEST = 10  # rows of one shard that end processes; with more, rows are not the cause
AHEAD = 2  # shards a worker that are given out together

Told = Callable[[Shard, ShardResult], None]


class Executor(Protocol):
    """A pool or a cluster; `lost` are the errors that say that a worker died."""

    workers: int
    lost: tuple[type[BaseException], ...]

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Have a function called by one of the workers."""

    def renew(self) -> None:
        """Go on after a worker has died."""

    def stop(self) -> None:
        """End everything that is under way."""


def run(shards: Iterable[Shard], output: str, options: Options, executor: Executor, told: Told) -> None:
    """Work on all shards; each that is done is told. Raises RevtrackError, when all that can be done is."""
    _Batch(output, options, executor, told, deque(shards)).run()


@dataclass(slots=True)
class _Batch:
    output: str
    options: Options
    executor: Executor
    told: Told
    waiting: deque[Shard]
    running: dict[Future[ShardResult], Shard] = field(default_factory=dict)
    tries: Counter[int] = field(default_factory=Counter)
    given_up: list[int] = field(default_factory=list)

    def run(self) -> None:
        while self.waiting or self.running:
            lost = self._fill()
            done = wait(self.running, return_when=FIRST_COMPLETED).done
            for future in done:
                lost += self._taken(future)
            if lost:
                self._again(lost)
        if self.given_up:
            told = ", ".join(map(str, sorted(self.given_up)))
            raise RevtrackError(
                f"shards {told}: too many rows of each crashed the process that compared them; the other shards are"
                " finished: check the machine's memory, then rerun the same command"
            )

    def _fill(self) -> list[Shard]:
        """Give out shards; those that an executor did not take because it is broken."""
        while self.waiting and len(self.running) < AHEAD * self.executor.workers:
            shard = self.waiting.popleft()
            try:
                future = self.executor.submit(work.run, shard, self.output, self.options)
            except self.executor.lost:
                return [shard]
            self.running[future] = shard
        return []

    def _taken(self, future: Future[ShardResult]) -> list[Shard]:
        """Take in what is done; the shard, where its worker died."""
        shard = self.running.pop(future)
        try:
            self.told(shard, future.result())
        except self.executor.lost:
            return [shard]
        except CancelledError:
            raise RevtrackError(
                "the connection to the cluster was lost: rerun the same command when it is back;"
                " finished shards are kept"
            ) from None
        return []

    def _again(self, lost: list[Shard]) -> None:
        """Try again what died, and what was under way beside it in the same pool."""
        if isinstance(self.executor, Pool):
            wait(self.running)
            for future in list(self.running):
                lost += self._taken(future)
        self.executor.renew()
        self.tries.update(shard.number for shard in lost)
        lost.sort(key=lambda shard: shard.number)
        self.waiting.extendleft(shard for shard in reversed(lost) if self.tries[shard.number] < TRIES - 1)
        for shard in lost:
            if self.tries[shard.number] >= TRIES - 1:
                self._alone(shard)

    def _alone(self, shard: Shard) -> None:
        result = alone(shard, self.output, self.options)
        if result:
            self.told(shard, result)
        else:
            self.given_up.append(shard.number)


def alone(shard: Shard, output: str, options: Options) -> ShardResult | None:
    """Work on a shard in a process of its own, row by row; None where it cannot be done even so.

    A row is given up when the process ended twice while it was compared: once may be anybody's doing.
    """
    deadly: list[int] = []
    suspect: int | None = None
    with TemporaryDirectory(prefix="revtrack-") as folder:
        mark = Path(folder) / "next"
        for _ in range(2 * DEADLIEST + TRIES):
            pool = Pool(1)
            try:
                mark.unlink(missing_ok=True)
                result: ShardResult = pool.submit(
                    work.run, shard, output, options, Watch(str(mark), tuple(deadly))
                ).result()
            except pool.lost:
                row = int(mark.read_bytes() or b"-1") if mark.exists() else -1
                if row == suspect == -1 or len(deadly) == DEADLIEST:
                    return None
                if row == suspect:
                    deadly.append(row)
                suspect = row
            else:
                return result
            finally:
                pool.stop()
    return None
