"""`revtrack stats`: the changes of claims in numbers."""

from __future__ import annotations

import click

from revtrack.archive import ledger_update
from revtrack.model.statistics import Statistics
from revtrack.shell import operands, options, output


@click.command("stats")
@options.articles
@options.period
@options.formats("terminal", "json", "html", default=None)
@options.target
@options.opened
@options.store
def command(
    articles: tuple[str, ...],
    since: str | None,
    until: str | None,
    form: str | None,
    target: str | None,
    opened: bool,
    store: str | None,
) -> int:
    """Count the changes of claims: by kind, label, month and article, and how many of them a notice mentions.

    Also how long claims stood until a notice said that they were changed, and which articles were revised most.

    \b
    Examples:
      revtrack stats
      revtrack stats --article story --since 2024-10-01 --format json
      revtrack stats -o stats.html
    """
    form = options.form(form, target, opened=opened)
    first, last = options.times(since, until)
    archive = operands.archive(store)
    names = options.named(archive, articles)
    tallies = ledger_update.answered(archive, lambda known: known.tallies(names, first, last))
    output.deliver(_rendered(tallies, form, to_file=bool(target)), target, opened=opened, document=form == "html")
    return 0


def _rendered(tallies: Statistics, form: str, *, to_file: bool) -> str:
    if form == "json":
        return output.json_text(tallies.to_dict())
    from revtrack.report import stats_page

    if form == "html":
        return stats_page.html(tallies)
    return stats_page.terminal(tallies, colour=output.has_colours() and not to_file)
