"""`revtrack export`: revisions, claims or changes as one table, for DuckDB, pandas, R or a spreadsheet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast, get_args

import click

import revtrack
from revtrack import sheets
from revtrack.archive.export_rows import TABLES, TableName
from revtrack.model.archive_answers import Unread
from revtrack.sheets import Format
from revtrack.shell import exit_codes, options, output, progress_bar

BY_SUFFIX: dict[str, Format] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
}


@click.command("export")
@click.argument("table", type=click.Choice(get_args(TableName)), default="changes", required=False)
@options.formats(*get_args(Format), default=None)
@options.target()
@options.articles
@options.since
@options.until
@options.store
def command(
    table: TableName,
    form: Format | None,
    target: str | None,
    articles: tuple[str, ...],
    since: str | None,
    until: str | None,
    store: str | None,
) -> int:
    """Write revisions, claims or changes (the default) as a table.

    The format is that of the file's suffix, or CSV. Columns are documented in docs/export.md.

    \b
    Examples:
      revtrack export changes > changes.csv
      revtrack export claims --format jsonl --article story
      revtrack export -o changes.parquet --since 2024-10-31
    """
    archive = revtrack.open(store)
    form = form or BY_SUFFIX.get(os.path.splitext(target or "")[1].lower(), "csv")
    if form == "parquet" and not target and sys.stdout.isatty():
        raise click.UsageError("Parquet cannot be shown in a terminal: name a file with -o, or pipe it on")
    is_mixed = not target and sys.stdout.isatty()  # the bar with the rows themselves
    with progress_bar.shown(quiet=is_mixed, least=progress_bar.MANY) as report:
        rows = archive.export(table, articles=articles, since=since, until=until, left_out=_note, progress=report)
        with _file(target) as file, sheets.sheet(form, TABLES[table], file) as sheet:
            for row in rows:
                sheet.add(row)
    return exit_codes.DONE


@contextmanager
def _file(target: str | None) -> Iterator[BinaryIO]:
    if target:
        with sheets.whole(target) as file:
            yield file
    else:
        yield cast(BinaryIO, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _note(unread: Unread) -> None:
    output.note(f"{unread.revision.article}@{unread.revision.number} is left out: {unread.reason}")
