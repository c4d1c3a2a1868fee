"""One article as a string, read once: its plain copy, blocks and sentences."""

from revtrack.text.reading import Reading, read

__all__ = ["Reading", "read"]
