"""`revtrack rename`: an article goes by another name, and by the one before as well."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import completion, exit_codes, options, output


@click.command("rename")
@click.argument("article", shell_complete=completion.articles)
@click.argument("name")
@click.option("-m", "--message", "note", default="", metavar="NOTE", help="Why.")
@options.store
def command(article: str, name: str, note: str, store: str | None) -> int:
    """Give ARTICLE another NAME.

    The name before keeps working everywhere: in commands, for imports that go on, as an address of the site. The
    history is not rewritten; the renaming is recorded in it.

    \b
    Examples:
      revtrack rename story storm-ulla
      revtrack rename story storm-ulla -m "The storm has a name now"
    """
    from revtrack.report import act_lines

    archive = revtrack.open(store)
    output.write(act_lines.done(archive.rename(article, name, note=note)))
    output.warn_of_divergence(archive)
    return exit_codes.DONE
