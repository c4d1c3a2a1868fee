"""Edits of a sentence in one line, read from Markdown: `The council [plans to close|closed] the pool.`"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from revtrack.changes.statements.edited import EditedSentence, edited
from revtrack.versions.words import marks

FOLDER = Path(__file__).parent
LINE = re.compile(r"^(?:#+ (?P<title>.+)|- (?P<edit>.+))$", re.MULTILINE)
CHANGE = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


class Edit(NamedTuple):
    """A sentence before and after, and the heading that it stands under."""

    title: str
    line: str

    def __str__(self) -> str:
        return f"{self.title}: {self.line}"

    @property
    def old(self) -> str:
        return self._side(1)

    @property
    def new(self) -> str:
        return self._side(2)

    def _side(self, group: int) -> str:
        return re.sub(" +", " ", CHANGE.sub(lambda change: change[group], self.line)).strip()


def read(name: str) -> list[Edit]:
    """The edits of a file of this folder, in order."""
    edits, title = [], ""
    for line in LINE.finditer((FOLDER / f"{name}.md").read_text(encoding="utf-8")):
        if line["title"]:
            title = line["title"]
        else:
            edits.append(Edit(title, line["edit"]))
    return edits


def sentence(old: str, new: str) -> EditedSentence:
    return edited(old, new, marks(old, new))
