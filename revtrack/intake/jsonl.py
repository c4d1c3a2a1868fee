"""JSON lines: a record a line, its fields as `fields` has them; empty lines are passed over."""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Iterator
from typing import IO

from revtrack.errors import InputError
from revtrack.intake import fields, limits, lines
from revtrack.intake.records import Item, Skipped

_PACKED = {b"\x1f\x8b": "gzip", b"PK": "zip", b"BZ": "bzip2", b"\xfd7": "xz", b"(\xb5": "zstd"}


def read(stream: IO[bytes], name: str, at: str = "") -> Iterator[Item]:
    """The records of a stream; `at` is the time of those that have none. Raises InputError for a packed file."""
    for number, line in enumerate(lines.of(stream, limits.MAX_LINE, name), 1):
        if number == 1 and line:
            refuse_packed(line, name)
            line = line.removeprefix(codecs.BOM_UTF8)
        if line is None or line.strip():
            yield _record(line, f"{name}:{number}", at, os.path.dirname(name))


def refuse_packed(data: bytes, name: str) -> None:
    """Raise InputError for the first bytes of a packed file."""
    kind = _PACKED.get(data[:2])
    if kind:
        raise InputError(f"{name}: is compressed with {kind}: decompress it first, or pipe it in as -")


def _record(line: bytes | None, place: str, at: str, folder: str) -> Item:
    if line is None:
        return Skipped(place, f"is a line larger than {limits.MAX_LINE // 1_000_000} MB: write one article per line")
    try:
        value = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return Skipped(place, f"is not UTF-8 at byte {error.start + 1}: save it as UTF-8")
    except RecursionError:
        return Skipped(place, "is JSON nested too deep: write one object per line")
    except ValueError as error:
        return Skipped(place, f"is not JSON ({error}): write one object per line")
    if not isinstance(value, dict):
        return Skipped(place, 'is not an object: write it like {"article": ..., "text": ..., "time": ...}')
    return fields.record(value, place, at, folder)
