"""What is published: the source, and the wheel that is built from it, in an environment with nothing else."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from revtrack.version import VERSION

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.installed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both distributions, built from a clone: what lies about in a work tree is not published.

    The wheel is built from the source, in an environment of its own: one that lacks a file fails here.
    """
    clone = tmp_path_factory.mktemp("source") / "revtrack"
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", ROOT, clone], check=True)
    out = tmp_path_factory.mktemp("dist")
    python = [sys.executable, "-m", "build", "--quiet", "--outdir", str(out), str(clone)]
    subprocess.run(python, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return out


def only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    assert len(found) == 1, found
    return found[0]


def test_both_are_as_the_index_wants_them(built: Path) -> None:
    check = [sys.executable, "-m", "twine", "check", "--strict", *map(str, built.iterdir())]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASSED") == 2


def test_the_wheel_holds_the_tables_and_the_source_the_compiled_loops(built: Path) -> None:
    wheel = set(zipfile.ZipFile(only(built, "*.whl")).namelist())
    stubs = [f"claims/tagger/{name}.pyi" for name in ("_scoring", "_passages")]
    for name in ("py.typed", "lexicon/units.txt", *stubs, "report/templates"):
        assert any(entry.startswith(f"revtrack/{name}") for entry in wheel), name
    assert not any(entry.endswith(".c") or "/tests/" in entry for entry in wheel)
    with tarfile.open(only(built, "*.tar.gz")) as source:
        for name in ("_scoring", "_passages"):
            assert f"revtrack-{VERSION}/revtrack/claims/tagger/{name}.c" in source.getnames()


def test_what_is_published_runs_where_nothing_else_is(built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "clean", symlinks=True)
    python = next(path for name in ("bin/python", "Scripts/python.exe") if (path := tmp_path / "clean" / name).exists())
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--no-compile", str(only(built, "*.whl"))], check=True, stdout=subprocess.DEVNULL)
    (tmp_path / "old.txt").write_text("At least 12 people died.\n")
    (tmp_path / "new.txt").write_text("At least 21 people died.\n")
    compare = [str(python), "-P", "-m", "revtrack", "compare", "old.txt", "new.txt"]
    shown = subprocess.run(compare, cwd=tmp_path, capture_output=True, text=True)
    assert "at least 12 -> at least 21" in shown.stdout, shown.stderr
