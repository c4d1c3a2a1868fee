"""`revtrack note`: a correction notice for an edit, drafted in the house's wording."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from revtrack.archive import house_notice
from revtrack.articles import times
from revtrack.gate import formulas
from revtrack.model import Diff
from revtrack.report import notice_draft
from revtrack.shell import completion, exit_codes, file_operands, options, output
from revtrack.versions import phrases


@click.command("note")
@click.argument("article", shell_complete=completion.articles)
@click.argument("old", required=False, shell_complete=completion.revisions)
@click.argument("new", required=False, shell_complete=completion.revisions)
@click.option("--style", type=click.Choice(formulas.styles()), help="A built-in style, instead of the house's.")
@click.option("--date", "day", metavar="DATE", help="The day of the correction. [default: today]")
@click.option("--change", "number", type=click.IntRange(min=1), metavar="N", help="Only the Nth change of the diff.")
@options.formats("text", "markdown", "json-ld", default="text")
@options.store
def command(
    article: str,
    old: str | None,
    new: str | None,
    style: str | None,
    day: str | None,
    number: int | None,
    form: str,
    store: str | None,
) -> int:
    """Draft a correction notice for what changed in ARTICLE.

    Without OLD and NEW, between the last two revisions, or between the last commit and the file as it is. Two file
    names are compared as files. Read the draft before you publish it.

    \b
    Examples:
      revtrack note story
      revtrack note story 1 2 --style guardian --date 2024-10-31
      revtrack note story 1 2 --change 1
      revtrack note draft.txt final.txt --format json-ld
    """
    diff = _only(file_operands.diff(article, old, new, store), number)
    formula = notice_draft.Formula(**house_notice.formula(style, Path.cwd()))
    date = times.normalise(day)[:10] if day else datetime.now(UTC).date().isoformat()
    if not notice_draft.text(diff, formula, date):
        output.note("nothing to correct: claims were only added, or a notice already covers what changed")
    elif form == "json-ld":
        output.write(output.json_text(notice_draft.json_ld(diff, formula, date)))
    else:
        draft = notice_draft.markdown if form == "markdown" else notice_draft.text
        output.write(draft(diff, formula, date) + "\n")
    return exit_codes.DONE


def _only(diff: Diff, number: int | None) -> Diff:
    """The diff with the one change that a notice is wanted for, whatever other notices say of it."""
    if number is None:
        return diff
    if number > len(diff.changes):
        found = phrases.count(len(diff.changes), "change")
        raise click.BadParameter(f"the diff has {found}", param_hint="--change")
    return replace(diff, changes=(replace(diff.changes[number - 1], acknowledged=False),))
