"""`revtrack verify`: whether the store still is as it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import revtrack
from revtrack.shell import completion, exit_codes, options, output
from revtrack.versions import phrases

if TYPE_CHECKING:
    from revtrack.model.archive_answers import Problem, Verification


@click.command("verify")
@click.argument("article", required=False, shell_complete=completion.articles)
@click.option("--anchor", metavar="FILE", help="Write what the archive is to FILE, or check that it still has that.")
@click.option("--witness", metavar="URL", default="", help="Have the anchor stamped by this authority (RFC 3161).")
@click.option("--authority", metavar="FILE", default="", help="The certificate that a time stamp is checked with.")
@options.formats("terminal", "json")
@options.store
def command(article: str | None, anchor: str | None, witness: str, authority: str, form: str, store: str | None) -> int:
    """Check every revision of ARTICLE, or of all articles, against what was recorded when it was added.

    Exits with 1 if anything is wrong: changed bytes, a missing revision, an index that differs from Git.

    An anchor is a short file that says what the archive is now: its last commit, how many revisions it has, and a
    digest of all. Keep it elsewhere, print it or sign it; run the same command later, and it says what is gone. A file
    that is there is never overwritten. Only --witness reaches the network, and shows the authority a digest alone.

    \b
    Examples:
      revtrack verify
      revtrack verify story --format json
      revtrack verify --anchor 2024-11-05.anchor
    """
    if anchor is None and (witness or authority):
        raise click.UsageError("--witness and --authority need --anchor FILE")
    archive = revtrack.open(store)
    found = archive.verify(article, anchor=anchor, witness=witness, authority=authority)
    output.warn_of_divergence(archive)
    if form == "json":
        output.write(output.json_text(found.to_dict()))
    else:
        output.write("\n".join([*map(_line, found.findings), *_anchored(found, anchor), _summary(found)]))
    return exit_codes.FOUND if found.errors else exit_codes.DONE


def _line(finding: Problem) -> str:
    from revtrack.report.escaping import visible

    where = " ".join(filter(None, [finding.article, f"({finding.commit[:10]})" if finding.commit else ""]))
    mark = "note" if finding.note else "wrong"
    return visible(f"{mark}: {where + ': ' if where else ''}{finding.what}")


def _anchored(found: Verification, file: str | None) -> list[str]:
    """What came of the anchor, and when a witness saw it."""
    if found.anchor is None:
        return []
    revisions = phrases.count(found.anchor.revisions, "revision")
    done = "written" if found.is_new else f"of {found.anchor.time}"
    seen = f", stamped {found.witnessed}" if found.witnessed else ""
    return [f"{file}: anchor {done}: {revisions} up to {found.anchor.tip[:10]}{seen}"]


def _summary(found: Verification) -> str:
    result = phrases.count(found.errors, "finding") if found.errors else "everything is as it was added"
    return f"{phrases.count(found.revisions, 'revision')} checked: {result}."
