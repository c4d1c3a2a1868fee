"""Changed words that are known to mean the same: other words for a thing, another tense, voice or order.

The parts of a sentence around its changes are read as units of meaning (`senses`) and paired in their order. What is
left over may be idle, or have moved to another place, or both sides tell the same in the active and the passive.
Everything else stays open: what is not known to be harmless is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.changes.statements import ages, datives, idle_words, moved_words, one_direction, until, voices
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, runs
from revtrack.changes.statements.function_words import BE
from revtrack.changes.statements.idle_words import FollowingUnit
from revtrack.changes.statements.pairing import MeaningUnit, RowPart, UnitPair, paired
from revtrack.changes.statements.senses import Senses
from revtrack.changes.statements.windows import Window, windows

# How many kept words a phrase may reach over on either side: "caused [by]", "the result [of]".
_REACH = 3
_LEFT_OVER = 1.0
_KEPT_LEFT_OVER = 1.5
_OWNED_LEFT_OVER = 0.1
# An adverb or two may stand between an auxiliary and its verb.
_NEAR = 3


def proven(sentence: EditedSentence, rest: Excused) -> Excused:
    """Of the words that are still open, those known to mean the same."""
    if not (rest.old or rest.new):
        return Excused()
    if one_direction.is_turned(sentence):
        return one_direction.turned_back(_proven(one_direction.turned(sentence), one_direction.turned_back(rest)))
    return _proven(sentence, rest)


def _proven(sentence: EditedSentence, rest: Excused) -> Excused:
    old, new = Senses(sentence.old), Senses(sentence.new)
    excused = Excused()
    for window in windows(sentence, _REACH):
        if not (rest.old.isdisjoint(window.old) and rest.new.isdisjoint(window.new)):
            excused = excused.and_also(_in(sentence, window, old, new, rest))
    left = Excused(rest.old - excused.old, rest.new - excused.new)
    if left.old or left.new:
        for rule in (voices, ages, datives, until):
            excused = excused.and_also(rule.proven(sentence, left))
        left = Excused(rest.old - excused.old, rest.new - excused.new)
    if left.old and left.new:
        excused = excused.and_also(moved_words.proven(sentence, old, new, left))
    return Excused(excused.old & rest.old, excused.new & rest.new)


def agree(old: MeaningUnit, new: MeaningUnit) -> bool:
    """Whether two units of one meaning are in shapes that may be exchanged: a tense, not a number, not a voice."""
    shapes = {old.shape, new.shape}
    if old.passive != new.passive and shapes <= {"ed"}:
        return False
    if len(shapes) == 1:
        return True
    if "er" in shapes or "est" in shapes:
        return False
    return not (old.passive and new.passive and "ed" in shapes)


def _in(sentence: EditedSentence, window: Window, old: Senses, new: Senses, rest: Excused) -> Excused:
    def fits(a: MeaningUnit, b: MeaningUnit) -> bool:
        return agree(a, b) and ({a.shape, b.shape} != {"", "s"} or _are_verbs(old, a, new, b))

    changed = sentence.changed
    sides = (
        _side(old, window.old, changed.old, rest.old),
        _side(new, window.new, changed.new, rest.new),
    )
    pairing = paired(*sides, fits)
    if not window.keeps(sentence, pairing):
        return Excused()
    found_old = {i for pair in pairing.pairs for i in pair.old.range}
    found_new = {j for pair in pairing.pairs for j in pair.new.range}
    found_old |= _idle(sentence.old, pairing.old & rest.old, {pair.old.start: pair for pair in pairing.pairs})
    behind_new = {pair.new.start: UnitPair(pair.new, pair.old) for pair in pairing.pairs}
    found_new |= _idle(sentence.new, pairing.new & rest.new, behind_new)
    return Excused(frozenset(found_old) & rest.old, frozenset(found_new) & rest.new)


def _are_verbs(old: Senses, a: MeaningUnit, new: Senses, b: MeaningUnit) -> bool:
    """Whether an "s" on one of two units is that of a verb; that of a noun is another number."""
    if old.row[a.start].key in BE or new.row[b.start].key in BE or old.is_verb(a) or new.is_verb(b):
        return True
    return not (old.is_noun(a) or new.is_noun(b))


def _side(senses: Senses, part: range, changed: frozenset[int], rest: frozenset[int]) -> RowPart:
    def cost(index: int) -> float:
        if index not in changed:
            return _KEPT_LEFT_OVER
        if index not in rest:
            return _OWNED_LEFT_OVER
        return idle_words.COST if idle_words.may_be_idle(senses.row[index].key) else _LEFT_OVER

    return RowPart(part, cost=cost, units=senses.units)


def _idle(row: Sequence[EditedWord], left: frozenset[int], behind: dict[int, UnitPair]) -> set[int]:
    """The runs of words left over that say nothing; `behind` has the pairs by where they begin, this side first."""
    found: set[int] = set()
    for run in runs(left):
        pair = next((behind[at] for at in range(run.stop, run.stop + _NEAR) if at in behind), None)
        if idle_words.are_idle(row, run, FollowingUnit(pair.old, pair.new) if pair else None):
            found.update(run)
    return found
