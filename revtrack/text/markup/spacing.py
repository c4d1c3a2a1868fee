"""Two or three spaces between two words of a line, which a reader sees as one.

    "It cost 1.2  million" is "It cost 1.2 million"

Wider gaps part columns, and those between two numbers may: they stay. So does the second space behind a full stop,
which parts sentences as one does.
"""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.text.expressions import expression
from revtrack.text.markup.edits import MarkupEdit

_SPACES = " \u00a0\u2009\u202f"
_RUN = f"[{_SPACES}]{{2,3}}"
_OPENING = "$£€“‘\"'("
WIDE = expression(rf"(?<=[^\W\d]|[,;$£€]){_RUN}(?=[\w{_OPENING}])|(?<=[\d%]){_RUN}(?=[^\W\d]|[{_OPENING}])")


def edits(text: str, begin: int) -> Iterator[MarkupEdit]:
    """The runs of spaces that are one to a reader."""
    yield from (MarkupEdit(*run.span(), " ") for run in WIDE.finditer(text, begin))
