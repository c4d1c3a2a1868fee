"""Where text leaves revtrack: standard output, standard error, or a file that is written whole or not at all.

A terminal that cannot show a character gets `?`; there JSON is escaped and stays exact. Documents are always UTF-8.
"""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from revtrack.archive.archive import Archive
    from revtrack.model.archive_answers import Unread

WIDTH = 80
DOCUMENTS = ("html", "markdown")  # always UTF-8


class Destination(NamedTuple):
    """A format, and where text in it goes: a file, the browser, or standard output."""

    form: str = "terminal"
    target: str | None = None
    opened: bool = False

    @property
    def has_colours(self) -> bool:
        """Whether text goes to a terminal whose user wants colours."""
        return has_colours() and not self.target

    def deliver(self, text: str) -> None:
        """Write a report; raises InputError where the file cannot be written."""
        if self.target or self.opened:
            write_report(self.target, text, opened=self.opened)
        elif self.form in DOCUMENTS:
            write_bytes(text.encode())
        else:
            write_paged(text)


def prepare() -> None:
    """Keep output from failing: what a stream cannot encode becomes `?`, a closed standard output takes nothing."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  stays open as long as the program
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def write(text: str) -> None:
    """Print text, with colours if it has any; quiet when the reader has left."""
    _unless_reader_left(lambda: click.echo(text, nl=not text.endswith("\n"), color=True))


def write_lines(lines: Iterator[str]) -> None:
    """Print lines, each as soon as it comes, page by page as `write_paged`; none is asked for once the reader left."""
    if is_terminal():
        from revtrack.shell import pager

        lines = pager.lines_left(lines, width())
    try:
        for line in lines:
            click.echo(line, color=True)
    except BrokenPipeError:
        _drop_the_rest()


def write_paged(text: str) -> None:
    """Print an answer that people read, page by page where it is longer than the terminal it goes to."""
    if not paged(text):
        write(text)


def paged(text: str) -> bool:
    """Whether a text was shown by a pager: it goes to a terminal that it does not fit on."""
    if not is_terminal():
        return False
    from revtrack.shell import pager

    return pager.shown(text, width())


def write_bytes(data: bytes) -> None:
    """Write bytes as they are to standard output."""

    def write_through() -> None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    _unless_reader_left(write_through)


def write_file(path: str, text: str | bytes | Iterable[str]) -> None:
    """Write a text, the parts of one or bytes as a file, through a temporary one beside it; raises InputError."""
    from revtrack import sheets

    with sheets.whole(path) as file:
        if isinstance(text, bytes):
            file.write(text)
        else:
            file.writelines(part.encode() for part in ([text] if isinstance(text, str) else text))


def write_report(path: str | None, text: str, *, opened: bool) -> None:
    """Write a report to a file, by default a temporary one, and open it if asked; raises InputError."""
    if path is None:
        from tempfile import mkdtemp

        path = os.path.join(mkdtemp(prefix="revtrack-"), "report.html")
        note(f"written to {path}")
    write_file(path, text)
    if opened:
        import webbrowser
        from pathlib import Path

        if not webbrowser.open(Path(path).absolute().as_uri()):
            note(f"no browser found: open {path} yourself")


def json_text(value: dict[str, Any]) -> str:
    """A JSON document of its own; escaped where standard output is not UTF-8."""
    from revtrack.report import indented_json

    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    escaped = codecs.lookup(encoding).name != "utf-8"
    return indented_json.written(value, escaped=escaped) + "\n"


def note(text: str) -> None:
    """Print a line that is not part of the result to standard error."""
    from revtrack.report.escaping import visible

    click.echo(visible(text).rstrip(), err=True)


def warn_of_divergence(archive: Archive) -> None:
    """Say so where an archive and a copy that it knows have both grown: what one of them has, the other lacks."""
    said = archive.divergence()
    if said:
        note(f"warning: {said}")


def note_left_out(unread: Iterable[Unread]) -> None:
    """Name the revisions of an article that are left out because they are not texts."""
    for one in unread:
        note(f"revision {one.revision.number} is left out: {one.reason}")


def complain(text: str) -> None:
    """Print in one line what went wrong; where standard error takes nothing, the exit code alone says so."""
    with suppress(OSError):
        note(f"revtrack: {text}")


def has_colours() -> bool:
    """Whether standard output is a terminal whose user wants colours."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and is_terminal()


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def width() -> int:
    """The columns of the terminal, or 80 where there is none; by hand, since `shutil` loads every compressor."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    try:
        return os.get_terminal_size().columns or WIDTH
    except (OSError, ValueError):
        return WIDTH


def reader_left() -> bool:
    """Whether standard output is a pipe that nobody reads any longer; if so, further output is dropped."""
    try:
        sys.stdout.write("\n")  # only writing shows it, and on a healthy pipe an error follows anyway
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_the_rest()
        return True
    return False


def _unless_reader_left(write_out: Callable[[], None]) -> None:
    try:
        write_out()
    except BrokenPipeError:
        _drop_the_rest()


def _drop_the_rest() -> None:
    """Discard further output, and what Python flushes when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
