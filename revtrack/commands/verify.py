"""`revtrack verify`: whether the store still is what was added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from revtrack.shell import operands, options, output

if TYPE_CHECKING:
    from revtrack.store import Store
    from revtrack.store.verify import Problem

WRONG = 1


@click.command("verify")
@click.argument("article", required=False)
@options.formats("terminal", "json")
@options.store
def command(article: str | None, form: str, store: str | None) -> int:
    """Check every revision of ARTICLE, or of all articles, against what was recorded when it was added.

    Exit 1 if something is wrong: bytes that changed, a revision that was taken out, an index that differs from Git.

    \b
    Examples:
      revtrack verify
      revtrack verify story --format json
    """
    archive = operands.own_store(store)
    name = operands.article(archive, article) if article else None
    findings = list(archive.verify(name))
    if form == "json":
        output.write(output.json_text(_document(archive, name, findings)))
    else:
        output.write("\n".join([*map(_line, findings), _told(archive, name, findings)]))
    return WRONG if any(not finding.note for finding in findings) else 0


def _line(finding: Problem) -> str:
    from revtrack.report.escaping import visible

    where = " ".join(filter(None, [finding.article, f"({finding.commit[:10]})" if finding.commit else ""]))
    mark = "note" if finding.note else "wrong"
    return visible(f"{mark}: {where + ': ' if where else ''}{finding.what}")


def _told(archive: Store, article: str | None, findings: list[Problem]) -> str:
    count = len(archive.revisions(article) if article else archive.history())
    wrong = sum(not finding.note for finding in findings)
    result = f"{wrong} finding{'s' * (wrong != 1)}" if wrong else "all is as it was added"
    return f"{count:,} revision{'s' * (count != 1)} checked: {result}."


def _document(archive: Store, article: str | None, findings: list[Problem]) -> dict[str, Any]:
    rows = [
        {
            "article": finding.article or None,
            "commit": finding.commit or None,
            "note": finding.note,
            "what": finding.what,
        }
        for finding in findings
    ]
    count = len(archive.revisions(article) if article else archive.history())
    return {"schema": "revtrack.verify/1", "article": article, "revisions": count, "findings": rows}
