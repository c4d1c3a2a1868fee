"""Findings on one sentence that belong together: a clause that was rewritten is told once, not word by word.

"is dependent on the mayor's yearly submitted budget" -> "depends on the yearly budget that the mayor submits" has three
changed stretches and is one change. What has a name of its own (turned round, exchanged, scope, status) stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, WordFinding
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.inflection import bases

# The most kept words between the two halves of one change: what was cut and, further on, what was put in for it.
HALVES_APART = 8
# The most kept words between findings that share a word: it only moved within the clause.
MOVED_APART = 8
# A longer piece of a sentence cannot be taken in as one.
LONGEST = 45
# One of which every word only stands elsewhere can, up to this.
LONGEST_MOVED = 80
# The most kept words in the middle of one stretch that was cut, or put in.
SAME_SIDE_APART = 3
# Three pieces are one where no more words with content were kept between them than changed; a fourth allows for as many
# again, and so on.
PIECES_LEAST = 3
# From this many words with content on both sides, one cannot be read against the other.
REPHRASED_LEAST = 5
# The share of the words with content on either side that must be on the other, in any form, for nothing to be new.
KEPT_LEAST = 0.75


def joined(sentence: EditedSentence, found: Sequence[WordFinding], named: Excused) -> list[WordFinding]:
    """The findings on a sentence, in order, those that belong together as one.

    `named` are the words of those with another label, over which nothing is put together.
    """
    clause = _Clause(sentence, named)
    if len(found) > 1 and (whole := clause.moved(found)):
        return [whole]
    loud = [finding for finding in found if finding.label != "reworded"]
    pieces = clause.as_one(clause.neighbours(loud or found), len(loud or found))
    quiet = [finding for finding in found if loud and finding.label == "reworded"]
    quiet = [finding for finding in quiet if not any(_holds(piece, finding) for piece in pieces)]
    return sorted((*pieces, *quiet), key=lambda finding: (finding.new.start, finding.old.start))


def _holds(whole: WordFinding, part: WordFinding) -> bool:
    """Whether a finding stands within another, as it does between two that were put together."""
    return _is_within(part.old, whole.old) and _is_within(part.new, whole.new)


def _is_within(part: range, whole: range) -> bool:
    return whole.start <= part.start and part.stop <= whole.stop


class _Clause(NamedTuple):
    """The words of a sentence, and those that have a finding with a name of its own."""

    sentence: EditedSentence
    named: Excused

    def moved(self, found: Sequence[WordFinding]) -> WordFinding | None:
        """All findings as one where nearly every word of them only stands elsewhere; nothing was said anew."""
        whole = self._hull(found, longest=LONGEST_MOVED)
        return whole if whole and _are_kept(self._gone(found), self._come(found)) else None

    def neighbours(self, found: Sequence[WordFinding]) -> list[WordFinding]:
        """The findings, two neighbours as one where something left the one and came into the other."""
        pieces: list[WordFinding] = []
        for finding in found:
            whole = finding
            while pieces and self._are_halves(pieces[-1], whole) and (wider := self._hull([pieces[-1], whole])):
                whole = wider
                pieces.pop()
            pieces.append(whole)
        return pieces

    def as_one(self, pieces: list[WordFinding], count: int) -> list[WordFinding]:
        """All the pieces, which were so many findings, as one where little was kept between the first and the last."""
        whole = self._hull(pieces) if len(pieces) > 1 and count >= PIECES_LEAST else None
        if not whole:
            return pieces
        gone, come = self._gone(pieces), self._come(pieces)
        changed = max(len(gone), len(come))
        held = (
            sum(map(_is_telling, row[words.start : words.stop])) - len(here)
            for row, words, here in ((self.sentence.old, whole.old, gone), (self.sentence.new, whole.new, come))
        )
        kept = min(held)
        return [whole] if kept <= changed * (count - PIECES_LEAST + 1) else pieces

    def _are_halves(self, one: WordFinding, other: WordFinding) -> bool:
        """Whether one is what left and the other what came in, or a word that left the one came into the other."""
        between = min(other.old.start - one.old.stop, other.new.start - one.new.stop)
        sides = [bool(part) for part in (one.old, one.new, other.old, other.new)]
        if sides in ([True, False, False, True], [False, True, True, False]) and between <= HALVES_APART:
            return True
        if sides in ([True, False, True, False], [False, True, False, True]) and between <= SAME_SIDE_APART:
            return True
        moved = _stems(self._gone([one])) & _stems(self._come([other]))
        moved |= _stems(self._come([one])) & _stems(self._gone([other]))
        return bool(moved) and between <= MOVED_APART

    def _gone(self, pieces: Sequence[WordFinding]) -> list[EditedWord]:
        """The old words with content that changed in some pieces."""
        changed, row = self.sentence.changed.old, self.sentence.old
        found = (row[index] for piece in pieces for index in piece.old if index in changed)
        return list(filter(_is_telling, found))

    def _come(self, pieces: Sequence[WordFinding]) -> list[EditedWord]:
        """The new words with content that changed in some pieces."""
        changed, row = self.sentence.changed.new, self.sentence.new
        found = (row[index] for piece in pieces for index in piece.new if index in changed)
        return list(filter(_is_telling, found))

    def _hull(self, pieces: Sequence[WordFinding], longest: int = LONGEST) -> WordFinding | None:
        """The words from the first piece to the last; None where they are too many, or others stand among them."""
        old = range(pieces[0].old.start, pieces[-1].old.stop)
        new = range(pieces[0].new.start, pieces[-1].new.stop)
        if max(len(old), len(new)) > longest:
            return None
        if not (self.named.old.isdisjoint(old) and self.named.new.isdisjoint(new)):
            return None
        gone, come = self._gone(pieces), self._come(pieces)
        is_quiet = all(piece.label == "reworded" for piece in pieces)
        is_rephrased = len(pieces) >= PIECES_LEAST and min(len(gone), len(come)) >= REPHRASED_LEAST
        is_quiet = is_quiet or is_rephrased or _are_kept(gone, come)
        return WordFinding("reworded" if is_quiet else "word", old, new)


def _are_kept(old: Sequence[EditedWord], new: Sequence[EditedWord]) -> bool:
    """Whether nearly all of two groups of words are forms of one another: "depends", "dependent"; three at least."""
    longer = max(len(old), len(new))
    if longer < PIECES_LEAST:
        return False
    there = frozenset(base for word in new for base in bases(word.key))
    here = frozenset(base for word in old for base in bases(word.key))
    kept = min(
        sum(not there.isdisjoint(bases(word.key)) for word in old),
        sum(not here.isdisjoint(bases(word.key)) for word in new),
    )
    return kept >= KEPT_LEAST * longer


def _stems(words: Iterable[EditedWord]) -> frozenset[str]:
    """The base forms of some words."""
    return frozenset(base for word in words for base in bases(word.key))


def _is_telling(word: EditedWord) -> bool:
    return word.key not in lexicon.words("small_words")
