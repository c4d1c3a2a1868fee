"""A cache of readings: texts of documents, claims and diffs, by the ids of the files and the edition of the reading.

A text is read once, and two are compared once, however often `log` and `history` ask. A value that is missing, damaged
or of another edition is made again; so the cache may be deleted at any time, and never answers by an older rule.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from revtrack import changes, claims
from revtrack.archive import texts
from revtrack.articles import plain_text
from revtrack.errors import InputError
from revtrack.lexicon.edition import edition
from revtrack.model import Claims, Diff, Revision
from revtrack.model.serialisation import Serialised, read

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionFiles

MANY = 50  # readings that are written together
MOST = 1 << 26  # bytes that a value may have
NOTHING = Claims("", "en", (), (), ())

Value = TypeVar("Value")


@dataclass(slots=True)
class ReadingCache:
    """The texts, claims and diffs of an archive; `flush` writes what is new."""

    archive: RevisionFiles
    new: dict[str, bytes] = field(default_factory=dict)

    def text(self, revision: Revision, data: bytes) -> str:
        """The text of a revision's bytes, that of a document from the cache; raises InputError where they have none."""
        return self.text_of(revision.blob, data, f"{revision.article}@{revision.number}")

    def text_of(self, blob: str, data: bytes, name: str) -> str:
        """The text of a blob; `name` is what an error calls it."""
        try:
            return plain_text.decode(data, name, by_name=False)
        except InputError:
            if texts.document_kind(data) is None:
                raise
        key = _text_key(blob)
        kept = self.archive.kept(edition(), key)
        found = unpacked_text(kept) if kept else None
        if found is None:
            found = texts.stored(data, name)
            self._keep(key, zlib.compress(found.encode("utf-8", "surrogatepass"), 1))
        return found

    def claims(self, revision: Revision, data: bytes, other: Claims | None = None) -> Claims:
        """What a revision claims; `other` is another version, whose paragraphs need no second reading."""
        text, key = self.text(revision, data), revision.blob
        found = self._found(Claims, key)
        if found is None:
            found = claims.of(text, known=other)
            self._keep(key, encoded(replace(found, text="")))
        return replace(found, text=text)

    def diff(self, old: Revision, new: Revision, before: Claims, after: Claims) -> Diff:
        """What differs between two revisions."""
        found = self.known_diff(old, new)
        if found is None:
            found = changes.between(before, after)
            self._keep(key_of_diff(old, new), encoded(replace(found, before=NOTHING, after=NOTHING)))
        return replace(found, before=before, after=after)

    def known_diff(self, old: Revision, new: Revision) -> Diff | None:
        """What differs between two revisions where it was kept, without their claims."""
        return self._found(Diff, key_of_diff(old, new))

    def flush(self) -> None:
        """Write the new readings."""
        if self.new:
            self.archive.keep(edition(), self.new)
            self.new = {}

    def _found(self, kind: type[Value], key: str) -> Value | None:
        data = self.archive.kept(edition(), key)
        return decoded(kind, data) if data else None

    def _keep(self, key: str, value: bytes) -> None:
        self.new[key] = value
        if len(self.new) >= MANY:
            self.flush()


def key_of_text(revision: Revision) -> str:
    """Under which the text of a document is kept."""
    return _text_key(revision.blob)


def _text_key(blob: str) -> str:
    return f"text:{blob}"


def key_of_diff(old: Revision, new: Revision) -> str:
    """Under which the diff of two revisions is kept."""
    return f"{old.blob}:{new.blob}"


def unpacked_text(data: bytes) -> str | None:
    """The text that was kept; None where it is damaged."""
    try:
        return zlib.decompressobj().decompress(data, MOST).decode("utf-8", "surrogatepass")
    except (zlib.error, ValueError):
        return None


def encoded(value: Serialised) -> bytes:
    """A value as compressed JSON."""
    return zlib.compress(json.dumps(value.to_dict(), separators=(",", ":")).encode(), 1)


def decoded(kind: type[Value], data: bytes) -> Value | None:
    """The value that the bytes hold; None where they are damaged, or of another kind or format."""
    try:
        return read(kind, json.loads(zlib.decompressobj().decompress(data, MOST)))
    except (zlib.error, ValueError, RecursionError, InputError):
        return None
