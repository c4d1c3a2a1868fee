"""Edits that keep the length of a text: markup becomes blank, or the characters it stands for and blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from revtrack.model import Span

_LETTERS = re.compile(r"\S*")


class Edit(NamedTuple):
    """A stretch of a file and what a reader sees of it, which is never longer.

    A tag in mid-word `joins` what stands on its two sides; a line break or the tag of a paragraph does not.
    """

    start: int
    end: int
    seen: str = ""
    joins: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """A word with markup inside, whose characters were moved together to its start; `sources` is where each was."""

    start: int
    end: int
    sources: tuple[Span, ...]


def disjoint(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in text order; of two that overlap the one that begins first counts, and of these the longer."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def applied(text: str, edits: list[Edit]) -> tuple[str, list[Word]]:
    """The text with the edits made, as long as before, and the words whose characters were moved together."""
    parts: list[str] = []
    words: list[Word] = []
    position = place = 0
    while place < len(edits):
        chain, end = _chain(text, edits, place)
        start = _word_start(text, chain[0], position)
        characters = _characters(text, chain, start, end)
        parts.append(text[position:start])
        if characters and (any(edit.seen and edit.joins for edit in chain) or _has_gap(characters)):
            seen = "".join(character for character, _ in characters)
            indent = _indent(chain, characters, start)
            words.append(Word(start + indent, end, tuple(source for _, source in characters)))
            parts.append((" " * indent + seen).ljust(end - start))
        else:
            parts.append(_blanked(text, chain, start, end))
        position = end
        place += len(chain)
    parts.append(text[position:])
    return "".join(parts), words


def _chain(text: str, edits: list[Edit], place: int) -> tuple[list[Edit], int]:
    """The edits that stand in one word with the one at `place`, and the end of that word."""
    chain = [edits[place]]
    end = chain[0].end
    while chain[-1].joins:
        after = edits[place + len(chain)] if place + len(chain) < len(edits) else None
        match = _LETTERS.match(text, end, after.start if after else len(text))
        end = match.end() if match else end
        if not after or after.start > end or not after.joins:
            break
        chain.append(after)
        end = after.end
    return chain, end


def _word_start(text: str, first: Edit, position: int) -> int:
    start = first.start
    while first.joins and start > position and not text[start - 1].isspace():
        start -= 1
    return start


def _characters(text: str, chain: list[Edit], start: int, end: int) -> list[tuple[str, Span]]:
    """What is seen between two offsets, each character with its place in the file."""
    found: list[tuple[str, Span]] = []
    position = start
    for edit in chain:
        found += [(text[at], Span(at, at + 1)) for at in range(position, edit.start)]
        found += [(character, Span(edit.start, edit.end)) for character in edit.seen]
        position = edit.end
    return found + [(text[at], Span(at, at + 1)) for at in range(position, end)]


def _indent(chain: list[Edit], characters: list[tuple[str, Span]], start: int) -> int:
    """How far in a word begins: "&ldquo;We" moves its mark to its letters, not the letters to the mark."""
    leading = next((n for n, (_, source) in enumerate(characters) if source.end - source.start == 1), len(characters))
    letters = characters[leading][1].start - start if leading < len(characters) else 0
    return max(0, letters - leading)


def _has_gap(characters: list[tuple[str, Span]]) -> bool:
    return characters[-1][1].end - characters[0][1].start != len(characters)


def _blanked(text: str, chain: list[Edit], start: int, end: int) -> str:
    parts: list[str] = []
    position = start
    for edit in chain:
        parts += [text[position : edit.start], edit.seen, _blank(text[edit.start + len(edit.seen) : edit.end])]
        position = edit.end
    return "".join([*parts, text[position:end]])


def _blank(markup: str) -> str:
    """As many spaces; line breaks stay, since they part paragraphs."""
    return re.sub(r"[^\r\n]", " ", markup)
