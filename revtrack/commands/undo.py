"""`revtrack undo`: the last add is taken back, and that it was is recorded."""

from __future__ import annotations

import click

import revtrack
from revtrack.shell import exit_codes, options, output


@click.command("undo")
@click.option("--by", default="", metavar="NAME", help="Whose add to take back. [default: yours, as Git knows you]")
@click.option("-m", "--message", "note", default="", metavar="NOTE", help="Why.")
@options.store
def command(by: str, note: str, store: str | None) -> int:
    """Take back what you added last, if that was within the last hour.

    The article reads as before. Nothing is deleted: `revtrack log` lists what was taken back, and `revtrack show
    ARTICLE@COMMIT` prints it. Run again, it takes back the add before that; a name given or articles joined in that
    hour are taken back in the same way.

    \b
    Examples:
      revtrack undo
      revtrack undo -m "Wrong file"
    """
    from revtrack.report import act_lines

    archive = revtrack.open(store)
    output.write(act_lines.done(archive.undo(by=by, note=note)))
    output.warn_of_divergence(archive)
    return exit_codes.DONE
