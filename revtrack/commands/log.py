"""`revtrack log`: revisions by time, and what changed in each since the one before it.

A revision whose bytes are no text is listed all the same, with the reason in place of the changes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from revtrack.archive import revision_steps
from revtrack.shell import operands, options, output

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.model import Diff, Revision
    from revtrack.report.diff_page import LogRow


@click.command("log")
@click.argument("article", required=False)
@click.option("--since", metavar="TIME", help="Only revisions of this date or time and later.")
@options.formats("terminal", "json")
@options.store
def command(article: str | None, since: str | None, form: str, store: str | None) -> int:
    """List the revisions of ARTICLE, or of all articles, oldest first, and what changed in each.

    \b
    Examples:
      revtrack log story
      revtrack log --since 2024-10-31 --format json
    """
    archive = operands.archive(store)
    name = operands.article(archive, article) if article else None
    rows = _rows(archive, archive.revisions(name) if name else archive.history(), _start(since))
    if form == "json":
        output.write(output.json_text(_document(name, rows)))
    elif rows:
        from revtrack.report import terminal

        output.write(terminal.log(rows, colour=output.has_colours()))
    else:
        output.note("no revisions" + (f" since {since}" if since else ": add one with `revtrack add FILE`"))
    return 0


def _start(since: str | None) -> str:
    """The time `--since` stands for, as revisions have it; raises InputError."""
    from revtrack.articles import times

    return times.normalise(since) if since else ""


def _document(article: str | None, rows: list[LogRow]) -> dict[str, Any]:
    revisions = [row.revision.to_dict() | {"summary": row.summary} for row in rows]
    return {"schema": "revtrack.log/1", "article": article, "revisions": revisions}


def _rows(archive: RevisionSource, revisions: list[Revision], start: str) -> list[LogRow]:
    """A row for each revision from `start` on, in the order given."""
    by_article: dict[str, list[Revision]] = {}
    for one in revisions:
        by_article.setdefault(one.article, []).append(one)
    rows: dict[Revision, LogRow] = {}
    for own in by_article.values():
        first = bisect_left(own, start, key=lambda one: one.time)
        if first < len(own):
            rows |= {row.revision: row for row in _compared(archive, own[max(0, first - 1) :])}
    return [rows[one] for one in revisions if one.time >= start]


def _compared(archive: RevisionSource, revisions: list[Revision]) -> Iterator[LogRow]:
    """A row for each revision of one article."""
    from revtrack.report.diff_page import LogRow

    for step in revision_steps.of(archive, revisions):
        if step.diff is None:
            yield LogRow(step.revision, {}, f"not compared: {step.reason}")
        elif step.diff.old is None:
            first = step.revision.number == 1
            yield LogRow(step.revision, {}, "first version" if first else "nothing before it to compare with")
        else:
            yield LogRow(step.revision, step.diff.summary, _headline(step.diff))


def _headline(diff: Diff) -> str:
    """What changed, in one line: the most serious change and how many more there are."""
    if not diff.changes:
        return "no claim changed"
    more = len(diff.changes) - 1
    return diff.changes[0].message + (f" (and {more} more change{'s' * (more > 1)})" if more else "")
