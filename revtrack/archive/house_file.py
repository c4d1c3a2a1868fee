"""The house rules of a repository, from the version of its configuration that applies.

`check` reads the version that is checked, `import git` that of the commit imported, everything else the work tree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from revtrack.gate.house import FILES, House

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource


def of(source: RevisionSource) -> House:
    """The house rules of a newsroom's repository, the built-in ones of a store; raises InputError."""
    from revtrack.repositories.newsroom import Newsroom

    return parse(source.file) if isinstance(source, Newsroom) else House()


def parse(read: Callable[[str], bytes | None]) -> House:
    """The house rules in the file that applies, the built-in ones without one; raises InputError.

    `read` gives the content of a file by its path from the top, None if there is no such file.
    """
    return find(read) or House()


def find(read: Callable[[str], bytes | None]) -> House | None:
    """The house rules in the file that applies, None where there is no such file; raises InputError."""
    for name in FILES:
        data = read(name)
        house = None if data is None else parse_file(data, name)
        if house:
            return house
    return None


def parse_file(data: bytes, name: str) -> House | None:
    """The house rules in one file, None for a pyproject.toml without a table for revtrack; raises InputError."""
    from revtrack.gate import configuration

    return configuration.parse(data.decode("utf-8-sig", "replace"), name)
