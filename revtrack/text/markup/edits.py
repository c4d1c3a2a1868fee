"""Edits that keep the length of a text: markup goes, what is seen closes up, and the line is filled up with blanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from revtrack.model.named_tuple import NamedTuple


class MarkupEdit(NamedTuple):
    """A stretch of a file and what a reader sees of it, which is never longer.

    A tag in mid-word `joins` what is on its two sides; a comment or a shortcode does not.
    """

    start: int
    end: int
    seen: str = ""
    joins: bool = True


class MarkedLine(NamedTuple):
    """A line with markup: where it is, and for each character of its copy where that begins and ends in the file."""

    start: int
    end: int
    starts: list[int]
    ends: list[int]


def disjoint(edits: Iterable[MarkupEdit]) -> list[MarkupEdit]:
    """Edits in text order; of two that overlap the one that begins first counts, and of these the longer."""
    kept: list[MarkupEdit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def applied(text: str, edits: list[MarkupEdit]) -> tuple[str, list[MarkedLine]]:
    """The text with the edits made, as long as before, and the lines that had any."""
    parts: list[str] = []
    lines: list[MarkedLine] = []
    position = 0
    for start, end, chain in _lines(text, edits):
        seen, line = _closed_up(text, start, end, chain)
        parts += [text[position:start], seen.ljust(end - start)]
        lines.append(line)
        position = end
    return "".join([*parts, text[position:]]), lines


def _lines(text: str, edits: list[MarkupEdit]) -> Iterator[tuple[int, int, list[MarkupEdit]]]:
    """The lines that hold edits, with these; one edit may run over several lines."""
    place = 0
    while place < len(edits):
        first = place
        start = max(text.rfind("\n", 0, edits[first].start), text.rfind("\r", 0, edits[first].start)) + 1
        end = edits[first].start
        while place < len(edits) and edits[place].start <= end:
            end = _line_end(text, edits[place].end)
            place += 1
        yield start, end, edits[first:place]


def _line_end(text: str, offset: int) -> int:
    ends = [end for sign in "\r\n" if (end := text.find(sign, offset)) >= 0]
    return min(ends, default=len(text))


def _closed_up(text: str, start: int, end: int, edits: list[MarkupEdit]) -> tuple[str, MarkedLine]:
    """What is seen of a line, with one space where markup between two words is gone."""
    seen: list[str] = []
    line = MarkedLine(start, end, [], [])
    position = start
    for edit in edits:
        _copy(text, position, edit.start, seen, line)
        shown = edit.seen or ("" if edit.joins else " ")
        if shown and not (shown == " " and _ends_in_space(seen)):
            seen.append(shown)
            line.starts.extend([edit.start] * len(shown))
            line.ends.extend([edit.end] * len(shown))
        position = edit.end
    _copy(text, position, end, seen, line)
    return "".join(seen), line


def _copy(text: str, start: int, end: int, seen: list[str], line: MarkedLine) -> None:
    """Copy a stretch without markup; after an edit, not a second space."""
    if line.starts and start > line.start and _ends_in_space(seen):
        while start < end and text[start] == " ":
            start += 1
    if start < end:
        seen.append(text[start:end])
    line.starts.extend(range(start, end))
    line.ends.extend(range(start + 1, end + 1))


def _ends_in_space(seen: list[str]) -> bool:
    return not seen or seen[-1][-1].isspace()
