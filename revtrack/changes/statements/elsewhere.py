"""Words that left one sentence and came into another: a phrase that moved was not taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedSentence, EditedWord, WordFinding
from revtrack.model import Side
from revtrack.versions.way import OTHER, SIDES

Two = tuple[str, str]


class Elsewhere:
    """Each two neighbouring words that came into, or left, the sentences of a side."""

    def __init__(self) -> None:
        self._twos: dict[Side, set[Two]] = {side: set() for side in SIDES}

    def enter_sentence(self, side: Side, row: Sequence[EditedWord]) -> None:
        """Take in the words of a sentence that is on one side only."""
        self._twos[side].update(_twos(row))

    def enter_edit(self, sentence: EditedSentence) -> None:
        """Take in the changed words of an edited sentence."""
        for stretch in sentence.stretches:
            self._twos["old"].update(_twos(_with_neighbours(sentence.old, stretch.old)))
            self._twos["new"].update(_twos(_with_neighbours(sentence.new, stretch.new)))

    def relabelled(self, sentence: EditedSentence, finding: WordFinding) -> WordFinding:
        """The finding, as reworded where its words, all of them in order, are on the other side."""
        if finding.label not in ("added", "removed"):
            return finding
        side: Side = "new" if finding.label == "added" else "old"
        row, indices = (sentence.new, finding.new) if side == "new" else (sentence.old, finding.old)
        twos = list(_twos(_from_content_to_content([row[index] for index in indices])))
        moved = twos and all(two in self._twos[OTHER[side]] for two in twos)
        return finding._replace(label="reworded") if moved else finding


def _from_content_to_content(row: Sequence[EditedWord]) -> Sequence[EditedWord]:
    """A phrase without the small words at its ends, which may have been those of its neighbours."""
    small = lexicon.words("small_words")
    held = [index for index, word in enumerate(row) if word.key not in small]
    return row[held[0] : held[-1] + 1] if held else ()


def _with_neighbours(row: Sequence[EditedWord], changed: range) -> Sequence[EditedWord]:
    """Changed words with the kept one on either side: a word that both versions have may stand in what moved."""
    return row[max(0, changed.start - 1) : changed.stop + 1] if changed else ()


def _twos(row: Iterable[EditedWord]) -> Iterable[Two]:
    return pairwise([word.key for word in row])
