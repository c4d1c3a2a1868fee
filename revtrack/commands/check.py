"""`revtrack check`: what an edit does to the claims of published articles, and whether the house lets it pass."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from revtrack.archive import house_file
from revtrack.errors import InputError, UnknownError
from revtrack.gate.house import BUILT_IN, FILES, House
from revtrack.repositories.staged_edits import StagedEdits
from revtrack.shell import options, output

if TYPE_CHECKING:
    from revtrack.archive.check_run import Checked
    from revtrack.gate.trailers import Trailer
    from revtrack.report.annotations import Outcome

FOUND, FAILED = 1, 2
FORMATS = ("text", "json", "sarif", "github", "markdown")


class Asked(NamedTuple):
    """What the user asked for."""

    paths: tuple[str, ...]
    old: str | None
    new: str | None
    amend: bool
    message: str | None
    fail_on: Any
    config: str | None
    branch: str | None
    form: str
    summary: str | None
    advise: bool
    show_all: bool
    quiet: bool
    show_config: bool


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--from", "old", metavar="REV", envvar="PRE_COMMIT_FROM_REF", help="Check what changed since REV parted.")
@click.option("--to", "new", metavar="REV", envvar="PRE_COMMIT_TO_REF", help="Up to REV; by default HEAD.")
@click.option("--amend", is_flag=True, help="Compare with the commit before the last, which is being amended.")
@click.option("--commit-msg", "message", metavar="FILE", help="Take Accept-Change trailers from this message.")
@click.option("--fail-on", type=click.Choice(("high", "medium", "low", "never")), help="The least severity that stops.")
@click.option("--config", metavar="FILE", help="House rules, instead of those in the repository.")
@click.option("--branch", metavar="NAME", help="The branch the edit is for, instead of the one checked out.")
@options.formats(*FORMATS, default="text")
@click.option("--summary", metavar="FILE", help="Write a summary in Markdown there as well.")
@click.option("--advice", "advise", is_flag=True, help="List quotations and sources without a name, in new copy too.")
@click.option("--all", "show_all", is_flag=True, help="List what was owned up to as well.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing where nothing is found.")
@click.option("--show-config", is_flag=True, help="Say what applies to each PATH, and why; check nothing.")
def command(**given: Any) -> int:
    """Check what is about to be committed against the house rules.

    Compares HEAD with the index, in the folders and files named, or everywhere. A changed figure, date,
    quotation, source, name or degree of certainty of a published article is a finding, until the article or
    the commit message owns up to it. Exits with 1 if a finding stops the edit.

    \b
    Examples:
      revtrack check
      revtrack check news --fail-on medium
      revtrack check --from HEAD --to HEAD --format sarif
      revtrack check --show-config news/ferry.md
    """
    asked = Asked(**given)
    desk = StagedEdits(Path.cwd(), os.environ.get("GIT_INDEX_FILE", ""))
    house = _house(desk, asked)
    paths = tuple(_path(desk, name) for name in asked.paths)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if asked.show_config:
        from revtrack.archive.rules_in_force import show

        return show(desk, house, paths, asked.branch, now)
    from revtrack.archive.check_run import Check

    run = Check(desk, house, now, asked.branch, paths, asked.advise)
    if asked.old:
        checked = run.run([desk.between(asked.old, asked.new or "HEAD")])
    elif asked.new:
        raise InputError("--to needs a commit to compare with: give --from as well")
    else:
        checked = run.run(desk.staged(amend=asked.amend))
    return _told(_with_trailers(desk, checked, asked, house), len(checked), asked)


def _house(desk: StagedEdits, asked: Asked) -> House:
    """The house rules of the version that is checked, never those of the work tree; raises InputError."""
    if asked.config:
        from revtrack.shell import inputs

        house = house_file.parse_file(inputs.read(asked.config), asked.config)
        if house is None:
            raise InputError(f"{asked.config}: has no table [tool.revtrack]: write one, or name another file")
    else:
        house = _committed(desk, f"{desk.commit(asked.new or 'HEAD')}:" if asked.old else ":")
    return house.with_fail_on(asked.fail_on) if asked.fail_on else house


def _committed(desk: StagedEdits, side: str) -> House:
    house = house_file.parse(lambda name: desk.read(f"{side}{name}"))
    if house.source == BUILT_IN and side == ":" and os.path.exists(desk.top / FILES[0]):
        output.note(f"revtrack: {FILES[0]} does not apply yet: stage it with `git add {FILES[0]}`")
    return house


def _path(desk: StagedEdits, name: str) -> str:
    """A path asked for, from the top of the repository; raises UnknownError where there is no such file."""
    path = desk.path(name)
    if not os.path.lexists(desk.top / path) and not desk.tracks(path):
        raise UnknownError(f"{name}: no such file or folder: check the name")
    return path


def _with_trailers(desk: StagedEdits, checked: list[Checked], asked: Asked, house: House) -> list[Checked]:
    """The articles with what trailers accept settled, and last the message itself where its trailers are at fault."""
    if "trailer" not in house.accepts or not (asked.message or asked.old):
        return checked
    from revtrack.gate import check, trailers

    found = _trailers(desk, asked)
    settled = [
        one._replace(findings=tuple(check.without_idle_reminder(trailers.settled(one.findings, found))))
        for one in checked
    ]
    if asked.message and checked:
        own = trailers.faults((finding for one in checked for finding in one.findings), found, asked.message)
        settled.append(checked[0]._replace(path=asked.message, findings=tuple(own)))
    return settled


def _trailers(desk: StagedEdits, asked: Asked) -> list[Trailer]:
    from revtrack.gate import trailers

    if asked.message:
        from revtrack.shell import inputs

        return trailers.find(inputs.read(asked.message).decode("utf-8", "replace"))
    messages = desk.messages(asked.old or "", asked.new or "HEAD")
    return [trailer for message, files in messages for trailer in trailers.find(message, files)]


def _told(checked: list[Checked], articles: int, asked: Asked) -> int:
    """Print the findings as asked and give the exit code."""
    from revtrack.gate import check
    from revtrack.report import annotations

    errors = [one.error for one in checked if one.error]
    found = [finding for one in checked for finding in one.findings]
    stopping = sum(len(check.stopping(one.findings, one.policy)) for one in checked)
    outcome = annotations.Outcome(tuple(found), articles, stopping, asked.show_all)
    if not (asked.quiet and asked.form == "text" and not outcome.shown):
        _print(outcome, asked.form)
    if asked.summary:
        output.write_file(asked.summary, annotations.markdown(outcome))
    for error in errors:
        output.complain(f"error: {error}")
    if stopping and asked.message:
        output.note(f"Your message is kept: after mending, commit with `git commit -e -F {asked.message}`")
    return FAILED if errors else FOUND if stopping else 0


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
