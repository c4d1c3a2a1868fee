"""The inputs that once failed: fuzz/corpus/TARGET/NAME."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")


def targets() -> list[str]:
    """The names of all targets, read without loading what they fuzz."""
    lines = Path(__file__).with_name("targets.py").read_text(encoding="utf-8").partition("TARGETS: ")[2].splitlines()
    return [line.split('"')[1] for line in lines if line.startswith('    "')]


def kept() -> Iterator[tuple[str, Path]]:
    """Each kept input and its target."""
    for path in sorted(CORPUS.glob("*/*")):
        yield path.parent.name, path


def files(folder: Path) -> set[str]:
    """The paths of all files below a folder."""
    return {str(path) for path in folder.rglob("*") if path.is_file()}
