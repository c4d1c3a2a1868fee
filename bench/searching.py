"""`python -m bench.searching [N]`: what a question to the ledger costs where it holds N changes, a million if not said.

The changes are those of made-up articles, with more words than these have: a few stand in very many changes, most in
few. They go in through the ledger's own door. Questions are timed as library calls, warm, the median and the longest of
several; the command's whole time stands beside them, and that of its start-up alone. On the clock, or where the machine
is shared in CPU of this process and those it starts (REVTRACK_BENCH=cpu).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha1
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from sqlite3 import Connection
from statistics import median

import revtrack
from bench.articles import article, revised
from bench.store import NOW, REVTRACK, _clock
from revtrack.articles.times import of_seconds
from revtrack.ledger.ledger import Ledger
from revtrack.lexicon.edition import edition
from revtrack.model import AnyClaim, Attribution, Change, Passage, Quote, Revision
from revtrack.model.queries import Question, Turn
from revtrack.store import Store

START = 1_262_304_000  # 1 January 2010
REVISIONS, EACH = 6, 4  # revisions of an article, and changes in each but the first
Claim = AnyClaim | Passage | None
LETTERS = "etaoinshrdlu"
WORDS = 40_000
FREQUENT = "Lena Castellan"  # speaks in one change of ten or so
SOME = 50
QUESTIONS = {
    "no words at all": Question(),
    "a word in 60 % of the changes": Question("harbour"),
    "the same, most serious first": Question("harbour", order="severity"),
    "a word in one of a thousand": Question("seldom"),
    "a word in none": Question("unheard"),
    "a phrase": Question('"harbour master"'),
    "a phrase that stands nowhere": Question('"master harbour"'),
    "two frequent words never together": Question("ebb flood"),
    "three frequent words never together": Question("harbour ebb flood"),
    "a beginning": Question("harb*"),
    "a beginning of many words": Question("se*"),
    "figures, high, in no notice": Question(kinds=("figure",), severities=("high",), acknowledged=False),
    "everything, most serious first": Question(order="severity"),
    "a speaker of a tenth": Question(speakers=("castellan",)),
    "that speaker, most serious first": Question(speakers=("castellan",), order="severity"),
    "that speaker with a word never said": Question("ebb", speakers=("castellan",)),
    "one article": Question(articles=("story-17",)),
    "a month long ago": Question("harbour", since="2010-03-01T00:00:00Z", until="2010-03-31T23:59:59Z"),
    "a label in no notice since 2014": Question(
        labels=("source", "value"), acknowledged=False, since="2014-01-01T00:00:00Z"
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.searching", description=__doc__)
    parser.add_argument("changes", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--folder", type=Path, help="Keep the store there, and take one that is there already.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        measured = _filled(folder, given.changes) if not (folder / ".revtrack").exists() else {}
        store = Store(folder)
        ledger = Ledger(store.tables(), edition())
        measured["due_ms"] = _timed(lambda: ledger.due(1), given.rounds)[0]
        for name, question in QUESTIONS.items():
            answer = ledger.answer(question)
            assert answer
            middle, longest = _timed(lambda asked=question: ledger.answer(asked), given.rounds)  # type: ignore[misc]
            print(f"{middle:8.1f} ms {longest:8.1f} ms longest {answer.total:>7,}{'+' * answer.more:1}  {name}")
        measured["tallies_s"] = _timed(ledger.tallies, 3)[0] / 1000
        measured |= _commands(folder, given.rounds)
    print(json.dumps(measured, indent=2))
    return 0


def _filled(folder: Path, changes: int) -> dict[str, float]:
    """A store whose index holds made-up revisions, and the ledger of their changes."""
    store = Store.init(folder)
    store.add(b"The first.\n", "first", at="2009-12-31", now=NOW)
    articles = max(1, changes // (EACH * (REVISIONS - 1)))
    store.index.ask(store.tip(), lambda db: _revisions(db, articles))
    store.index.close()
    before = _size(folder)
    ledger = Ledger(store.tables(), edition())
    made = _made()
    next(made)  # which compares the articles
    told = {"changes": articles * EACH * (REVISIONS - 1), "noted_s": _clock(lambda: ledger.due(1))}
    told["filled_s"] = _clock(lambda: _fill(ledger, made))
    store.close()
    return told | {"revisions_mb": before, "ledger_mb": _size(folder) - before} | _tables(ledger)


def _fill(ledger: Ledger, made: Iterator[tuple[Change, str]]) -> None:
    due = ledger.due()
    for first in range(0, len(due), SOME):
        ledger.learn([(work, _turns(work.revisions, made)) for work in map(ledger.work, due[first : first + SOME])])


def _revisions(known: Connection, articles: int) -> None:
    random = Random(1)
    rows = []
    for number in range(articles):
        seconds = START + random.randrange(12 * 365 * 86_400)
        for turn in range(REVISIONS):
            seconds += random.randrange(60, 40_000)
            id = sha1(f"{number} {turn}".encode()).hexdigest()
            rows.append(
                (
                    f"story-{number}",
                    f"story-{number}",
                    id,
                    id,
                    of_seconds(seconds),
                    of_seconds(seconds),
                    "Desk",
                    "",
                    "",
                    600,
                )
            )
    known.execute("BEGIN")
    names = "folded, article, id, blob, time, added, author, note, source, words"
    known.executemany(f"INSERT INTO revision ({names}) VALUES (?{', ?' * 9})", rows)
    known.execute("COMMIT")


def _made() -> Iterator[tuple[Change, str]]:
    """Changes without end, made of those between real versions, each with a sentence that it stands in."""
    random = Random(2)
    texts = [article(900, seed) for seed in range(40)]
    pool = [change for seed, text in enumerate(texts) for change in revtrack.compare(text, revised(text, seed)).changes]
    words = ["".join(random.choices(LETTERS, k=random.randint(4, 10))) for _ in range(WORDS)]
    while True:
        change = random.choice(pool)
        said = [words[int(WORDS * random.random() ** 3)] for _ in range(random.randint(10, 30))]
        said.append("ebb" if random.random() < 0.5 else "flood")
        said += ["harbour", "master"] if random.random() < 0.6 else []
        said += ["seldom"] if random.random() < 0.001 else []
        is_frequent = "ebb" not in said and random.random() < 0.5
        yield (
            replace(
                change,
                acknowledged=random.random() < 0.15,
                new=_by(change.new, FREQUENT) if is_frequent else change.new,
            ),
            " ".join(said),
        )


def _by(claim: Claim, name: str) -> Claim:
    """A claim as another speaker's."""
    if isinstance(claim, Quote):
        return replace(claim, speaker=name)
    if isinstance(claim, Attribution) and claim.source:
        return replace(claim, source=replace(claim.source, name=name, anonymous=False))
    return claim


def _turns(revisions: tuple[Revision, ...], made: Iterator[tuple[Change, str]]) -> list[Turn]:
    found = [Turn(revisions[0], None)]
    for old, new in pairwise(revisions):
        changes, contexts = zip(*islice(made, EACH), strict=True)
        found.append(Turn(new, old, changes, contexts=contexts))
    return found


def _tables(ledger: Ledger) -> dict[str, float]:
    query = """SELECT CASE WHEN name LIKE 'change_words%' THEN 'words' WHEN name LIKE 'change_text%' THEN 'texts'
        WHEN name LIKE 'change%' OR name LIKE 'turn%' OR name LIKE 'ledger%' THEN 'rows' ELSE 'others' END AS part,
        sum(pgsize) FROM dbstat GROUP BY part"""
    return {f"{part}_mb": size / 1e6 for part, size in ledger.ask(lambda known: known.execute(query).fetchall()) or ()}


def _commands(folder: Path, rounds: int) -> dict[str, float]:
    """Whole commands, in ms."""
    lines = {"command_search_ms": ["search", "harbour"], "command_stats_ms": ["stats"], "command_help_ms": ["--help"]}
    return {name: _timed(lambda asked=line: _run(folder, *asked), rounds)[0] for name, line in lines.items()}  # type: ignore[misc]


def _run(folder: Path, *arguments: str) -> None:
    subprocess.run([REVTRACK, "--store", str(folder), *arguments], check=True, capture_output=True)


def _timed(run: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median and the longest of several runs, in ms."""
    taken = [_clock(run) * 1000 for _ in range(rounds)]
    return median(taken), max(taken)


def _size(folder: Path) -> float:
    return sum(os.path.getsize(path) for path in (folder / ".revtrack").glob("index.sqlite*")) / 1e6


if __name__ == "__main__":
    sys.exit(main())
