"""The table of revisions: one row a version, by time of publication within its article."""

from __future__ import annotations

from revtrack.model import Revision
from revtrack.rows.columns import Column, Row, Table

TABLE = Table(
    "revisions",
    (
        Column("article", "string", "name of the article"),
        Column("revision", "integer", "number of the version, from 1 by time of publication"),
        Column("commit", "string", "id of the commit that added it"),
        Column("blob", "string", "Git's id of its bytes"),
        Column("time", "time", "when it was published"),
        Column("added", "time", "when it was added to the store"),
        Column("by", "string", "who published it"),
        Column("note", "string", "what was noted with it"),
        Column("source", "string", "where it comes from"),
        Column("words", "integer", "how many words it has"),
    ),
)


def of(revision: Revision) -> Row:
    """The row of a revision."""
    return (
        revision.article,
        revision.number,
        revision.commit,
        revision.blob,
        revision.time,
        revision.added,
        revision.by,
        revision.note,
        revision.source,
        revision.words,
    )
