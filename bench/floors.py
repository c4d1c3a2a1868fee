"""Holds the quality that was reached: every figure of floors.toml, with half a point of slack.

$ python -m bench.floors
figure_span          0.913  floor 0.900
"""

from __future__ import annotations

import math
import re
import sys
import tomllib
from pathlib import Path

from bench import quality

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.005


def read() -> dict[str, float]:
    """The floors by row key."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def at_hand(floors: dict[str, float]) -> dict[str, float]:
    """The floors whose data are there: without ../shared/gold, those of the project's own pairs."""
    exams = {row.key: quality.EXAMS[row.exam] for row in quality.ROWS}
    return {key: floor for key, floor in floors.items() if exams[key].at_hand}


def broken(measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """The rows that fell through their floor; a floor without a measurement is broken too."""
    return [key for key, floor in floors.items() if measured.get(key, -1.0) < floor - SLACK]


def risen(text: str, measured: dict[str, float]) -> str:
    """The text of floors.toml with every floor lifted to what was measured, and none lowered."""

    def lifted(line: re.Match[str]) -> str:
        reached = math.floor(measured.get(line["key"], 0.0) * 1000) / 1000
        return f"{line['key']} = {max(reached, float(line['floor']))}"

    return re.sub(r"^(?P<key>\w+) = (?P<floor>[\d.]+)$", lifted, text, flags=re.MULTILINE)


def main() -> int:
    """Measure, print each row beside its floor, and return 1 when one is broken."""
    if not quality.GOLD.is_dir():
        print(f"bench.floors: no gold data at {quality.GOLD}; only the project's own pairs are checked")
    measured = {key: who["revtrack"] for key, who in quality.measure(peers=False).items() if "revtrack" in who}
    floors = at_hand(read())
    for key in measured | floors:
        floor = f"floor {floors[key]:.3f}" if key in floors else ""
        print(f"{key:20} {measured.get(key, math.nan):.3f}  {floor}".rstrip())
    if "--raise" in sys.argv[1:]:
        FLOORS.write_text(risen(FLOORS.read_text(encoding="utf-8"), measured), encoding="utf-8")
    failed = broken(measured, floors)
    if failed:
        print(f"bench.floors: below the floor: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
