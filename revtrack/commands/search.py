"""`revtrack search`: changes of claims in all articles, by words, speaker, kind, label, severity, time, notice."""

from __future__ import annotations

from typing import Any, get_args

import click

import revtrack
from revtrack.model import SEVERITIES, Kind, Label
from revtrack.model.queries import Order
from revtrack.shell import exit_codes, options, output, progress_bar
from revtrack.shell.output import Destination

NAMED = 200  # results whose articles are shown with their headlines


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--speaker", "speakers", metavar="NAME", multiple=True, help="Said by NAME or a part of it; repeatable.")
@options.kinds(*get_args(Kind))
@click.option(
    "--label",
    "labels",
    type=click.Choice(get_args(Label)),
    multiple=True,
    metavar="LABEL",
    help="Only this label, such as value or anonymized; may be repeated.",
)
@click.option(
    "--severity",
    "severities",
    type=click.Choice(SEVERITIES),
    multiple=True,
    help="Only this severity; may be repeated.",
)
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Only changes at least this serious.")
@options.since
@options.until
@click.option(
    "--acknowledged/--unacknowledged",
    default=None,
    help="Only changes with (or without) a correction notice.",
)
@options.articles
@click.option(
    "--order",
    type=click.Choice(get_args(Order)),
    default="time",
    show_default=True,
    help="Newest first, or most serious first.",
)
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="How many to show; 0 for all.")
@options.jobs
@options.site
@options.destination("terminal", "json", "html")
@options.store
def command(words: tuple[str, ...], destination: Destination, site: str, store: str | None, **filters: Any) -> int:
    """Find the changes with all of WORDS in the old words, the new words, or the name of the speaker.

    Words "in quotation marks" are a phrase; word* matches a prefix. 1,200 and 1200 are the same. Without WORDS,
    lists every change that matches the options.

    \b
    Examples:
      revtrack search toll
      revtrack search '"at least 12"' --kind figure
      revtrack search --speaker lind --min-severity medium --unacknowledged
      revtrack search 'ferr*' --since 2024-10-01 --order severity --format json
    """
    with progress_bar.shown(least=progress_bar.MANY) as report:
        archive = revtrack.open(store)
        answer = archive.search(" ".join(words), progress=report, **filters)
    if destination.form == "json":
        destination.deliver(output.json_text(answer.to_dict()))
        return exit_codes.DONE
    from revtrack.report import search_page

    headlines = archive.headlines(result.new.article for result in answer.results[:NAMED])
    if destination.form == "html":
        destination.deliver(search_page.html(answer.question, answer, site, headlines))
    else:
        colour, width = destination.has_colours, output.width()
        destination.deliver(
            search_page.terminal(answer.question, answer, colour=colour, width=width, headlines=headlines)
        )
    return exit_codes.DONE
