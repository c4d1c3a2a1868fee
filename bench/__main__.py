"""`make bench`: measures everything once, keeps the figures in build/bench.json and fills the README's tables."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bench import archives, gate, growth, instructions, peers, quality, readme, speed, store


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    rounds: int  # of interleaved runs
    hooks: int  # runs of the hook over a hundred articles each
    archives: tuple[int, ...]  # how many articles the archives hold that a revision is added to
    single: int  # texts that are added one by one
    times: tuple[int, ...]  # how many articles make one long text
    commands: str = "small"  # the size of the archives that whole commands are run over
    before: Path | None = None  # where an earlier revtrack is installed, to measure beside this one


SIZES = {
    "small": Size(7, 1, (10, 1_000), 0, (1, 3, 10)),
    "full": Size(31, 9, (10, 1_000, 50_000), 10_000, (1, 10, 100), "full"),
}

# Each fills the table of its name; one that gives None leaves it as it is.
PARTS: dict[str, Callable[[Size], object]] = {
    "speed": lambda size: speed.measure(size.rounds) | gate.measure(size.rounds, size.hooks) | instructions.measure(),
    "store": lambda size: store.measure(size.rounds, size.archives, size.single),
    "archives": lambda size: archives.measure(size.before, size.commands),
    "peers": lambda _: peers.speeds(),
    "growth": lambda size: growth.measure(size.times),
    "quality": lambda _: quality.measure() if quality.GOLD.is_dir() else None,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument(
        "--before", type=Path, help="the environment of an earlier revtrack, to measure beside this one"
    )
    given = parser.parse_args()
    size = replace(SIZES[given.size], before=given.before and given.before.absolute())
    measured = {"machine": readme.machine()} | {name: _told(name, part, size) for name, part in PARTS.items()}
    if measured["quality"] is None:
        print(f"no gold data at {quality.GOLD}: the table of quality stays as it is", file=sys.stderr)
    kept = quality.ROOT / "build" / "bench.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    text = readme.README.read_text(encoding="utf-8")
    readme.README.write_text(readme.filled(text, measured), encoding="utf-8")
    print("\n".join(readme.tables(measured).values()))
    return 0


def _told(name: str, part: Callable[[Size], object], size: Size) -> object:
    print(f"measuring {name} ...", file=sys.stderr, flush=True)
    start = time.monotonic()
    found = part(size)
    print(f"{name} took {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
