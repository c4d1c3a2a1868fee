"""`revtrack note`: the notice that owns up to an edit, drafted in the house's formula."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

import revtrack
from revtrack.articles import times
from revtrack.commands import diff
from revtrack.gate import configuration, formulas
from revtrack.gate.house import FILES
from revtrack.model import Diff
from revtrack.report import notice_draft
from revtrack.shell import inputs, operands, options, output


@click.command("note")
@click.argument("article")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option("--style", type=click.Choice(formulas.styles()), help="A built-in formula, instead of the house's.")
@click.option("--date", "day", metavar="DATE", help="The day of the correction; by default today.")
@options.formats("text", "markdown", "json-ld", default="text")
@options.store
def command(
    article: str, old: str | None, new: str | None, style: str | None, day: str | None, form: str, store: str | None
) -> int:
    """Draft the notice that owns up to what changed in ARTICLE.

    Without OLD and NEW, between the last two revisions, or between the last commit and the file as it is. Two
    names of files are compared as files. Read the draft before you publish it.

    \b
    Examples:
      revtrack note story
      revtrack note story 1 2 --style guardian --date 2024-10-31
      revtrack note draft.txt final.txt --format json-ld
    """
    compared = _compared(article, old, new, store)
    own = _own() if style is None else {}
    formula = notice_draft.Formula(**formulas.formula(style or own.get("style", formulas.PLAIN), own))
    date = times.normalise(day)[:10] if day else datetime.now(UTC).date().isoformat()
    if not notice_draft.text(compared, formula, date):
        output.note("nothing to own up to: no claim changed but what is new, or what a notice names already")
    elif form == "json-ld":
        output.write(output.json_text(notice_draft.json_ld(compared, formula, date)))
    else:
        output.write(
            (notice_draft.markdown if form == "markdown" else notice_draft.text)(compared, formula, date) + "\n"
        )
    return 0


def _compared(article: str, old: str | None, new: str | None, store: str | None) -> Diff:
    if old and not new and operands.is_file(article) and operands.is_file(old):
        return revtrack.compare(inputs.text(article), inputs.text(old))
    return diff.revisions(article, old, new, store)


def _own() -> dict[str, str]:
    """The formula of the house rules nearest upwards from the current folder."""
    for folder in (Path.cwd(), *Path.cwd().parents):
        for name in FILES:
            if (folder / name).is_file():
                house = configuration.parse(inputs.text(str(folder / name)), name)
                if house:
                    return dict(house.notice)
        if (folder / ".git").exists():
            break
    return {}
