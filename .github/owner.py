"""Writes who publishes this revtrack into its links: `make owner OWNER=NAME`, which the release does by itself.

The repository keeps the word OWNER where the account's name goes, so that a fork's packages and pages link to the fork.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

# What an account may be called: https://docs.github.com/en/get-started/learning-about-github
ACCOUNT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?")
PLACE = re.compile(r"\bOWNER(?=/revtrack\b|\.github\.io/revtrack\b)")


def fill(root: Path, owner: str) -> list[str]:
    """Write the owner into every file that Git tracks, and give the files that changed."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True).stdout
    return [name for name in listed.decode().split("\0") if name and _fill(root / name, owner)]


def _fill(path: Path, owner: str) -> bool:
    data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    if b"OWNER" not in data:
        return False
    text = data.decode()
    filled = PLACE.sub(owner, text)
    if filled != text:
        path.write_bytes(filled.encode())
    return filled != text


def main() -> None:
    """The owner is the one argument."""
    owner = sys.argv[1] if len(sys.argv) == 2 else ""
    if not ACCOUNT.fullmatch(owner):
        sys.exit("owner: name the account that publishes revtrack: make owner OWNER=riverside-news")
    for name in fill(Path.cwd(), owner):
        print(f"{name}: links to {owner}")


if __name__ == "__main__":
    main()
