"""A diff as one HTML file to send around: no request, no script needed, nothing an article holds is ever markup."""

from __future__ import annotations

from revtrack.model import Diff
from revtrack.report import cards, columns, document, page, wording

STYLES = ("base.css", "changes.css", "article.css", "print.css")


def diff(diff: Diff, *, left_out: int = 0) -> str:
    """A diff as one self-contained HTML document; the same diff gives the same bytes."""
    shown = page.of(diff, left_out)
    return document.made(
        "diff.html",
        styles=STYLES,
        scripts=("diff.js",) if shown.rows else (),
        page=shown,
        cards=list(cards.of(shown.rows)),
        silent=cards.silent(shown.rows),
        stretches=list(columns.of(shown.paragraphs)),
        kinds=list(dict.fromkeys((row.kind, wording.NOUNS[row.kind]) for row in shown.rows)),
    )
