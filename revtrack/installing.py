"""The command that adds an extra to revtrack, in the way in which this revtrack was installed.

It is found in what the installers leave: `pipx_metadata.json` and `uv-receipt.toml` beside the environment, and
`direct_url.json` for what was installed from a folder or a repository. No other package is ever named: anyone
could register its name.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

_NAME = "revtrack"


def command(extra: str) -> str:
    """The command: `pipx install --force 'revtrack[documents]'`."""
    prefix = Path(sys.prefix)
    editable, wanted = _requirement(extra)
    flag = ["--editable"] if editable else []
    if (prefix / "pipx_metadata.json").is_file():
        return _line(["pipx", "install", "--force", *flag, wanted])
    if (prefix / "uv-receipt.toml").is_file():
        return _line(["uv", "tool", "install", "--force", *flag, wanted])
    if _installer() == "uv":
        return _line(["uv", "pip", "install", "--python", sys.executable, *flag, wanted])
    return _line([sys.executable or "python", "-m", "pip", "install", *flag, wanted])


def _requirement(extra: str) -> tuple[bool, str]:
    """Whether revtrack is run from a work folder, and what to install to have the extra as well."""
    try:
        found = metadata.distribution(_NAME)
    except metadata.PackageNotFoundError:
        return False, f"{_NAME}[{extra}]"
    try:
        origin = json.loads(found.read_text("direct_url.json") or "{}")
    except ValueError:
        origin = {}
    url = origin.get("url") or ""
    if url.startswith("file:"):
        folder = url2pathname(urlsplit(url).path)
        editable = bool(origin.get("dir_info", {}).get("editable"))
        return editable, f"{folder}[{extra}]"
    if url:
        vcs = origin.get("vcs_info", {})
        kind = f"{vcs['vcs']}+" if vcs.get("vcs") else ""
        revision = f"@{vcs['commit_id']}" if vcs.get("commit_id") else ""
        return False, f"{_NAME}[{extra}] @ {kind}{url}{revision}"
    return False, f"{_NAME}[{extra}]=={found.version}"


def _installer() -> str:
    try:
        return (metadata.distribution(_NAME).read_text("INSTALLER") or "").strip()
    except metadata.PackageNotFoundError:
        return ""


def _line(words: list[str]) -> str:
    """The words as one line for the shell of this system."""
    if os.name == "nt":
        return " ".join(f'"{word}"' if " " in word or "[" in word else word for word in words)
    return shlex.join(words)
