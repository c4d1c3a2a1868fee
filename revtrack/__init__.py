"""revtrack: what a news article claims, and how that changes as it is revised.

    >>> import revtrack
    >>> diff = revtrack.compare("At least 12 people died.", "At least 21 people died.")
    >>> diff.changes[0].message
    'people: at least 12 -> at least 21'

Everything below is loaded on first use, so that `import revtrack` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from revtrack.errors import RevtrackError
from revtrack.version import VERSION

if TYPE_CHECKING:
    from revtrack.model import Claims, Diff
    from revtrack.store import Store

__version__ = VERSION
__all__ = ["Claims", "Diff", "RevtrackError", "Store", "compare", "extract", "words"]


def extract(text: str) -> Claims:
    """The claims of an article; offsets are code points into `text`."""
    from revtrack import claims

    return claims.of(text)


def compare(old: str, new: str) -> Diff:
    """The claim-level diff of two versions of an article."""
    from revtrack import changes, claims

    before = claims.of(old)
    return changes.between(before, claims.of(new, known=before))


def words(old: str, new: str) -> list[tuple[str, int, int, int, int]]:
    """The word marks of two sentences: `(op, old_start, old_end, new_start, new_end)`, equal runs included."""
    from revtrack.versions.words import marks

    return [mark.to_tuple() for mark in marks(old, new)]


def __getattr__(name: str) -> Any:
    if name in ("Claims", "Diff"):
        from revtrack import model

        return getattr(model, name)
    if name == "Store":
        from revtrack.store import Store

        return Store
    raise AttributeError(f"module 'revtrack' has no attribute {name!r}")
