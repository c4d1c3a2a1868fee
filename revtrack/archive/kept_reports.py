"""Reports of two revisions as they were last printed: to print one again, no diff is decoded, paired and laid out.

A report lies beside the kept diff, with all that it was made of: the two revisions, what was asked, the screen, and the
files of the program that had a part in it, by size and time as Python itself tells whether a module has to be compiled
anew. Whatever of this is another, the report is made again and takes the place of the old one. Only what people read is
kept: JSON and pages go to programs, and are made from a diff whose every field was checked.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from revtrack.lexicon.edition import edition

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionFiles
    from revtrack.model import Revision

MOST = 1 << 24  # bytes that a report may have
# What is laid out, and by what; all of a reading that may differ is in the edition.
_PARTS = ("lexicon", "model", "report", "shell", "text", "versions")
_SEPARATOR = "\0"
# Beside what Unicode calls printable: line breaks, the spaces of large numbers, and the joiners of some scripts.
_HARMLESS = dict.fromkeys(map(ord, "\n\u00a0\u2009\u202f\u200c\u200d"))


def of(source: RevisionFiles, old: Revision, new: Revision, asked: str) -> tuple[str, bool] | None:
    """A report as it was kept, and whether it shows changes; None where it was made of anything else."""
    data = source.kept(edition(), _key(old, new))
    program = _program() if data else ""
    if not data or not program:
        return None
    try:
        text = zlib.decompressobj().decompress(data, MOST).decode()
    except (zlib.error, ValueError):
        return None
    made_of, _, rest = text.partition(_SEPARATOR)
    if made_of != _made_of(old, new, asked, program) or not _is_harmless(rest[1:]):
        return None
    return rest[1:], rest[0] == "1"


def keep(source: RevisionFiles, old: Revision, new: Revision, asked: str, text: str, found: bool) -> None:
    """Keep a report, and whether it shows changes."""
    program = _program()
    if program and _is_harmless(text):
        kept = _SEPARATOR.join((_made_of(old, new, asked, program), f"{found:d}{text}"))
        source.keep(edition(), {_key(old, new): zlib.compress(kept.encode(), 1)})


def _key(old: Revision, new: Revision) -> str:
    return f"report:{old.commit or old.blob}:{new.commit or new.blob}"


def _made_of(old: Revision, new: Revision, asked: str, program: str) -> str:
    return f"{old!r} {new!r} {asked} {program}"


def _is_harmless(text: str) -> bool:
    """Whether a report only styles what it prints: the archive, and all that is kept there, may be somebody else's."""
    plain, *styled = text.translate(_HARMLESS).split("\x1b[")
    parts = [part.partition("m") for part in styled]
    return plain.isprintable() and all(
        end and not code.strip("0123456789;") and rest.isprintable() for code, end, rest in parts
    )


def _program() -> str:
    """A checksum of the size and time of each file that has a part in a report; empty where they cannot be told."""
    package = os.path.dirname(os.path.dirname(__file__))
    try:
        found = [part for name in _PARTS for part in _files(os.path.join(package, name))]
    except OSError:
        return ""
    return str(zlib.crc32("\n".join(found).encode()))  # against mischance: nobody gains by a wrong one


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not entry.is_dir():
                known = entry.stat()
                yield f"{entry.name} {known.st_size} {known.st_mtime_ns}"
            elif entry.name != "__pycache__":
                yield from _files(entry.path)
