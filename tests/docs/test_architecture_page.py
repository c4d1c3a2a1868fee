"""docs/architecture.md: its table of layers is the one that tests/test_layers.py enforces, its modules exist."""

from __future__ import annotations

import re
from pathlib import Path

from test_layers import MAY_IMPORT  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)


def test_the_layers_are_those_that_are_enforced() -> None:
    """Layer for layer; `revtrack` is the package's own module, which the test calls `face`."""
    section = PAGE.partition("\n## Layers\n")[2].partition("\n## ")[0]
    listed = {
        name.replace("revtrack", "face"): {one.replace("revtrack", "face") for one in re.findall(r"`(\w+)`", imports)}
        for name, imports in ROW.findall(section)
    }
    assert listed == MAY_IMPORT
    order = list(listed)
    climbs = [(layer, low) for layer in order for low in listed[layer] if order.index(low) <= order.index(layer)]
    assert climbs == [], "a layer imports only layers below it in the table"


def test_the_modules_it_names_exist() -> None:
    """As `gate/review.py`, or `report/html_document.py`."""
    named = set(re.findall(r"`(?:revtrack/)?((?:[a-z_]+/)+[a-z_]+\.(?:py|txt))`", PAGE))
    assert [
        path for path in sorted(named) if not any((base / path).exists() for base in (ROOT / "revtrack", ROOT))
    ] == []
