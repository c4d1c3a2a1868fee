"""Peers that do a part of what revtrack does, on the same articles in the same run: words a second of CPU.

    $ pip install -e '.[bench]' && python -m bench.peers
    revtrack compare         21,300 words/s
    redlines                310,000 words/s      a word diff, with no claims
    revtrack extract         30,100 words/s
    spaCy en_core_web_sm  not installed          tags, parse and entities
    revtrack, who says what 100,000 words/s      the labels about each verb of saying
    python-crfsuite          50,000 words/s      the same labels of the same features, which are made beforehand

What is not installed is said to be so, and nothing is measured of it. `bench.quantulum` has the peer for figures, and
`bench.tagging` has the tagging that the last two rows share.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from time import process_time

import revtrack
from bench import tagging
from bench.articles import article, revised

ROUNDS = 5
MODEL = "en_core_web_sm"
Reader = Callable[[str, str], object]


def speeds(articles: int = 3) -> dict[str, float | None]:
    """Words of the new version a second by name, medians of rounds that take turns; None for what is not installed."""
    pairs = [(old, revised(old, seed)) for seed, old in enumerate(article(900, seed) for seed in range(articles))]
    words = sum(len(new.split()) for _, new in pairs)
    readers: dict[str, Reader | None] = {
        "revtrack compare": revtrack.compare,
        "redlines": _redlines(),
        "revtrack extract": lambda _, new: revtrack.extract(new),
        f"spaCy {MODEL}": _spacy(),
    }
    readers |= tagging.readers([new for _, new in pairs])
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for round_ in range(ROUNDS + 1):
        for name, read in readers.items():
            start = process_time()
            for pair in pairs if read else ():
                read(*pair)  # type: ignore[misc]
            if round_:
                seconds[name].append(process_time() - start)
    return {name: words / median(seconds[name]) if read else None for name, read in readers.items()}


def main() -> int:
    """Print each speed, or that the peer is not installed."""
    for name, found in speeds().items():
        print(f"{name:22} " + (f"{found:>10,.0f} words/s" if found else "not installed"))
    return 0


def _redlines() -> Reader | None:
    if find_spec("redlines") is None:
        return None
    redlines = import_module("redlines").Redlines
    return lambda old, new: redlines(old, new).output_markdown


def _spacy() -> Reader | None:
    if find_spec("spacy") is None or find_spec(MODEL) is None:
        return None
    read = import_module("spacy").load(MODEL)
    return lambda _, new: read(new)


if __name__ == "__main__":
    sys.exit(main())
