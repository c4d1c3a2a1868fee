"""Who gets what, in either order: "gave the club the cup" and "gave the cup to the club".

The same in the passive: "parents have been sent a letter" and "a letter has been sent to parents".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused
from revtrack.changes.statements.function_words import ARTICLES, BE, HAVE
from revtrack.text.inflection import bases

# How many verbs of a sentence are tried; the most words of what is given, and of who gets it.
_VERBS = 12
_WORDS = 8
_TO = frozenset(("to", "for", "with"))

_Found = tuple[set[int], set[int]]
_Words = list[tuple[int, str]]


def proven(sentence: EditedSentence, left: Excused) -> Excused:
    """Of the words not yet accounted for, those of one gift in its two orders."""
    forth = _told(sentence.old, left.old, sentence.new, left.new)
    back = _told(sentence.new, left.new, sentence.old, left.old)
    return Excused(frozenset((forth[0] | back[1]) & left.old), frozenset((forth[1] | back[0]) & left.new))


def _told(
    row: Sequence[EditedWord], left: frozenset[int], other: Sequence[EditedWord], other_left: frozenset[int]
) -> _Found:
    """The words of gifts without "to" in one row and with it in the other."""
    found: _Found = (set(), set())
    for verb in islice(_verbs(row, left), _VERBS):
        for there in islice(_verbs(other, other_left), _VERBS):
            if row[verb].key != other[there].key:
                continue
            told = _active(row, verb, other, there) or _passive(row, verb, other, there)
            if told:
                found[0].update(told[0])
                found[1].update(told[1])
    return found


def _verbs(row: Sequence[EditedWord], left: frozenset[int]) -> Iterator[int]:
    near = sorted({at for index in left for at in range(index - _WORDS, index + _WORDS) if 0 <= at < len(row)})
    verbs = lexicon.words("giving_verbs")
    return (index for index in near if not verbs.isdisjoint(bases(row[index].key)))


def _active(row: Sequence[EditedWord], verb: int, other: Sequence[EditedWord], there: int) -> _Found | None:
    to = next((at for at in range(there + 2, min(there + _WORDS, len(other))) if other[at].key in _TO), None)
    if to is None:
        return None
    given = _words(other, range(there + 1, to))
    behind = _words(row, range(verb + 1, min(verb + 2 * _WORDS, len(row))))
    getter = _words(other, range(to + 1, min(to + _WORDS, len(other))))
    for length in range(len(getter), 0, -1):
        whole = [*getter[:length], *given]
        if _keys(whole) == _keys(behind[: len(whole)]):
            here = range(verb + 1, behind[len(whole) - 1][0] + 1)
            return set(here), set(range(there + 1, getter[length - 1][0] + 1))
    return None


def _passive(row: Sequence[EditedWord], verb: int, other: Sequence[EditedWord], there: int) -> _Found | None:
    if there + 1 >= len(other) or other[there + 1].key not in _TO:
        return None
    start, start_there = _auxiliaries(row, verb), _auxiliaries(other, there)
    if start == verb or start_there == there:
        return None
    getter = _same(row, range(start - 1, -1, -1), other, range(there + 2, len(other)))
    given = _same(row, range(verb + 1, len(row)), other, range(start_there - 1, -1, -1))
    if not getter or not given:
        return None
    return getter[0] | given[0] | set(range(start, verb)), getter[1] | given[1] | set(range(start_there, there + 2))


def _auxiliaries(row: Sequence[EditedWord], verb: int) -> int:
    start = verb
    while start and row[start - 1].key in BE | HAVE:
        start -= 1
    return start if any(word.key in BE for word in row[start:verb]) else verb


def _same(row: Sequence[EditedWord], part: range, other: Sequence[EditedWord], part_there: range) -> _Found | None:
    """The longest phrase that lies next to the verb in both rows, on opposite sides of it, with its articles."""
    one, two = _words(row, part), _words(other, part_there)
    for length in range(min(len(one), len(two)), 0, -1):
        if _keys(one[:length]) == _keys(two[:length][::-1]):
            return _whole(row, one[:length]), _whole(other, two[:length])
    return None


def _whole(row: Sequence[EditedWord], words: _Words) -> set[int]:
    """The indices of a phrase with the articles in it and before it."""
    places = [at for at, _ in words]
    first = min(places)
    start = first - 1 if first and row[first - 1].key in ARTICLES else first
    return set(range(start, max(places) + 1))


def _words(row: Sequence[EditedWord], part: range) -> _Words:
    """The first words of a part, articles aside, and where they are."""
    return list(islice(((at, row[at].key) for at in part if row[at].key not in ARTICLES), _WORDS))


def _keys(words: _Words) -> list[str]:
    return [word for _, word in words]
