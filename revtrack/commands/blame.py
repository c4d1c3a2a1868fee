"""`revtrack blame`: for each claim of a revision, the revision that introduced it."""

from __future__ import annotations

from typing import get_args

import click

import revtrack
from revtrack.model import AnyClaim, Kind
from revtrack.shell import completion, exit_codes, options, output


@click.command("blame")
@click.argument("article", metavar="ARTICLE[@REV]", shell_complete=completion.articles)
@options.kinds(*(claim.kind for claim in get_args(AnyClaim)), "statement")
@options.formats("terminal", "json", "markdown")
@options.store
def command(article: str, kinds: tuple[Kind, ...], form: str, store: str | None) -> int:
    """Show which revision introduced each claim of a revision: when, by whom and why, and what it was before.

    Without @REV, the claims of the latest revision. The last ones are statements that changed.

    \b
    Examples:
      revtrack blame story
      revtrack blame story@1 --kind figure
      revtrack blame story --format json
    """
    found = revtrack.open(store).blame(article, kinds=kinds)
    output.note_left_out(found.left_out)
    if form == "json":
        output.write(output.json_text(found.to_dict()))
        return exit_codes.DONE
    from revtrack.report import history_text

    if form == "markdown":
        output.write_bytes(history_text.blame_markdown(found.claims, found.revision).encode())
    else:
        colour, width = output.has_colours(), output.width()
        output.write_paged(history_text.blame_terminal(found.claims, found.revision, colour=colour, width=width))
    return exit_codes.DONE
