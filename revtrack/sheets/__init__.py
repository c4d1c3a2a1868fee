"""Tables as files: CSV, JSON Lines and Parquet, written row by row, the same bytes for the same rows.

    with sheets.whole("changes.csv") as file, sheets.sheet("csv", changes.TABLE, file) as sheet:
        sheet.add(row)

Memory does not grow with the rows. Only Parquet loads a library, and only when it is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import BinaryIO, Literal

from revtrack.errors import InputError
from revtrack.rows.columns import Table
from revtrack.sheets.row_writer import Sheet

__all__ = ["TEMPORARY", "Format", "Sheet", "sheet", "whole"]

Format = Literal["parquet", "csv", "jsonl"]
TEMPORARY = ".part"


def sheet(form: Format, table: Table, file: BinaryIO) -> AbstractContextManager[Sheet]:
    """A sheet in a file that is open for bytes; it is complete when the context ends; raises InputError."""
    if form == "parquet":
        from revtrack.sheets import parquet

        return parquet.sheet(table, file)
    from revtrack.sheets import text_sheets

    makers: dict[str, Callable[[Table, BinaryIO], AbstractContextManager[Sheet]]] = {
        "csv": text_sheets.csv_sheet,
        "jsonl": text_sheets.json_sheet,
    }
    return makers[form](table, file)


@contextmanager
def whole(path: str) -> Iterator[BinaryIO]:
    """A file that is there under its name when all is written, and not before; raises InputError."""
    try:
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.path.isfile(target) and not os.path.isdir(target):
            with open(target, "wb") as device:  # /dev/null and its like must not be replaced
                yield device
        else:
            with _replacing(target) as file:
                yield file
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) and "\0" not in path:
            raise  # of what was to be written, not of the file
        cause = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot write: {cause}: name a file in a folder you can write to") from None


@contextmanager
def _replacing(target: str) -> Iterator[BinaryIO]:
    # Two writers of one file may run on two machines that share a disk: a number of the process is not enough.
    temporary = f"{target}.{os.getpid()}-{os.urandom(4).hex()}{TEMPORARY}"
    try:
        with open(temporary, "xb") as file:
            yield file
        if os.path.exists(target):
            os.chmod(temporary, os.stat(target).st_mode & 0o7777)
        os.replace(temporary, target)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise
