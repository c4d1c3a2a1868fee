"""Words of like use: clusters of the words about them, a coarse and a fine one a word ("said" -> "12.107").

They replace parts of speech: no tagger of these has to run, and a word's cluster is known once and for all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np

from revtrack.claims.tagger.passage import TOKEN
from revtrack.text import read

COARSE, FINE = 48, 300
FEWEST_ARTICLES, FEWEST_USES = 5, 8
CONTEXT_WORDS, DIMENSIONS = 1200, 80
NEIGHBOURS = ((-1, 1.0), (1, 1.0), (-2, 0.5), (2, 0.5))
Array = Any


def found(records: Iterable[dict[str, Any]], seed: int) -> dict[str, str]:
    """The clusters of the words that are mostly written small, in several articles."""
    sentences = [tokens for record in records for tokens in _sentences(record["text"])]
    vocabulary = _vocabulary(records, sentences)
    if len(vocabulary) < FINE:
        return {}
    vectors, weights = _vectors(sentences, vocabulary, seed)
    coarse, fine = _grouped(vectors, weights, COARSE), _grouped(vectors, weights, FINE)
    return {word: f"{coarse[n]}.{fine[n]}" for n, word in enumerate(vocabulary)}


def _sentences(text: str) -> list[list[str]]:
    reading = read(text)
    return [TOKEN.findall(span.of(reading.plain)) for span in reading.sentences]


def _vocabulary(records: Iterable[dict[str, Any]], sentences: Iterable[list[str]]) -> list[str]:
    """Words to cluster, most frequent first; a word mostly written with a capital is a name and left out."""
    small: Counter[str] = Counter()
    all_uses: Counter[str] = Counter()
    for tokens in sentences:
        all_uses.update(word.lower() for word in tokens)
        small.update(word.lower() for n, word in enumerate(tokens) if not n or word.islower())
    articles: dict[str, int] = defaultdict(int)
    for record in records:
        for word in {token for token in TOKEN.findall(record["text"]) if token.islower()}:
            articles[word] += 1
    return [
        word
        for word, count in sorted(small.items(), key=lambda item: (-item[1], item[0]))
        if count >= FEWEST_USES
        and articles[word] >= FEWEST_ARTICLES
        and 2 * count >= all_uses[word]
        and word[0].isalpha()
    ]


def _vectors(sentences: Iterable[list[str]], vocabulary: list[str], seed: int) -> tuple[Array, Array]:
    """A direction for each word from the words beside it, and the word's weight."""
    counts = _contexts(sentences, vocabulary)
    total, rows, columns = counts.sum(), counts.sum(1, keepdims=True), counts.sum(0, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        surprise = np.log(np.maximum(counts * total / (rows * (columns + 50)), 1.0))
    surprise[~np.isfinite(surprise)] = 0
    basis = np.random.default_rng(seed).standard_normal((surprise.shape[1], DIMENSIONS + 40)).astype(np.float32)
    basis = np.linalg.qr(surprise @ basis)[0]
    for _ in range(3):
        basis = np.linalg.qr(surprise @ (surprise.T @ basis))[0]
    left, strength, _ = np.linalg.svd(basis.T @ surprise, full_matrices=False)
    vectors = (basis @ left[:, :DIMENSIONS]) * np.sqrt(strength[:DIMENSIONS])
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9), np.log1p(rows[:, 0])


def _contexts(sentences: Iterable[list[str]], vocabulary: list[str]) -> Array:
    """How often each context word is at each place beside each word."""
    sentences = list(sentences)
    frequent = Counter(word.lower() for tokens in sentences for word in tokens)
    context = {word: n for n, (word, _) in enumerate(sorted(frequent.items(), key=_by_count)[:CONTEXT_WORDS])}
    capital, other, edge = (len(context) + n for n in range(3))
    width = len(context) + 3
    place = {word: n for n, word in enumerate(vocabulary)}
    counts = np.zeros((len(vocabulary), width * len(NEIGHBOURS)), dtype=np.float32)
    for tokens in sentences:
        seen = [
            capital if n and word[0].isupper() else context.get(word.lower(), other) for n, word in enumerate(tokens)
        ]
        for n, word in enumerate(tokens):
            row = place.get(word.lower())
            if row is not None and not (n and word[0].isupper()):
                for k, (offset, weight) in enumerate(NEIGHBOURS):
                    at = n + offset
                    counts[row, k * width + (seen[at] if 0 <= at < len(tokens) else edge)] += weight
    return counts


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _grouped(vectors: Array, weights: Array, count: int) -> list[int]:
    """Spherical k-means that starts from the most frequent words."""
    centres = vectors[:count].copy()
    nearest = (vectors @ centres.T).argmax(1)
    for _ in range(30):
        for n in range(count):
            members = nearest == n
            if members.any():
                centre = (vectors[members] * weights[members, None]).sum(0)
                centres[n] = centre / (np.linalg.norm(centre) + 1e-9)
        nearest = (vectors @ centres.T).argmax(1)
    return [int(n) for n in nearest]
