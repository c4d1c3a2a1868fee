"""`revtrack diff`: how the claims of an article changed between two of its revisions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from revtrack.archive import resolved_dates
from revtrack.archive.cache import Kept
from revtrack.commands import compare
from revtrack.shell import operands, options
from revtrack.shell.display import Display, display_options, show

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Diff, Revision

LATEST = "latest"


class _CountsBack(click.Command):
    """A command for which `-2` is a revision and no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f"@{arg}" if re.fullmatch(r"-\d+", arg) else arg for arg in args])


@click.command("diff", cls=_CountsBack)
@click.argument("article")
@click.argument("old", required=False)
@click.argument("new", required=False)
@options.store
@display_options
def command(article: str, old: str | None, new: str | None, store: str | None, display: Display) -> int:
    """Show how claims changed between two revisions of ARTICLE.

    Without OLD and NEW, the last two; with OLD alone, OLD and the latest. A revision is a number (-1 is the
    latest, -2 the one before it), first, latest, a date or time (the version in force then), or a commit id.
    Two names of files are compared as files.

    \b
    Examples:
      revtrack diff story
      revtrack diff story 1 latest --words
      revtrack diff story first --kind figure --format json
    """
    if old and not new and operands.is_file(article) and operands.is_file(old):
        return compare.files(article, old, display)
    return show(revisions(article, old, new, store), display)


def revisions(article: str, old: str | None, new: str | None, store: str | None) -> Diff:
    """The diff of two revisions of an article; raises RevtrackError."""
    archive = operands.archive(store)
    return _between(archive, *_pair(archive, operands.article(archive, article), old, new))


def _between(archive: RevisionSource, old: Revision, new: Revision) -> Diff:
    """What differs between two revisions; raises InputError where one is no text."""
    known = Kept(archive)
    texts = archive.read_many((old, new))
    before = known.claims(old.blob, operands.decoded(old, next(texts)))
    after = known.claims(new.blob, operands.decoded(new, next(texts)), before)
    diff = known.diff(old.blob, new.blob, before, after)
    known.flush()
    return resolved_dates.dated_diff(replace(diff, old=old, new=new))


def _pair(archive: RevisionSource, article: str, old: str | None, new: str | None) -> tuple[Revision, Revision]:
    """The two revisions meant; raises UnknownError."""
    if old is None:
        return archive.default_pair(article)
    before, after = (archive.find_revision(article, operand.removeprefix("@")) for operand in (old, new or LATEST))
    return before, after
