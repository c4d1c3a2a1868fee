"""`revtrack add`: texts become revisions; one that cannot be taken does not hold up the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from revtrack.errors import InputError, RefusedError
from revtrack.shell import inputs, operands, options, output

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Added

FAILED = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What the user says about the texts of one `add`."""

    article: str | None
    at: str | None
    by: str
    note: str
    source: str
    now: str
    force: bool


@click.command("add")
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@click.option("--as", "article", metavar="ARTICLE", help="Name of the article; by default the file's, without suffix.")
@click.option("-m", "--message", "note", default="", metavar="NOTE", help="What this revision is.")
@click.option("--at", metavar="TIME", help="When it was published, such as 2024-10-31T15:04Z; by default now.")
@click.option("--by", default="", metavar="NAME", help="Who wrote or edited it.")
@click.option("--source", default="", metavar="URL", help="Where it was published.")
@click.option("--force", is_flag=True, help="Take a text that lost more than half the words of the one before.")
@click.option("--sync/--no-sync", default=True, help="Wait until the text is on the disk itself; the default.")
@options.store
def command(files: tuple[str, ...], store: str | None, sync: bool, **given: Any) -> int:
    """Add the text of each FILE as the next revision of its article.

    - is standard input and needs --as. The latest text again adds nothing.

    \b
    Examples:
      revtrack add story.txt
      revtrack add story.txt --at 2024-10-31T15:04Z --by "A. Editor" -m "Corrects the toll"
      revtrack add - --as story < story.txt
    """
    entry = Entry(now=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), **given)
    archive = operands.archive(store, sync=sync)
    code = max(_reported(archive, file, entry) for file in files)
    archive.tidy()
    return code


def _reported(archive: RevisionSource, file: str, entry: Entry) -> int:
    """Add one file, say what became of it, and give the exit code."""
    try:
        output.write(_line(_added(archive, file, entry)))
    except (InputError, RefusedError) as error:
        output.complain(f"error: {error}")
        return FAILED
    return 0


def _added(archive: RevisionSource, file: str, entry: Entry) -> Added:
    """Add one file; raises InputError, RefusedError, StoreError."""
    if file == inputs.STDIN and not entry.article:
        raise InputError("standard input has no name: give the article one with --as ARTICLE")
    return archive.add(
        inputs.read(file),
        PurePath(file).stem if entry.article is None else entry.article,
        suffix=PurePath(file).suffix,
        at=entry.at,
        by=entry.by,
        note=entry.note,
        source=entry.source,
        now=entry.now,
        force=entry.force,
    )


def _line(added: Added) -> str:
    revision = added.revision
    what = "added" if added.new else "is the latest text already, nothing added"
    return f"{revision.article}: revision {revision.number} {what} ({revision.commit[:7]}, {revision.words:,} words)"
