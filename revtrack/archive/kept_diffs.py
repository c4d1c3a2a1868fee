"""Diffs of two revisions, kept whole: to give one again, no text is read or compared, and Git is not asked.

A diff lies in the cache of readings under the ids of the two texts and the days on which they were published: what
day "Thursday" means depends on these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from revtrack.archive.cache import decoded, encoded
from revtrack.lexicon.edition import edition
from revtrack.model import Diff, Revision

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionFiles


def of(source: RevisionFiles, old: Revision, new: Revision) -> Diff | None:
    """The diff of two revisions as it was kept, None where it was not."""
    data = source.kept(edition(), _key(old, new))
    kept = decoded(Diff, data) if data else None
    return kept and replace(kept, old=old, new=new)


def keep(source: RevisionFiles, found: Diff, old: Revision, new: Revision) -> None:
    """Keep the diff of two revisions, its dates with the days they mean."""
    source.keep(edition(), {_key(old, new): encoded(replace(found, old=None, new=None))})


def _key(old: Revision, new: Revision) -> str:
    return f"diff:{old.blob}:{old.time[:10]}:{new.blob}:{new.time[:10]}"
