"""A condition told by what comes first or by what holds until then: "will end once ...", "will not end until ..."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from revtrack.changes import hedges
from revtrack.changes.statements.edited import EditedSentence, Excused

# The word that goes with a negation, and those that say the same without one.
_WITHOUT_NEGATION = {
    "until": frozenset(("once", "when", "after", "only")),
    "till": frozenset(("once", "when", "after", "only")),
    "before": frozenset(("after", "once", "when", "only")),
    "unless": frozenset(("only", "provided")),
}
# The negation stands this many words before its link at most, in the same clause.
_REACH = 8
_OTHER_CLAUSE = frozenset(("and", "but", "or", "nor", "while"))
_LINKS = frozenset(_WITHOUT_NEGATION).union(*_WITHOUT_NEGATION.values())


def are_same(removed: Iterable[str], added: Iterable[str], old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the words that went and those that came in turn one condition into the other, and negate nothing else.

    `old` and `new` are all words of the two sentences, in lower case.
    """
    gone, come = Counter(removed), Counter(added)
    return _is_turned(gone, come, new) or _is_turned(come, gone, old)


def proven(sentence: EditedSentence, rest: Excused) -> Excused:
    """The words of the condition and of its negation, where both versions have the same condition."""
    changed = sentence.changed
    old, new = ([word.key for word in row] for row in (sentence.old, sentence.new))
    if not are_same((old[at] for at in changed.old), (new[at] for at in changed.new), old, new):
        return Excused()
    return Excused(
        frozenset(index for index in rest.old if _belongs(sentence.old[index].key)),
        frozenset(index for index in rest.new if _belongs(sentence.new[index].key)),
    )


def _belongs(word: str) -> bool:
    return word in _LINKS or bool(hedges.negations((word,)))


def _is_turned(plain: Counter[str], negated: Counter[str], words: Sequence[str]) -> bool:
    """Whether the words of one version are negated up to a link in the other, of which `words` are all."""
    if hedges.negations([*plain.elements()]) or hedges.negations([*negated.elements()]) != 1:
        return False
    pairs = _WITHOUT_NEGATION.items()
    links = (link for link, others in pairs if link in negated and link not in plain and not others.isdisjoint(plain))
    return any(_is_negated_up_to(words, link) for link in links)


def _is_negated_up_to(words: Sequence[str], link: str) -> bool:
    """Whether a negation stands before a link in its clause: "will not end until", not "until May, and not then"."""
    for at, word in enumerate(words):
        before = words[max(0, at - _REACH) : at] if word == link else ()
        places = [n for n, one in enumerate(before) if hedges.negations((one,))]
        if places and _OTHER_CLAUSE.isdisjoint(before[places[-1] :]):
            return True
    return False
