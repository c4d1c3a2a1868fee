"""Who did it to whom, in the active and in the passive: "A hit B" and "B was hit by A" say the same.

The act stands in both versions, in one of them behind a form of "be" and before "by". Whoever stands before the act and
behind "by" is told by the words of content they share; what both versions do not name alike is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.changes.statements.closed_classes import is_content, word_class
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused
from revtrack.changes.statements.function_words import OBJECT_FORMS
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.inflection import bases

# How many words before or after the act a party to it is looked for.
REACH = 9
# The act is looked for in sentences up to this many words.
MOST_WORDS = 120

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_HELPERS = _BE | {"has", "have", "had", "having", "do", "does", "did"}
_GENITIVE = "'s"


class Roles(NamedTuple):
    """An act in the active in one version and in the passive in the other, and whether the parties are reversed."""

    old: range
    new: range
    reversed: bool


class _Passive(NamedTuple):
    """The act, who suffers it, and who does it."""

    act: int
    sufferer: range
    doer: range


def found(sentence: EditedSentence) -> Iterator[Roles]:
    """The acts of a sentence that changed their voice."""
    if not sentence.stretches or max(len(sentence.old), len(sentence.new)) > MOST_WORDS:
        return
    changed = sentence.changed
    for old, new, reversed_ in _compared(sentence.old, changed.old, sentence.new):
        yield Roles(old, new, reversed_)
    for new, old, reversed_ in _compared(sentence.new, changed.new, sentence.old):
        yield Roles(old, new, reversed_)


def proven(sentence: EditedSentence, rest: Excused) -> Excused:
    """The words that only turned an active into its passive, or a passive into its active."""
    excused = Excused()
    for roles in found(sentence):
        if not roles.reversed:
            excused = excused.and_also(_excused(sentence, rest, roles))
    return excused


def _excused(sentence: EditedSentence, rest: Excused, roles: Roles) -> Excused:
    """The changed words of the act and its parties, but for words of content that the other side does not have."""
    old_keys = {base for index in roles.old for base in bases(sentence.old[index].key)}
    new_keys = {base for index in roles.new for base in bases(sentence.new[index].key)}
    return Excused(
        frozenset(index for index in rest.old.intersection(roles.old) if _is_shared(sentence.old[index].key, new_keys)),
        frozenset(index for index in rest.new.intersection(roles.new) if _is_shared(sentence.new[index].key, old_keys)),
    )


def _is_shared(key: str, others: set[str]) -> bool:
    small = key == "by" or key in _HELPERS or word_class(key) in ("article", "pronoun")
    return small or not others.isdisjoint(bases(key))


def _compared(
    passive: Sequence[EditedWord], changed: frozenset[int], active: Sequence[EditedWord]
) -> Iterator[tuple[range, range, bool]]:
    """Ranges of a passive in one row and of its active in the other, and whether the parties are reversed."""
    groups = [group for group in _passives(passive) if not changed.isdisjoint(range(group.act - 1, group.doer.start))]
    acts = _acts(active) if groups else {}
    for group in groups:
        places = {at for base in bases(passive[group.act].key) for at in acts.get(base, ())}
        for act in sorted(places):
            before, behind = _before(active, act), _behind(active, act + 1)
            reversed_ = _is_reversed(passive, group, active, before, behind)
            if reversed_ is not None:
                whole = range(group.sufferer.start, group.doer.stop)
                yield whole, range(before.start, behind.stop), reversed_
                break


def _acts(active: Sequence[EditedWord]) -> dict[str, list[int]]:
    """Where each base form stands that may be an act in the active."""
    acts: dict[str, list[int]] = {}
    for index, word in enumerate(active):
        if is_content(word.key) and not _is_passive(active, index):
            for base in bases(word.key):
                acts.setdefault(base, []).append(index)
    return acts


def _is_reversed(
    passive: Sequence[EditedWord], group: _Passive, active: Sequence[EditedWord], before: range, behind: range
) -> bool | None:
    """Whether who does it in one version suffers it in the other; nothing where the parties are not the same."""
    doer, sufferer = _telling(passive, group.doer), _telling(passive, group.sufferer)
    subject, target = _telling(active, before), _telling(active, behind)
    straight = bool(doer & subject) + bool(sufferer & target)
    crossed = bool(doer & target) + bool(sufferer & subject)
    if straight == crossed or max(straight, crossed) < 2:
        return None
    return crossed > straight


def _telling(row: Sequence[EditedWord], span: range) -> set[str]:
    found = (row[index].key.removesuffix(_GENITIVE) for index in span)
    return {_PERSONS.get(key, key) for key in found if is_content(key) or key in _PERSONS}


_PERSONS = {form: form for form in ("he", "she", "they", "we", "i", "it", "you")}
_PERSONS |= {**OBJECT_FORMS, "her": "she"}


def _passives(row: Sequence[EditedWord]) -> Iterator[_Passive]:
    """The passive verbs of a row that name their agent: "was sold by the port"."""
    for index, word in enumerate(row):
        if word.key == "by" and index:
            act = _act_before(row, index)
            if act is not None:
                start = _auxiliaries_before(row, act)
                yield _Passive(act, _before(row, start), _behind(row, index + 1))


def _act_before(row: Sequence[EditedWord], by: int) -> int | None:
    """The participle behind a form of "be" that stands a few words before "by": "was hit in the face by"."""
    for act in range(by - 1, max(-1, by - 1 - REACH), -1):
        if _is_passive(row, act):
            return act
        if _ends(row, act) and act < by - 1:
            return None
    return None


def _is_passive(row: Sequence[EditedWord], act: int) -> bool:
    start = act - 1
    while start >= 0 and _is_adverb(row[start].key):
        start -= 1
    return start >= 0 and row[start].key in _BE and is_content(row[act].key) and not row[act].key.endswith("ing")


def _auxiliaries_before(row: Sequence[EditedWord], act: int) -> int:
    while act and (word_class(row[act - 1].key) == "auxiliary" or _is_adverb(row[act - 1].key)):
        act -= 1
    return act


def _is_adverb(key: str) -> bool:
    return word_class(key) == "adverb" or key.endswith("ly")


def _before(row: Sequence[EditedWord], end: int) -> range:
    """The words before an act as far as they may name a party to it."""
    end = _auxiliaries_before(row, end)
    start = end
    while start and end - start < REACH and not _ends(row, start - 1) and not _opens(row[start - 1].key):
        start -= 1
    return range(start, end)


def _behind(row: Sequence[EditedWord], start: int) -> range:
    """The words behind an act or behind "by" as far as they may name a party to it."""
    end, stop = start, min(len(row), start + REACH)
    while end < stop and not _closes(row[end].key) and (end == start or not _ends(row, end - 1)):
        end += 1
    return range(start, end)


def _opens(key: str) -> bool:
    return word_class(key) in ("subordinator", "coordinator", "auxiliary") and key != "and"


def _closes(key: str) -> bool:
    return word_class(key) in ("preposition", "subordinator", "auxiliary") and key != "of"


def _ends(row: Sequence[EditedWord], index: int) -> bool:
    """Whether more than a space stands behind a word."""
    return index < len(row) - 1 and row[index + 1].start - row[index].end > 1
