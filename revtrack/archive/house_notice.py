"""The wording of correction notices that applies to a folder: a built-in style, or the formula of its house rules."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from revtrack.archive import files, house_file
from revtrack.gate import formulas


def formula(style: str | None, folder: Path) -> dict[str, str]:
    """The parts of a style, or of the formula in the nearest house rules upwards from a folder; raises InputError."""
    own = _own(folder) if style is None else {}
    return formulas.formula(style or own.get("style", formulas.PLAIN), own)


def _own(start: Path) -> dict[str, str]:
    for folder in (start, *start.parents):
        house = house_file.find(partial(_content, folder))
        if house:
            return dict(house.notice)
        if (folder / ".git").exists():
            break
    return {}


def _content(folder: Path, name: str) -> bytes | None:
    return files.read(str(folder / name)) if (folder / name).is_file() else None
