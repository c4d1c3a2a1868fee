"""Where a row of words has a word or phrase with an opposite, and its poles; a negation before it swaps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from revtrack import lexicon
from revtrack.changes.statements import poles
from revtrack.changes.statements.edited import EditedWord
from revtrack.changes.statements.poles import Occurrence, Poles
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.inflection import bases

PHRASE_LONGEST = 4  # words
# How many words a negation reaches over, as long as no punctuation comes between: "not have quickly risen".
NEGATION_REACH = 3
# Where more than this share of the longer words has a capital, the line is a headline and capitals tell no names.
HEADLINE_SHARE = 0.6
HEADLINE_WORD = 4  # letters
# "Before 3 May" and "after 1990" are dates.
_BOUNDS_OF_TIME = frozenset(("before", "after", "until", "since"))
_NEGATORS = frozenset(
    ("not", "never", "no", "none", "nobody", "neither", "nor", "without", "cannot", "hardly", "scarcely")
)
_FAILING = frozenset(("fail", "failure", "refuse", "decline", "unable"))


# These say something of their own only where the words beside them were kept: "brought on" is "touched off".
_PARTICLES = frozenset(
    ("in", "out", "on", "off", "over", "under", "with", "without", "to", "from", "into", "above", "below", "within")
)
_ADVERBS = frozenset(("up", "down"))


class WordRow(NamedTuple):
    """One side of an edited sentence; `stretches` has the number of the stretch that each open word is in.

    `near` are the places from which a phrase may reach a stretch with an open word on either side, in order.
    """

    keys: Sequence[str]
    words: Sequence[EditedWord]  # empty where only keys are known
    stretches: dict[int, int]
    near: Sequence[int]


class Site(NamedTuple):
    """Words and the poles they stand for, with a negation before them taken into account."""

    words: range
    anywhere: Poles
    in_place: Poles
    stretch: int  # -1 where all of its words were kept
    forms_of: frozenset[str]  # what the words may be forms of
    is_negated: bool

    def poles(self, *, is_close: bool) -> Poles:
        return self.anywhere | self.in_place if is_close else self.anywhere


def found(row: WordRow, stems: frozenset[str]) -> Iterator[Site]:
    """The sites with an open word in them, or near enough to one for a phrase to reach it."""
    has_names = not _is_headline(row.words)
    for occurrence in poles.occurrences(row.keys, row.near, stems, row.stretches.__contains__):
        is_name = has_names and _is_name(row, occurrence)
        if any(occurrence.standing) and not (
            is_name or _is_date(row, occurrence) or _is_part_of_another(row, occurrence)
        ):
            yield _site(row, occurrence)


def _site(row: WordRow, occurrence: Occurrence) -> Site:
    standing = occurrence.standing
    is_negated = _is_negated(row, occurrence.words.start)
    if is_negated:
        standing = standing.turned()
    stretch = next((row.stretches[index] for index in occurrence.words if index in row.stretches), -1)
    forms = frozenset(base for index in occurrence.words for base in bases(row.keys[index]))
    return Site(occurrence.words, standing.anywhere, standing.in_place, stretch, forms, is_negated)


def _is_negated(row: WordRow, start: int) -> bool:
    """Whether an odd number of negations stands before a word: "did not rise", but not "not only rose"."""
    count = 0
    for place in range(start - 1, max(-1, start - 1 - NEGATION_REACH), -1):
        if _is_parted(row, place + 1):
            break
        follower = row.keys[place + 1]
        count += is_negator(row.keys[place], follower) and follower != "only"
    return count % 2 == 1


@lru_cache(maxsize=poles.REMEMBERED)
def is_negator(key: str, follower: str) -> bool:
    """Whether a word negates what follows it: "not", "isn't", "failed" before "to"."""
    return key in _NEGATORS or key.endswith("n't") or (follower == "to" and not _FAILING.isdisjoint(bases(key)))


def _is_parted(row: WordRow, place: int) -> bool:
    """Whether there is punctuation between a word and the one before it."""
    return bool(row.words) and place > 0 and row.words[place].start - row.words[place - 1].end > 1


def _is_name(row: WordRow, occurrence: Occurrence) -> bool:
    """Whether capitals within a sentence make it, or a part of it, a name: "West Bank", "New Zealand"."""
    return any(
        place > 0 and row.words[place].text[:1].isupper() and not _is_parted(row, place)
        for place in occurrence.words
        if row.words
    )


def _is_part_of_another(row: WordRow, occurrence: Occurrence) -> bool:
    """Whether it is a particle of a verb that changed, too, or begins a phrase that did."""
    place = occurrence.words.start
    if len(occurrence.words) > 1 or row.keys[place] not in _PARTICLES | _ADVERBS:
        return False
    return place - 1 in row.stretches or (row.keys[place] in _PARTICLES and place + 1 in row.stretches)


def _is_headline(words: Sequence[EditedWord]) -> bool:
    longer = [word for word in words if len(word.text) >= HEADLINE_WORD]
    return sum(word.text[0].isupper() for word in longer) > HEADLINE_SHARE * len(longer)


def _is_date(row: WordRow, occurrence: Occurrence) -> bool:
    """Whether it says when, together with the date behind it."""
    behind = occurrence.words.stop
    if behind >= len(row.keys) or row.keys[behind - 1] not in _BOUNDS_OF_TIME:
        return False
    key = row.keys[behind]
    return key[0].isdigit() or any(key in lexicon.words(name) for name in ("months", "weekdays", "day_names"))
