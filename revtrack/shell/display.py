"""How `diff` and `compare` show a diff: which changes, in which format, and where.

Changes left out by a filter are counted: a revision does not look unchanged because of `--kind`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import click

from revtrack.model import SEVERITIES, Change, Diff, Kind, Notice, Revision, Severity
from revtrack.model.record import replace
from revtrack.shell import exit_codes, options, output
from revtrack.shell.output import Destination

if TYPE_CHECKING:
    from revtrack.archive.archive import Archive

FORMATS = ("terminal", "json", "markdown", "html")


class Display(NamedTuple):
    """What the user asked to see of a diff."""

    kinds: tuple[Kind, ...] = ()
    least: Severity | None = None
    words: bool = False
    show_all: bool = False
    exit_code: bool = False
    destination: Destination = Destination()

    def wants(self, change: Change) -> bool:
        """Whether a change is of a kind and a severity asked for."""
        grave = self.least is None or SEVERITIES.index(change.severity) <= SEVERITIES.index(self.least)
        return grave and (not self.kinds or change.kind in self.kinds)

    def wanted(self, diff: Diff) -> frozenset[int]:
        """The indices of the changes asked for."""
        return frozenset(index for index, change in enumerate(diff.changes) if self.wants(change))


def display_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of a diff, which it gets as one `display`."""

    @wraps(command)
    def with_display(**given: Any) -> int:
        names = ("kinds", "least", "words", "show_all", "exit_code", "destination")
        display = Display(**{name: given.pop(name) for name in names})
        return command(display=display, **given)

    for option in reversed(_OPTIONS):
        with_display = option(with_display)
    return with_display


_OPTIONS = (
    options.kinds(*get_args(Kind)),
    click.option("--min-severity", "least", type=click.Choice(SEVERITIES), help="Only changes at least this serious."),
    click.option("--words", is_flag=True, help="Also show the text, with changed words marked."),
    click.option("--all", "show_all", is_flag=True, help="Also show reworded sentences and lines of publication time."),
    click.option("--exit-code", is_flag=True, help="Exit with 1 if any change is shown."),
    options.destination(*FORMATS),
)


def show(diff: Diff, display: Display, names: tuple[str, str] = ("", "")) -> int:
    """Print a diff, of files with their names, as asked and give the exit code."""
    shown = display.wanted(diff)
    display.destination.deliver(_rendered(diff, shown, display, names))
    return _exit_code(display, bool(shown))


def show_revisions(archive: Archive, pair: tuple[Revision, Revision], display: Display) -> int:
    """Print the diff of two revisions as asked, as it was kept if it was for a person, and give the exit code."""
    old, new = pair
    if display.destination.form != "terminal":
        return show(archive.diff(old.article, old, new), display)
    from revtrack.archive import kept_reports

    asked = repr((*display[:4], display.destination.has_colours, output.width()))
    kept = kept_reports.of(archive.source, old, new, asked)
    if kept is None:
        diff = archive.diff(old.article, old, new)
        shown = display.wanted(diff)
        kept = _rendered(diff, shown, display, ("", "")), bool(shown)
        kept_reports.keep(archive.source, old, new, asked, *kept)
    text, found = kept
    display.destination.deliver(text)
    return _exit_code(display, found)


def _exit_code(display: Display, found: bool) -> int:
    return exit_codes.FOUND if display.exit_code and found else exit_codes.DONE


def narrowed(diff: Diff, display: Display) -> Diff:
    """The diff with only the changes asked for; its notices point to those that are left."""
    place = {index: position for position, index in enumerate(sorted(display.wanted(diff)))}
    return replace(
        diff,
        changes=tuple(diff.changes[index] for index in place),
        notices=tuple(_repointed(notice, place) for notice in diff.notices),
    )


def _repointed(notice: Notice, place: dict[int, int]) -> Notice:
    return replace(notice, changes=tuple(place[index] for index in notice.changes if index in place))


def _rendered(diff: Diff, shown: Collection[int], display: Display, names: tuple[str, str]) -> str:
    if display.destination.form == "json":
        part = narrowed(diff, display)
        return output.json_text((part if display.show_all else replace(part, furniture=())).to_dict())
    if display.destination.form == "markdown":
        from revtrack.report import markdown

        return markdown.diff(diff, shown=shown, names=names)
    if display.destination.form == "html":
        from revtrack.report import html

        return html.diff(diff, shown=shown, names=names)
    from revtrack.report import terminal

    return terminal.diff(
        diff,
        colour=display.destination.has_colours,
        width=output.width(),
        words=display.words,
        show_all=display.show_all or "statement" in display.kinds,
        shown=shown,
        names=names,
    )
