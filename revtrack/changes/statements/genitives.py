"""Whose something is, before or behind it: "the committee's report" and "the report of the committee".

So are "the Hull plant" and "the plant in Hull": the same two nouns, joined by their order or by a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from revtrack.changes.statements.closed_classes import is_content
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused
from revtrack.changes.statements.function_words import ARTICLES

# How many owners and prepositions of a sentence are tried; the most words of an owner; how near the thing owned is.
_OWNERS, _SMALL, _OWNER, _THING = 40, 12, 7, 4
_OF = frozenset(("of", "in", "at", "from", "for"))


def proven(sentence: EditedSentence, left: Excused) -> Excused:
    """Of the words left open those of one owner before and behind what is owned."""
    forth = _owned(sentence.old, left.old, sentence.new, left.new)
    back = _owned(sentence.new, left.new, sentence.old, left.old)
    return Excused(forth[0] | back[1], forth[1] | back[0])


def _owned(
    row: Sequence[EditedWord], left: frozenset[int], other: Sequence[EditedWord], other_left: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """The words of owners in front of what they own in one row and behind it in the other."""
    owned: set[int] = set()
    told: set[int] = set()
    small = [index for index in sorted(other_left) if other[index].key in _OF and index]
    for index in islice(sorted(left), _OWNERS):
        for of in small[:_SMALL]:
            ends = _owner_behind(row, index, other, of)
            if ends and _has_thing(row, index, other, of):
                length = len(ends)
                owned |= set(range(index - length + 1, index + 1))
                owned |= {at for at in (index - length, index + 1) if 0 <= at < len(row) and row[at].key in ARTICLES}
                told |= set(range(of, ends.stop))
                told |= {at for at in range(max(0, of - _OWNER), of) if other[at].key in ARTICLES}
    return frozenset(owned & left), frozenset(told & other_left)


def _owner_behind(row: Sequence[EditedWord], index: int, other: Sequence[EditedWord], of: int) -> range | None:
    """The owner that ends at `index` in one row, as it stands behind "of" in the other."""
    start = of + 1
    while start < len(other) and other[start].key in ARTICLES:
        start += 1
    for stop in range(start + 1, min(start + _OWNER, len(other)) + 1):
        length = stop - start
        if length > index + 1:
            return None
        words = [_bare(row[at].key) for at in range(index - length + 1, index + 1)]
        if words == [_bare(other[at].key) for at in range(start, stop)] and is_content(words[-1]):
            return range(start, stop)
    return None


def _has_thing(row: Sequence[EditedWord], owner: int, other: Sequence[EditedWord], of: int) -> bool:
    """Whether what is owned stands right behind its owner and right before "of"."""
    thing = other[of - 1].key
    for at in range(owner + 1, min(owner + _THING, len(row))):
        if row[at].key == thing:
            return is_content(thing)
        if not is_content(row[at].key):
            return False
    return False


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")
