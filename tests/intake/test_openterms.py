"""Repositories of Open Terms Archive: a service's terms through all their versions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from revtrack.archive import import_sources
from revtrack.errors import InputError
from revtrack.intake import openterms
from revtrack.intake.records import Item, Record
from revtrack.intake.taken_names import TakenNames
from tests.intake import other_archives

POLICY = "Arvo Ferries/Privacy Policy.md"
UPGRADE = "Apply technical or declaration upgrade on Arvo Ferries Privacy Policy"


def test_versions_are_records(tmp_path: Path) -> None:
    """Under service and type of terms; how a version came about is its note, the bot no author."""
    repository = other_archives.open_terms(
        tmp_path / "versions",
        ("README.md", "All versions.", "Initial commit"),
        (POLICY, "# Privacy\n\nWe keep data for 12 days.", "First record of Arvo Ferries Privacy Policy"),
        (
            POLICY,
            "# Privacy\n\nWe keep data for 21 days.",
            "Record new changes of Arvo Ferries Privacy Policy\n\n\n\nX",
        ),
        (POLICY, "## Privacy\n\nWe keep data for 21 days.", UPGRADE),
        ("Arvo-Ferries/Privacy-Policy.md", "Another service.", "First record of Arvo-Ferries Privacy-Policy"),
    )
    found = [item for item in import_sources.openterms(str(repository)) if isinstance(item, Record)]
    assert [(item.article, item.path) for item in found] == [
        *[("Arvo Ferries__Privacy Policy", "")] * 3,
        ("", "Arvo-Ferries/Privacy-Policy.md"),  # which would have the same name
    ]
    assert [item.time[11:13] for item in found] == ["01", "02", "03", "04"]
    assert found[1].note == "Record new changes of Arvo Ferries Privacy Policy\n\nX"
    assert (found[0].by, found[0].suffix) == ("", ".md")


@pytest.mark.parametrize(
    ("path", "article"),
    [
        ("Arvo Ferries/Terms of Service #page-2.html", "Arvo Ferries__Terms of Service__page-2"),
        ("README.md", None),
        (".github/workflow.md", None),
        ("a/b/c.md", None),
        ("Arvo Ferries/logo.png", None),
    ],
)
def test_what_is_terms(path: str, article: str | None) -> None:
    """A snapshot is read by its kind; the repository's own files are passed over."""
    page = other_archives.news_page(other_archives.FIRST).encode()
    item: Item | None = openterms.record(page, path, "2024-10-31T00:00:00Z", "Update", "here", TakenNames())
    assert (item.article if isinstance(item, Record) else None) == article


def test_a_repository_of_others_is_told(tmp_path: Path) -> None:
    """With what was looked for."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    with pytest.raises(InputError, match="has no file such as SERVICE/Privacy Policy"):
        list(import_sources.openterms(str(tmp_path)))
