"""`revtrack log`: revisions by time, and what changed in each since the one before."""

from __future__ import annotations

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
    log = revtrack.open(store).log(article, since=since, until=until)
    if form == "json":
        output.write(output.json_text(log.to_dict()))
    elif log.entries:
        from revtrack.report import terminal

        width = output.width() if output.is_terminal() else terminal.UNLIMITED
        output.write_paged(terminal.log(log.entries, colour=output.has_colours(), width=width))
    else:
        asked = [f"{word} {time}" for word, time in (("since", since), ("until", until)) if time]
        output.note(" ".join(["no revisions", *asked]) if asked else "no revisions: add one with `revtrack add FILE`")
    return exit_codes.DONE
