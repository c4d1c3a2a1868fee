"""Terminal lines: runs of words wrapped to its width, with brackets around removed and added words.

`wrapped([MarkedRun("Some "), MarkedRun("8,000", "removed")])` gives "Some [-8,000-]", with ANSI styles in colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from revtrack.report.marked_text import MarkedRun, State

BRACKETS: dict[State, tuple[str, str]] = {"kept": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}

Word = tuple[str, MarkedRun]  # a word with the space after it, if any

# Struck orange and underlined blue: told apart without seeing red or green, and without any colour. Of the 256 colours
# these are the ones that are read on white as well as on black: each has a contrast of 4 to 1 or more with both.
_STYLES = {
    "removed": "38;5;130;9",
    "added": "38;5;63;4",
    "high": "1;38;5;161",
    "medium": "1;38;5;130",
    "low": "38;5;243",
    "bold": "1",
    "dim": "38;5;243",
}


class Screen:
    """The terminal that lines are laid out for: its width, and whether it has colours."""

    def __init__(self, colour: bool, width: int) -> None:
        self.colour, self.width = colour, width

    def styled(self, text: str, style: str) -> str:
        code = _STYLES.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def wrapped(self, runs: Iterable[MarkedRun], first: str = "", rest: str = "") -> Iterator[str]:
        """Runs as indented lines; marks are closed at the end of a line and reopened on the next."""
        line: list[Word] = []
        used = len(first)
        for piece in _unbroken(runs):
            width = sum(len(word) for word, _ in piece) + _signs(line, piece)
            if line and used + width - piece[-1][0].endswith(" ") > self.width:
                yield first + self._joined(line)
                line, used, first = [], len(rest), rest
                width = sum(len(word) for word, _ in piece) + _signs(line, piece)
            line += piece
            used += width
        yield first + self._joined(line)

    def _joined(self, line: list[Word]) -> str:
        parts = []
        for (state, focus), group in groupby(line, key=lambda item: _style(item[1])):
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


def _style(run: MarkedRun) -> tuple[State, bool]:
    """The look of a run: its state and, for kept words, whether they belong to the claim."""
    return run.state, run.focus and run.state == "kept"


def _unbroken(runs: Iterable[MarkedRun]) -> Iterator[list[Word]]:
    """Pieces that may not be split across lines: words up to the next space, whatever their marks."""
    piece: list[Word] = []
    for run in runs:
        for word in run.text.replace(" ", " \n").split("\n"):
            if word:
                piece.append((word, run))
            if word.endswith(" "):
                yield piece
                piece = []
    if piece:
        yield piece


def _signs(line: list[Word], piece: list[Word]) -> int:
    """The width of the brackets that a piece opens."""
    states: list[State] = ["kept", *(run.state for _, run in [*line[-1:], *piece])]
    changes = [after for before, after in pairwise(states[bool(line) :]) if before != after]
    return sum(len("".join(BRACKETS[state])) for state in changes)
