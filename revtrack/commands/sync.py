"""`revtrack sync`: two copies of a store that both grew have the revisions of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import revtrack
from revtrack.shell import exit_codes, options, output
from revtrack.versions import phrases

if TYPE_CHECKING:
    from revtrack.model.synced import Synced


@click.command("sync")
@click.argument("remote", required=False, default="")
@click.option("--unrelated", is_flag=True, help="Make one archive of two that share no revision.")
@click.option("--rewritten", is_flag=True, help="Merge even if the history of one copy was rewritten.")
@options.formats("terminal", "json")
@options.store
def command(remote: str, unrelated: bool, rewritten: bool, form: str, store: str | None) -> int:
    """Bring the store and another copy of it together; both then have every revision of both.

    REMOTE is a folder with a store or a bare Git repository, or an address such as git@host:news.git. By default it is
    the one named last time. Revisions are added on both sides, and none is rewritten or removed. It is safe to run
    again, and while others add.

    \b
    Examples:
      revtrack sync newsdesk --unrelated
      revtrack sync backup.git
    """
    found = revtrack.open(store).sync(remote, unrelated=unrelated, rewritten=rewritten)
    if form == "json":
        output.write(output.json_text(found.to_dict()))
        return exit_codes.DONE
    output.write(_line(found))
    if found.shared:
        some = ", ".join(found.shared[:3]) + (f" and {len(found.shared) - 3:,} more" if len(found.shared) > 3 else "")
        output.note(f"began in both copies under one name, and are one article now: {some}")
    return exit_codes.DONE


def _line(found: Synced) -> str:
    if not (found.received or found.sent or found.merged):
        return f"{found.remote}: both copies are the same"
    came, went = (phrases.count(count, "revision") for count in (found.received, found.sent))
    twice = f", {found.repeated:,} of them in both" if found.repeated else ""
    return f"{found.remote}: {came} received, {went} sent{twice}; both now end with {found.tip[:10]}"
