"""`revtrack digest`: what changed in a period, silently or acknowledged, by desk and author."""

from __future__ import annotations

from typing import Any

import click

import revtrack
from revtrack.model import SEVERITIES
from revtrack.shell import exit_codes, options, output, progress_bar
from revtrack.shell.output import Destination


@click.command("digest")
@click.option(
    "--since",
    metavar="TIME",
    default="7 days ago",
    show_default=True,
    help="Only versions from then on: a date or time, yesterday.",
)
@options.until
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    default="medium",
    show_default=True,
    help="Only changes at least this serious.",
)
@options.articles
@options.destination("text", "markdown", "html", "json")
@options.store
def command(destination: Destination, store: str | None, **asked: Any) -> int:
    """Sum up what changed in published articles, ready for mail or chat.

    A change is acknowledged by a notice to readers, by a mark in the source or by a trailer of the commit message,
    which give a reason; a running count that went on is an update; all else is silent. Sorted by desk (desk or
    section of the front matter, else the folder) and author.

    \b
    Examples:
      revtrack digest
      revtrack digest --since yesterday --format markdown
      revtrack digest --since 2024-10-01 --until 2024-10-31 -o october.html
    """
    with progress_bar.shown(least=progress_bar.MANY) as report:
        digest = revtrack.open(store).digest(progress=report, **asked)
    if destination.form == "json":
        destination.deliver(output.json_text(digest.to_dict()))
        return exit_codes.DONE
    from revtrack.report import digest_formats

    if destination.form == "html":
        destination.deliver(digest_formats.html(digest))
    elif destination.form == "markdown":
        destination.deliver(digest_formats.markdown(digest))
    else:
        width = output.width() if output.is_terminal() else output.WIDTH
        destination.deliver(digest_formats.text(digest, colour=destination.has_colours, width=width))
    return exit_codes.DONE
