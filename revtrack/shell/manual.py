"""The manual page of the command line, in roff: what `--help` says of every command, on one page for `man`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from revtrack import __version__

_ENVIRONMENT = (
    ("REVTRACK_STORE", "The store to use, as with --store."),
    ("REVTRACK_PAGER, GIT_PAGER, PAGER", "The pager of long output on a terminal: the first that is set; cat is none."),
    ("NO_COLOR", "Print no colours."),
    ("COLUMNS", "The width to lay text out for."),
    ("REVTRACK_DEBUG", "Show where an unexpected error came from."),
)
_EXITS = (
    ("0", "Done, with or without changes."),
    ("1", "Changes, with --exit-code; findings of check and verify; records skipped by import and batch."),
    ("2", "Wrong usage, an unknown article or revision, unreadable input, or a failure."),
    ("130", "Stopped with Ctrl-C."),
)


def page(root: click.Context) -> str:
    """The manual page of a command line, from its context."""
    return "\n".join(_lines(root)) + "\n"


def _lines(root: click.Context) -> Iterator[str]:
    group = root.command
    assert isinstance(group, click.Group)
    yield f'.TH REVTRACK 1 "" "revtrack {__version__}" "User Commands"'
    summary, *rest = _paragraphs(group)
    yield from (".SH NAME", f"revtrack \\- {_escaped(summary[0].lower() + summary[1:].rstrip('.'))}")
    yield from (".SH SYNOPSIS", r".B revtrack", r"[\fIOPTIONS\fR] \fICOMMAND\fR [\fIARGS\fR]...")
    yield from (".SH DESCRIPTION", _escaped(summary), *_body(rest))
    yield from (".SH OPTIONS", *_options(group, root))
    yield ".SH COMMANDS"
    for name in group.list_commands(root):
        command = group.get_command(root, name)
        if command:
            yield from _command(command, root, f"revtrack {name}")
    for title, rows in (("EXIT STATUS", _EXITS), ("ENVIRONMENT", _ENVIRONMENT)):
        yield f".SH {title}"
        for term, meaning in rows:
            yield from (".TP", rf"\fB{_escaped(term)}\fR", _escaped(meaning))
    yield from (".SH SEE ALSO", r"\fBgit\fR(1)")


def _command(command: click.Command, root: click.Context, name: str) -> Iterator[str]:
    ctx = click.Context(command, info_name=name.removeprefix("revtrack "), parent=root)
    usage = " ".join(command.collect_usage_pieces(ctx))
    yield from (f".SS {_escaped(name)}", rf"\fB{_escaped(name)}\fR {_escaped(usage)}", *_body(_paragraphs(command)))
    yield from _options(command, ctx)
    if isinstance(command, click.Group):
        for below in command.list_commands(ctx):
            one = command.get_command(ctx, below)
            if one:
                yield from _command(one, ctx, f"{name} {below}")


def _paragraphs(command: click.Command) -> list[str]:
    """The paragraphs of a help text; those after `\\b` keep their lines."""
    return [part.strip("\n") for part in re.split(r"\n\s*\n", (command.help or "").strip()) if part.strip()]


def _body(paragraphs: list[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.lstrip().startswith("\b"):
            lines = paragraph.replace("\b", "").strip("\n").splitlines()
            yield from (".PP", ".nf", *map(_escaped, (line for line in lines if line.strip())), ".fi")
        else:
            yield from (".PP", _escaped(" ".join(paragraph.split())))


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record:
            yield from (".TP", rf"\fB{_escaped(record[0])}\fR", _escaped(" ".join(record[1].split())))


def _escaped(text: str) -> str:
    """Text as roff shows it; no line may begin with a control character."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain[:1] in ".'" else plain
