"""What one article says: figures, dates, names, quotes and attributions, read from its text alone."""

from __future__ import annotations

from revtrack.model import Claims

__all__ = ["of"]


def of(text: str) -> Claims:
    """The claims of an article in text order; raises InputError for lone surrogates."""
    from revtrack import text as reader

    reading = reader.read(text)
    return Claims(reading.text, "en", reading.blocks, reading.sentences, ())
