"""Where an import reads from: each function gives the records of one kind of source, as `Archive.import_records` takes.

archive.import_records(import_sources.jsonl(file, "wire.jsonl", at="2024-10-31"))
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from revtrack.archive import files
from revtrack.articles import times
from revtrack.errors import InputError

if TYPE_CHECKING:
    from revtrack.intake.records import Item


def jsonl(stream: IO[bytes], name: str, at: str = "") -> Iterator[Item]:
    """The records of JSON lines; `at` is the time of those without one; raises InputError."""
    from revtrack.intake import jsonl, records

    return records.until_strange(jsonl.read(stream, name, _time(at)), name)


def csv(
    stream: IO[bytes], name: str, at: str = "", columns: Sequence[str] = (), time_format: str = "", encoding: str = ""
) -> Iterator[Item]:
    """The records of a table whose first row names the columns; raises InputError.

    `columns` are mappings such as `article=url,time=captured_at`, `time_format` is one of `strptime`.
    """
    from revtrack.intake import column_map, records, table

    layout = column_map.TableLayout(column_map.columns(columns), time_format)
    return records.until_strange(table.read(stream, name, _time(at), layout, encoding), name)


def sqlite(
    database: str, table: str = "", at: str = "", columns: Sequence[str] = (), time_format: str = ""
) -> Iterator[Item]:
    """The records of a table in an SQLite database, of the only one where none is named; raises InputError."""
    from revtrack.intake import column_map, sqlite_table

    _openable(database)
    layout = column_map.TableLayout(column_map.columns(columns), time_format)
    return sqlite_table.read(database, database, table, layout, _time(at))


def newsedits(database: str) -> Iterator[Item]:
    """The records of a database of NewsEdits or NewsSniffer; raises InputError."""
    from revtrack.intake import newsedits

    _openable(database)
    return newsedits.read(database, database)


def diffengine(path: str) -> Iterator[Item]:
    """The records of diffengine's database, or of that in its home folder; raises InputError."""
    from revtrack.intake import newsedits

    database = os.path.join(path, "diffengine.db") if os.path.isdir(path) else path
    if database != path and not os.path.exists(database):
        raise InputError(f"{path}: has no diffengine.db: name diffengine's home folder, or its database")
    _openable(database)
    return newsedits.read(database, database, "diffengine")


def changedetection(folder: str) -> Iterator[Item]:
    """The snapshots in a data folder of changedetection.io; raises InputError."""
    from revtrack.intake import changedetection

    return changedetection.read(folder)


def wordpress(path: str) -> Iterator[Item]:
    """The versions in what WordPress exports as JSON, a file or all below a folder; raises InputError."""
    from revtrack.intake import wordpress

    if not os.path.isdir(path):
        _openable(path)
    return wordpress.read(path)


def mediawiki(stream: IO[bytes], name: str) -> Iterator[Item]:
    """The revisions of all articles in an XML dump of MediaWiki, plain or packed; raises InputError."""
    from revtrack.intake import mediawiki, unpacked

    if not hasattr(stream, "peek"):
        stream = io.BufferedReader(cast("io.RawIOBase", stream))
    if stream.peek(6)[:6] == b"7z\xbc\xaf\x27\x1c":
        raise InputError(f"{name}: is packed with 7z: pipe it in, 7z x -so {name} | revtrack import mediawiki -")
    return mediawiki.read(unpacked.unpacked(stream), name)


def cdx(stream: IO[bytes], name: str, path: str) -> Iterator[Item]:
    """The captures of a CDX list, out of a WARC file or all those below a folder; raises InputError."""
    from revtrack.intake import cdx, web

    if not os.path.isdir(path):
        _openable(path)
    return cdx.read(stream, name, web.archived(path))


def web(path: str, at: str = "") -> Iterator[Item]:
    """The pages in WARC files and saved HTML, one file or all below a folder; raises InputError."""
    from revtrack.intake import web

    if not os.path.isdir(path):
        _openable(path)
    return web.read(path, _time(at))


def git(repository: str, pathspecs: Sequence[str] = ()) -> Iterator[Item]:
    """The versions of articles that are files in a Git repository; raises StoreError, InputError."""
    from revtrack.archive import house_file
    from revtrack.gate.house import House
    from revtrack.intake import committed
    from revtrack.repositories import git_history

    opened = git_history.opened(Path(repository))
    # A PATHSPEC comes from the user, whatever the house rules of that repository say.
    house = House() if pathspecs else house_file.parse(lambda name: git_history.file_of(opened, name))
    for version in git_history.articles_of(opened, house.files, tuple(pathspecs)):
        commit = version.commit
        yield committed.record(
            version.content,
            version.path,
            version.first,
            times.of_seconds(commit.authored),
            f"{commit.author} <{commit.email}>",
            commit.message,
            f"{repository}:{commit.id[:10]}:{version.path}",
        )


def openterms(repository: str) -> Iterator[Item]:
    """The versions in a repository of Open Terms Archive; raises InputError, StoreError."""
    from revtrack.intake import openterms
    from revtrack.intake.taken_names import TakenNames
    from revtrack.repositories import git_history

    names, is_empty = TakenNames(), True
    for version in git_history.files_of(git_history.opened(Path(repository))):
        commit = version.commit
        place = f"{repository}:{commit.id[:10]}:{version.path}"
        time = times.of_seconds(commit.authored)
        item = openterms.record(version.content, version.path, time, commit.message, place, names)
        if item:
            is_empty = False
            yield item
    if is_empty:
        raise InputError(
            f"{repository}: has no file such as SERVICE/Privacy Policy.md: name a repository of versions or snapshots"
        )


def newsdiffs(folder: str) -> Iterator[Item]:
    """The versions in a repository of NewsDiffs, or in all those of a folder; raises InputError, StoreError."""
    from revtrack.intake import newsdiffs
    from revtrack.intake.records import Skipped
    from revtrack.repositories import git_history

    for path in _repositories(Path(folder)):
        for version in git_history.files_of(git_history.opened(path)):
            commit = version.commit
            place = f"{path}:{commit.id[:10]}:{version.path}"
            if version.content is None:
                yield Skipped(place, "its text is missing: check the repository with `git fsck`")
                continue
            time = times.of_seconds(commit.authored)
            item = newsdiffs.record(version.content, version.path, time, commit.message, place)
            if item:
                yield item


def _openable(path: str) -> None:
    """Raise InputError, which says better than what comes later why a file cannot be opened."""
    with files.opened(path):
        pass


def _time(at: str) -> str:
    from revtrack.intake import moments

    try:
        return moments.read(at) if at else ""
    except ValueError as error:
        raise InputError(str(error)) from None


def _repositories(folder: Path) -> list[Path]:
    from revtrack.repositories import git_history

    if git_history.is_repository(folder):
        return [folder]
    try:
        found = sorted(path for path in folder.iterdir() if path.name[0] != "." and git_history.is_repository(path))
    except OSError as error:
        raise InputError(f"{folder}: cannot be read: {error.strerror}: name the archive's folder") from None
    if not found:
        raise InputError(f"{folder}: has no Git repository: name the archive's folder, which contains .git")
    return found
