"""Where a text attributes: the verb groups and phrases that may be cues, outside quotation marks.

A verb of the table `cues` counts in its finite forms, with the auxiliaries and adverbs before it ("has not yet
said") and a phrase of manner behind it ("said in a statement").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from revtrack import lexicon
from revtrack.model import Block, Span

_BEFORE = frozenset(
    "also already always be been did didn't does doesn't first had has hasn't have haven't immediately is later never"
    " not now often once only previously quickly rather recently repeatedly reportedly since so soon still then was"
    " were would yet".split()
)
_PLURALS = frozenset(("i", "they", "we", "who", "you"))
_BE = frozenset(("be", "been", "is", "was", "were"))
_MANNER = re.compile(
    r" (?:in (?:a|an|the|his|her|their|its) (?:[a-z]+ ){0,2}(?:statement|interview|tweet|email|e-mail|letter|speech|report|post|briefing"
    r"|memo|filing|column|note|ruling|opinion|message|release)|(?:on|under) (?:the )?condition of anonymity|on (?:Twitter|Facebook|X|Instagram)|at a (?:[a-z]+ ){0,2}(?:conference|briefing|rally|hearing))\b"
)
_LAST_WORDS = re.compile(r"([A-Za-z']+) $")
ACCORDING = "according to"


@dataclass(frozen=True, slots=True)
class CueSpan:
    """A possible cue: the verb itself, its whole group, and its lemma."""

    verb: Span
    group: Span
    lemma: str


def find(plain: str, block: Block, quoted: Sequence[Span]) -> Iterator[CueSpan]:
    """The possible cues of a block, in order; `quoted` are its stretches between marks."""
    starts = [span.start for span in quoted]
    for match in _pattern().finditer(plain, block.start, block.end):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < quoted[at].end:
            continue
        verb = Span(match.start(), match.end())
        if match[0].lower().startswith("according"):
            yield CueSpan(verb, verb, "according to")
        elif not _is_noun(plain, verb, block):
            group = _group(plain, verb, block)
            if not _is_passive(plain, group, verb) and _agrees(plain, group, verb, block):
                yield CueSpan(verb, group, _lemmas()[match[0]])


def _group(plain: str, verb: Span, block: Block) -> Span:
    start = verb.start
    while word := _LAST_WORDS.search(plain, max(block.start, start - 16), start):
        if word[1].lower() not in _BEFORE and not (word[1].endswith("ly") and len(word[1]) > 4):
            break
        start = word.start(1)
    manner = _MANNER.match(plain, verb.end, block.end)
    return Span(start, manner.end() if manner else verb.end)


def _is_noun(plain: str, verb: Span, block: Block) -> bool:
    """"The report", "a claim", "to say", "his promise", "will say": no finite verb stands behind these."""
    before = _LAST_WORDS.search(plain, max(block.start, verb.start - 16), verb.start)
    if before is None:
        return False
    return before[1].lower() in lexicon.words("before_nouns") or before[1].endswith(("'s", "s'"))


def _agrees(plain: str, group: Span, verb: Span, block: Block) -> bool:
    """A bare form has a plural before it ("officials say"); behind anything else it is a noun ("a wire report")."""
    form = verb.of(plain)
    if form != _lemmas()[form]:
        return True
    before = _LAST_WORDS.search(plain, max(block.start, group.start - 24), group.start)
    word = before[1].lower() if before else ""
    return word.endswith("s") or word in _PLURALS or word in lexicon.words("plural_nouns")


def _is_passive(plain: str, group: Span, verb: Span) -> bool:
    """"He was dismissed in April": a form of "be" before a past participle makes no speaker of its subject."""
    lead = plain[group.start : verb.start].lower().split()
    return bool(_BE.intersection(lead)) and verb.of(plain).endswith(("ed", "d", "t", "n"))


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(sorted(_lemmas(), key=lambda form: (-len(form), form)))
    return re.compile(rf"\b(?:[Aa]ccording to|{forms})\b")


@cache
def _lemmas() -> dict[str, str]:
    return {form.replace("_", " "): row[0] for row in lexicon.table("cues") for form in row[1].split()}


@cache
def classes() -> dict[str, str]:
    """The meaning class of each lemma."""
    return {row[0]: row[-1] for row in lexicon.table("cues")}
