"""The words that are an article's headline, on pages, in lists and in drafts of notices."""

from __future__ import annotations

from revtrack.model import Claims, Span
from revtrack.text import front_matter
from revtrack.versions import phrases

LONGEST = 100  # of a headline in a list, in code points
LONGEST_LINE = 200  # of a first line that is a headline and not a paragraph


def of(claims: Claims) -> Span | None:
    """`headline` or `title` of the front matter, else the headline above the copy; None without either."""
    field = front_matter.headline(claims.text)
    if field:
        return Span(field.start, field.end)
    return next((Span(block.start, block.end) for block in claims.blocks if block.role == "headline"), None)


def or_opening(claims: Claims) -> Span | None:
    """The headline, else the first field of the front matter, else the first sentence."""
    fields = (Span(block.start, block.end) for block in claims.blocks if block.role == "field")
    return of(claims) or next(fields, None) or next(iter(claims.sentences), None)


def in_text(text: str) -> str:
    """The headline of a text: "headline" or "title" of its front matter, else a first line of its own."""
    field = front_matter.headline(text)
    if field:
        return phrases.shorten(" ".join(text[field.start : field.end].split()), LONGEST)
    line, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    line = line.lstrip("# ").strip()
    is_headline = line and rest.strip() and len(line) <= LONGEST_LINE and not rest.split("\n", 1)[0].strip()
    return phrases.shorten(line, LONGEST) if is_headline and line[0] not in "<-{[|" else ""
