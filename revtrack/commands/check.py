"""`revtrack check`: what an edit does to the claims of published articles, and whether the house rules allow it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from revtrack.archive.check_run import CheckRun, Scope
from revtrack.gate.house import FailOn
from revtrack.shell import exit_codes, options, output

if TYPE_CHECKING:
    from revtrack.archive.check_run import CheckResult
    from revtrack.report.annotations import Outcome

FORMATS = ("text", "json", "sarif", "github", "markdown")


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--from",
    "old",
    metavar="REV",
    envvar="PRE_COMMIT_FROM_REF",
    help="Compare with the merge base of REV (default: index against HEAD).",
)
@click.option("--to", "new", metavar="REV", envvar="PRE_COMMIT_TO_REF", help="With --from: up to REV. [default: HEAD]")
@click.option("--amend", is_flag=True, help="Compare with the parent of the last commit, which is being amended.")
@click.option("--committing", metavar="PID", type=int, hidden=True, help="The `git commit` that runs the hook.")
@click.option("--commit-msg", "message", metavar="FILE", help="Take Accept-Change trailers from this message.")
@click.option("--fail-on", type=click.Choice(get_args(FailOn)), help="Block on findings of this severity or higher.")
@click.option("--config", metavar="FILE", help="House rules, instead of those in the repository.")
@click.option("--branch", metavar="NAME", help="The branch the edit is for, instead of the one checked out.")
@options.formats(*FORMATS, default="text")
@click.option("--summary", metavar="FILE", help="Also write a summary in Markdown to FILE.")
@click.option("--advice", is_flag=True, help="Also list quotations and sources without a name, in new articles too.")
@click.option("--all", "show_all", is_flag=True, help="Also list findings already acknowledged.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing when there are no findings.")
@click.option("--show-config", is_flag=True, help="Show which rules apply to each PATH, and why; check nothing.")
def command(
    form: str, summary: str | None, advice: bool, show_all: bool, quiet: bool, show_config: bool, **scope: Any
) -> int:
    """Check what is about to be committed against the house rules.

    Compares HEAD with the index, in the files and folders named, or everywhere. A changed figure, date,
    quotation, source, name, degree of certainty or statement in a published article is a finding, unless the
    article or the commit message acknowledges it. Exits with 1 if a finding blocks the edit.

    \b
    Examples:
      revtrack check
      revtrack check news --fail-on medium
      revtrack check --from HEAD --to HEAD --format sarif
      revtrack check --show-config news/ferry.md
    """
    run = CheckRun(Scope(Path.cwd(), **scope))
    if show_config:
        from revtrack.archive import rules_in_force

        _note(run.notes)
        output.write("\n".join(rules_in_force.lines(run)) + "\n")
        return exit_codes.DONE
    result = run.result(advice=advice)
    _note(result.notes)
    return _reported(result, form, summary, show_all, quiet, scope["message"])


def _note(notes: list[str] | tuple[str, ...]) -> None:
    for note in notes:
        output.note(f"revtrack: {note}")


def _reported(
    result: CheckResult, form: str, summary: str | None, show_all: bool, quiet: bool, message: str | None
) -> int:
    """Print the findings as asked and give the exit code."""
    from revtrack.report import annotations

    outcome = annotations.Outcome(
        result.findings, result.articles, result.stopping, show_all, rewordings=result.rewordings
    )
    if not (quiet and form == "text" and not outcome.shown):
        _print(outcome, form)
    if summary:
        output.write_file(summary, annotations.markdown(outcome))
    for error in result.errors:
        output.complain(f"error: {error}")
    if result.stopping and message:
        output.note(f"Your message is kept: after fixing, commit with `git commit -e -F {message}`")
    if result.errors:
        return exit_codes.FAILED
    return exit_codes.FOUND if result.stopping else exit_codes.DONE


def _print(outcome: Outcome, form: str) -> None:
    from revtrack.report import annotations

    if form == "json":
        output.write(output.json_text(annotations.document(outcome)))
    elif form == "sarif":
        from revtrack import __version__
        from revtrack.gate.rules import rules
        from revtrack.report import sarif

        output.write(output.json_text(sarif.document(outcome, rules().values(), __version__)))
    elif form == "markdown":
        output.write_bytes(annotations.markdown(outcome).encode())
    else:
        output.write(annotations.github(outcome) if form == "github" else annotations.text(outcome))
