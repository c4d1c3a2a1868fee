"""Lines of a terminal: runs of words wrapped to its width, with signs for what was removed and added.

`wrapped([Run("Some "), Run("8,000", "removed")])` gives "Some [-8,000-]"; in colour the same with ANSI styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from revtrack.report.runs import Run, State

BRACKETS: dict[State, tuple[str, str]] = {"kept": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}

# Struck orange and underlined blue-green: told apart without seeing red or green, and without any colour.
_STYLES = {"removed": "33;9", "added": "36;4", "high": "1;31", "medium": "1;33", "low": "2", "bold": "1", "dim": "2"}


class Paper:
    """Where lines are laid out: how wide it is and whether it has colours."""

    def __init__(self, colour: bool, width: int) -> None:
        self.colour, self.width = colour, width

    def styled(self, text: str, style: str) -> str:
        code = _STYLES.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def wrapped(self, runs: Iterable[Run], first: str = "", rest: str = "") -> Iterator[str]:
        """Runs in lines, each opened with an indent; marks are closed and opened again at a line's end."""
        line: list[tuple[str, Run]] = []
        used = len(first)
        for word, run in _words(runs):
            if line and used + len(word.rstrip()) > self.width:
                yield first + self._joined(line)
                line, used, first = [], len(rest), rest
            line.append((word, run))
            used += len(word)
        yield first + self._joined(line)

    def _joined(self, line: list[tuple[str, Run]]) -> str:
        parts = []
        for (state, focus), group in groupby(line, key=lambda item: (item[1].state, item[1].focus)):
            text = "".join(word for word, _ in group)
            inner = text.strip(" ")
            if not inner:
                parts.append(text)
                continue
            opened, closed = BRACKETS[state]
            style = state if state != "kept" else "bold" if focus else ""
            before, after = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
            parts.append(before + self.styled(f"{opened}{inner}{closed}", style) + after)
        return "".join(parts).rstrip()


def _words(runs: Iterable[Run]) -> Iterator[tuple[str, Run]]:
    """Each word with the spaces behind it."""
    for run in runs:
        start = 0
        while start < len(run.text):
            space = run.text.find(" ", start)
            end = len(run.text) if space < 0 else space + 1
            yield run.text[start:end], run
            start = end
