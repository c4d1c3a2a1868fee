"""Annotated articles as the tagger sees them: passages with their possible cues, and the labels about each real one.

README.md describes the format: one article a line, with the spans of source, cue and content of every attribution.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from revtrack.claims import tagger
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.tagger.vocabulary import Vocabulary
from revtrack.text import marks, read

LABEL_OF = {"content": "C", "source": "S", "cue": "Q"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of article number `article`; `said` maps the place of each cue to the labels of all tokens."""

    article: int
    passage: TokenPassage
    candidates: list[int]
    said: dict[int, list[str]]


def articles(path: Path) -> list[dict[str, Any]]:
    """The records of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def paragraphs(records: Iterable[dict[str, Any]], vocabulary: Vocabulary) -> list[Paragraph]:
    """All paragraphs of all articles; of a cue of several words, the likeliest one is its place."""
    found = list(_passages(records, vocabulary))
    share = _cue_share(found)
    return [
        Paragraph(number, passage, candidates, dict(_placed(passage, candidates, said, share)))
        for number, passage, said in found
        for candidates in [tagger.candidates(passage)]
    ]


def _passages(
    records: Iterable[dict[str, Any]], vocabulary: Vocabulary
) -> Iterator[tuple[int, TokenPassage, list[list[str]]]]:
    for number, record in enumerate(records):
        reading = read(record["text"])
        for block in reading.spoken():
            passage = tagger.read(reading, block, marks.find(reading.text, [block]), vocabulary)
            inside = [said for said in record["attributions"] if block.start <= said["cue"][0][0] < block.end]
            yield number, passage, [_labels(passage, said) for said in inside]


def _labels(passage: TokenPassage, said: dict[str, Any]) -> list[str]:
    labels = ["O"] * len(passage.words)
    for role, label in LABEL_OF.items():
        for start, end in said[role] or ():
            for n, at in enumerate(passage.starts):
                if start <= at < end:
                    labels[n] = label
    return labels


def _cue_share(found: Iterable[tuple[int, TokenPassage, list[list[str]]]]) -> dict[str, float]:
    """How often a word outside quotation marks is part of a cue."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for _, passage, said in found:
        seen.update(word.lower() for word, state in zip(passage.words, passage.states, strict=True) if state == "o")
        cues.update(passage.words[n].lower() for labels in said for n, label in enumerate(labels) if label == "Q")
    return {word: count / (seen[word] + 5) for word, count in cues.items()}


def _placed(
    passage: TokenPassage, candidates: list[int], said: list[list[str]], share: dict[str, float]
) -> Iterator[tuple[int, list[str]]]:
    for labels in said:
        places = [n for n in candidates if labels[n] == "Q"]
        if places:
            yield max(places, key=lambda n: share.get(passage.words[n].lower(), 0.0)), labels
