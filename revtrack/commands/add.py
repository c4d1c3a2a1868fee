"""`revtrack add`: texts become revisions; a text that is refused does not stop the others."""

from __future__ import annotations

from pathlib import PurePath
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
@click.option("--at", metavar="TIME", help="When it was published, such as 2024-10-31T15:04Z. [default: now]")
@click.option("--by", default="", metavar="NAME", help="Who wrote or edited it.")
@click.option("--source", default="", metavar="URL", help="Where it was published.")
@click.option("--force", is_flag=True, help="Accept a text less than half as long as the previous revision.")
@click.option("--sync/--no-sync", default=True, help="Flush to disk before returning (default).")
@options.store
def command(names: tuple[str, ...], article: str | None, store: str | None, sync: bool, **given: Any) -> int:
    """Add the text of each FILE as the next revision of its article.

    - is standard input and needs --as. Adding the current text again is a no-op.

    \b
    Examples:
      revtrack add story.txt
      revtrack add story.txt --at 2024-10-31T15:04Z --by "A. Editor" -m "Corrects the toll"
      revtrack add - --as story < story.txt
    """
    archive = revtrack.open(store, sync=sync)
    code, now = exit_codes.DONE, clock()  # all have the same time
    for name in names:
        try:
            if name == files.STDIN and not article:
                raise InputError("standard input has no name: name the article with --as ARTICLE")
            path = PurePath(name)
            title = path.stem if article is None else article
            output.write(_line(archive.add(files.read(name), title, suffix=path.suffix, now=now, **given)))
        except (InputError, RefusedError) as error:
            output.complain(f"error: {error}")
            code = exit_codes.FAILED
    archive.tidy()
    return code


def _line(added: Added) -> str:
    revision = added.revision
    what = "added" if added.new else "is already the latest text, nothing added"
    return f"{revision.article}: revision {revision.number} {what} ({revision.commit[:7]}, {revision.words:,} words)"
