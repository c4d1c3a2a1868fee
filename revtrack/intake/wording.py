"""The text of an article out of the parts an archive keeps: headline, byline, copy.

The headline stands first, as in a file that `revtrack add` takes; one that would not be read as a headline there, such
as `Who was it?`, is marked as in Markdown: `# Who was it?`. What the copy has already is not said twice.
"""

from __future__ import annotations

from revtrack.text import fold, roles

_LINES, _OPENING = 4, 2000  # of the copy, in which a headline or byline is looked for: lines, and characters


def article(title: str, by: str, text: str) -> str:
    """Headline, byline and copy, a blank line between them, one line end at the end."""
    text = text.strip("\n\r").rstrip()
    if not text.strip():
        return ""
    title, byline = " ".join(title.split()), _byline(by)
    opening = [line for line in text.lstrip()[:_OPENING].splitlines() if line.strip()][:_LINES]
    headline = next((line for line in opening if _folded(line) == _folded(title)), "")
    if headline:
        above, text = text[: (end := text.index(headline) + len(headline))], text[end:].lstrip("\r\n")
    else:
        above = _headline(title) if title else ""
    if byline and any(_folded(by) in _folded(line) for line in opening):
        byline = ""
    return "\n\n".join(part for part in (above, byline, text) if part) + "\n"


def paragraphs(lines: list[str]) -> str:
    """Lines that are a paragraph each, parted by blank ones."""
    return "\n\n".join(kept for kept in (" ".join(line.split()) for line in lines) if kept)


def _headline(title: str) -> str:
    return title if roles.of(fold.plain(title), opening=True) == "headline" else f"# {title}"


def _byline(by: str) -> str:
    by = " ".join(by.split())
    return by if not by or by.lower().startswith("by ") else f"By {by}"


def _folded(text: str) -> str:
    return " ".join(text.split()).lstrip("# ").casefold()
