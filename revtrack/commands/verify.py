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
@options.formats("terminal", "json")
@options.store
def command(article: str | None, form: str, store: str | None) -> int:
    """Check every revision of ARTICLE, or of all articles, against what was recorded when it was added.

    Exits with 1 if anything is wrong: changed bytes, a missing revision, an index that differs from Git.

    \b
    Examples:
      revtrack verify
      revtrack verify story --format json
    """
    found = revtrack.open(store).verify(article)
    if form == "json":
        output.write(output.json_text(found.to_dict()))
    else:
        output.write("\n".join([*map(_line, found.findings), _summary(found)]))
    return exit_codes.FOUND if found.errors else exit_codes.DONE


def _line(finding: Problem) -> str:
    from revtrack.report.escaping import visible

    where = " ".join(filter(None, [finding.article, f"({finding.commit[:10]})" if finding.commit else ""]))
    mark = "note" if finding.note else "wrong"
    return visible(f"{mark}: {where + ': ' if where else ''}{finding.what}")


def _summary(found: Verification) -> str:
    result = phrases.count(found.errors, "finding") if found.errors else "everything is as it was added"
    return f"{phrases.count(found.revisions, 'revision')} checked: {result}."
