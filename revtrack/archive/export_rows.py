"""Rows of the tables `revisions`, `claims` and `changes`, for DuckDB, pandas, R or a spreadsheet.

Rows come article by article in the order of their names, and by time of publication within one, so that the same
archive gives the same bytes; only the article at hand is kept in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from revtrack.archive import resolved_dates, revision_diffs
from revtrack.model.archive_answers import Unread
from revtrack.rows import change_table as changes
from revtrack.rows import claim_table as claims
from revtrack.rows import revision_table as revisions
from revtrack.rows.columns import Column, Row, Table, Versions

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Diff, Revision

TableName = Literal["revisions", "claims", "changes"]
LeftOut = Callable[[Unread], None]
_ADDRESS = (Column("address", "string", "where the version was published, as `source` in `revisions`"),)
TABLES: dict[TableName, Table] = {
    "revisions": revisions.TABLE,
    "claims": claims.TABLE.with_columns(last=_ADDRESS),
    "changes": changes.TABLE.with_columns(last=_ADDRESS),
}


def rows(
    source: RevisionSource, articles: Iterable[str], table: TableName, period: tuple[str, str], left_out: LeftOut
) -> Iterator[Row]:
    """The rows of articles in a period, of which either end may be empty.

    `left_out` is called with each revision that is not a text.
    """
    makers = {"revisions": _revisions, "claims": _claims, "changes": _changes}
    start, end = period
    for name in articles:
        versions = [one for one in source.revisions(name) if not end or one.time <= end]
        yield from makers[table](source, versions, start, left_out)


def _revisions(_: RevisionSource, versions: Sequence[Revision], start: str, __: LeftOut) -> Iterator[Row]:
    return (revisions.of(one) for one in versions if one.time >= start)


def _claims(source: RevisionSource, versions: Sequence[Revision], start: str, left_out: LeftOut) -> Iterator[Row]:
    for new, diff in _compared(source, [one for one in versions if one.time >= start], left_out):
        for row in claims.of(resolved_dates.dated(diff.after, new), new.article, new.number, new.time):
            yield (*row, new.source or None)


def _changes(source: RevisionSource, versions: Sequence[Revision], start: str, left_out: LeftOut) -> Iterator[Row]:
    """The changes of each version; the last one before `start` is read as well, to compare the first one with."""
    first = next((place for place, one in enumerate(versions) if one.time >= start), len(versions))
    for new, diff in _compared(source, versions[max(0, first - 1) :] if first < len(versions) else [], left_out):
        if diff.old and new.time >= start:
            for row in changes.of(diff, Versions(new.article, diff.old.number, new.number, new.time)):
                yield (*row, new.source or None)


def _compared(
    source: RevisionSource, versions: Sequence[Revision], left_out: LeftOut
) -> Iterator[tuple[Revision, Diff]]:
    for one in revision_diffs.of(source, versions):
        if one.diff:
            yield one.revision, one.diff
        else:
            left_out(Unread(one.revision, one.reason))
