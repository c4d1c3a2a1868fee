"""The Python code of the page in one zip file: what reads and compares texts and prints reports.

Commands, stores and everything else that needs Git or files stay outside. The same code gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib import util
from pathlib import Path

# The parts of revtrack that `inside` imports; a test follows its imports and holds this list to them.
PARTS = (
    "__init__.py",
    "archive/__init__.py",
    "archive/texts.py",
    "articles",
    "browser/__init__.py",
    "browser/inside.py",
    "changes",
    "claims",
    "errors.py",
    "finding.py",
    "gate",
    "installing.py",
    "intake",
    "lexicon",
    "model",
    "report",
    "text",
    "version.py",
    "versions",
)
LIBRARIES = ("diff_match_patch", "jinja2", "markupsafe")
# The earliest time that a zip file can state.
_TIME = (1980, 1, 1, 0, 0, 0)
_LEFT_OUT = frozenset((".c", ".pyc", ".pyd", ".pyi", ".so"))


def made() -> bytes:
    """The zip file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(_files()):
            archive.writestr(zipfile.ZipInfo(name, _TIME), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _files() -> Iterator[tuple[str, Path]]:
    own = _folder("revtrack")
    for part in PARTS:
        yield from _below(own / part, own.parent)
    for library in LIBRARIES:
        folder = _folder(library)
        yield from _below(folder, folder.parent)


def _below(path: Path, root: Path) -> Iterator[tuple[str, Path]]:
    for file in [path] if path.is_file() else path.rglob("*"):
        if file.is_file() and file.suffix not in _LEFT_OUT and "tests" not in file.parts[len(root.parts) :]:
            yield file.relative_to(root).as_posix(), file


def _folder(package: str) -> Path:
    found = util.find_spec(package)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent
