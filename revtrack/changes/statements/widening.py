"""Words that earn a finding, with the little that changed beside them: "every pupil" -> "only the poorest pupils"."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.changes.statements.closed_classes import word_class
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, Replacement
from revtrack.changes.statements.places import Places, joined

# The longest stretch, in words, that is told whole.
WHOLE_STRETCH = 5


def widened(sentence: EditedSentence, places: Places, rest: Excused, old: range, new: range) -> tuple[range, range]:
    """Old and new words with what else changed in their short stretches, unless that is a change of its own."""
    for stretch in (places.stretch("old", old), places.stretch("new", new)):
        if stretch and _belongs(sentence, rest, stretch, old, new):
            old, new = joined(old, stretch.old), joined(new, stretch.new)
    return old, new


def _belongs(sentence: EditedSentence, rest: Excused, stretch: Replacement, old: range, new: range) -> bool:
    """Whether a stretch is short and open, and no preposition in it took the place of another besides."""
    if max(len(stretch.old), len(stretch.new)) > WHOLE_STRETCH:
        return False
    if not (rest.old.issuperset(stretch.old) and rest.new.issuperset(stretch.new)):
        return False
    return not (_has_preposition(sentence.old, stretch.old, old) and _has_preposition(sentence.new, stretch.new, new))


def _has_preposition(row: Sequence[EditedWord], span: range, but: range) -> bool:
    return any(index not in but and word_class(row[index].key) == "preposition" for index in span)
