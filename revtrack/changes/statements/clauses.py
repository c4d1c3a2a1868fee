"""Changed words with as much of their clause as lets them be read alone."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.changes.statements.closed_classes import word_class
from revtrack.changes.statements.edited import EditedWord
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression

# How many words of the clause are shown before and after the changed ones; a reader needs no more.
WORDS_BEFORE, WORDS_BEHIND = 4, 4
# A clause that ends within this many more words is given to its end: "a loss of £1.2m last year", not "... last".
WORDS_TO_END = 3
# The most words of a number: "$", "3", "million".
NUMBER_LONGEST = 3

_CURRENCIES = "$\u00a3\u20ac\u00a5#"
_SCALES = frozenset(("%", "percent", "per", "hundred", "thousand", "million", "billion", "trillion", "m", "bn"))
# A phrase does not end with these: "to close in", "was used to", "told an editor that".
_LOOSE = ("article", "auxiliary", "coordinator", "determiner", "preposition", "subordinator")
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
    return Clause(start, _finished(text, row, words.stop, last, end), first, last)


def _finished(text: str, row: Sequence[EditedWord], stop: int, last: int, end: int) -> int:
    """Where the words behind the changed ones can end without a loose end: with the clause, or with a phrase of it."""
    further = [word for word in row[stop : stop + WORDS_BEHIND + NUMBER_LONGEST + WORDS_TO_END] if word.start >= end]
    for word in further[:NUMBER_LONGEST]:
        if _goes_on(text, end, word):
            end = word.end
    further = [word for word in further if word.start >= end]
    of_clause = [
        word for word in further if not _CLAUSE_END.search(text, end, word.end) and "(" not in text[end : word.end]
    ]
    to_end = len(of_clause) < len(further) or not further or further[-1] is row[-1]
    if to_end and len(of_clause) <= WORDS_TO_END:
        return of_clause[-1].end if of_clause else end
    kept = [word for word in row[stop:] if last < word.end <= end]
    while kept and word_class(kept[-1].key) in _LOOSE:
        kept.pop()
    return kept[-1].end if kept else last


def _goes_on(text: str, end: int, word: EditedWord) -> bool:
    """Whether a word belongs to the sign or number that ends just before it: "$" and "million" do."""
    if text[end - 1] in _CURRENCIES:
        return word.start == end
    return text[end - 1].isdigit() and word.start - end <= 1 and word.key in _SCALES
