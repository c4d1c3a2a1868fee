"""`revtrack log`: revisions by time, and what changed in each since the one before."""

from __future__ import annotations

from itertools import chain

import click

import revtrack
from revtrack.shell import completion, exit_codes, options, output


@click.command("log")
@click.argument("article", required=False, shell_complete=completion.articles)
@options.since
@options.until
@options.formats("terminal", "json")
@options.store
def command(article: str | None, since: str | None, until: str | None, form: str, store: str | None) -> int:
    """List the revisions of ARTICLE, or of all articles, oldest first, and what changed in each.

    \b
    Examples:
      revtrack log story
      revtrack log --since 2024-10-31 --format json
      revtrack log --since "7 days ago"
    """
    archive = revtrack.open(store)
    output.warn_of_divergence(archive)
    if form == "json":
        output.write(output.json_text(archive.log(article, since=since, until=until).to_dict()))
        return exit_codes.DONE
    entries = archive.log_entries(article, since=since, until=until)
    first = next(entries, None)
    acts = archive.log_acts(article, since=since, until=until)
    if first or acts:
        from revtrack.report import terminal

        width = output.width() if output.is_terminal() else terminal.UNLIMITED
        rows = chain([first], entries) if first else iter(())
        output.write_lines(terminal.log_lines(rows, acts, colour=output.has_colours(), width=width))
    else:
        asked = [f"{word} {time}" for word, time in (("since", since), ("until", until)) if time]
        output.note(" ".join(["no revisions", *asked]) if asked else "no revisions: add one with `revtrack add FILE`")
    return exit_codes.DONE
