"""The ledger in numbers: one look at every change, and one more at the articles where a notice owned up to some.

How long a claim stood counts from the revision whose change brought these very words (the same kind of claim, the same
words, the same noun counted), else from the first revision of the article, to the revision whose notice mentions that
they changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import quantiles

from revtrack.articles import slugs
from revtrack.ledger import answers, change_tables
from revtrack.ledger.search_words import KINDS, LABELS
from revtrack.model import SEVERITIES
from revtrack.model.statistics import ChangeCounts, RevisionCount, Statistics, TimeToCorrection

TOP = 20  # articles that are told by name

TallyCell = tuple[
    str, str, tuple[str, ...], str, bool, int
]  # month, kind, labels, severity, acknowledged, and how many


def of(db: sqlite3.Connection, articles: Sequence[str], since: str, until: str) -> Statistics:
    """The changes and revisions of articles, or of all, between two times that may be empty."""
    numbers = answers.articles(db, articles)
    bounds = answers.bounds(since, until)
    cells = list(_cells(db, numbers if articles else None, bounds))
    folded = [name for article in articles for name in dict.fromkeys((slugs.folded(article), article))]
    revisions = dict(_revisions(db, folded, since, until))
    return Statistics(
        total=_tally("all", cells),
        kinds=tuple(_tallies((cell[1], cell) for cell in cells)),
        labels=tuple(_tallies((f"{cell[1]} {label}", cell) for cell in cells for label in cell[2])),
        months=tuple(_by_month(cells, revisions)),
        articles=tuple(_most_changed(db, numbers if articles else None, bounds)),
        revised=tuple(_most_revised(db, folded, since, until)),
        revisions=revisions,
        known=_articles(db, folded, since, until),
        stood=_stood(_lives(db, numbers if articles else None, bounds)),
    )


def _cells(db: sqlite3.Connection, articles: list[int] | None, bounds: tuple[int, int]) -> Iterator[TallyCell]:
    query = f"""SELECT month, kind, labels, severity, acknowledged, count(*) FROM change
        WHERE number BETWEEN ? AND ? AND {_among("article", articles)} GROUP BY 1, 2, 3, 4, 5"""
    for month, kind, labels, severity, acknowledged, count in db.execute(query, (*bounds, *_listed(articles))):
        told = tuple(label for place, label in enumerate(LABELS) if labels >> place & 1)
        yield f"{month // 100:04}-{month % 100:02}", KINDS[kind], told, SEVERITIES[severity], bool(acknowledged), count


def _tallies(named: Iterable[tuple[str, TallyCell]]) -> Iterator[ChangeCounts]:
    """A tally for each name, the largest first."""
    ordered = sorted(named, key=lambda pair: pair[0])
    made = [_tally(name, [cell for _, cell in own]) for name, own in groupby(ordered, key=lambda pair: pair[0])]
    yield from sorted(made, key=lambda one: (-one.changes, one.name))


def _tally(name: str, cells: Iterable[TallyCell]) -> ChangeCounts:
    counts: Counter[str] = Counter()
    for *_, severity, acknowledged, count in cells:
        counts[severity] += count
        if acknowledged:
            counts["acknowledged"] += count
            counts["acknowledged_high"] += count if severity == "high" else 0
    return ChangeCounts(name, **counts)


def _by_month(cells: Iterable[TallyCell], revisions: dict[str, int]) -> Iterator[ChangeCounts]:
    """A tally for each month that has a revision, in their order."""
    made = {tally.name: tally for tally in _tallies((cell[0], cell) for cell in cells)}
    return (made.get(month, ChangeCounts(month)) for month in sorted({*made, *revisions}))


def _most_changed(
    db: sqlite3.Connection, articles: list[int] | None, bounds: tuple[int, int]
) -> Iterator[ChangeCounts]:
    query = f"""SELECT one.folded, article, count(*) FROM change JOIN ledger_article AS one ON one.number = article
        WHERE change.number BETWEEN ? AND ? AND {_among("article", articles)}
        GROUP BY article ORDER BY 3 DESC, 1 LIMIT {TOP}"""
    for folded, number, _ in db.execute(query, (*bounds, *_listed(articles))).fetchall():
        name = db.execute("SELECT article FROM revision WHERE folded = ? ORDER BY time, seq", (folded,)).fetchone()
        yield _tally(name[0], _cells(db, [number], bounds))


def _revisions(db: sqlite3.Connection, folded: list[str], *period: str) -> Iterator[tuple[str, int]]:
    query = f"SELECT substr(time, 1, 7), count(*) FROM revision WHERE {_when(folded)} GROUP BY 1 ORDER BY 1"
    yield from db.execute(query, (*period, *_listed(folded or None)))


def _most_revised(db: sqlite3.Connection, folded: list[str], *period: str) -> Iterator[RevisionCount]:
    query = f"""SELECT min(article), count(*) FROM revision WHERE {_when(folded)}
        GROUP BY folded HAVING count(*) > 1 ORDER BY 2 DESC, folded LIMIT {TOP}"""
    yield from (RevisionCount(*row) for row in db.execute(query, (*period, *_listed(folded or None))))


def _articles(db: sqlite3.Connection, folded: list[str], *period: str) -> int:
    query = f"SELECT count(DISTINCT folded) FROM revision WHERE {_when(folded)}"
    return int(db.execute(query, (*period, *_listed(folded or None))).fetchone()[0])


def _when(folded: list[str]) -> str:
    # Every time is below a letter.
    return f"time >= ? AND time <= coalesce(nullif(?, ''), 'a') AND {_among('folded', folded or None)}"


def _among(column: str, values: Sequence[object] | None) -> str:
    return "true" if values is None else f"{column} IN (SELECT value FROM json_each(?))"


def _listed(values: Sequence[object] | None) -> tuple[str, ...]:
    return () if values is None else (json.dumps(values),)


def _lives(db: sqlite3.Connection, articles: list[int] | None, bounds: tuple[int, int]) -> Iterator[int]:
    """The seconds that each claim stood which a notice says has changed."""
    query = f"""SELECT article, number, was, became, acknowledged FROM change
        WHERE number >= ? AND {_among("article", articles)} ORDER BY article, number DESC"""
    rows = db.execute(query, (bounds[0], *_listed(articles)))
    for article, own in groupby(rows, key=lambda row: row[0]):
        brought: dict[int, int] = {}
        published: int | None = None
        for second, together in groupby(own, key=lambda row: change_tables.second(row[1])):
            changes = list(together)
            for _, number, was, _, acknowledged in changes:
                if acknowledged and was is not None and number <= bounds[1]:
                    if was not in brought and published is None:
                        published = _published(db, article)
                    yield second - brought.get(was, published or 0)
            brought |= {became: second for *_, became, _ in changes if became is not None}


def _published(db: sqlite3.Connection, article: int) -> int:
    """The second in which an article was first published."""
    query = """SELECT time FROM ledger_article AS one JOIN revision ON revision.folded = one.folded
        WHERE number = ? ORDER BY time LIMIT 1"""
    return change_tables.second(change_tables.newest(db.execute(query, (article,)).fetchone()[0]))


def _stood(seconds: Iterable[int]) -> TimeToCorrection:
    found = sorted(seconds)
    if not found:
        return TimeToCorrection(0)
    cuts = quantiles(found, n=4, method="inclusive") if len(found) > 1 else found * 3
    return TimeToCorrection(len(found), *(round(cut) for cut in cuts))
