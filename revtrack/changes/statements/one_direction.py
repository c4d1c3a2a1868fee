"""Two versions read in one order, whichever of them is the old one: ties then fall the same way in both directions."""

from __future__ import annotations

from revtrack.changes.statements.edited import EditedSentence, Excused


def is_turned(sentence: EditedSentence) -> bool:
    """Whether the new row is the one to begin with."""
    old, new = ([word.key for word in row] for row in (sentence.old, sentence.new))
    return (len(old), old) < (len(new), new)


def turned(sentence: EditedSentence) -> EditedSentence:
    """The sentence with its versions in each other's place."""
    return EditedSentence(sentence.new, sentence.old, tuple((new, old) for old, new in sentence.kept))


def turned_back(excused: Excused) -> Excused:
    """What was found in a turned sentence, as indices into the rows of the sentence itself."""
    return Excused(excused.new, excused.old)
