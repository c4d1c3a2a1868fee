"""The documentation site: it builds without a warning, misses no page, and requests nothing from elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from revtrack.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
# What a browser fetches by itself; an address that a reader may follow is not meant.
FETCHED = re.compile(r"""<(?:script|img|link|iframe|source)\b[^>]*\b(?:src|href)=["']((?:https?:)?//[^"']+)""")

pytestmark = pytest.mark.installed


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that no test writes into the repository."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("site")
    for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"):
        if (ROOT / name).exists():
            shutil.copyfile(ROOT / name, source / name)
    shutil.copytree(ROOT / "docs", source / "docs", ignore=shutil.ignore_patterns("project"))
    build = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(source / "docs"), str(out)]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return out


def test_every_page_is_in_the_contents(site: Path) -> None:
    contents = (site / "index.html").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert (site / f"{page.stem}.html").exists()
        assert f'href="{page.stem}.html"' in contents or page.stem == "index", page.name


def test_the_reference_has_every_command_and_the_library(site: Path) -> None:
    commands = (site / "reference" / "commands.html").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f">revtrack {name}<" in commands, name
    library = (site / "reference" / "library.html").read_text(encoding="utf-8")
    for name in ("revtrack.compare", "Archive.diff", "UnknownError"):
        assert name in library


def test_a_page_requests_nothing_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 20
    assert {name: found for name in pages if (found := FETCHED.findall(name.read_text(encoding="utf-8")))} == {}
