"""Who makes the bytes: Atheris, which breeds those that reach new code, Hypothesis, or nothing but chance.

Each counts what it executed and keeps what failed. Chance alone starts at once and costs next to nothing an input,
so that a machine with little time to spare executes the most by it.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import time
import traceback
from pathlib import Path

LARGEST = 160
"""Bytes of an input: small ones reach as much and run faster."""

TURN = 0.1
SHARES = {"texts": 4, "versions": 4, "mirrors": 4, "raw": 2, "reports": 2, "forms": 2}
"""What takes long and is used most gets more turns than a quick look at an operand."""
EVERY = 2.0
"""Seconds between two notes of the count."""


class Run:
    """One target at work: what was executed, and a file for each place that failed."""

    def __init__(self, target: str, findings: Path, tally: Path | None = None) -> None:
        from fuzz.targets import TARGETS
        from revtrack.model import guard

        guard.STRICT = True  # errors come out where they are raised
        self.target, self.findings, self.tally = target, findings, tally
        self.executions, self._noted = 0, time.monotonic()
        self.failed: dict[tuple[str, ...], bytes] = {}
        self._work = TARGETS[target]

    def once(self, data: bytes) -> None:
        """Execute one input; of those that fail in one place the smallest is kept."""
        self.executions += 1
        # libFuzzer ends the process without a word, so the count is noted on the way.
        if time.monotonic() - self._noted > EVERY:
            self.note()
        try:
            self._work(data)
        except Exception as error:
            place = _place(error)
            if place not in self.failed or len(data) < len(self.failed[place]):
                self._keep(place, data)

    def note(self) -> None:
        """Add what was executed to the tally of this clone."""
        if self.tally:
            counts = read_tally(self.tally)
            counts[self.target] = counts.get(self.target, 0) + self.executions
            self.tally.write_text(json.dumps(counts, indent=1, sort_keys=True))
        self.executions, self._noted = 0, time.monotonic()

    def _keep(self, place: tuple[str, ...], data: bytes) -> None:
        folder = self.findings / self.target
        folder.mkdir(parents=True, exist_ok=True)
        earlier = self.failed.get(place)
        if earlier is not None:
            (folder / name_of(earlier)).unlink(missing_ok=True)
        self.failed[place] = data
        (folder / name_of(data)).write_bytes(data)
        print(f"fuzz: {self.target}: {' '.join(place)}: {folder / name_of(data)}", file=sys.stderr)


def read_tally(file: Path) -> dict[str, int]:
    """The executions of each target so far."""
    return dict(json.loads(file.read_text())) if file.exists() else {}


def name_of(data: bytes) -> str:
    """The name of an input in a folder of them."""
    return hashlib.sha256(data).hexdigest()[:16]


def _place(error: Exception) -> tuple[str, ...]:
    """What tells one finding from another: the error, where it was raised, and what is held there."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    said = (str(error).splitlines() or [""])[0].partition(":")[0][:60]
    return type(error).__name__, f"{Path(last.filename).name}:{last.lineno}", said


def has_atheris() -> bool:
    from importlib.util import find_spec

    return find_spec("atheris") is not None


def atheris(target: str, seconds: int, seeds: Path, findings: Path, tally: Path) -> None:
    """Breed inputs from those in a folder; never returns, as libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["revtrack"]):
        run = Run(target, findings, tally)
    seeds.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LARGEST}",
        "-timeout=120",
        "-rss_limit_mb=4096",
        "-verbosity=0",
        "-print_final_stats=0",
        f"-artifact_prefix={findings}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(seeds)], run.once)
    atheris.Fuzz()


def chance(targets: list[str], seconds: int, findings: Path, tally: Path) -> None:
    """Go round the targets, each with its share of the time, with inputs of a seed that no two runs share."""
    end, draw = time.monotonic() + seconds, random.Random(time.time_ns())
    runs = [Run(target, findings, tally) for target in targets]
    left = dict.fromkeys(targets, 0.0)
    while time.monotonic() < end:
        for run in runs:
            left[run.target] += TURN * SHARES.get(run.target, 1)
            while left[run.target] > 0:  # one that took longer than its turn waits for others to have had as much
                start = time.thread_time()
                run.once(draw.randbytes(draw.randrange(1, draw.randrange(2, LARGEST))))  # mostly short ones
                left[run.target] -= time.thread_time() - start
    for run in runs:
        run.note()


def hypothesis(target: str, seconds: int, findings: Path, tally: Path) -> None:
    """Draw inputs until the time is over, another series of them in each round."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    run = Run(target, findings, tally)
    end = time.monotonic() + seconds
    series = int(time.time())
    options = settings(
        max_examples=500,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    while time.monotonic() < end:
        series += 1

        @seed(series)
        @options
        @given(st.binary(max_size=LARGEST))
        def drawn(data: bytes) -> None:
            if time.monotonic() < end:
                run.once(data)

        drawn()
    run.note()
