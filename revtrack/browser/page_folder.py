"""Writes the page and everything it needs into a folder, which any static server can serve under any path.

index.html page.css page.js       the page
revtrack.mjs revtrack.d.mts       the module that other pages can use
wordpress.mjs                     an example that uses it: two revisions of a post
worker.js offline.js              where Python runs; what keeps the page for use without a network
python/                           the runtime, its memory once revtrack has started in it, and the rest of the code

Large files end in .bin: a server that takes .gz for an encoding would unpack them on the way.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from revtrack.browser import bundle, runtime, started
from revtrack.errors import InputError
from revtrack.gate import formulas
from revtrack.report import html, html_document
from revtrack.version import VERSION

MARKER = ".revtrack-page"
# What a browser keeps for use offline, beside the large files.
SMALL = ("./", "page.css", "page.js", "revtrack.mjs", "worker.js")
ASSETS = (
    "index.html",
    "page.css",
    "page.js",
    "worker.js",
    "offline.js",
    "revtrack.mjs",
    "revtrack.d.mts",
    "wordpress.mjs",
)


def write(folder: Path, archive: Path, home: str = "") -> int:
    """Write the page with the runtime in an archive, and give its size in bytes; raises InputError.

    `home` is the path from the page to the site that it is part of, whose articles it may fetch. A page that is up to
    date is left as it is: to make one takes Node.js several seconds.
    """
    python = runtime.files(archive)
    _check(folder)
    code = bundle.made()
    marker = _marker(code, home)
    if (folder / MARKER).is_file() and (folder / MARKER).read_bytes() == marker:
        return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    content = {**_content(python, code, home), MARKER: marker}
    # The marker says whose the folder is from the first, and of what it was made at the last.
    _refuse_links(folder, folder / MARKER)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_bytes(b"")
    for name, data in content.items():
        target = folder / name
        _refuse_links(folder, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        # What is replaced while it is served is whole at every moment.
        part = target.with_name(f"{target.name}.part")
        part.unlink(missing_ok=True)
        part.write_bytes(data)
        part.replace(target)
    for file in (folder / "python").iterdir():  # of an earlier revtrack
        if f"python/{file.name}" not in content and not file.is_dir():
            file.unlink()
    return sum(len(data) for data in content.values())


def _marker(code: bytes, home: str) -> bytes:
    """Says whose the folder is, and of what it was made."""
    own = (files(__package__).joinpath(name).read_bytes() for name in started.INPUTS)
    parts = (code, *own, *(_asset(name).encode() for name in ASSETS), runtime.INTEGRITY.encode(), home.encode())
    digest = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
    return f"This folder is written by revtrack page.\n{digest}\n".encode()


def _refuse_links(folder: Path, target: Path) -> None:
    """Raise InputError where a file of the page, or a folder above it, is a link that may lead out of the folder."""
    for path in (target, *target.parents):
        if path == folder:
            return
        if path.is_symlink():
            raise InputError(f"{path}: is a symbolic link, which could lead out of the page's folder: remove it")


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder}: is a file: name a folder for the page")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise InputError(f"{folder}: exists and was not written by `revtrack page`: name a new or an empty folder")


def _content(python: Mapping[str, bytes], code: bytes, home: str) -> dict[str, bytes]:
    """Every file of the page by its path in the folder."""
    memory, rest = started.made(python, code)
    large = {
        **{f"python/{name}": python[name] for name in ("pyodide.mjs", "pyodide.asm.mjs", runtime.LOCK)},
        "python/pyodide.asm.wasm.bin": _packed(python["pyodide.asm.wasm"]),
        "python/started.bin": _packed(memory),
        "python/rest.zip": rest,
    }
    written = {name: _asset(name) for name in ASSETS}
    every = (*large.values(), *(text.encode() for text in written.values()))
    values = {
        "%VERSION%": VERSION,
        "%HOME%": home,
        "%PYODIDE%": runtime.VERSION,
        "%EDITION%": hashlib.sha256(b"\0".join(every)).hexdigest()[:16],
        "%POLICY%": _policy(),
        "%STYLES%": "".join(f"<option>{style}</option>" for style in sorted(formulas.styles(), key=_plain_first)),
        "%SIZES%": json.dumps({name: len(data) for name, data in sorted(large.items())}),
        "%FILES%": json.dumps([*SMALL, *sorted(large)]),
    }
    for place, value in values.items():
        written = {name: text.replace(place, value) for name, text in written.items()}
    return {**{name: text.encode() for name, text in written.items()}, **large}


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _policy() -> str:
    """What the page may load: its own files, and the style and script of the report that it shows."""
    style, script = html_document.hashes(html.DIFF, html.DIFF_SCRIPTS)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'wasm-unsafe-eval' {script}",
            f"style-src 'self' {style}",
            "connect-src 'self'",
            "worker-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _plain_first(style: str) -> tuple[bool, str]:
    return style != formulas.PLAIN, style


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")
