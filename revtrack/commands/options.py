"""Options that several commands share, defined once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def _nearest(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    return value or ctx.find_root().params.get("store")


store: Callable[[Command], Command] = click.option(
    "--store", metavar="DIR", callback=_nearest, help="The store to use, instead of the nearest one."
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
        "--format", "form", type=click.Choice(names), default=default, help="How to print it.",
        show_default=bool(default),
    )  # fmt: skip
