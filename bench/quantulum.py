"""A peer for figures: quantulum3, which finds quantities with units in running text.

    $ pip install -e '.[bench]' && python -m bench.quantulum
    quantulum3         2,131 words/s
    revtrack          97,402 words/s   46 times as fast

Both read the same articles in turn in one process, and CPU time counts; revtrack finds figures and dates, quantulum3
quantities. As a module for the scorers it gives its quantities as figures. Without the package nothing is measured.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from time import process_time
from typing import Any

from bench.articles import article
from bench.naive import Result

ROUNDS = 5
UNITS = {"dimensionless": None, "percentage": "percent"}


def is_installed() -> bool:
    """Whether the package is there: it comes with the extra `bench`."""
    return find_spec("quantulum3") is not None


def extract(text: str) -> Result:
    """The quantities of a text as figures."""
    claims = [
        {
            "id": f"f{number}",
            "kind": "figure",
            "start": found.span[0],
            "end": found.span[1],
            "value": str(found.value),
            "low": str(found.value),
            "high": str(found.value),
            "unit": _unit(found.unit),
            "text": found.surface,
        }
        for number, found in enumerate(_parser().parse(text), start=1)
    ]
    return Result({"sentences": [], "claims": claims})


def speeds(articles: int = 3) -> dict[str, float]:
    """Words a second of both, medians of rounds that take turns."""
    texts = [article(900, seed) for seed in range(articles)]
    words = sum(len(text.split()) for text in texts)
    readers: dict[str, Callable[[str], object]] = {"quantulum3": extract, "revtrack": _figures_and_dates}
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for round_ in range(ROUNDS + 1):
        for name, read in readers.items():
            start = process_time()
            for text in texts:
                read(text)
            if round_:
                seconds[name].append(process_time() - start)
    return {name: words / median(times) for name, times in seconds.items()}


def main() -> int:
    """Print both speeds, or say why there are none."""
    if not is_installed():
        print("bench.quantulum: quantulum3 is not installed (pip install -e '.[bench]'); nothing was measured")
        return 0
    found = speeds()
    print(f"quantulum3 {found['quantulum3']:>13,.0f} words/s")
    times = found["revtrack"] / found["quantulum3"]
    print(f"revtrack   {found['revtrack']:>13,.0f} words/s   {times:.0f} times as fast")
    return 0


def _figures_and_dates(text: str) -> object:
    from revtrack.claims import dates, figures
    from revtrack.text import read

    reading = read(text)
    return figures.find(reading, dates.find(reading))


def _parser() -> Any:
    with warnings.catch_warnings():
        # It warns of a classifier for ambiguous units, which is no part of the package.
        warnings.simplefilter("ignore")
        return import_module("quantulum3.parser")


def _unit(unit: Any) -> str | None:
    name: str = unit.name
    return UNITS.get(name, unit.currency_code or name)


if __name__ == "__main__":
    sys.exit(main())
