"""`revtrack batch`: the changes of a whole corpus as Parquet, on all processors or on a cluster."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from revtrack.shell import exit_codes, output

if TYPE_CHECKING:
    from revtrack.corpus.manifest import Books
    from revtrack.corpus.run import Executor
    from revtrack.corpus.shard import Shard
    from revtrack.corpus.work import Options, ShardResult

SIZE = 1000


@click.command("batch")
@click.argument("corpus", metavar="INPUT")
@click.argument("target", metavar="OUTPUT")
@click.option("--claims", is_flag=True, help="Also write the claims of every version.")
@click.option("--ops", is_flag=True, help="Also write how sentences were matched, and the sentences.")
@click.option("--workers", type=click.IntRange(1), help="How many processes to use. [default: one per processor]")
@click.option("--cluster", metavar="ADDRESS", help="Use the Dask cluster with this scheduler instead.")
@click.option("--shard-size", "size", type=click.IntRange(1), default=SIZE, show_default=True, help="Rows per shard.")
@click.option("--fresh", is_flag=True, help="Start over and replace what an earlier batch left in OUTPUT.")
def command(
    corpus: str, target: str, claims: bool, ops: bool, workers: int | None, cluster: str | None, size: int, fresh: bool
) -> int:
    """Write the changes of a whole corpus to OUTPUT, a folder of Parquet files and a manifest.

    INPUT is a Parquet or JSON Lines file of pairs (id, old, new) or of versions (article, version or time, text), or
    a store. A row that cannot be compared becomes a row with its error, and the exit code is 1. Rerun the same
    command to resume.

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
    return _summary(target, list(results.values()))


def _finished(books: Books, shards: tuple[Shard, ...]) -> dict[int, ShardResult]:
    found = ((shard.number, books.finished(shard)) for shard in shards)
    return {number: result for number, result in found if result}


def _executor(workers: int | None, cluster: str | None) -> Executor:
    if cluster is None:
        from revtrack.workers import Pool, processors

        return Pool(workers or processors())
    from revtrack.corpus.cluster import Cluster

    return Cluster(cluster)


def _run(
    missing: list[Shard], books: Books, results: dict[int, ShardResult], executor: Executor, options: Options
) -> None:
    from revtrack.corpus import run

    total = len(missing) + len(results)

    def finished(shard: Shard, result: ShardResult) -> None:
        books.finish(shard, result)
        results[shard.number] = result
        _progress(len(results), total)

    try:
        run.run(missing, books.output, options, executor, finished)
    finally:
        executor.stop()


def _progress(done: int, total: int) -> None:
    """Show how many shards are done, on a terminal."""
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} of {total:,} shards", nl=done == total, err=True)


def _summary(target: str, results: list[ShardResult]) -> int:
    pairs, changes, errors = (sum(getattr(one, name) for one in results) for name in ("pairs", "changes", "errors"))
    output.write(f"{target}: pairs: {pairs:,}; changes: {changes:,}; rows that could not be compared: {errors:,}")
    return exit_codes.FOUND if errors else exit_codes.DONE
