"""The ledger of changes, brought up to date before it is asked.

Articles are read one after another and written in batches: an interrupted update continues where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from revtrack.archive import resolved_dates, revision_diffs
from revtrack.archive.progress import Progress, quiet
from revtrack.errors import StoreError
from revtrack.ledger.ledger import Ledger
from revtrack.lexicon.edition import edition
from revtrack.model.queries import Turn

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.ledger.ledger import Work
    from revtrack.model import Change, Diff

BATCH = 50  # articles written together
CONTEXT, LONGEST = 200, 400  # code points kept of a sentence on either side of a change, and of the change itself
ROUNDS = 100  # of updates, while other writers keep adding revisions

Value = TypeVar("Value")


def ask(source: RevisionSource, question: Callable[[Ledger], Value | None], progress: Progress | None = None) -> Value:
    """The ledger's answer once it has every change of every article; raises StoreError."""
    ledger = Ledger(source.tables(), edition())
    for _ in range(ROUNDS):
        due = ledger.due()
        if due:
            _update(source, ledger, due, progress or quiet)
        answer = question(ledger)
        if answer is not None:
            return answer
    raise StoreError(f"{source.path}: revisions are added faster than they can be read: try again later")


def _update(source: RevisionSource, ledger: Ledger, due: list[str], progress: Progress) -> None:
    batch: list[tuple[Work, list[Turn]]] = []
    for done, article in enumerate(due):
        progress("Reading articles", done, len(due))
        work = ledger.work(article)
        batch.append((work, list(_turns(source, work))))
        if len(batch) == BATCH:
            ledger.learn(batch)
            batch = []
    ledger.learn(batch)
    progress("Reading articles", len(due), len(due))


def _turns(source: RevisionSource, work: Work) -> Iterator[Turn]:
    """What changed in each of the revisions that the ledger lacks of an article."""
    for stretch, is_known in zip(work.stretches, work.known, strict=True):
        for place, one in enumerate(revision_diffs.of(source, stretch)):
            if is_known and place == 0:
                continue
            if one.diff is None:
                yield Turn(one.revision, None, is_text=False)
            elif one.diff.old is None:
                yield Turn(one.revision, None)
            else:
                diff = resolved_dates.dated_diff(one.diff)
                contexts = tuple(_context(diff, change) for change in diff.changes)
                yield Turn(one.revision, diff.old, diff.changes, contexts=contexts)


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
