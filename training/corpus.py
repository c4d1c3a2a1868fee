"""Annotated articles as the tagger sees them: passages, and for each attribution the labels of its tokens."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from revtrack.claims.tagger import passage
from revtrack.claims.tagger.passage import Passage
from revtrack.claims.tagger.vocabulary import Vocabulary
from revtrack.text import marks, read

Labels = list[str]


@dataclass(frozen=True)
class Paragraph:
    """A passage of article number `article`; `said` maps the place of each cue's head to the labels of all tokens."""

    article: int
    passage: Passage
    said: dict[int, Labels]


def articles(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def labelled(passage_: Passage, attribution: dict) -> Labels:
    labels = ["O"] * len(passage_.words)
    for role, letter in (("content", "C"), ("source", "S"), ("cue", "Q")):
        for start, end in attribution[role] or ():
            for n, at in enumerate(passage_.starts):
                if start <= at < end or (letter == "Q" and at <= start < passage_.ends[n]):
                    labels[n] = letter
    return labels


def paragraphs(records: Iterable[dict], vocabulary: Vocabulary) -> Iterator[tuple[int, Passage, list[Labels]]]:
    for number, record in enumerate(records):
        reading = read(record["text"])
        for block in reading.spoken():
            pieces = marks.find(reading.text, [block])
            found = passage.read(reading, block, pieces, vocabulary)
            inside = [a for a in record["attributions"] if block.start <= a["cue"][0][0] < block.end]
            yield number, found, [labelled(found, a) for a in inside]


def cue_share(items: Iterable[tuple[int, Passage, list[Labels]]]) -> tuple[dict[str, float], dict[str, int]]:
    """How often a word is part of a cue, and in how many articles it is the likeliest word of one."""
    cue, seen = Counter(), Counter()
    items = list(items)
    for _, found, said in items:
        for n, word in enumerate(found.words):
            if found.states[n] == "o":
                seen[word.lower()] += 1
        for labels in said:
            for n, label in enumerate(labels):
                if label == "Q":
                    cue[found.words[n].lower()] += 1
    share = {word: count / (seen[word] + 5) for word, count in cue.items()}
    heads = defaultdict(set)
    for number, found, said in items:
        for labels in said:
            at = head(found, labels, share)
            if at is not None:
                heads[found.words[at].lower()].add(number)
    return share, {word: len(numbers) for word, numbers in heads.items()}


def head(found: Passage, labels: Labels, share: dict[str, float]) -> int | None:
    places = [n for n, label in enumerate(labels) if label == "Q"]
    return max(places, key=lambda n: share.get(found.words[n].lower(), 0.0), default=None)
