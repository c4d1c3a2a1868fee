"""The Python that runs in a browser: files of the npm package `pyodide`, of one version, known by its hash.

It is never fetched by revtrack. `make page` fetches it, or anyone with `npm pack`, and what was fetched is checked
here.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from collections.abc import Mapping
from pathlib import Path

from revtrack.errors import InputError

VERSION = "314.0.7"
PACKAGE = f"pyodide@{VERSION}"
ARCHIVE = f"pyodide-{VERSION}.tgz"
# As the registry states it (`npm view pyodide@314.0.7 dist.integrity`).
INTEGRITY = "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
# What a page needs of it; the list of further Python packages is replaced by an empty one.
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
_LARGEST = 100_000_000
_ADVICE = f"fetch it with `npm pack {PACKAGE}` and name it with --runtime {ARCHIVE}"


def files(archive: Path) -> Mapping[str, bytes]:
    """The files of the runtime, by name; raises InputError where the archive is not the one that is expected."""
    try:
        with archive.open("rb") as file:
            data = file.read(_LARGEST)  # what is larger has another hash
    except OSError as error:
        cause = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise InputError(f"{archive}: {cause}: the page needs {PACKAGE}: {_ADVICE}") from None
    if base64.b64encode(hashlib.sha512(data).digest()).decode() != INTEGRITY:
        raise InputError(f"{archive}: is not {PACKAGE}, or is damaged: {_ADVICE}")
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as held:
        found = {name: _content(held, name) for name in (*FILES, LOCK)}
    lock = json.loads(found[LOCK])
    return found | {LOCK: json.dumps({"info": lock["info"], "packages": {}}).encode()}


def _content(held: tarfile.TarFile, name: str) -> bytes:
    file = held.extractfile(f"package/{name}")
    assert file is not None, "an archive with the right hash has its files"
    return file.read()
