"""What the sources of `revtrack import` share: their options, and what is said when they have been read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

import revtrack
from revtrack.shell import exit_codes, options, output, progress_bar

if TYPE_CHECKING:
    from revtrack.archive.import_run import Dating
    from revtrack.intake.records import Item

Command = TypeVar("Command", bound=Callable[..., Any])

at = click.option("--at", metavar="TIME", default="", help="Publication time for records without one.")
columns = click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN,...",
    help="Which column is which field: article, source, time, text, html, file, title, by, note.",
)
time_format = click.option(
    "--time-format", default="", metavar="FORMAT", help='How times are written, such as "%d.%m.%Y %H:%M".'
)


def shared(command: Command) -> Command:
    """The options of every source."""
    for option in (
        options.store,
        options.formats("terminal", "json"),
        click.option("--quiet", is_flag=True, help="Show no progress."),
        click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read only the first N records."),
        click.option("--prefix", default="", metavar="TEXT", help="Put this before the name of every article."),
        click.option("--force", is_flag=True, help="Accept texts less than half as long as the previous revision."),
        click.option("--strict", is_flag=True, help="Stop at the first bad record, and add nothing."),
    ):
        command = option(command)
    return command


def imported(
    items: Iterable[Item], store: str | None, form: str, quiet: bool, dating: Dating | None = None, **given: Any
) -> int:
    """Add records to the store, print how many there were, and give the exit code."""
    archive = revtrack.open(store)
    with progress_bar.shown(quiet=quiet) as report:
        counts = archive.import_records(items, dating=dating, report=output.note, progress=report, **given)
    output.warn_of_divergence(archive)
    if form == "json":
        output.write(output.json_text(counts.to_dict()))
    else:
        records = "record" if counts.records == 1 else "records"
        output.write(
            f"{counts.records:,} {records}: {counts.added:,} added, {counts.known:,} already known,"
            f" {counts.set_aside:,} set aside, {counts.skipped:,} skipped"
        )
    return exit_codes.FOUND if counts.skipped else exit_codes.DONE
