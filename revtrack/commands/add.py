"""`revtrack add`: files become revisions; a file that is refused does not stop the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

import revtrack
from revtrack.archive import files
from revtrack.archive.archive import clock
from revtrack.errors import InputError, RefusedError
from revtrack.shell import exit_codes, options, output

if TYPE_CHECKING:
    from revtrack.model.listings import Added


@click.command("add")
@click.argument("names", nargs=-1, required=True, metavar="FILE...|-")
@click.option("--as", "article", metavar="ARTICLE", help="Name of the article. [default: the file's, without suffix]")
@click.option("-m", "--message", "note", default="", metavar="NOTE", help="What this revision is.")
@click.option(
    "--at",
    metavar="TIME",
    help='When it was published, such as 2024-10-31T15:04Z, or "stated": as the text says itself. [default: a web'
    " page's own time, else now]",
)
@click.option("--by", default="", metavar="NAME", help="Who wrote or edited it. [default: a web page's byline]")
@click.option("--source", default="", metavar="URL", help="Where it was published.")
@click.option("--force", is_flag=True, help="Accept a text less than half as long as the previous revision.")
@click.option("--sync/--no-sync", default=True, help="Flush to disk before returning (default).")
@options.store
def command(names: tuple[str, ...], article: str | None, store: str | None, sync: bool, **given: Any) -> int:
    """Add each FILE as the next revision of its article.

    A file is plain text, Markdown, a web page (.html), .docx, .odt, .rtf or .pdf; it is kept as it is. - is standard
    input and needs --as. Adding the current file again is a no-op. Without --as, a web page belongs to the article
    that was published at its address, if there is one.

    \b
    Examples:
      revtrack add story.txt
      revtrack add draft.docx --as story
      revtrack add story.txt --at 2024-10-31T15:04Z --by "A. Editor" -m "Corrects the toll"
      revtrack add updated.txt --at stated
      revtrack add - --as story < story.txt
    """
    archive = revtrack.open(store, sync=sync)
    code, now = exit_codes.DONE, clock()  # all have the same time
    for name in names:
        try:
            added = archive.add_file(name, article, now=now, **given)
            output.write(_line(added))
            if added.stated:
                output.note(
                    f"{files.shown(name)}: states {added.stated} as its time, and is kept as published at"
                    f" {added.revision.time}: to keep it as published then, `revtrack undo` and add it with --at stated"
                )
        except (InputError, RefusedError) as error:
            output.complain(f"error: {error}")
            code = exit_codes.FAILED
    archive.tidy()
    output.warn_of_divergence(archive)
    return code


def _line(added: Added) -> str:
    revision = added.revision
    what = "added" if added.new else "is already the latest text, nothing added"
    return f"{revision.article}: revision {revision.number} {what} ({revision.commit[:7]}, {revision.words:,} words)"
