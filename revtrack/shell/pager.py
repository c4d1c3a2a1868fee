"""A long answer on a terminal, shown page by page as Git does it.

The pager is that of REVTRACK_PAGER, GIT_PAGER or PAGER, else `less`; an empty one or `cat` is none. What fits on the
screen is printed as it is, so that no program starts for a few lines; so is everything that does not go to a terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import IO, cast

PAGERS = ("REVTRACK_PAGER", "GIT_PAGER", "PAGER")
# Colours as colours, no paging of what fits, and the text stays on the screen: Git's habits. A LESS of the user's wins.
HABITS = {"LESS": "FRX", "LV": "-c"}
NONE = ("", "cat")
LINES = 24

_wanted = [True]


def use(wanted: bool) -> None:
    """Whether to page at all; not with `--no-pager`."""
    _wanted[0] = wanted


def shown(text: str, columns: int) -> bool:
    """Whether a text was shown by a pager; where not, the caller prints it. Colours do not count as columns."""
    if not _wanted[0] or not (sys.stdout.isatty() and sys.stdin and sys.stdin.isatty()) or _fits(text, columns):
        return False
    command = chosen()
    return bool(command) and _run(command, [text])


def lines_left(lines: Iterator[str], columns: int) -> Iterator[str]:
    """The lines that the caller has to print: none where a pager shows them, which starts when a screen is full."""
    if not (_wanted[0] and sys.stdout.isatty() and sys.stdin and sys.stdin.isatty()):
        return lines
    first: list[str] = []
    for line in lines:
        first.append(line)
        if not _fits("\n".join(first), columns):
            command = chosen()
            every = chain(first, lines)
            return iter(()) if command and _run(command, (f"{one}\n" for one in every)) else every
    return iter(first)


def chosen() -> str:
    """The command of the pager, empty for none."""
    if os.environ.get("TERM", "dumb") == "dumb":
        return ""
    command = next((os.environ[name] for name in PAGERS if name in os.environ), "less")
    return "" if command.strip() in NONE else command


def _fits(text: str, columns: int) -> bool:
    """Whether a text surely fits on the screen, with a line to spare for the prompt."""
    try:
        lines = os.get_terminal_size().lines or LINES
    except (OSError, ValueError):
        lines = LINES
    used = 0
    for line in text.split("\n"):
        used += 1 + len(line) // max(columns, 1)
        if used >= lines:
            return False
    return True


def _run(command: str, pieces: Iterable[str]) -> bool:
    """Hand a text to the pager, piece by piece, and wait for its end; False where it could not be started."""
    import shutil
    import signal
    import subprocess

    if not shutil.which(command.split()[0].strip("\"'")):
        return False
    environment = HABITS | os.environ
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager, which stops searching
    encoding = sys.stdout.encoding or "utf-8"
    try:
        with (
            suppress(BrokenPipeError),  # the reader has seen enough
            subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env=environment) as process,
        ):
            asked = cast(IO[bytes], process.stdin)
            for piece in pieces:
                asked.write(piece.encode(encoding, "replace"))
                asked.flush()
    finally:
        signal.signal(signal.SIGINT, before)
    return True
