"""Pages that lead from the name an article had before to the one it has now, so that no link to it breaks.

Pages of single diffs lead to the diff that brought the same revision: in an article that was joined its numbers are
others.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from revtrack.report import site_pages
from revtrack.site.folder import SiteFolder

if TYPE_CHECKING:
    from revtrack.archive.archive import Archive

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{address}">
<title>{name}</title>
<p>This article is now <a href="{address}">{name}</a>.</p>
</html>
"""
_INDEX = "index.html"


def write(target: SiteFolder, archive: Archive) -> None:
    """Write pages for each former name of an article that has pages."""
    for old, now in archive.aliases().items():
        folder, current = site_pages.folder(old), site_pages.folder(now)
        if folder != current and target.keeps(f"a/{current}") and not target.keeps(f"a/{folder}"):
            target.keep(f"a/{folder}")
            for page, there in ((_INDEX, _INDEX), *_diffs(archive, old, now)):
                if there != _INDEX and not target.has(f"a/{current}/{there}"):
                    there = _INDEX  # what is not published yet has no page
                address = escape(quote(f"../{current}/{there}"))
                target.write(f"a/{folder}/{page}", _PAGE.format(address=address, name=escape(now)))
            target.tidy(f"a/{folder}")


def _diffs(archive: Archive, old: str, now: str) -> Iterator[tuple[str, str]]:
    """The pages of diffs that an article had under a name, with those that it has of the same revisions now."""
    numbers = {one.commit: one.number for one in archive.source.revisions(now)}
    former = archive.former_revisions(old)
    for number, commit in enumerate(former[1:], 1):
        there = numbers.get(commit, 0)
        yield _page(number), _page(there - 1) if there > 1 else _INDEX


def _page(number: int) -> str:
    """The file of the diff between a revision and the next."""
    return f"r{number}-{number + 1}.html"
