"""`revtrack stats`: the changes of claims in numbers."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import exit_codes, options, output, progress_bar
from revtrack.shell.output import Destination


@click.command("stats")
@options.articles
@options.since
@options.until
@options.jobs
@options.site
@options.destination("terminal", "json", "html")
@options.store
def command(
    articles: tuple[str, ...],
    since: str | None,
    until: str | None,
    jobs: int,
    site: str,
    destination: Destination,
    store: str | None,
) -> int:
    """Count the changes of claims: by kind, label, month and article, and how many have a correction notice.

    Also shows how long it took until a notice acknowledged a change, and which articles were revised most.

    \b
    Examples:
      revtrack stats
      revtrack stats --article story --since 2024-10-01 --format json
      revtrack stats -o stats.html
    """
    with progress_bar.shown(least=progress_bar.MANY) as report:
        archive = revtrack.open(store)
        tallies = archive.stats(articles=articles, since=since, until=until, jobs=jobs, progress=report)
    if destination.form == "json":
        destination.deliver(output.json_text(tallies.to_dict()))
        return exit_codes.DONE
    from revtrack.report import stats_page

    named = [*(one.name for one in tallies.articles), *(one.article for one in tallies.revised)]
    headlines = archive.headlines(named)
    if destination.form == "html":
        destination.deliver(stats_page.html(tallies, site, headlines))
    else:
        width = output.width() if output.is_terminal() else stats_page.UNLIMITED
        destination.deliver(
            stats_page.terminal(tallies, colour=destination.has_colours, headlines=headlines, width=width)
        )
    return exit_codes.DONE
