"""Trains the tagger of attributions on your own annotated articles.

$ python -m training annotated.jsonl --out revtrack/lexicon/tagger.bin
"""

from __future__ import annotations

import argparse
from pathlib import Path

from revtrack.claims.tagger.model import FORMS, Model, packed
from revtrack.claims.tagger.vocabulary import Vocabulary, lists
from revtrack.claims.tagger.weights import Weights
from training import clusters, corpus, fit

SEED = 7


def main() -> None:
    """Read, cluster, fit both stages, write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("annotated", type=Path, help="one article a line; training/README.md tells the format")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--held-out", type=int, metavar="N", help="leave every Nth article out, to measure on it")
    arguments = parser.parse_args()
    records = corpus.articles(arguments.annotated)
    if arguments.held_out:
        records = [record for n, record in enumerate(records) if n % arguments.held_out]
    arguments.out.write_bytes(trained(records))


def trained(records: list[dict[str, object]]) -> bytes:
    """The weights for some annotated articles; the same articles give the same bytes."""
    known = clusters.found(records, SEED)
    vocabulary = Vocabulary(known, lists())
    paragraphs = corpus.paragraphs(records, vocabulary)
    scores = fit.jackknifed(paragraphs, vocabulary)
    parts, moves = fit.parts(paragraphs, scores, vocabulary)
    cues = fit.cues(paragraphs, vocabulary)
    first, second = (Weights.of(stage, form) for stage, form in zip((cues, parts), FORMS, strict=True))
    return packed(Model(first, second, moves, fit.SCALE, vocabulary))


if __name__ == "__main__":
    main()
