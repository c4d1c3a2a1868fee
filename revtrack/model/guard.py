"""The border of the core: an error in revtrack itself costs the passage that caused it, not the run over an archive.

Where reading or comparing a text fails in a way nobody foresaw, the passage is told as one that could not be read or
compared, and everything else goes on. Tests and fuzzing set `STRICT`, so that the error is raised where it is.
"""

from __future__ import annotations

from revtrack.errors import RevtrackError

STRICT = False
UNREAD = "this passage could not be read"
UNCOMPARED = "this passage could not be compared"


def must_raise(error: Exception) -> bool:
    """Whether an error is one that the caller should see: an expected one, or any while `STRICT`."""
    return STRICT or isinstance(error, RevtrackError | MemoryError)
