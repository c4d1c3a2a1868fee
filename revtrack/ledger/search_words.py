"""The words under which a change is found, and the questions that are put to them.

Numbers are found however they are grouped: "1,200" is indexed as 1200, a decimal point stays inside its number. What a
question can narrow down to is indexed beside the words, as marks that no text can hold: one for each combination
of kind, severity and acknowledgement, so that `figure, high, in no notice` is one look and not three.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, get_args

from revtrack.model import SEVERITIES, Kind, Label
from revtrack.model.queries import Question

KINDS: tuple[Kind, ...] = get_args(Kind)
LABELS: tuple[Label, ...] = get_args(Label)

CONTEXT = "context"  # the sentence of a change, kept beside the fields that every change has

# Characters for private use are letters to FTS5's tokenizer; texts and questions lose theirs.
_POINT, _FACET, _SPEAKER, _ARTICLE, _BORDER = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_RESERVED = re.compile("[\0\ud800-\udfff\ue000-\ue00f]")
# A space is taken for a grouping only where it cannot break: "in 2024 300 people" has two numbers.
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([,'’\u00a0\u2009\u202f])\d{3}(?:\1\d{3})*)(?!\d|,\d)")
_GROUPING = re.compile(r"[,'’\u00a0\u2009\u202f]")
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_TERM = re.compile(r'["“„”]([^"“„”]*)["“„”]?|([^\s"“„”]+)')
_WORD = re.compile(r"\w+")


def indexed(change: Mapping[str, Any], article: str, number: int) -> tuple[str, str]:
    """The words and the marks of a change of an article; the same for the same change, as its removal needs."""
    names = list(dict.fromkeys(speakers(change)))
    parts: list[str] = []
    said = (change["message"], change.get(CONTEXT, ""), *_texts(change), *names, article)
    for part in map(_harmless, filter(None, said)):
        if not any(f" {part} " in f" {known} " for known in parts):
            parts.append(part)
    marks = [*_facets(change), *(_SPEAKER + word for name in names for word in _words(name)), f"{_ARTICLE}{number}"]
    return _counted(f" {_BORDER} ".join(parts)), " ".join(dict.fromkeys(marks))


def speakers(change: Mapping[str, Any]) -> Iterator[str]:
    """Who spoke or is said to have, on either side of a change: names, and descriptions of those not named."""
    for side in filter(None, (change["old"], change["new"])):
        source = side.get("source") or {}
        yield from filter(None, (side.get("speaker"), source.get("name") or source.get("text")))


def match(question: Question, articles: Sequence[int], spelled: Callable[[str], Sequence[str]]) -> str | None:
    """A question for FTS5, empty where nothing narrows it down and None where nothing can fit.

    `articles` are the numbers of those asked for, none of which need be known; `spelled` gives the indexed words that
    begin with some letters, or none where FTS5 shall look for them.
    """
    terms = list(_terms(question.words))
    if question.words.strip() and not terms:
        return None
    beginnings = [spelled(text) if begins else () for text, begins in terms]
    # Words stand side by side, not with AND between: FTS5 drops one that has no letter in it only there.
    words = " ".join(_quoted(*term) for term, known in zip(terms, beginnings, strict=True) if not known)
    groups: list[str | None] = [words, *map(_any, filter(None, beginnings)), *map(_any, _facets_asked(question))]
    groups += _spoken(question.speakers)
    if question.articles:
        groups.append(_any(f"{_ARTICLE}{number}" for number in articles) or None)
    return None if None in groups else " AND ".join(f"({group})" for group in groups if group)


def _terms(words: str) -> Iterator[tuple[str, bool]]:
    """The words and phrases of a question, and whether each is only a beginning."""
    for phrase, word in _TERM.findall(words):
        text = phrase or word
        if any(letter.isalnum() for letter in text):
            yield _folded(text.rstrip("*")), text.endswith("*")


def _quoted(text: str, begins: bool = False) -> str:
    # No word has a quotation mark in it by now; doubling would keep one harmless all the same.
    return '"{}"{}'.format(text.replace('"', '""'), "*" if begins else "")


def _any(words: Iterable[str]) -> str:
    """One of some words; empty for none."""
    return " OR ".join(_quoted(word) for word in words)


def _spoken(names: Iterable[str]) -> Iterator[str | None]:
    each = [" AND ".join(f'"{_SPEAKER}{word}"' for word in _words(name)) for name in names]
    if each:
        yield " OR ".join(f"({one})" for one in each if one) or None


def _words(name: str) -> list[str]:
    return _WORD.findall(_folded(name))


def _facets(change: Mapping[str, Any]) -> Iterator[str]:
    kind = f"k{KINDS.index(change['kind'])}"
    grade, notice = f"s{SEVERITIES.index(change['severity'])}", f"a{int(change['acknowledged'])}"
    yield from filter(lambda mark: mark != _FACET, map(_facet, product(("", kind), ("", grade), ("", notice))))
    yield from (f"{_FACET}{kind}l{LABELS.index(label)}" for label in change["labels"])


def _facets_asked(question: Question) -> Iterator[list[str]]:
    """Marks of which a change must have one, of each list that there is."""
    kinds = [f"k{KINDS.index(kind)}" for kind in question.kinds]
    labels = [f"l{LABELS.index(label)}" for label in question.labels]
    grades = [f"s{SEVERITIES.index(severity)}" for severity in question.severities] or [""]
    notice = "" if question.acknowledged is None else f"a{int(question.acknowledged)}"
    marks = [*map(_facet, product(kinds or [""], grades, [notice]))]
    if marks != [_FACET]:
        yield marks
    if labels:
        yield [*map(_facet, product(kinds or [f"k{kind}" for kind in range(len(KINDS))], labels))]


def _facet(parts: Iterable[str]) -> str:
    return _FACET + "".join(parts)


def _texts(change: Mapping[str, Any]) -> Iterator[str]:
    """The claim on both sides; of a figure also what it counts, and its value in digits."""
    for side in filter(None, (change["old"], change["new"])):
        yield " ".join(filter(None, (side["text"], side.get("noun"))))
        if change["kind"] == "figure":
            yield from dict.fromkeys(filter(None, (side.get("value"), side.get("low"), side.get("high"))))


def _folded(text: str) -> str:
    """A text as it is indexed and looked for."""
    return _counted(_harmless(text))


def _harmless(text: str) -> str:
    """A text without what stands for something else here."""
    return text.replace("\0", " ") if text.isascii() else _RESERVED.sub(" ", text)


def _counted(text: str) -> str:
    """A text with its numbers in one form."""
    ungrouped = _GROUPED.sub(lambda found: _GROUPING.sub("", found[0]), text)
    return " ".join(_DECIMAL.sub(_POINT, ungrouped).split())
