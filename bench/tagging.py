"""A peer for the tagger: python-crfsuite, which labels the same tokens by the same features.

Its features are made beforehand, outside the time that counts; revtrack makes its own while it labels. The CRF is
trained on a few of our articles with the labels that revtrack gives them, which is enough to measure its speed and
tells nothing of its quality.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from bench.articles import article
from revtrack.claims import tagger
from revtrack.claims.tagger import decoder, part_features
from revtrack.claims.tagger.part_features import Scene
from revtrack.text import marks, read

OURS, PEER = "revtrack, who says what", "python-crfsuite"
TRAINED_ON, TRAINING_ROUNDS = 12, 30

Reader = Callable[[str, str], object]


class Scored(NamedTuple):
    """A paragraph with the places of its likely cues."""

    scene: Scene
    cues: list[int]


def readers(texts: Sequence[str]) -> dict[str, Reader | None]:
    """What labels the tokens about the likely cues of one of some texts, by name; None for what is not installed."""
    scored = {text: list(_scored(text)) for text in texts}
    return {OURS: lambda _, text: [list(_labels(one)) for one in scored[text]], PEER: _crf(scored)}


def _crf(scored: dict[str, list[Scored]]) -> Reader | None:
    if find_spec("pycrfsuite") is None:
        return None
    labelled = import_module("pycrfsuite").Tagger()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "peer.crf")
        _train(path)
        labelled.open(path)
    features = {text: [tokens for one in found for tokens in _features(one)] for text, found in scored.items()}
    return lambda _, text: [labelled.tag(tokens) for tokens in features[text]]


def _train(path: str) -> None:
    trainer = import_module("pycrfsuite").Trainer(verbose=False)
    trainer.set_params({"max_iterations": TRAINING_ROUNDS})
    for seed in range(TRAINED_ON):
        for one in _scored(article(900, seed)):
            for tokens, labels in zip(_features(one), _labels(one), strict=True):
                trainer.append(tokens, list(labels))
    trainer.train(path)


def _scored(text: str) -> Iterator[Scored]:
    model, reading = tagger.packaged(), read(text)
    for block in reading.spoken():
        passage = tagger.read(reading, block, marks.find(reading.text, [block]), model.vocabulary)
        scores = decoder.cue_scores(model, passage, tagger.candidates(passage))
        likely = [at for at, score in scores.items() if score >= decoder.LEAST_SCORE]
        yield Scored(part_features.scene(passage, scores), likely)


def _labels(one: Scored) -> Iterator[str]:
    model = tagger.packaged()
    lanes = decoder.lanes(model, one.scene, one.cues)
    return (decoder.statement(model, one.scene, at, lanes[at]).labels for at in one.cues)


def _features(one: Scored) -> Iterator[list[list[str]]]:
    from training.fit import features  # needs pycrfsuite

    return (features(one.scene, at, tagger.packaged().vocabulary) for at in one.cues)
