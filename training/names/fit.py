"""Fits the weights of the clues of names on articles whose names are known.

Clues seen in fewer than three articles, or in fewer than three names, are left out, so that no rare name gets into
the table.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from revtrack.claims.names import casing, mentions, verdicts
from revtrack.claims.names.verdicts import TYPES
from revtrack.model import NameType
from revtrack.text import read

FEWEST = 3
SCALE = 10
# A clue that says less than this for any type is left out.
LEAST = 2
PENALTIES, ROUNDS = (0.1, 1.0), 80
Labels = dict[tuple[int, int], NameType]


class Example(NamedTuple):
    """The clues of one name of an article, and what it is of."""

    article: int
    name: tuple[str, ...]
    clues: set[str]
    kind: NameType


def examples(articles: Iterable[tuple[str, Labels]]) -> Iterator[Example]:
    """The names that revtrack finds and that are labelled."""
    for number, (text, labels) in enumerate(articles):
        reading = read(text)
        blocks = [block for block in reading.spoken() if casing.of(reading.plain, block) == "sentence"]
        small = mentions.small_words(reading.plain)
        by_name = defaultdict(list)
        for mention in mentions.read(reading, blocks, small):
            by_name[mention.piece.bare].append(mention)
        for words, found in by_name.items():
            pieces = [mention.piece for mention in found]
            known = [labels.get((piece.behind_title, piece.end)) for piece in pieces]
            named = Counter(kind for kind in known if kind)
            if named:
                yield Example(
                    number, words, verdicts.gathered(words, found, reading.plain, small), named.most_common(1)[0][0]
                )


def weights(known: Sequence[tuple[Example, int]]) -> dict[str, list[int]]:
    """Whole numbers for each clue, one for each type; an example counts as often as its number says."""
    kept = _frequent([example for example, _ in known])
    numbers = {clue: str(n) for n, clue in enumerate(sorted(kept))}
    clue_of = {number: clue for clue, number in numbers.items()}
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": PENALTIES[0], "c2": PENALTIES[1], "max_iterations": ROUNDS})
    for example, times in known:
        for _ in range(times):
            trainer.append([[numbers[clue] for clue in sorted(example.clues & kept)]], [example.kind])
    found: dict[str, list[int]] = defaultdict(lambda: [0] * len(TYPES))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "clues.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        for (number, kind), weight in tagger.info().state_features.items():
            found[clue_of[number]][TYPES.index(kind)] = round(weight * SCALE)
        tagger.close()
    return {clue: row for clue, row in sorted(found.items()) if max(map(abs, row)) >= LEAST}


def _frequent(known: Sequence[Example]) -> set[str]:
    articles: dict[str, set[int]] = defaultdict(set)
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for example in known:
        for clue in example.clues:
            articles[clue].add(example.article)
            names[clue].add(example.name)
    return {clue for clue, seen in articles.items() if min(len(seen), len(names[clue])) >= FEWEST}
