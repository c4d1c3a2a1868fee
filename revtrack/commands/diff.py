"""`revtrack diff`: how the claims of an article changed between two of its revisions."""

from __future__ import annotations

import click

from revtrack.archive import files
from revtrack.shell import completion, file_operands, options
from revtrack.shell.display import Display, display_options, show, show_revisions


def _is_count(arg: str) -> bool:
    return arg[:1] == "-" and arg[1:].isdecimal()


class _CountsBack(click.Command):
    """A command for which `-2` is a revision, not an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f"@{arg}" if _is_count(arg) else arg for arg in args])


@click.command("diff", cls=_CountsBack)
@click.argument("article", shell_complete=completion.articles)
@click.argument("old", required=False, shell_complete=completion.revisions)
@click.argument("new", required=False, shell_complete=completion.revisions)
@options.store
@display_options
def command(article: str, old: str | None, new: str | None, store: str | None, display: Display) -> int:
    """Show how claims changed between two revisions of ARTICLE.

    Without OLD and NEW, the last two; with OLD alone, OLD and the latest. A revision is a number (-1 is the
    latest, -2 the one before it), first, latest, a date or time (the version in force then), or a commit id.
    Two file names are compared as files.

    \b
    Examples:
      revtrack diff story
      revtrack diff story 1 latest --words
      revtrack diff story@1 story@2
      revtrack diff story first --kind figure --format json
    """
    old, new = (operand and operand.removeprefix("@") for operand in (old, new))
    if file_operands.are_files(article, old, new):
        names = (files.name(article), files.name(old or ""))
        return show(file_operands.compared(article, old or ""), display, names)
    return show_revisions(*file_operands.revisions(article, old, new, store), display)
