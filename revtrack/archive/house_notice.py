"""The wording of correction notices that applies to a folder: a built-in style, or the formula of its house rules."""

from __future__ import annotations

from pathlib import Path

from revtrack.archive import files
from revtrack.gate import configuration, formulas
from revtrack.gate.house import FILES


def formula(style: str | None, folder: Path) -> dict[str, str]:
    """The parts of a style, or of the formula in the nearest house rules upwards from a folder; raises InputError."""
    own = _own(folder) if style is None else {}
    return formulas.formula(style or own.get("style", formulas.PLAIN), own)


def _own(start: Path) -> dict[str, str]:
    for folder in (start, *start.parents):
        for name in FILES:
            if (folder / name).is_file():
                house = configuration.parse(files.text(str(folder / name)), name)
                if house:
                    return dict(house.notice)
        if (folder / ".git").exists():
            break
    return {}
