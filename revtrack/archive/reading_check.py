"""Whether what the index says was read is what a reading gives now, for a sample of the revisions.

Another sample at each tip, so that an archive that grows is gone through in time; the same at the same tip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from revtrack.archive import cache, resolved_dates
from revtrack.errors import InputError, StoreError
from revtrack.lexicon.edition import edition
from revtrack.model import Claims, Diff, Revision
from revtrack.model.archive_answers import Problem
from revtrack.model.queries import Turn

if TYPE_CHECKING:
    from revtrack.store import Store

SAMPLE = 20  # revisions; a news story takes about 10 ms to read
_WRONG = "what the index has as read from it is not what a reading gives: delete index.sqlite"


def of(store: Store, revisions: Sequence[Revision], tip: str) -> Iterator[Problem]:
    """The revisions of a sample of which kept claims, kept differences or the ledger's rows are not right."""
    for new in sorted(revisions, key=lambda one: sha256(f"{tip} {one.commit}".encode()).digest())[:SAMPLE]:
        before = [one for one in revisions if one.article == new.article and one.number == new.number - 1]
        try:
            if not (_is_read(store, new) and all(_is_compared(store, old, new) for old in before)):
                yield Problem(_WRONG, new.article, new.commit)
        except (InputError, StoreError):
            continue  # not a text, or not there; whether its bytes are those that were added is checked elsewhere


def _is_read(store: Store, one: Revision) -> bool:
    """Whether the claims that are kept of a revision are what a reading gives; what is damaged is read again anyway."""
    kept = cache.decoded(Claims, store.kept(edition(), one.blob) or b"")
    return kept is None or kept == replace(_claims(store, one)[0], text="")


def _is_compared(store: Store, *pair: Revision) -> bool:
    """Whether what is kept of two revisions, and the ledger's rows, are what comparing them gives."""
    from revtrack import changes
    from revtrack.ledger.ledger import Ledger

    old, new = pair
    kept = cache.decoded(Diff, store.kept(edition(), cache.key_of_diff(old, new)) or b"")
    ledger = Ledger(store.tables(), edition())
    if kept is None and not ledger.has(new):
        return True
    found = changes.between(*_claims(store, old, new))
    if kept is not None and kept != replace(found, before=cache.NOTHING, after=cache.NOTHING):
        return False
    dated = resolved_dates.dated_diff(replace(found, old=old, new=new))
    return ledger.holds(Turn(new, old, dated.changes))


def _claims(store: Store, *revisions: Revision) -> list[Claims]:
    from revtrack import claims

    texts = cache.ReadingCache(store)
    files = store.read_many(revisions)
    return [claims.of(texts.text(one, data)) for one, data in zip(revisions, files, strict=True)]
