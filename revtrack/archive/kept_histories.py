"""Histories of articles, kept whole: to give one again, no text is read, compared or followed.

That of an article lies in the cache of readings under its name, with a digest of the revisions that it was made of:
one more revision, and it is made again and kept in place of the old one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from revtrack.archive.cache import decoded, encoded
from revtrack.lexicon.edition import edition
from revtrack.model import AnyClaim, Revision
from revtrack.model.lives import Life
from revtrack.model.record import record
from revtrack.model.serialisation import Serialised

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionFiles


@record
class KeptHistory(Serialised):
    """The lives of an article's claims, and beside each its latest places, which its own JSON leaves out.

    `left_out` are the numbers of the revisions that are not texts, and why.
    """

    digest: str
    lives: tuple[Life, ...]
    latest: tuple[tuple[AnyClaim, ...], ...]
    left_out: tuple[tuple[int, str], ...]


def of(source: RevisionFiles, revisions: Sequence[Revision]) -> KeptHistory | None:
    """The history of an article as it was kept, None where it was not, or of other revisions."""
    data = source.kept(edition(), _key(revisions))
    kept = decoded(KeptHistory, data) if data else None
    if kept is None or kept.digest != _digest(revisions) or len(kept.lives) != len(kept.latest):
        return None
    lives = (replace(life, latest=latest) for life, latest in zip(kept.lives, kept.latest, strict=True))
    return replace(kept, lives=tuple(lives))


def keep(
    source: RevisionFiles, revisions: Sequence[Revision], lives: Sequence[Life], left_out: Sequence[tuple[int, str]]
) -> None:
    """Keep the history of an article."""
    latest = tuple(life.latest for life in lives)
    kept = KeptHistory(_digest(revisions), tuple(lives), latest, tuple(left_out))
    source.keep(edition(), {_key(revisions): encoded(kept)})


def _key(revisions: Sequence[Revision]) -> str:
    return f"history:{revisions[-1].article}"


def _digest(revisions: Sequence[Revision]) -> str:
    return sha256(" ".join(f"{one.number} {one.blob}" for one in revisions).encode()).hexdigest()
