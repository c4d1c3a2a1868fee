"""Cases that are read as Markdown: two versions, and what an editor is told of them.

    # figure                                        only the changes of this kind are looked at; `any`: all of them
    ## In another form                              what the cases below it have in common
    ```
    - 10,000 people came to Orrin.                  the old version
    + Ten thousand people came to Orrin.            the new one; a bare `-` or `+` is an empty line
    ```
    ```
    - 12 people died.
    + 21 people died.
    = figure/value high: people: 12 -> 21 (+75%)    a change: kind, labels, severity, and the message if written
    ~ figure/value high                             a change the other way round, from new to old
    ```

A case without `=` has no change, and none the other way round; with `=` and without `~` only the one way is looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
PART = re.compile(r"^# (?P<kind>\w+)$|^## (?P<title>[^\n]+)$|^```\n(?P<case>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """Two versions, and the changes of a kind between them."""

    title: str
    kind: str | None
    old: str
    new: str
    expected: tuple[str, ...]
    mirrored: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.title}: {self.new}"


def read(name: str) -> list[Case]:
    """The cases of a file, in order."""
    cases, kind, title = [], None, ""
    for part in PART.finditer((FOLDER / f"{name}.md").read_text(encoding="utf-8")):
        if part["kind"]:
            kind = None if part["kind"] == "any" else part["kind"]
        elif part["title"]:
            title = part["title"]
        else:
            old, new, expected, mirrored = (_lines(part["case"], sign) for sign in "-+=~")
            cases.append(Case(title, kind, "\n".join(old), "\n".join(new), tuple(expected), tuple(mirrored)))
    return cases


def _lines(case: str, sign: str) -> list[str]:
    return [line[2:] for line in case.splitlines() if line.startswith(sign)]
