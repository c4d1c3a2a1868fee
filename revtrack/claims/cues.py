"""Where a text attributes: the verb groups and phrases that may be cues, outside quotation marks.

A verb of the table `cues` counts in its finite forms, with the auxiliaries and adverbs before it ("has not yet
said") and a phrase of manner behind it ("said in a statement").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from revtrack import lexicon
from revtrack.claims import manner
from revtrack.model import Block, Span

_PLURALS = frozenset(("i", "they", "we", "who", "you"))
_BE = frozenset(("be", "been", "is", "was", "were"))
_WORD = re.compile(r"(?<![\w'-])[A-Za-z]+")
_LAST_WORDS = re.compile(r"([A-Za-z']+) $")
ACCORDING = "according to"


class CueSpan(NamedTuple):
    """A possible cue: the verb itself, its whole group, and its lemma."""

    verb: Span
    group: Span
    lemma: str


def find(plain: str, block: Block, quoted: Sequence[Span]) -> Iterator[CueSpan]:
    """The possible cues of a block, in order; `quoted` are its stretches between marks."""
    starts = [span.start for span in quoted]
    for form in _forms(plain, block):
        at = bisect_right(starts, form.start) - 1
        if at >= 0 and form.start < quoted[at].end:
            continue
        lemma = _lemmas()[form.of(plain).lower()]
        if lemma == ACCORDING:
            yield CueSpan(form, form, lemma)
        elif not _is_noun(plain, form, block):
            group = _group(plain, form, block)
            if not _is_passive(plain, group, form) and _agrees(plain, group, form, lemma, block):
                yield CueSpan(form, group, lemma)


def _forms(plain: str, block: Block) -> Iterator[Span]:
    """The forms of the table in a block; looked up word by word, since a pattern of them all is slow to make."""
    lemmas, phrases = _lemmas(), _phrases()
    for match in _WORD.finditer(plain, block.start, block.end):
        word = match[0]
        if word in lemmas:
            yield Span(match.start(), match.end())
        elif word.lower() in phrases:
            rest = phrases[word.lower()]
            end = match.end() + len(rest)
            if plain.startswith(rest, match.end()) and not plain[end : end + 1].isalpha():
                yield Span(match.start(), end)


def _group(plain: str, verb: Span, block: Block) -> Span:
    start = verb.start
    while word := _LAST_WORDS.search(plain, max(block.start, start - 16), start):
        if word[1].lower() not in lexicon.words("cue_helpers") and not (word[1].endswith("ly") and len(word[1]) > 4):
            break
        start = word.start(1)
    return Span(start, manner.end(plain, verb.end))


def _is_noun(plain: str, verb: Span, block: Block) -> bool:
    """ "The report", "a claim", "to say", "his promise", "will say": no finite verb stands behind these."""
    before = _LAST_WORDS.search(plain, max(block.start, verb.start - 16), verb.start)
    if before is None:
        return False
    return before[1].lower() in lexicon.words("before_nouns") or before[1].endswith(("'s", "s'"))


def _agrees(plain: str, group: Span, verb: Span, lemma: str, block: Block) -> bool:
    """A bare form has a plural before it ("officials say"); behind anything else it is a noun ("a wire report")."""
    if verb.of(plain) != lemma:
        return True
    before = _LAST_WORDS.search(plain, max(block.start, group.start - 24), group.start)
    word = before[1].lower() if before else ""
    return word.endswith("s") or word in _PLURALS or word in lexicon.words("plural_nouns")


def _is_passive(plain: str, group: Span, verb: Span) -> bool:
    """ "He was dismissed in April": a form of "be" before a past participle makes no speaker of its subject."""
    lead = plain[group.start : verb.start].lower().split()
    return bool(_BE.intersection(lead)) and verb.of(plain).endswith(("ed", "d", "t", "n"))


@cache
def _phrases() -> dict[str, str]:
    """The forms of more than one word: the first, and what must follow it."""
    forms = (form for form in _lemmas() if " " in form)
    return {form.split(" ", 1)[0]: " " + form.split(" ", 1)[1] for form in forms}


@cache
def _lemmas() -> dict[str, str]:
    return {form.replace("_", " "): row[0] for row in lexicon.table("cues") for form in row[1].split()}


@cache
def classes() -> dict[str, str]:
    """The meaning class of each lemma."""
    return {row[0]: row[-1] for row in lexicon.table("cues")}
