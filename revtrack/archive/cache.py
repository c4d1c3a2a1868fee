"""A cache of readings: claims and diffs by the ids of the texts and the edition of the reading.

A text is read once, and two are compared once, however often `log` and `history` ask. A value that is missing, damaged
or of another edition is made anew; so the cache may be deleted at any time, and never answers for an older rule.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from revtrack import changes, claims
from revtrack.errors import InputError
from revtrack.lexicon.edition import edition
from revtrack.model import Claims, Diff
from revtrack.model.serialisation import read

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource

MANY = 50  # readings that are written together
MOST = 1 << 26  # bytes that a value may have
NOTHING = Claims("", "en", (), (), ())

Value = TypeVar("Value")


@dataclass(slots=True)
class ReadingCache:
    """The claims and diffs of an archive; `flush` writes what is new."""

    archive: RevisionSource
    new: dict[str, bytes] = field(default_factory=dict)

    def claims(self, blob: str, text: str, other: Claims | None = None) -> Claims:
        """What the text with this id claims; `other` is another version, whose paragraphs need no second reading."""
        found = self._found(Claims, blob)
        if found is None:
            found = claims.of(text, known=other)
            self._keep(blob, replace(found, text=""))
        return replace(found, text=text)

    def diff(self, old: str, new: str, before: Claims, after: Claims) -> Diff:
        """What differs between two texts with these ids."""
        found = self._found(Diff, f"{old}:{new}")
        if found is None:
            found = changes.between(before, after)
            self._keep(f"{old}:{new}", replace(found, before=NOTHING, after=NOTHING))
        return replace(found, before=before, after=after)

    def flush(self) -> None:
        """Write the new readings."""
        if self.new:
            self.archive.keep(edition(), self.new)
            self.new = {}

    def _found(self, kind: type[Value], key: str) -> Value | None:
        data = self.archive.kept(edition(), key)
        return decoded(kind, data) if data else None

    def _keep(self, key: str, value: Claims | Diff) -> None:
        self.new[key] = encoded(value)
        if len(self.new) >= MANY:
            self.flush()


def encoded(value: Claims | Diff) -> bytes:
    """A value as compressed JSON."""
    return zlib.compress(json.dumps(value.to_dict(), separators=(",", ":")).encode(), 1)


def decoded(kind: type[Value], data: bytes) -> Value | None:
    """The value that the bytes hold; None where they are damaged, or of another kind or format."""
    try:
        return read(kind, json.loads(zlib.decompressobj().decompress(data, MOST)))
    except (zlib.error, ValueError, RecursionError, InputError):
        return None
