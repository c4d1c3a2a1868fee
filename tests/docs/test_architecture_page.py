"""docs/architecture.md: its layers are those of tests/test_layers.py, its modules exist, its pair is true."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from test_layers import MAY_IMPORT  # type: ignore[import-not-found]

import revtrack
from revtrack.model import Date, Figure, WordAccount

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


def test_the_pair_is_compared_as_it_says() -> None:
    """The figures, dates and words that the table tells of, and the lines below it."""
    section = PAGE.partition("\n## One pair")[2].partition("\n## ")[0]
    old, new = (re.search(rf"^    {side}: (.+)$", section, re.MULTILINE) for side in ("old", "new"))
    assert old
    assert new
    diff = revtrack.compare(old[1], new[1])
    claims = diff.before.claims
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    assert [(figure.value, figure.unit) for figure in figures][1:] == [(Decimal(12_000_000), "GBP")]
    assert [claim.value for claim in claims if isinstance(claim, Date)] == ["XXXX-WXX-4"]
    assert diff.words == WordAccount(changed=9, claims=6, form=0, same_meaning=1, statements=2)
    lines = re.findall(r"^    (high|medium|low) +(.+)$", section, re.MULTILINE)
    assert [(change.severity, change.message) for change in diff.changes] == lines
