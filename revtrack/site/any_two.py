"""The page on which any two versions of an article are compared, as part of a site: `compare/`.

It fetches the texts of the versions from files beside the article's pages. Only versions that the site shows have one:
what is held back is in no file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from revtrack.model import Step
    from revtrack.site.folder import SiteFolder

FOLDER = "compare"
VERSIONS = "versions.json"


def write_versions(target: SiteFolder, place: str, title: str, steps: Sequence[Step]) -> None:
    """Write the texts of an article's versions, and the list of them that the page reads."""
    for step in steps:
        target.write(f"{place}/{_file(step)}", step.claims.text)
    listed = [
        {"number": step.revision.number, "time": step.revision.time, "by": step.revision.by, "file": _file(step)}
        for step in steps
    ]
    target.write(f"{place}/{VERSIONS}", json.dumps({"title": title, "versions": listed}, ensure_ascii=False) + "\n")


def link(folder: str) -> str:
    """The address of the page from the pages of an article."""
    return f"../../{FOLDER}/#article={folder}"


def _file(step: Step) -> str:
    return f"r{step.revision.number}.txt"
