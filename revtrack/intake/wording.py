"""The text of an article out of the parts an archive keeps: headline, byline, copy.

The headline stands first, as in a file that `revtrack add` takes; one that would not be read as a headline there, such
as `Who was it?`, is marked as in Markdown: `# Who was it?`. What the copy has already is not said twice.
"""

from __future__ import annotations

from revtrack.text import fold, roles

_LINES = 4  # of the copy in which a headline or byline is looked for


def article(title: str, by: str, text: str) -> str:
    """Headline, byline and copy, a blank line between them, one line end at the end."""
    text = text.strip("\n\r").rstrip()
    if not text.strip():
        return ""
    opening = [_folded(line) for line in text.lstrip()[:2000].splitlines() if line.strip()][:_LINES]
    above = []
    title = " ".join(title.split())
    if title and _folded(title) not in opening:
        above.append(_headline(title))
    byline = _byline(by)
    if byline and not any(_folded(by) in line for line in opening):
        above.append(byline)
    return "\n\n".join([*above, text]) + "\n"


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
