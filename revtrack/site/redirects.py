"""Pages that lead from the name an article had before to the one it has now, so that no link to it breaks."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from revtrack.report import site_pages
from revtrack.site.folder import SiteFolder

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{address}">
<title>{name}</title>
<p>This article is now <a href="{address}">{name}</a>.</p>
</html>
"""


def write(target: SiteFolder, aliases: Mapping[str, str]) -> None:
    """Write a page for each former name of an article that has pages."""
    for old, now in aliases.items():
        folder, current = site_pages.folder(old), site_pages.folder(now)
        if folder != current and target.keeps(f"a/{current}") and not target.keeps(f"a/{folder}"):
            target.keep(f"a/{folder}")
            page = _PAGE.format(address=escape(quote(f"../{current}/index.html")), name=escape(now))
            target.write(f"a/{folder}/index.html", page)
            target.tidy(f"a/{folder}")
