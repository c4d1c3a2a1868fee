"""The headline of an article's latest revision, for lists in which a slug says too little.

Only the text is looked at: its front matter, else its first line. Nothing is extracted, so that a list of fifty
articles costs fifty reads and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from revtrack.archive import revision_diffs
from revtrack.errors import RevtrackError
from revtrack.versions import headline

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource


def of(source: RevisionSource, articles: Iterable[str]) -> dict[str, str]:
    """Headlines by article; what is gone, is no text or has no headline is left out."""
    found = {}
    for article in dict.fromkeys(articles):
        try:
            revisions = source.revisions(article)
            title = headline.in_text(revision_diffs.text(source, revisions[-1])) if revisions else ""
        except (RevtrackError, ValueError):
            continue
        if title:
            found[article] = title
    return found
