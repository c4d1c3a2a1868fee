"""`make bench`: measures everything once, keeps the figures in build/bench.json and fills the README's tables."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable

from bench import gate, growth, quality, readme, speed, store

# Rounds of the interleaved runs, how many articles the archives hold that a revision is added to, and how many texts
# are added one by one.
SIZES = {"small": (7, (10, 1_000), 0), "full": (31, (10, 1_000, 50_000), 10_000)}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="small")
    rounds, archives, single = SIZES[parser.parse_args().size]
    measured = {
        "machine": readme.machine(),
        "speed": _told("speed", lambda: speed.measure(rounds) | gate.measure(rounds)),
        "store": _told("store", lambda: store.measure(rounds, archives, single)),
        "growth": _told("growth", lambda: growth.measure()),
        "quality": _told("quality", quality.measure) if quality.GOLD.is_dir() else None,
    }
    if measured["quality"] is None:
        print(f"no gold data at {quality.GOLD}: the table of quality stays as it is", file=sys.stderr)
    kept = quality.ROOT / "build" / "bench.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    text = readme.README.read_text(encoding="utf-8")
    readme.README.write_text(readme.filled(text, measured), encoding="utf-8")
    print("\n".join(readme.tables(measured).values()))
    return 0


def _told(name: str, run: Callable[[], object]) -> object:
    print(f"measuring {name} ...", file=sys.stderr, flush=True)
    return run()


if __name__ == "__main__":
    sys.exit(main())
