"""What somebody may have meant who mistyped a command or an option."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import click

# What people used to Git, or to a shell, try first.
_ELSEWHERE = {
    "status": "check",
    "ls": "list",
    "cat": "show",
    "find": "search",
    "grep": "search",
    "commit": "add",
    "changes": "diff",
    "summary": "digest",
    "html": "report",
}


def command(name: str, known: Iterable[str]) -> str:
    """A message about a command that does not exist, with the nearest ones."""
    if name == "help":
        return "No such command 'help'. Add --help to a command: revtrack diff --help"
    names = list(known)
    near = [_ELSEWHERE[name]] if name in _ELSEWHERE else []
    near = near or [one for one in names if len(name) > 1 and one.startswith(name)]
    near = near or get_close_matches(name.lower(), names, n=2, cutoff=0.6)
    return f"No such command '{name}'{_did_you_mean(near)}"


def option(error: click.NoSuchOption) -> str:
    """A message about an option that does not exist, with the nearest ones, or `--format` for the name of a format."""
    name = error.option_name
    value = name.lstrip("-")
    params = error.ctx.command.params if error.ctx else []
    lists = ((one, one.type.choices) for one in params if isinstance(one.type, click.Choice))
    near = [f"{max(one.opts, key=len)} {value}" for one, choices in lists if value in choices]
    return f"No such option '{name}'{_did_you_mean(near or list(error.possibilities or ())[:2])}"


def _did_you_mean(near: list[str]) -> str:
    *others, last = [f"'{one}'" for one in near] or [""]
    return f". Did you mean {', '.join(others)}{' or ' if others else ''}{last}?" if last else ""
