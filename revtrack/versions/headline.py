"""The words that are an article's headline, on pages, in lists and in drafts of notices."""

from __future__ import annotations

from revtrack.model import Claims, Span
from revtrack.text import front_matter


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
