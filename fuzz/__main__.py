"""`python -m fuzz`: fuzz every target in turn, or replay the inputs that once failed; 1 where something fails."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from fuzz import engines, kept_inputs

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "build" / "fuzz"
FINDINGS, TALLY = BUILT / "findings", BUILT / "tally.json"
ROUNDS = 3
"""How often the time goes round all targets, so that a stopped run has seen each of them."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=int(os.environ.get("FUZZ_SECONDS") or 3600))
    parser.add_argument("--only", metavar="TARGET", action="append", help="this target alone")
    parser.add_argument(
        "--engine", choices=("atheris", "hypothesis", "chance"), help="default: atheris where it is installed"
    )
    parser.add_argument("--replay", action="store_true", help="run what is kept in fuzz/corpus, and nothing else")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    engine = asked.engine or ("atheris" if engines.has_atheris() else "hypothesis")
    if asked.child:
        _work(engine, asked.only[0], asked.seconds)
        return 0
    if asked.replay:
        return _replayed(asked.only)
    return _fuzzed(engine, asked.only, asked.seconds)


def _fuzzed(engine: str, only: list[str] | None, seconds: int) -> int:
    names = only or kept_inputs.targets()
    FINDINGS.mkdir(parents=True, exist_ok=True)
    each = max(1, seconds // (len(names) * ROUNDS))
    before = kept_inputs.files(FINDINGS)
    started = time.monotonic()
    if engine == "chance":
        engines.chance(names, seconds, FINDINGS, TALLY)
        names = []
    for _ in range(ROUNDS):
        for name in names:
            command = [sys.executable, "-m", "fuzz", "--child", "--engine", engine, "--only", name]
            done = subprocess.run([*command, "--seconds", str(each)], cwd=ROOT, check=False)
            if done.returncode:
                print(f"fuzz: {name}: ended with {done.returncode}: see {FINDINGS}", file=sys.stderr)
    counts = engines.read_tally(TALLY)
    print(f"{sum(counts.values()):,} executions so far, {time.monotonic() - started:,.0f} s now, by {engine}")
    for name, count in counts.items():
        print(f"  {name:12} {count:10,}")
    new = sorted(kept_inputs.files(FINDINGS) - before)
    print(f"{len(new)} new findings", *new, sep="\n  ")
    return 1 if new else 0


def _work(engine: str, target: str, seconds: int) -> None:
    if engine == "atheris":
        engines.atheris(target, seconds, BUILT / "seeds" / target, FINDINGS, TALLY)
    engines.hypothesis(target, seconds, FINDINGS, TALLY)


def _replayed(only: list[str] | None) -> int:
    failed = 0
    for target, path in kept_inputs.kept():
        if only and target not in only:
            continue
        run = engines.Run(target, FINDINGS)
        run.once(path.read_bytes())
        failed += len(run.failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
