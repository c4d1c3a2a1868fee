"""The archive's ledger of changes, filled with what it lacks before anything is asked of it.

Articles are taken one after the other and written down some at a time: filling can be broken off at any moment, and
goes on from there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

import click

from revtrack.errors import StoreError
from revtrack.ledger.ledger import Ledger
from revtrack.lexicon.edition import edition
from revtrack.model.queries import Turn

if TYPE_CHECKING:
    from revtrack.archive.source import RevisionSource
    from revtrack.ledger.ledger import Work
    from revtrack.model import Change, Diff

SOME = 50  # articles that are written down together
MANY = 20  # articles to read before the reader is told
AROUND, LONGEST = 200, 400  # code points kept of a sentence on either side of a change, and of the change itself
ROUNDS = 100  # at filling what others add at the same time

Value = TypeVar("Value")


def answered(archive: RevisionSource, asked: Callable[[Ledger], Value | None]) -> Value:
    """What the ledger answers when it has every change of every article; raises StoreError."""
    ledger = Ledger(archive.tables(), edition())
    for _ in range(ROUNDS):
        due = ledger.due()
        if due:
            _fill(archive, ledger, due)
        found = asked(ledger)
        if found is not None:
            return found
    raise StoreError(f"{archive.path}: revisions come faster than they are read: try again later")


def _fill(archive: RevisionSource, ledger: Ledger, due: list[str]) -> None:
    batch: list[tuple[Work, list[Turn]]] = []
    with _progress(due) as articles:
        for folded in articles:
            work = ledger.work(folded)
            batch.append((work, list(_turns(archive, work))))
            if len(batch) == SOME:
                ledger.learn(batch)
                batch = []
    ledger.learn(batch)


def _turns(archive: RevisionSource, work: Work) -> Iterator[Turn]:
    """What changed in each of the revisions that an article lacks."""
    from revtrack.archive import resolved_dates, revision_steps

    for stretch, is_known in zip(work.stretches, work.known, strict=True):
        for place, step in enumerate(revision_steps.of(archive, stretch)):
            if is_known and place == 0:
                continue
            if step.diff is None:
                yield Turn(step.revision, None, is_text=False)
            elif step.diff.old is None:
                yield Turn(step.revision, None)
            else:
                diff = resolved_dates.dated_diff(step.diff)
                contexts = tuple(_context(diff, change) for change in diff.changes)
                yield Turn(step.revision, diff.old, diff.changes, contexts=contexts)


def _context(diff: Diff, change: Change) -> str:
    """The sentence that a change stands in: words by which a reader remembers it, though they did not change."""
    claims, claim = (diff.after, change.new) if change.new else (diff.before, change.old)
    if claim is None or claim.end - claim.start > LONGEST:
        return ""
    sentence = claims.sentences[claim.sentence]
    start, end = max(sentence.start, claim.start - AROUND), min(max(sentence.end, claim.end), claim.end + AROUND)
    words = claims.text[start:end].split()
    cut_before, cut_behind = start > sentence.start, end < sentence.end
    return " ".join(words[int(cut_before) : len(words) - int(cut_behind)])


def _progress(due: list[str]) -> Any:
    """The articles, with a bar for whoever waits at a terminal."""
    told: Iterable[str] = due
    if len(due) < MANY or sys.stderr is None or not sys.stderr.isatty():
        return nullcontext(told)
    return click.progressbar(due, label="Reading articles", file=sys.stderr)
