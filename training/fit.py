"""Fits the two stages and puts their weights into the tagger's own form.

Features seen in fewer than three articles are left out, so that no rare text or name gets into the weights.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite

from revtrack.claims.tagger import cue_features, decoder, part_families, part_features
from revtrack.claims.tagger.model import EDGE, Model
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.tagger.scoring import LABELS, LANE, Moves
from revtrack.claims.tagger.vocabulary import Vocabulary
from revtrack.claims.tagger.weights import Weights as Hashed
from training.corpus import Paragraph

FEWEST_ARTICLES = 3
# Whole numbers per unit of weight, and the largest one a weight may be.
SCALE, LARGEST = 40, 127
FOLDS = 6
NO_MOVES = ((0,) * len(LABELS),) * len(LABELS)
CUE_PENALTIES, CUE_ROUNDS = (0.05, 0.5), 80
PART_PENALTIES, PART_ROUNDS = (0.3, 1.0), 100

Sequences = Callable[[], Iterator[tuple[int, list[list[str]], list[str]]]]
Weights = dict[str, int]


def cues(paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> Weights:
    """The first stage: is a word that may be a cue one?"""

    def sequences() -> Iterator[tuple[int, list[list[str]], list[str]]]:
        for paragraph in paragraphs:
            for at, about in cue_features.of_all(paragraph.passage, paragraph.candidates):
                names = [*about, *own(paragraph.passage, at, cue_features.OFFSETS, vocabulary)]
                yield paragraph.article, [names], ["Q" if at in paragraph.said else "O"]

    state, _ = _fitted(sequences, CUE_PENALTIES, CUE_ROUNDS)
    sums: dict[str, float] = {}
    for (name, label), weight in state.items():
        sums[name] = sums.get(name, 0.0) + (weight if label == "Q" else -weight)
    return {name: _whole(weight) for name, weight in sums.items() if _whole(weight)}


def parts(
    paragraphs: Sequence[Paragraph], scores: Sequence[dict[int, int]], vocabulary: Vocabulary
) -> tuple[Weights, Moves]:
    """The second stage: source, content and cue about each cue, or nothing where it is none; and the moves."""

    def sequences() -> Iterator[tuple[int, list[list[str]], list[str]]]:
        for paragraph, known in zip(paragraphs, scores, strict=True):
            for at in paragraph.candidates:
                if known[at] >= decoder.LEAST_SCORE:
                    yield paragraph.article, *_seen_from(paragraph, at, known, vocabulary)

    state, moves = _fitted(sequences, PART_PENALTIES, PART_ROUNDS)
    lanes: Weights = {}
    for (name, label), weight in sorted(state.items()):
        if _whole(weight):
            lanes[name] = lanes.get(name, 0) + (_whole(weight) << (LANE * LABELS.index(label)))
    return lanes, tuple(tuple(round(moves.get((a, b), 0.0) * SCALE) for b in LABELS) for a in LABELS)


def jackknifed(paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> list[dict[int, int]]:
    """Scores of all cues by models that have not seen their articles, as the second stage will meet them."""
    scores: list[dict[int, int]] = [{} for _ in paragraphs]
    for fold in range(FOLDS):
        weights = cues([one for one in paragraphs if one.article % FOLDS != fold], vocabulary)
        model = Model(Hashed.of(weights), Hashed.of({}), NO_MOVES, SCALE, vocabulary)
        for n, one in enumerate(paragraphs):
            if one.article % FOLDS == fold:
                scores[n] = decoder.cue_scores(model, one.passage, one.candidates)
    return scores


def own(passage: TokenPassage, at: int, offsets: range, vocabulary: Vocabulary) -> Iterator[str]:
    """The features of the words about a token, each under its offset."""
    for offset in offsets:
        place = at + offset
        if 0 <= place < len(passage.words):
            state = passage.states[place]
            names: Iterable[str] = state if state in "()" else vocabulary.kind(passage.words[place]).features
        else:
            names = (EDGE,) if place in (-1, len(passage.words)) else ()
        yield from (f"{offset}{name}" for name in names)


def features(scene: part_features.Scene, at: int, vocabulary: Vocabulary) -> list[list[str]]:
    """The features of each token about a cue, by which it is a source, content or nothing."""
    first, _ = part_features.window(scene.passage, at)
    return [
        [*about, *own(scene.passage, place, part_features.OFFSETS, vocabulary)]
        for place, about in enumerate(part_families.names(scene, at), first)
    ]


def _seen_from(
    paragraph: Paragraph, at: int, scores: dict[int, int], vocabulary: Vocabulary
) -> tuple[list[list[str]], list[str]]:
    names = features(part_features.scene(paragraph.passage, scores), at, vocabulary)
    labels = paragraph.said.get(at)
    first, _ = part_features.window(paragraph.passage, at)
    return names, labels[first : first + len(names)] if labels else ["O"] * len(names)


def _fitted(
    sequences: Sequences, penalties: tuple[float, float], rounds: int
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """Weights of features and of moves between labels, by (name, label)."""
    kept = _frequent(sequences)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": penalties[0], "c2": penalties[1], "max_iterations": rounds})
    for _, names, labels in sequences():
        trainer.append([[name for name in token if name in kept] for token in names], labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "weights.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return dict(info.state_features), dict(info.transitions)


def _frequent(sequences: Sequences) -> set[str]:
    """The features seen in enough articles; the sequences are ordered by article."""
    last: dict[str, int] = {}
    count: dict[str, int] = {}
    for article, names, _ in sequences():
        for token in names:
            for name in token:
                if last.get(name) != article:
                    last[name] = article
                    count[name] = count.get(name, 0) + 1
    return {name for name, articles in count.items() if articles >= FEWEST_ARTICLES}


def _whole(weight: float) -> int:
    return max(-LARGEST, min(LARGEST, round(weight * SCALE)))
