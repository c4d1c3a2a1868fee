"""Options that several commands share, defined once."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource

Command = TypeVar("Command", bound=Callable[..., Any])

BY_SUFFIX = {".htm": "html", ".html": "html", ".json": "json"}


def _nearest(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    return value or ctx.find_root().params.get("store")


store: Callable[[Command], Command] = click.option(
    "--store", metavar="DIR", callback=_nearest, help="The store to use, instead of the nearest one."
)

target: Callable[[Command], Command] = click.option(
    "-o", "--output", "target", metavar="FILE", help="Write there; its suffix can give the format."
)

opened: Callable[[Command], Command] = click.option(
    "--open", "opened", is_flag=True, help="Open the HTML report in the browser."
)


def kinds(*names: str) -> Callable[[Command], Command]:
    """`--kind`, which may be given several times."""
    return click.option(
        "--kind", "kinds", type=click.Choice(names), multiple=True, help="Only this kind; may be repeated."
    )


def formats(*names: str, default: str | None = "terminal") -> Callable[[Command], Command]:
    """`--format`, one of the names."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=default,
        help="How to print it.",
        show_default=bool(default),
    )


def form(asked: str | None, target: str | None, *, opened: bool) -> str:
    """The format asked for, else that of the file to write, else HTML to open or text; raises UsageError."""
    chosen = asked or BY_SUFFIX.get(os.path.splitext(target or "")[1].lower(), "html" if opened else "terminal")
    if opened and chosen != "html":
        raise click.UsageError("--open shows an HTML report: leave --format out, or write --format html")
    return chosen


def period(command: Command) -> Command:
    """`--since` and `--until`, which `times` reads."""
    last = click.option("--until", metavar="TIME", help="Only revisions of this date or time and earlier.")
    return click.option("--since", metavar="TIME", help="Only revisions of this date or time and later.")(last(command))


def times(since: str | None, until: str | None) -> tuple[str, str]:
    """What `--since` and `--until` stand for, empty where they are not given; raises InputError, UsageError."""
    from revtrack.articles import times as written

    first = written.normalise(since) if since else ""
    last = written.normalise(until, end_of_day=True) if until else ""
    if first and last and last < first:
        raise click.UsageError(f"--until {until} is before --since {since}: exchange them")
    return first, last


articles: Callable[[Command], Command] = click.option(
    "--article", "articles", metavar="ARTICLE", multiple=True, help="Only this article; may be repeated."
)


def named(archive: RevisionSource, names: tuple[str, ...]) -> tuple[str, ...]:
    """The articles that `--article` stands for; raises UnknownError."""
    from revtrack.shell import operands

    return tuple(operands.article(archive, name) for name in names)
