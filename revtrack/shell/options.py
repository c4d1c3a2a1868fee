"""Options that several commands share, defined once."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from revtrack.shell import completion
from revtrack.shell.output import Destination

Command = TypeVar("Command", bound=Callable[..., Any])

SUFFIXES = {
    "terminal": ".txt",
    "text": ".txt",
    "json": ".json",
    "markdown": ".md",
    "html": ".html",
    "csv": ".csv",
    "jsonl": ".jsonl",
    "parquet": ".parquet",
}
BY_SUFFIX = {".htm": "html", ".html": "html", ".json": "json", ".md": "markdown", ".markdown": "markdown"}


def _nearest(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    return value or ctx.find_root().params.get("store")


store: Callable[[Command], Command] = click.option(
    "--store", metavar="DIR", callback=_nearest, help="The store to use, instead of the nearest one."
)


def target(text: str = "Write to FILE; its suffix can set the format.") -> Callable[[Command], Command]:
    """`--output`: a file, but none that other programs would take for a format that is not written."""
    return click.option("-o", "--output", "target", metavar="FILE", callback=_writable, help=text)


def _writable(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    if value and _is_misleading(value):
        forms = next((one.type for one in ctx.command.params if one.name == "form"), None)
        names = forms.choices if isinstance(forms, click.Choice) else ("html",)
        *others, last = (SUFFIXES[name] for name in names)
        ending = f"{', '.join(others)} or {last}" if others else last
        raise click.UsageError(f"{value}: files of this format are not written: name one that ends in {ending}")
    return value


def _is_misleading(name: str) -> bool:
    """Whether a report under this name would be taken for what it is not, such as a PDF."""
    from revtrack.intake.documents import file_kinds

    return file_kinds.suffix(name) in file_kinds.REFUSED_OUTPUTS


def _processors(_: click.Context, __: click.Parameter, value: int | None) -> int:
    from revtrack import workers

    return value or workers.processors()


jobs: Callable[[Command], Command] = click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    callback=_processors,
    help="Processes that read what is new since the last time  [default: one a processor].",
)
opened: Callable[[Command], Command] = click.option(
    "--open", "opened", is_flag=True, help="Open the HTML report in the browser."
)

articles: Callable[[Command], Command] = click.option(
    "--article",
    "articles",
    metavar="ARTICLE",
    multiple=True,
    shell_complete=completion.articles,
    help="Only this article; may be repeated.",
)

as_type: Callable[[Command], Command] = click.option(
    "--as-type",
    "kind",
    type=click.Choice(("text", "markdown", "html", "docx", "odt", "rtf", "pdf")),
    help="What standard input, or else each file, is. [default: what it looks like]",
)


def _folder_address(_: click.Context, __: click.Parameter, value: str) -> str:
    return value and value.rstrip("/") + "/"


site: Callable[[Command], Command] = click.option(
    "--site",
    default="",
    metavar="URL",
    callback=_folder_address,
    help="Link the HTML page into the site that `revtrack site` wrote, at this address or path.",
)

since: Callable[[Command], Command] = click.option(
    "--since", metavar="TIME", help='Only revisions from then on: a date or time, yesterday, "7 days ago".'
)

until: Callable[[Command], Command] = click.option(
    "--until", metavar="TIME", help="Only revisions up to then, written like --since."
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
        help="Output format.",
        show_default=bool(default),
    )


def destination(*names: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """`--format`, one of the names, `--output` and `--open`; the command gets them as one `destination`."""

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def with_destination(form: str | None, target: str | None, opened: bool, **given: Any) -> int:
            return command(destination=_destination(names, form, target, opened), **given)

        return formats(*names, default=None)(target()(opened(with_destination)))

    return decorate


def _destination(names: tuple[str, ...], form: str | None, target: str | None, opened: bool) -> Destination:
    """The format asked for, else that of the file's suffix, else HTML to open or text; raises UsageError."""
    by_suffix = BY_SUFFIX.get(os.path.splitext(target or "")[1].lower())
    chosen = form or (by_suffix if by_suffix in names else None) or ("html" if opened else names[0])
    if opened and chosen != "html":
        raise click.UsageError("--open shows an HTML report: leave out --format, or use --format html")
    return Destination(chosen, target, opened)
