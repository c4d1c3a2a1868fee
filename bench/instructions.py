"""`python -m bench.instructions`: what `compare` of 900 words costs in instructions, as Valgrind counts them.

The count does not depend on how busy the machine is, so that it can be held: `ceilings.toml` has what was reached, by
version of Python, and five percent more is too much. Without Valgrind, or on another Python, nothing is checked.
The first run on a machine compiles the expressions that it needs and keeps them; what people wait for is a later one.

The package is found by its path (`-S`), not by the finder of an editable installation: that is no part of revtrack
where it is installed.
"""

from __future__ import annotations

import compileall
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from pathlib import Path

from bench.articles import article, revised
from bench.quality import ROOT

CEILINGS = Path(__file__).with_name("ceilings.toml")
SLACK = 0.05
_PATHS = [str(ROOT), sysconfig.get_paths()["purelib"]]
_FOUND = f"import sys; sys.path[:0] = {_PATHS!r}"
_BARRED = "sys.modules |= dict.fromkeys(f'revtrack.claims.tagger.{name}' for name in ('_scoring', '_passages'))"
_RUN = "from revtrack.cli import main; main()"


def measure() -> dict[str, float]:
    """Millions of instructions by name; nothing where there is no Valgrind."""
    if shutil.which("valgrind") is None:
        return {}
    for package in (ROOT / "revtrack", Path(_PATHS[1]) / "click"):
        compileall.compile_dir(package, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "old.txt", Path(folder) / "new.txt"
        old.write_text(article(900), encoding="utf-8")
        new.write_text(revised(article(900)), encoding="utf-8")
        files = ["compare", str(old), str(new), "--format", "json"]
        return {
            "python_instructions": counted("pass", folder),
            "compare_first_instructions": counted(f"{_FOUND}; {_RUN}", folder, *files),
            "compare_instructions": counted(f"{_FOUND}; {_RUN}", folder, *files),
            "compare_in_python_instructions": counted(f"{_FOUND}; {_BARRED}; {_RUN}", folder, *files),
        }


def counted(code: str, cache: str, *arguments: str) -> float:
    """Millions of instructions of Python running some code, with this folder for what is kept between runs."""
    valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    done = subprocess.run(
        [*valgrind, sys.executable, "-S", "-c", code, *arguments],
        env={**os.environ, "PYTHONHASHSEED": "0", "XDG_CACHE_HOME": cache},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    [count] = re.findall(r"I\s+refs:\s+([\d,]+)", done.stderr)
    return int(count.replace(",", "")) / 1_000_000


def exceeded(measured: dict[str, float], ceilings: dict[str, float]) -> list[str]:
    """The rows that cost more than their ceiling and its slack."""
    return [key for key, most in ceilings.items() if measured[key] > most * (1 + SLACK)]


def main() -> int:
    """Measure, print each row beside its ceiling, and return 1 when one is exceeded."""
    measured = measure()
    if not measured:
        print("bench.instructions: no Valgrind; nothing was checked")
        return 0
    version = ".".join(map(str, sys.version_info[:2]))
    ceilings = tomllib.loads(CEILINGS.read_text(encoding="utf-8")).get(version, {})
    for key, count in measured.items():
        ceiling = f"ceiling {ceilings[key]:,.0f}" if key in ceilings else ""
        print(f"{key:32} {count:8,.0f} M  {ceiling}".rstrip())
    failed = exceeded(measured, ceilings)
    if failed:
        print(f"bench.instructions: above the ceiling: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
