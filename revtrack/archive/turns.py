"""The turns of an article: what changed in each of its revisions, for the ledger.

They are worked out from values alone, the bytes of the revisions and what was read from them before, so that another
process can do it, which knows no store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from revtrack.archive import resolved_dates, revision_diffs
from revtrack.archive.cache import key_of_diff, key_of_text
from revtrack.lexicon.edition import edition
from revtrack.model.queries import Turn

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionFiles
    from revtrack.ledger.ledger import Work
    from revtrack.model import Change, Diff, Revision

CONTEXT, LONGEST = 200, 400  # code points kept of a sentence on either side of a change, and of the change itself


@dataclass(slots=True)
class CarriedFiles:
    """The files that some work needs, with the readings that were kept of them; `new` are those made since."""

    files: dict[str, bytes]
    readings: dict[str, bytes]
    new: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, source: RevisionFiles, work: Work) -> CarriedFiles:
        """What is needed for the turns of an article."""
        files: dict[str, bytes] = {}
        keys: list[str] = []
        for stretch in work.stretches:
            files |= zip((one.blob for one in stretch), source.read_many(stretch), strict=True)
            keys += [key for one in stretch for key in (one.blob, key_of_text(one))]
            keys += [key_of_diff(old, new) for old, new in pairwise(stretch)]
        found = ((key, source.kept(edition(), key)) for key in keys)
        return cls(files, {key: value for key, value in found if value})

    def read_many(self, revisions: Iterable[Revision]) -> Iterator[bytes]:
        """The bytes of several revisions, in their order."""
        return (self.files[one.blob] for one in revisions)

    def kept(self, edition: str, key: str) -> bytes | None:
        """What was kept under a key, None where nothing is."""
        return self.readings.get(key)

    def keep(self, edition: str, values: Mapping[str, bytes]) -> None:
        """Keep values for the one who carries them back."""
        self.new |= values


def carried(work: Work, files: CarriedFiles) -> tuple[list[Turn], dict[str, bytes]]:
    """The turns of an article from files that were carried along, and the new readings to keep."""
    return list(of(files, work)), files.new


def of(source: RevisionFiles, work: Work) -> Iterator[Turn]:
    """What changed in each of the revisions that the ledger lacks of an article."""
    for stretch, is_known in zip(work.stretches, work.known, strict=True):
        for place, one in enumerate(revision_diffs.of(source, stretch)):
            if is_known and place == 0:
                continue
            if one.diff is None:
                yield Turn(one.revision, None, is_text=False)
            else:
                changes = resolved_dates.dated_changes(one.diff)
                contexts = tuple(_context(one.diff, change) for change in changes)
                yield Turn(one.revision, one.diff.old, changes, contexts=contexts)


def _context(diff: Diff, change: Change) -> str:
    """The sentence around a change: readers remember its words too, though they did not change."""
    claims, claim = (diff.after, change.new) if change.new else (diff.before, change.old)
    if claim is None or claim.end - claim.start > LONGEST:
        return ""
    sentence = claims.sentences[claim.sentence]
    start, end = max(sentence.start, claim.start - CONTEXT), min(max(sentence.end, claim.end), claim.end + CONTEXT)
    words = claims.text[start:end].split()
    cut_before, cut_behind = start > sentence.start, end < sentence.end
    return " ".join(words[int(cut_before) : len(words) - int(cut_behind)])
