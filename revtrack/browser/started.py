"""Python and revtrack as they are once they have started: their memory, written down when the page is made.

A browser that takes it over need not start Python, import revtrack and read its tables: CPU 9.3 s without, 1.5 s with
it, of Node on one machine. What is left of the code is zipped beside it, for what the rehearsal does not touch.

Node runs the same Python as a browser does; it comes with npm, which fetches that Python.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from revtrack.errors import InputError

# What the memory depends on, beside the runtime and the code.
INPUTS = ("rehearsal.py", "started.mjs", "story.txt", "unused.txt")
# Tables that the rehearsal reads whole, each by the one function that ever reads it.
KEPT = frozenset(f"revtrack/lexicon/{name}" for name in ("surnames.txt", "tagger.bin", "towns.txt"))


def made(python: Mapping[str, bytes], code: bytes) -> tuple[bytes, bytes]:
    """The memory, and a zip of what code is still to be loaded by chance; raises InputError."""
    node = shutil.which("node")
    if node is None:
        raise InputError("Node.js is not installed: the page is made with it; install it (npm comes with it)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in INPUTS:
            (folder / file).write_bytes(_own(file))
        for file, data in {**python, "revtrack.zip": code}.items():
            (folder / file).write_bytes(data)
        ran = subprocess.run([node, folder / "started.mjs", folder], capture_output=True, text=True, check=False)
        if ran.returncode:
            told = (ran.stderr.strip().splitlines() or ["it says nothing"])[-1][:200]
            raise InputError(f"Node.js could not start Python for the page ({told}): it takes Node.js 18 or later")
        loaded = frozenset(json.loads((folder / "read.json").read_bytes()))
        return (folder / "started.bin").read_bytes(), _rest((python["python_stdlib.zip"], code), loaded | KEPT)


def _rest(archives: tuple[bytes, ...], without: frozenset[str]) -> bytes:
    """What two zip files hold, without what is loaded and what is never used."""
    unused = tuple(line for line in _own("unused.txt").decode().splitlines() if not line.startswith("#"))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as rest:
        for archive in archives:
            with zipfile.ZipFile(io.BytesIO(archive)) as source:
                for name in sorted(source.namelist()):
                    if not name.endswith("/") and name not in without and not name.startswith(unused):
                        rest.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _own(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()
