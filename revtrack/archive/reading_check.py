"""Whether what the index says was read is what a reading gives now, for a sample of the revisions.

Another sample at each tip, so that an archive that grows is gone through in time; the same at the same tip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from revtrack.archive import cache
from revtrack.errors import InputError, StoreError
from revtrack.lexicon.edition import edition
from revtrack.model import Claims, Diff, Revision
from revtrack.model.archive_answers import Problem

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionFiles

SAMPLE = 20  # revisions; a news story takes about 10 ms to read
_WRONG = "what the index has as read from it is not what a reading gives: delete index.sqlite"


def of(source: RevisionFiles, revisions: Sequence[Revision], tip: str) -> Iterator[Problem]:
    """The revisions of a sample whose kept claims, or kept differences from the one before, are not right."""
    for new in sorted(revisions, key=lambda one: sha256(f"{tip} {one.commit}".encode()).digest())[:SAMPLE]:
        before = [one for one in revisions if one.article == new.article and one.number == new.number - 1]
        try:
            if not all(_is_right(source, *pair) for pair in [(new,), *((old, new) for old in before)]):
                yield Problem(_WRONG, new.article, new.commit)
        except (InputError, StoreError):
            continue  # not a text, or not there; whether its bytes are those that were added is checked elsewhere


def _is_right(source: RevisionFiles, *pair: Revision) -> bool:
    """Whether what is kept of one revision, or of two that were compared, is what a reading gives."""
    from revtrack import changes, claims

    key = pair[0].blob if len(pair) == 1 else cache.key_of_diff(*pair)
    data = source.kept(edition(), key)
    if not data:
        return True
    texts = [
        cache.ReadingCache(source).text(one, found) for one, found in zip(pair, source.read_many(pair), strict=True)
    ]
    read = [claims.of(text) for text in texts]
    if len(read) == 1:
        return cache.decoded(Claims, data) in (None, replace(read[0], text=""))  # what is damaged is read again anyway
    found = changes.between(*read)
    return cache.decoded(Diff, data) in (None, replace(found, before=cache.NOTHING, after=cache.NOTHING))
