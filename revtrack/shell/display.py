"""How `diff` and `compare` show a diff: which changes, in which format, and where to.

What a filter leaves out is counted, never silent: a revision does not look unchanged because of `--kind`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, get_args

import click

from revtrack.model import Change, Diff, Kind, Notice, Severity
from revtrack.shell import options, output

CHANGED = 1
FORMATS = ("terminal", "json", "markdown", "html")
BY_SUFFIX = {".htm": "html", ".html": "html", ".json": "json", ".md": "markdown", ".markdown": "markdown"}
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Display:
    """What the user asked to see of a diff."""

    kinds: tuple[Kind, ...] = ()
    least: Severity | None = None
    words: bool = False
    show_all: bool = False
    exit_code: bool = False
    form: str = "terminal"
    target: str | None = None
    opened: bool = False

    def wants(self, change: Change) -> bool:
        """Whether a change is of a kind and a severity asked for."""
        grave = self.least is None or SEVERITIES.index(change.severity) <= SEVERITIES.index(self.least)
        return grave and (not self.kinds or change.kind in self.kinds)


def display_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of a diff; it gets them as one `display`."""

    @wraps(command)
    def with_display(*operands: Any, form: str | None, target: str | None, opened: bool, **given: Any) -> int:
        suffix = os.path.splitext(target or "")[1].lower()
        by_default = BY_SUFFIX.get(suffix, "html" if opened else "terminal")
        if opened and (form or by_default) != "html":
            raise click.UsageError("--open shows an HTML report: leave --format out, or write --format html")
        fields = {name: given.pop(name) for name in ("kinds", "least", "words", "show_all", "exit_code")}
        display = Display(**fields, form=form or by_default, target=target, opened=opened)
        return command(*operands, display=display, **given)

    for option in reversed(_OPTIONS):
        with_display = option(with_display)
    return with_display


_OPTIONS = (
    options.kinds(*get_args(Kind)),
    click.option("--min-severity", "least", type=click.Choice(SEVERITIES), help="Only changes at least this serious."),
    click.option("--words", is_flag=True, help="Show the text as well, with word marks."),
    click.option("--all", "show_all", is_flag=True, help="Show lines that give the time of publication as well."),
    click.option("--exit-code", is_flag=True, help="Exit with 1 if a change is shown."),
    options.formats(*FORMATS, default=None),
    click.option("-o", "--output", "target", metavar="FILE", help="Write there; its suffix can give the format."),
    options.opened,
)


def show(diff: Diff, display: Display, names: tuple[str, str] = ("", "")) -> int:
    """Print a diff, of files with their names, as asked and give the exit code."""
    part = narrowed(diff, display)
    text = _rendered(part, display, len(diff.changes) - len(part.changes), names)
    if display.target or display.opened:
        output.write_report(display.target, text, opened=display.opened)
    elif display.form in ("html", "markdown"):
        output.write_bytes(text.encode())
    else:
        output.write(text)
    return CHANGED if display.exit_code and part.changes else 0


def narrowed(diff: Diff, display: Display) -> Diff:
    """The diff with only the changes asked for; its notices point to those that are left."""
    kept = [index for index, change in enumerate(diff.changes) if display.wants(change)]
    place = {index: position for position, index in enumerate(kept)}
    return replace(
        diff,
        changes=tuple(diff.changes[index] for index in kept),
        notices=tuple(_repointed(notice, place) for notice in diff.notices),
    )


def _repointed(notice: Notice, place: dict[int, int]) -> Notice:
    return replace(notice, changes=tuple(place[index] for index in notice.changes if index in place))


def _rendered(diff: Diff, display: Display, left_out: int, names: tuple[str, str]) -> str:
    if display.form == "json":
        return output.json_text((diff if display.show_all else replace(diff, furniture=())).to_dict())
    if display.form == "markdown":
        from revtrack.report import markdown

        return markdown.diff(diff, left_out=left_out)
    if display.form == "html":
        from revtrack.report import html

        return html.diff(diff, left_out=left_out, names=names)
    from revtrack.report import terminal

    return terminal.diff(
        diff,
        colour=output.has_colours() and not display.target,
        width=output.width(),
        words=display.words,
        show_all=display.show_all,
        left_out=left_out,
    )
