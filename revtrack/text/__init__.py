"""One article as a string, read once: its plain copy, blocks and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from revtrack.text.reading import Reading, read

__all__ = ["Reading", "read"]


def __getattr__(name: str) -> Any:
    """Load the reading of a text when it is asked for: a report that only compares spellings needs none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from revtrack.text import reading

    return getattr(reading, name)
