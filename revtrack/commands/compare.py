"""`revtrack compare`: the diff of two files, or of the two versions in a document with tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

import revtrack
from revtrack.archive import files
from revtrack.shell import file_operands, options
from revtrack.shell.display import Display, display_options, show

if TYPE_CHECKING:
    from revtrack.intake.documents import Kind

VERSIONS = ("original", "accepted")


class _BareTracked(click.Command):
    """A command whose `--tracked` needs no value, also in front of a file: bare, it means both versions."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        following = [*args[1:], ""]
        return super().parse_args(
            ctx,
            [
                "--tracked=both" if arg == "--tracked" and after not in VERSIONS else arg
                for arg, after in zip(args, following, strict=True)
            ],
        )


@click.command("compare", cls=_BareTracked)
@click.argument("old_file")
@click.argument("new_file", required=False)
@options.as_type
@click.option(
    "--tracked",
    type=click.Choice((*VERSIONS, "both")),
    metavar="[original|accepted]",
    help="Read documents with their tracked changes rejected or accepted (default); alone, compare these two"
    " versions of one document.",
)
@display_options
def command(
    old_file: str,
    new_file: str | None,
    kind: Kind | None,
    tracked: Literal["original", "accepted", "both"] | None,
    display: Display,
) -> int:
    """Show how claims changed between two files.

    A file is plain text, Markdown, a web page (.html), a Word document (.docx), .odt, .rtf or .pdf. One of the two
    may be - for standard input. A document with tracked changes can be compared with itself: its original version
    with the one in which all changes are accepted.

    \b
    Examples:
      revtrack compare draft.txt final.txt
      revtrack compare draft.docx published.html
      revtrack compare --tracked story.docx
      revtrack compare draft.txt final.txt --format html -o changes.html
    """
    if tracked == "both":
        if new_file:
            raise click.UsageError("--tracked without a value compares one document with itself: leave out NEW_FILE")
        name = files.name(old_file)
        diff = revtrack.compare(*files.tracked_pair(old_file, kind=kind))
        return show(diff, display, (f"{name}, original", f"{name}, changes accepted"))
    if not new_file:
        raise click.UsageError("Missing argument 'NEW_FILE'")
    diff = file_operands.compared(old_file, new_file, kind, tracked or "accepted")
    return show(diff, display, (files.name(old_file), files.name(new_file)))
