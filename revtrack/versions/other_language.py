"""What is read of an article that is not English, for the reports."""

from __future__ import annotations

from revtrack.model import Claims
from revtrack.text import fold, language


def warning(claims: Claims) -> str | None:
    """One sentence about a text in another language; nothing about English."""
    found = language.of_numbers(fold.plain(claims.text), claims.language)
    if found == "en":
        return None
    name = language.NAMES.get(found)
    if name is None:
        return "The language is not known: plain numbers and quotations are read, little else."
    return f"Read as {name}: figures, dates of the calendar and quotations; speakers and names hardly."
