"""`revtrack claims`: what one article claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import click

from revtrack.model import AnyClaim
from revtrack.shell import completion, exit_codes, file_operands, options, output

if TYPE_CHECKING:
    from revtrack.intake.documents import Kind, Tracked


@click.command("claims")
@click.argument("article", shell_complete=completion.articles)
@options.kinds(*(claim.kind for claim in get_args(AnyClaim)))
@options.formats("terminal", "json")
@options.as_type
@click.option(
    "--tracked",
    type=click.Choice(("original", "accepted")),
    help="Read a document with its tracked changes rejected or accepted. [default: accepted]",
)
@options.store
def command(
    article: str,
    kinds: tuple[str, ...],
    form: str,
    kind: Kind | None,
    tracked: Tracked | None,
    store: str | None,
) -> int:
    """Print the figures, dates, quotes, attributions and names of ARTICLE.

    ARTICLE is a file (text, .html, .docx, .odt, .rtf or .pdf), - for standard input, an article of the store, or
    one revision of it (ARTICLE@REV). If a file has the same name as an article, article:NAME means the article.
    Dates of a revision are shown with the day they mean ("Thursday", 31 October 2024). Impossible dates, such as a
    Sunday that was a Monday, are listed at the end.

    \b
    Examples:
      revtrack claims draft.docx
      revtrack claims story@first --kind figure --kind quote
      revtrack claims story --format json
    """
    found = file_operands.claims(article, store, kind, tracked)
    if kinds:
        found = replace(found, claims=tuple(claim for claim in found.claims if claim.kind in kinds))
    if form == "json":
        output.write(output.json_text(found.to_dict()))
    else:
        from revtrack.report import terminal

        width = output.width() if output.is_terminal() else terminal.UNLIMITED
        output.write_paged(terminal.claims(found, colour=output.has_colours(), width=width))
    return exit_codes.DONE
