"""An edited sentence as two rows of words laid side by side, and what the rules on words give back.

Rules on statements (form, opposites, swaps, scope, status, same meaning) look at words alone: each takes an
`EditedSentence` and gives indices into its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from revtrack.model import Label, Mark, Side, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.model.record import Remembering, record
from revtrack.text.expressions import expression
from revtrack.text.fold import plain
from revtrack.text.tokens import COMPARED

_WORD = expression(rf"{COMPARED}|[%$\u00a3\u20ac\u00a5&#\u00b0]")
# Words left between two kept ones are matched again by their keys up to this many comparisons.
COMPARISONS = 3600


class EditedWord(NamedTuple):
    """A word or a sign that is read as one ("%", "$"), and where it is; `key` is lower case with straight marks."""

    text: str
    key: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Replacement(NamedTuple):
    """Changed words between two kept ones, as indices into the old and the new row; one may be empty."""

    old: range
    new: range


class Excused(NamedTuple):
    """Indices of old and new words that are accounted for."""

    old: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()

    def and_also(self, other: Excused) -> Excused:
        return Excused(self.old | other.old, self.new | other.new)


class WordFinding(NamedTuple):
    """What a rule found: a label, and the old and new words that earn it."""

    label: Label
    old: range
    new: range


@record
class EditedSentence(Remembering):
    """The words of both versions; `kept` pairs the indices of those that are in both, in order."""

    old: tuple[EditedWord, ...]
    new: tuple[EditedWord, ...]
    kept: tuple[tuple[int, int], ...]

    @cached_property
    def stretches(self) -> tuple[Replacement, ...]:
        """The changed words, stretch by stretch."""
        edges = [(-1, -1), *self.kept, (len(self.old), len(self.new))]
        gaps = (Replacement(range(a + 1, c), range(b + 1, d)) for (a, b), (c, d) in pairwise(edges))
        return tuple(gap for gap in gaps if gap.old or gap.new)

    @cached_property
    def changed(self) -> Excused:
        """The indices of all words that changed."""
        old = frozenset(index for stretch in self.stretches for index in stretch.old)
        return Excused(old, frozenset(index for stretch in self.stretches for index in stretch.new))

    def changed_where(self, holds: Callable[[Side, EditedWord], bool]) -> Excused:
        """The changed words of which something holds."""
        return Excused(
            frozenset(index for index in self.changed.old if holds("old", self.old[index])),
            frozenset(index for index in self.changed.new if holds("new", self.new[index])),
        )


def edited(old: str, new: str, marks: Sequence[Mark]) -> EditedSentence:
    """Two texts as rows of words, lined up by word marks that are offsets into them."""
    old_words, new_words = words(old, Span(0, len(old))), words(new, Span(0, len(new)))
    return lined_up(old_words, new_words, marks)


def words(text: str, span: Span) -> tuple[EditedWord, ...]:
    """The words of a stretch of a text, with their offsets into the text."""
    straight = plain(text[span.start : span.end])
    start = span.start
    places = [match.span() for match in _WORD.finditer(straight)]
    return tuple([EditedWord(text := straight[a:b], text.lower(), start + a, start + b) for a, b in places])


def lined_up(old: tuple[EditedWord, ...], new: tuple[EditedWord, ...], marks: Sequence[Mark]) -> EditedSentence:
    """Two rows of words lined up by word marks, and between those by their keys."""
    sure = list(_by_marks(old, new, marks))
    edges = [(-1, -1), *sure, (len(old), len(new))]
    kept = list(sure)
    for (a, b), (c, d) in pairwise(edges):
        kept += _by_keys(old, new, range(a + 1, c), range(b + 1, d))
    return EditedSentence(old, new, tuple(sorted(kept)))


def _by_marks(old: Sequence[EditedWord], new: Sequence[EditedWord], marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """The words that lie whole in an equal stretch of both texts."""
    at = {word.start: index for index, word in enumerate(new)}
    equal = iter(mark for mark in marks if mark.op == "equal")
    mark = next(equal, None)
    for index, word in enumerate(old):
        while mark and mark.old_end < word.end:
            mark = next(equal, None)
        if mark and mark.old_start <= word.start:
            other = at.get(word.start - mark.old_start + mark.new_start)
            if other is not None and new[other].key == word.key:
                yield index, other


def _by_keys(
    old: Sequence[EditedWord], new: Sequence[EditedWord], gap: range, new_gap: range
) -> Iterator[tuple[int, int]]:
    """The words between two kept ones that are the same but for their case, or that the marks passed over."""
    if not gap or not new_gap or len(gap) * len(new_gap) > COMPARISONS:
        return
    a, b = [old[index].key for index in gap], [new[index].key for index in new_gap]
    if set(a).isdisjoint(b):
        return
    mirrored = (len(a), a) < (len(b), b)  # one order for both directions, so that ties fall the same way
    matcher = SequenceMatcher(None, b, a, autojunk=False) if mirrored else SequenceMatcher(None, a, b, autojunk=False)
    for i, j, length in matcher.get_matching_blocks():
        i, j = (j, i) if mirrored else (i, j)
        yield from ((gap[i + k], new_gap[j + k]) for k in range(length))


def runs(indices: frozenset[int]) -> Iterator[range]:
    """Indices of words as runs of neighbours, from left to right."""
    start: int | None = None
    last = -2
    for index in sorted(indices):
        if index != last + 1:
            if start is not None:
                yield range(start, last + 1)
            start = index
        last = index
    if start is not None:
        yield range(start, last + 1)
