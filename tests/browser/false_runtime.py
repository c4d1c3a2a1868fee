"""A double of the Python for browsers: files of the right names, in an archive of its own hash."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path

from revtrack.browser import runtime


def write(folder: Path) -> tuple[Path, str]:
    """The archive in a folder, and the hash to expect of it."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as tar:
        for name in (*runtime.FILES, runtime.LOCK):
            data = json.dumps({"info": {"python": "3.14"}, "packages": {"numpy": {}}}).encode()
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    path = folder / runtime.ARCHIVE
    path.write_bytes(held.getvalue())
    return path, base64.b64encode(hashlib.sha512(held.getvalue()).digest()).decode()
