"""The tables of an index in memory, for revisions that no store keeps."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from revtrack.index import tables
from revtrack.index.database import Ask, Database
from revtrack.index.rows import RevisionRow
from revtrack.model import Revision


def in_memory(revisions: Sequence[Revision]) -> Ask:
    """A way to query the tables of an index that holds these revisions, in the order of their commits."""
    database = Database(None)

    def fill(db: sqlite3.Connection) -> None:
        for statement in tables.TABLES:
            db.execute(statement)
        tables.insert_revisions(db, [_row(one) for one in revisions])
        for statement in tables.INDICES:
            db.execute(statement)

    database.ask(fill)
    return database.ask


def _row(one: Revision) -> RevisionRow:
    # Unlike slugs, paths that differ in capitals alone are two articles; nobody asks where they are.
    fields = (one.commit, one.blob, one.time, one.added, one.by, one.note, one.source, one.words)
    return ("", one.article, one.article, *fields)
