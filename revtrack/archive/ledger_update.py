"""The ledger of changes, brought up to date before it is asked.

Articles are read by one process or several, and written in batches: an interrupted update continues where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from revtrack.archive import turns
from revtrack.archive.progress import Progress, told
from revtrack.errors import StoreError
from revtrack.ledger.ledger import Ledger
from revtrack.lexicon.edition import edition
from revtrack.model.queries import Turn

if TYPE_CHECKING:
    from concurrent.futures import Future

    from revtrack.archive.source import RevisionSource
    from revtrack.ledger.ledger import Work

BATCH = 50  # articles written together
ROUNDS = 100  # of updates, while other writers keep adding revisions
FEW = 20  # articles that are read sooner than other processes start
AHEAD = 4  # articles handed to each process before the first of them is taken back

Value = TypeVar("Value")
Worked = tuple["Work", list[Turn]]
Carried = tuple[list[Turn], dict[str, bytes]]


def ask(
    source: RevisionSource,
    question: Callable[[Ledger], Value | None],
    progress: Progress | None = None,
    jobs: int = 1,
) -> Value:
    """The ledger's answer once it has every change of every article, read by so many processes; raises StoreError."""
    ledger = Ledger(source.tables(), edition())
    for _ in range(ROUNDS):
        due = ledger.due()
        if due:
            _update(source, ledger, due, progress, jobs)
        answer = question(ledger)
        if answer is not None:
            return answer
    raise StoreError(f"{source.path}: revisions are added faster than they can be read: try again later")


def _update(source: RevisionSource, ledger: Ledger, due: list[str], progress: Progress | None, jobs: int) -> None:
    batch: list[Worked] = []
    works = map(ledger.work, due)
    many = jobs > 1 and len(due) > FEW
    found = _by_many(source, works, jobs) if many else _by_one(source, works)
    try:
        for worked in told(progress, "Reading articles", found, len(due)):
            batch.append(worked)
            if len(batch) == BATCH:
                full, batch = batch, []
                ledger.learn(full)
    finally:
        ledger.learn(batch)  # also what was read before somebody stopped it


def _by_one(source: RevisionSource, works: Iterator[Work]) -> Iterator[Worked]:
    return ((work, list(turns.of(source, work))) for work in works)


def _by_many(source: RevisionSource, works: Iterator[Work], jobs: int) -> Iterator[Worked]:
    """The same by several processes, each article when it is done, so that a long one holds up no other.

    What they leave undone when one of them dies is done by this one.
    """
    from concurrent.futures import FIRST_COMPLETED, wait

    from revtrack.workers import Pool

    pool = Pool(jobs)
    handed: dict[Future[Carried], Work] = {}
    taken = None
    try:
        for taken in works:
            handed[pool.submit(turns.carried, taken, turns.CarriedFiles.of(source, taken))] = taken
            taken = None
            if len(handed) > jobs * AHEAD:
                yield from _taken_back(source, handed, wait(handed, return_when=FIRST_COMPLETED).done)
        while handed:
            yield from _taken_back(source, handed, wait(handed, return_when=FIRST_COMPLETED).done)
    except pool.lost:
        left = [*handed.values()] + ([taken] if taken else [])
        yield from _by_one(source, iter(left))
        yield from _by_one(source, works)
    finally:
        pool.stop()


def _taken_back(
    source: RevisionSource, handed: dict[Future[Carried], Work], done: Iterable[Future[Carried]]
) -> Iterator[Worked]:
    for one in done:
        found, readings = one.result()
        source.keep(edition(), readings)
        yield handed[one], found
        del handed[one]
