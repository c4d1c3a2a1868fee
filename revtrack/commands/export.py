"""`revtrack export`: revisions, claims or changes of the archive as one table, for DuckDB, pandas, R or a spreadsheet.

Rows come article by article in the order of their names, and by time of publication within one, so that the same
archive gives the same bytes; nothing but the article at hand is kept in memory.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, cast, get_args

import click

from revtrack import sheets
from revtrack.archive import resolved_dates, revision_steps
from revtrack.rows import changes, claims, revisions
from revtrack.rows.columns import Row, Table, Versions
from revtrack.sheets import Format
from revtrack.shell import operands, options, output

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Revision

TABLES = {"revisions": revisions.TABLE, "claims": claims.TABLE, "changes": changes.TABLE}
BY_SUFFIX: dict[str, Format] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
}


@click.command("export")
@click.argument("table", type=click.Choice(list(TABLES)), default="changes", required=False)
@options.formats(*get_args(Format), default=None)
@click.option("-o", "--output", "target", metavar="FILE", help="Write there; its suffix can give the format.")
@click.option("--article", "only", metavar="ARTICLE", multiple=True, help="Only this article; may be repeated.")
@click.option("--since", metavar="TIME", default="", help="Only revisions of this date or time and later.")
@options.store
def command(
    table: str, form: Format | None, target: str | None, only: tuple[str, ...], since: str, store: str | None
) -> int:
    """Write revisions, claims or changes (the default) as a table.

    The format is that of the file's suffix, or CSV. What each column means stands in docs/export.md.

    \b
    Examples:
      revtrack export changes > changes.csv
      revtrack export claims --format jsonl --article story
      revtrack export -o changes.parquet --since 2024-10-31
    """
    archive = operands.archive(store)
    names = sorted({operands.article(archive, name) for name in only}) or _all(archive)
    form = form or BY_SUFFIX.get(os.path.splitext(target or "")[1].lower(), "csv")
    rows = _rows(archive, names, table, _start(since))
    if target:
        with sheets.whole(target) as file:
            _written(form, TABLES[table], rows, file)
    elif form == "parquet" and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for a terminal: name a file with -o, or pipe it on")
    else:
        _written(form, TABLES[table], rows, cast(BinaryIO, sys.stdout.buffer))
        sys.stdout.buffer.flush()
    return 0


def _all(archive: RevisionSource) -> list[str]:
    return sorted(listing.article for listing in archive.articles())


def _start(since: str) -> str:
    """The time `--since` stands for, as revisions have it; raises InputError."""
    from revtrack.articles import times

    return times.normalise(since) if since else ""


def _written(form: Format, table: Table, rows: Iterator[Row], file: BinaryIO) -> None:
    with sheets.sheet(form, table, file) as sheet:
        for row in rows:
            sheet.add(row)


def _rows(archive: RevisionSource, names: Sequence[str], table: str, start: str) -> Iterator[Row]:
    for name in names:
        yield from _MAKERS[table](archive, archive.revisions(name), start)


def _revisions(_: RevisionSource, versions: Sequence[Revision], start: str) -> Iterator[Row]:
    return (revisions.of(one) for one in versions if one.time >= start)


def _claims(archive: RevisionSource, versions: Sequence[Revision], start: str) -> Iterator[Row]:
    for step in _steps(archive, [one for one in versions if one.time >= start]):
        assert step.diff is not None
        found = resolved_dates.dated(step.diff.after, step.revision)
        yield from claims.of(found, step.revision.article, step.revision.number, step.revision.time)


def _changes(archive: RevisionSource, versions: Sequence[Revision], start: str) -> Iterator[Row]:
    """The changes of each version; the last one before `start` is read, too, to compare the first one with."""
    first = next((place for place, one in enumerate(versions) if one.time >= start), len(versions))
    for step in _steps(archive, versions[max(0, first - 1) :] if first < len(versions) else []):
        diff = step.diff
        if diff and diff.old and step.revision.time >= start:
            new = step.revision
            yield from changes.of(diff, Versions(new.article, diff.old.number, new.number, new.time))


def _steps(archive: RevisionSource, versions: Sequence[Revision]) -> Iterator[revision_steps.Step]:
    """The steps that have a diff; of a version that is no text the reader is told."""
    for step in revision_steps.of(archive, versions):
        if step.diff:
            yield step
        else:
            output.note(f"{step.revision.article}@{step.revision.number} is left out: {step.reason}")


_MAKERS: dict[str, Callable[[RevisionSource, Sequence[Revision], str], Iterator[Row]]] = {
    "revisions": _revisions,
    "claims": _claims,
    "changes": _changes,
}
