"""`revtrack batch`: the changes of a whole corpus as Parquet, on all processors or on a cluster."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from revtrack.shell import output

if TYPE_CHECKING:
    from revtrack.corpus.manifest import Books
    from revtrack.corpus.run import Executor
    from revtrack.corpus.shard import Shard
    from revtrack.corpus.work import Options, ShardResult

SKIPPED = 1
SIZE = 1000


@click.command("batch")
@click.argument("corpus", metavar="INPUT")
@click.argument("target", metavar="OUTPUT")
@click.option("--claims", is_flag=True, help="Write the claims of every version as well.")
@click.option("--ops", is_flag=True, help="Write how sentences were matched as well, and the sentences.")
@click.option("--workers", type=click.IntRange(1), help="How many processes to use. [default: one a processor]")
@click.option("--cluster", metavar="ADDRESS", help="Use the Dask cluster with this scheduler instead.")
@click.option(
    "--shard-size", "size", type=click.IntRange(1), default=SIZE, show_default=True, help="Rows that make a shard."
)
@click.option("--fresh", is_flag=True, help="Begin again, whatever a batch has left in OUTPUT.")
def command(
    corpus: str, target: str, claims: bool, ops: bool, workers: int | None, cluster: str | None, size: int, fresh: bool
) -> int:
    """Write the changes of a whole corpus to OUTPUT, a folder of Parquet files and a manifest.

    INPUT is a Parquet or JSON Lines file of pairs (id, old, new) or of versions (article, version or time, text), or
    a store. A row that cannot be compared becomes a row with its error, and exit code 1. What was stopped goes on
    where it was when the same command is started again.

    \b
    Examples:
      revtrack batch pairs.jsonl changes
      revtrack batch .revtrack archive --claims --ops --workers 2
    """
    from revtrack.corpus import manifest, shards, work
    from revtrack.lexicon.edition import edition

    found = shards.of(corpus, size)
    options = work.Options(claims, ops, edition())
    books = manifest.Books(target, manifest.Job(found, options, size))
    with books.open(fresh=fresh):
        results = _finished(books, found.shards)
        missing = [shard for shard in found.shards if shard.number not in results]
        if missing:
            _run(missing, books, results, _executor(workers, cluster), options)
        books.close(list(results.values()))
    return _told(target, list(results.values()))


def _finished(books: Books, shards: tuple[Shard, ...]) -> dict[int, ShardResult]:
    found = ((shard.number, books.finished(shard)) for shard in shards)
    return {number: result for number, result in found if result}


def _executor(workers: int | None, cluster: str | None) -> Executor:
    if cluster is None:
        from revtrack.corpus.pool import Pool

        return Pool(workers or _processors())
    from revtrack.corpus.cluster import Cluster

    return Cluster(cluster)


def _processors() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _run(
    missing: list[Shard], books: Books, results: dict[int, ShardResult], executor: Executor, options: Options
) -> None:
    from revtrack.corpus import run

    total = len(missing) + len(results)

    def told(shard: Shard, result: ShardResult) -> None:
        books.finish(shard, result)
        results[shard.number] = result
        _progress(len(results), total)

    try:
        run.run(missing, books.output, options, executor, told)
    finally:
        executor.stop()


def _progress(done: int, total: int) -> None:
    """Say how far it is, where somebody watches."""
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} of {total:,} shards", nl=done == total, err=True)


def _told(target: str, results: list[ShardResult]) -> int:
    pairs, changes, errors = (sum(getattr(one, name) for one in results) for name in ("pairs", "changes", "errors"))
    output.write(f"{target}: pairs: {pairs:,}; changes: {changes:,}; rows that could not be compared: {errors:,}")
    return SKIPPED if errors else 0
