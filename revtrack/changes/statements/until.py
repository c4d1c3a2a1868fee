"""A condition told by what comes first or by what holds until then: "will end once ...", "will not end until ..."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from revtrack.changes import hedges
from revtrack.changes.statements.edited import EditedSentence, Excused

# The word that goes with a negation, and those that say the same without one.
_WITHOUT_NEGATION = {
    "until": frozenset(("once", "when", "after", "only")),
    "till": frozenset(("once", "when", "after", "only")),
    "before": frozenset(("after", "once", "when", "only")),
    "unless": frozenset(("only", "provided")),
}
_LINKS = frozenset(_WITHOUT_NEGATION).union(*_WITHOUT_NEGATION.values())


def are_same(removed: Iterable[str], added: Iterable[str]) -> bool:
    """Whether the words that went and those that came in turn one condition into the other, and negate nothing else."""
    gone, come = Counter(removed), Counter(added)
    return _is_turned(gone, come) or _is_turned(come, gone)


def proven(sentence: EditedSentence, rest: Excused) -> Excused:
    """The words of the condition and of its negation, where both versions have the same condition."""
    changed = sentence.changed
    if not are_same(
        (sentence.old[index].key for index in changed.old), (sentence.new[index].key for index in changed.new)
    ):
        return Excused()
    return Excused(
        frozenset(index for index in rest.old if _belongs(sentence.old[index].key)),
        frozenset(index for index in rest.new if _belongs(sentence.new[index].key)),
    )


def _belongs(word: str) -> bool:
    return word in _LINKS or bool(hedges.negations((word,)))


def _is_turned(plain: Counter[str], negated: Counter[str]) -> bool:
    if hedges.negations([*plain.elements()]) or hedges.negations([*negated.elements()]) != 1:
        return False
    pairs = _WITHOUT_NEGATION.items()
    return any(link in negated and link not in plain and not others.isdisjoint(plain) for link, others in pairs)
