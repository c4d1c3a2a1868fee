"""Writes the page and everything it needs into a folder, which any static server can serve under any path.

index.html page.css page.js       the page
revtrack.mjs revtrack.d.ts        the module that other pages can use
worker.js offline.js              where Python runs; what keeps the page for use without a network
python/                           the runtime, and revtrack.zip
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from revtrack.browser import bundle, runtime
from revtrack.errors import InputError
from revtrack.gate import formulas
from revtrack.report import html, html_document
from revtrack.version import VERSION

MARKER = ".revtrack-page"
# What a browser keeps at once for use offline; the rest is kept as it is loaded.
KEPT_FIRST = ("./", "page.css", "page.js", "revtrack.mjs", "worker.js")
ASSETS = ("index.html", "page.css", "page.js", "worker.js", "offline.js", "revtrack.mjs", "revtrack.d.ts")


def write(folder: Path, archive: Path) -> int:
    """Write the page with the runtime in an archive, and give its size in bytes; raises InputError."""
    content = _content(runtime.files(archive))
    _check(folder)
    for name, data in content.items():
        target = folder / name
        _refuse_links(folder, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        # What is replaced while it is served is whole at every moment.
        part = target.with_name(f"{target.name}.part")
        part.unlink(missing_ok=True)
        part.write_bytes(data)
        part.replace(target)
    return sum(len(data) for data in content.values())


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


def _content(python: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of the page by its path in the folder."""
    large = {f"python/{name}": data for name, data in python.items()} | {"python/revtrack.zip": bundle.made()}
    written = {name: _asset(name) for name in ASSETS}
    every = (*large.values(), *(text.encode() for text in written.values()))
    values = {
        "%VERSION%": VERSION,
        "%PYODIDE%": runtime.VERSION,
        "%EDITION%": hashlib.sha256(b"\0".join(every)).hexdigest()[:16],
        "%POLICY%": _policy(),
        "%STYLES%": "".join(f"<option>{style}</option>" for style in sorted(formulas.styles(), key=_plain_first)),
        "%SIZES%": json.dumps({name: len(data) for name, data in sorted(large.items())}),
        "%SMALL%": json.dumps(KEPT_FIRST),
    }
    for place, value in values.items():
        written = {name: text.replace(place, value) for name, text in written.items()}
    marker = "This folder is written by revtrack page.\n"
    return {MARKER: marker.encode(), **{name: text.encode() for name, text in written.items()}, **large}


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
