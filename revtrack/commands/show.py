"""`revtrack show`: the text of a revision, or its file exactly as it was added."""

from __future__ import annotations

import click

import revtrack
from revtrack.archive import texts
from revtrack.shell import completion, exit_codes, options, output


@click.command("show")
@click.argument("article", metavar="ARTICLE[@REV]", shell_complete=completion.articles)
@click.option("--bytes", "as_bytes", is_flag=True, help="Print the file as it was added, also where it is a document.")
@options.store
def command(article: str, as_bytes: bool, store: str | None) -> int:
    """Print the text of a revision, exactly as it was added.

    Of a document (.html, .docx, .odt, .rtf, .pdf), its text as revtrack reads it, in Markdown. Without @REV, the
    latest. REV is a number (-1 is the latest), first, latest, a date or time, or a commit id.

    \b
    Examples:
      revtrack show story
      revtrack show story@first > first.txt
      revtrack show story@2 --bytes > story.docx
    """
    archive = revtrack.open(store)
    revision = archive.revision(article)
    data = archive.show(revision)
    if not as_bytes and texts.is_document(data):
        data = archive.text(revision).encode("utf-8", "replace")
    if as_bytes or not output.paged(data.decode("utf-8", "replace")):
        output.write_bytes(data)
    return exit_codes.DONE
