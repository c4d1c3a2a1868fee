"""Changed words with as much of their clause as lets them be read alone."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.changes.statements.edited import EditedWord
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression

# So many words of the clause before and behind the changed ones; a reader needs no more to know what it is about.
WORDS_BEFORE, WORDS_BEHIND = 4, 4
# A number has so many words: "$", "3", "million".
NUMBER_LONGEST = 3

_CURRENCIES = "$\u00a3\u20ac\u00a5#"
_SCALES = frozenset(("%", "percent", "per", "hundred", "thousand", "million", "billion", "trillion", "m", "bn"))
_CLAUSE_END = expression(r"[;:!?\u2013\u2014]|[.,](?!\w)|\s-\s|\n")


class Clause(NamedTuple):
    """The span of some words with those around them, and where the words themselves begin and end."""

    start: int
    end: int
    first: int
    last: int

    @property
    def has_words(self) -> bool:
        return self.first < self.last


def around(text: str, row: Sequence[EditedWord], words: range) -> Clause:
    """Words of a row among the others of their clause; an empty range is the place before its start."""
    if not row:
        return Clause(0, 0, 0, 0)
    if words:
        first, last = row[words.start].start, row[words[-1]].end
    else:
        first = last = row[words.start].start if words.start < len(row) else row[-1].end
    before = [word.start for word in row[max(0, words.start - WORDS_BEFORE) : words.start]]
    behind = [word.end for word in row[words.stop : words.stop + WORDS_BEHIND]]
    start = next((at for at in before if not _CLAUSE_END.search(text, at, first)), first)
    end = next((at for at in reversed(behind) if not _CLAUSE_END.search(text, last, at)), last)
    for word in row[words.stop : words.stop + WORDS_BEHIND + NUMBER_LONGEST]:
        if word.start >= end and _goes_on(text, end, word):
            end = word.end
    return Clause(start, end, first, last)


def _goes_on(text: str, end: int, word: EditedWord) -> bool:
    """Whether a word belongs to the sign or number that ends just before it: "$" and "million" do."""
    if text[end - 1] in _CURRENCIES:
        return word.start == end
    return text[end - 1].isdigit() and word.start - end <= 1 and word.key in _SCALES
