"""How a command ends: the exit codes, and what is said of each error. This page is the whole policy.

| code | meaning |
| --- | --- |
| 0 | done, with or without changes, also where nothing was found |
| 1 | what was asked about was found: changes, with --exit-code; findings of `check`, `verify`; records skipped |
| 2 | not done: usage, unknown article or revision, unreadable input, a store or file that fails, a bug |
| 130 | stopped by Ctrl-C |

An expected error (`revtrack.errors`, or one of the system) is one line on standard error: what, why, what to do next.
Any other is a bug: a log without texts is written (`fault_log`), and the line says where it is and how to report it.
With REVTRACK_DEBUG=1 its traceback is shown instead. One bad text among many ends no command: it is named, the others
go on, and the code is 1. What was acknowledged before an error stays; nothing is left half-written.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence

import click

from revtrack.errors import RevtrackError
from revtrack.shell import output

DONE = 0
FOUND = 1
"""Changes, with --exit-code; findings of `check` and `verify`; records skipped by `import` and `batch`."""
FAILED = 2
STOPPED = 130


def is_bug(error: Exception) -> bool:
    """Whether an error is one that nobody foresaw."""
    foreseen = RevtrackError | click.ClickException | click.Abort | UnicodeEncodeError | MemoryError
    return not isinstance(error, foreseen) and not (isinstance(error, OSError) and error.strerror)


def after(error: Exception, arguments: Sequence[str], commands: Collection[str]) -> int:
    """Say in one line what went wrong in a command line; the exit code."""
    if isinstance(error, click.Abort):
        output.complain("stopped")
        return STOPPED
    output.complain(_bug(error, arguments, commands) if is_bug(error) else f"error: {_line(error)}")
    return FAILED


def _line(error: Exception) -> str:
    """An expected error in the words of a person."""
    match error:
        case click.NoSuchOption():
            from revtrack.shell import suggestions

            return f"{suggestions.option(error)} (see '{_command(error)} --help')"
        case click.UsageError():
            return f"{error.format_message().rstrip('.')} (see '{_command(error)} --help')"
        case click.ClickException():
            return error.format_message()
        case UnicodeEncodeError():
            return f"{error.object!r}: has bytes that are not UTF-8: encode it as UTF-8"
        case MemoryError():
            return "not enough memory: close other programs, or give fewer or smaller files"
        case OSError():
            where = error.filename or "standard output"
            return f"{where}: {error.strerror}: check the path, its permissions and the free space"
    return str(error)


def _command(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "revtrack"


def _bug(error: Exception, arguments: Sequence[str], commands: Collection[str]) -> str:
    from revtrack.shell import fault_log

    path = fault_log.written(error, arguments, commands)
    attached = f"{path}, which holds no text of yours" if path else "the output of REVTRACK_DEBUG=1"
    said = f": {error}" if str(error) else ""
    return f"unexpected error: {type(error).__name__}{said}: please report it{fault_log.where()} with {attached}"


def shows_traceback(error: Exception) -> bool:
    """Whether the user asked to see the traceback of this error instead of a line."""
    return bool(os.environ.get("REVTRACK_DEBUG")) and is_bug(error)
