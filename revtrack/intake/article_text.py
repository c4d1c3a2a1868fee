"""The text of an article out of the parts an archive keeps: headline, byline, copy.

The headline stands first, as in a file that `revtrack add` takes; one that would not be read as a headline there, such
as `Who was it?`, is marked as in Markdown: `# Who was it?`. What the copy has already is not said twice.
"""

from __future__ import annotations

import re

# What does not begin like an item of a list nor end like a sentence or a dateline: on the safe side of what
# `text/roles.py` tells headlines by.
_PLAIN = re.compile(r"""(?!\d+[.)])["'\u2018\u201c]?\w.*[^\W_][%\u2019'"\u201d)]?""")
_BYLINE = re.compile(r"by\b", re.IGNORECASE)
_MOST_WORDS = 24
_LINES, _OPENING = 4, 2000  # of the copy, in which a headline or byline is looked for: lines, and characters


def article(title: str, by: str, text: str) -> str:
    """Headline, byline and copy, a blank line between them, one line end at the end."""
    text = text.strip("\n\r").rstrip()
    if not text:
        return ""
    title, by = " ".join(title.split()), " ".join(by.split())
    opening = _opening(text, 2 * max(len(title), len(by)) + 20)
    wanted = _folded(title)
    end = next((end for line, end in opening if line == wanted), 0) if title else 0
    if by and any(_says(line, by) for line, _ in opening):
        by = ""
    above = "" if end or not title else _headline(title)
    if end and by:
        above, text = text[:end], text[end:].lstrip("\r\n")
    return "\n\n".join(part for part in (above, by and _byline(by), text) if part) + "\n"


def paragraphs(lines: list[str]) -> str:
    """Lines that are a paragraph each, parted by blank ones."""
    return "\n\n".join(kept for kept in (" ".join(line.split()) for line in lines) if kept)


def _opening(text: str, longest: int) -> list[tuple[str, int]]:
    """The first lines of the copy, folded, and where each ends; longer ones are no headline and no byline."""
    found, end, lines = [], 0, 0
    for line in text[:_OPENING].splitlines(keepends=True):
        start, end = end, end + len(line)
        bare = line.rstrip()
        lines += bool(bare)
        if lines > _LINES:
            break
        if bare and len(bare) <= longest:
            found.append((_folded(bare), start + len(bare)))
    return found


def _headline(title: str) -> str:
    """The line of a headline: as it is where it would be read as one without further ado."""
    is_plain = _PLAIN.fullmatch(title) and not _BYLINE.match(title) and title.count(" ") < _MOST_WORDS
    return title if is_plain else f"# {title}"


def _byline(by: str) -> str:
    return by if by.lower().startswith("by ") else f"By {by}"


def _says(line: str, by: str) -> bool:
    """Whether a folded line is a byline with these names."""
    by = _folded(by).removeprefix("by ")
    return line == by or (line.startswith("by ") and by in line)


def _folded(text: str) -> str:
    return " ".join(text.split()).lstrip("# ").casefold()
