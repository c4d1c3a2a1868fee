"""Words that may come or go with nothing said by them: articles, auxiliaries, relative pronouns, intensifiers.

A run of words that has no partner in the other version is idle as a whole or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedWord
from revtrack.changes.statements.function_words import ARTICLES, BE, FUTURE, HAVE, RELATIVES, SUBJECTS, is_adverb
from revtrack.changes.statements.pairing import MeaningUnit
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.inflection import bases

# What may be idle costs less to leave over than what never is.
COST = 0.4
# "A few" are more than "few".
_COUNTED_BY_ARTICLES = frozenset(("few", "little"))
_DOING = frozenset(("do", "does", "did", "had"))
_MAY_BE_IDLE = ARTICLES | BE | HAVE | FUTURE | RELATIVES | SUBJECTS | _DOING | {"on", "fact"}


class FollowingUnit(NamedTuple):
    """The unit behind a run of words, and its partner in the other version."""

    behind: MeaningUnit
    partner: MeaningUnit


def may_be_idle(word: str) -> bool:
    """Whether a word is idle in some surroundings."""
    return word in _MAY_BE_IDLE or word in _listed()


def are_idle(row: Sequence[EditedWord], run: range, around: FollowingUnit | None) -> bool:
    """Whether a run of words without a partner says nothing."""
    words = [row[index].key for index in run]
    while words and (words[0] in ARTICLES or words[0] in _listed()):
        words.pop(0)
    while words and (words[-1] in ARTICLES or words[-1] in _listed()):
        words.pop()
    behind = row[run.stop].key if run.stop < len(row) else ""
    if behind in _COUNTED_BY_ARTICLES and "a" in (row[index].key for index in run):
        return False
    if not words or " ".join(words) in _listed():
        return True
    if run.start == 0 and " ".join(words) in _openers():
        return True
    if words == ["being"] and run.start and row[run.start - 1].key in BE:
        return True
    if (words == ["fact"] and behind == "that") or _is_repeated_in_comparison(words, row, run.start):
        return True
    return _is_auxiliary(words, row, run.stop, around) or _is_relative(words, behind, around) or _is_on(words, behind)


def _is_repeated_in_comparison(words: Sequence[str], row: Sequence[EditedWord], start: int) -> bool:
    """What a comparison may leave out: "more than it did last year", "than they were in May"."""
    compared = start > 0 and row[start - 1].key == "than"
    return compared and len(words) == 2 and words[0] in SUBJECTS and (words[1] in BE or words[1] in _DOING)


def _is_auxiliary(words: Sequence[str], row: Sequence[EditedWord], end: int, around: FollowingUnit | None) -> bool:
    """The forms of "have", "be" and "will" that a tense is made of, before the same verb in another tense."""
    if not around:
        return False
    here, there = around.behind.shape, around.partner.shape
    kinds = {"have" if word in HAVE else "be" if word in BE else "will" if word in FUTURE else "" for word in words}
    verb = next((word.key for word in row[end:] if not is_adverb(word.key)), "")
    if kinds == {"have"}:
        return here == "ed" or verb == "been" or _is_past(verb)
    if kinds == {"will"}:
        return there in ("", "s", "ing") and not _is_past(verb)
    if kinds == {"be"} and (around.behind.start == end and verb in BE):
        return True
    if kinds <= {"be", "have"}:
        return here == "ing" and there != "ing"
    return False


def _is_relative(words: Sequence[str], behind: str, around: FollowingUnit | None) -> bool:
    """Relative pronouns: "who was" before a phrase, "which" before a subject, "who" before what turns "-ing"."""
    if words[0] not in RELATIVES:
        return False
    others = words[1:]
    if others and all(word in BE or word in HAVE for word in others):
        return True
    if others:
        return False
    if words[0] == "that" or behind in SUBJECTS or behind in ARTICLES:
        return True
    return around is not None and around.partner.shape == "ing"


def _is_on(words: Sequence[str], behind: str) -> bool:
    return list(words) == ["on"] and behind in _days()


def _is_past(verb: str) -> bool:
    return verb.endswith("ed") or any(base != verb for base in bases(verb)[1:] if not verb.endswith(("s", "ing")))


@cache
def _listed() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.table("idle_words") if row[1] == "anywhere")


@cache
def _openers() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.table("idle_words") if row[1] == "first")


@cache
def _days() -> frozenset[str]:
    return frozenset(row[0].lower() for row in lexicon.table("weekdays"))
