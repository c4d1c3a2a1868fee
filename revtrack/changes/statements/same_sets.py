"""Whether the words of two rows stand in one set of the tables of what means the same."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.changes.statements import word_sets
from revtrack.changes.statements.edited import EditedWord
from revtrack.changes.statements.senses import TABLES, spellings

# A member of a set may begin so many words before the words in question, and end as many behind: "be about to".
MORE = 2


def mean_the_same(old: Sequence[EditedWord], old_span: range, new: Sequence[EditedWord], new_span: range) -> bool:
    """Whether phrases around two stretches of words are of one set."""
    if not old_span or not new_span:
        return False
    return not _sets(old, old_span).isdisjoint(_sets(new, new_span))


def _sets(row: Sequence[EditedWord], span: range) -> set[str]:
    """The sets of the phrases that hold a stretch of a row whole."""
    first = max(0, span.start - MORE)
    around = row[first : span.stop + MORE]
    spelled = [spellings(word.key) for word in around]
    table = word_sets.sets(*TABLES)
    starts = range(span.start - first + 1)
    stop = span.stop - first
    return {member.set_id for start in starts for member in table.found(spelled, start) if member.end >= stop}
