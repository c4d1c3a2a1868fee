"""Training makes weights from annotated articles, the same ones each time, and they find what was annotated."""

from __future__ import annotations

import json

import pytest

from revtrack.claims import tagger
from revtrack.claims.tagger import cue_features, part_features
from revtrack.claims.tagger.model import load, packed, version
from revtrack.claims.tagger.vocabulary import Vocabulary
from revtrack.text import read
from training import corpus
from training.__main__ import trained

PEOPLE = ("Ada Brin", "Tom Vale", "Jane Roe", "Omar Lind", "The harbour board", "Two officials")
NEWS = ("costs doubled", "the quay was closed", "the ship had left", "nobody was hurt", "work would go on")


def article(number: int) -> dict[str, object]:
    """Sentences of two shapes, annotated."""
    who, what = PEOPLE[number % len(PEOPLE)], NEWS[number % len(NEWS)]
    first, second = f"{who} said {what}.", f"\u201c{what.capitalize()},\u201d said {who}."
    text = f"{first}\n\nThe ship was late.\n\n{second}"
    at = text.index(second)
    quoted = len(what) + 3
    return {
        "id": str(number),
        "text": text,
        "attributions": [
            {
                "source": [[0, len(who)]],
                "cue": [[len(who) + 1, len(who) + 5]],
                "content": [[len(who) + 6, len(first) - 1]],
            },
            {
                "source": [[len(text) - 1 - len(who), len(text) - 1]],
                "cue": [[at + quoted + 1, at + quoted + 5]],
                "content": [[at, at + quoted]],
            },
        ],
    }


ARTICLES = [article(number) for number in range(40)]


@pytest.fixture(scope="module")
def weights() -> bytes:
    return trained(ARTICLES)


def test_the_same_articles_give_the_same_bytes(weights):
    assert trained(ARTICLES) == weights


def test_what_was_annotated_is_found(weights):
    model = load(weights)
    reading = read("Mona Ek said the bridge was shut.")
    passage = tagger.read(reading, reading.blocks[0], [], model.vocabulary)
    (statement,) = tagger.tag(model, passage)
    assert statement.labels.startswith("SSQCCCC")


def test_what_is_packed_is_what_was_loaded(weights):
    assert packed(load(weights)) == weights


def test_the_version_follows_from_the_weights(weights):
    assert version(weights) == version(packed(load(weights)))
    assert version(weights) != version(trained(ARTICLES[:20]))


def test_rare_words_are_left_out(weights):
    model = load(weights)
    rare = trained([*ARTICLES, article(40) | {"text": "Zyx said no.", "attributions": []}])
    learnt = load(rare)
    assert not any(learnt.cues[f"{offset}wzyx"] for offset in cue_features.OFFSETS)
    assert not any(learnt.parts[f"{offset}wzyx"] for offset in part_features.OFFSETS)
    assert b"zyx" not in rare
    assert model.cues.hashes
    assert model.parts.hashes


def test_labels_follow_the_spans():
    *_, last = corpus.paragraphs(ARTICLES[:1], Vocabulary({}, {}))
    (said,) = last.said.values()
    assert "".join(said) == "CCCCCQSSO"


def test_articles_are_read_a_line_each(tmp_path):
    path = tmp_path / "annotated.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in ARTICLES), encoding="utf-8")
    assert corpus.articles(path) == ARTICLES
