"""`revtrack blame`: for each claim of a version, the revision that brought it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from revtrack import history
from revtrack.archive import revision_steps
from revtrack.errors import InputError
from revtrack.model import AnyClaim
from revtrack.shell import operands, options, output

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Revision
    from revtrack.model.lives import Origin


@click.command("blame")
@click.argument("article", metavar="ARTICLE[@REV]")
@options.kinds(*(claim.kind for claim in get_args(AnyClaim)))
@options.formats("terminal", "json", "markdown")
@options.store
def command(article: str, kinds: tuple[str, ...], form: str, store: str | None) -> int:
    """Show for each claim of a revision which one brought it, when, by whom and why, and what it was before.

    Without @REV, the claims of the latest revision.

    \b
    Examples:
      revtrack blame story
      revtrack blame story@1 --kind figure
      revtrack blame story --format json
    """
    archive = operands.archive(store)
    revision = operands.revision(archive, article)
    origins = history.blame(_until(archive, revision))
    _print([one for one in origins if not kinds or one.life.kind in kinds], revision, form)
    return 0


def _until(archive: RevisionSource, revision: Revision) -> list[revision_steps.Taken]:
    """The steps that led to a revision; raises InputError where it is no text."""
    before = [one for one in archive.revisions(revision.article) if one.number < revision.number]
    taken = revision_steps.told(archive, [*before, revision])
    if taken[-1][0] != revision:
        raise InputError(f"{revision.article}@{revision.number}: is no text: name another revision")
    return taken


def _print(origins: list[Origin], revision: Revision, form: str) -> None:
    if form == "json":
        rows = [origin.to_dict() for origin in origins]
        head = {"schema": "revtrack.blame/1", "article": revision.article, "revision": revision.to_dict()}
        output.write(output.json_text(head | {"claims": rows}))
        return
    from revtrack.report import history_text as report

    if form == "markdown":
        output.write_bytes(report.blame_markdown(origins, revision).encode())
    else:
        colour, width = output.has_colours(), output.width()
        output.write(report.blame_terminal(origins, revision, colour=colour, width=width))
