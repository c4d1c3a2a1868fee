"""How far a verb says that its act has come: "plans to close", "is closing", "closed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from revtrack import lexicon
from revtrack.changes.statements.closed_classes import word_class
from revtrack.changes.statements.edited import EditedWord
from revtrack.changes.statements.table_phrases import KEPT, PhraseTable
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.inflection import bases

# The most words between "ordered" and "to".
OBJECT = 3
# The most auxiliaries and adverbs between a verb and the phrase that leads to it.
REACH = 4

_GAP = " ... to"
_BE = frozenset(["am", "is", "are", "was", "were", "be", "been"])
_MODALS = frozenset(["may", "might", "can", "could", "should", "must", "ought", "cannot", "can't", "couldn't"])
_HAVE = frozenset(["has", "have", "had", "having"])


class Act(NamedTuple):
    """A verb, the words before it that say how far its act has come, and how far that is."""

    verb: int
    lead: range
    stage: str

    @property
    def span(self) -> range:
        return range(self.lead.start, self.verb + 1) if self.lead else range(self.verb, self.verb + 1)


def led(row: Sequence[EditedWord], within: Sequence[range]) -> Iterator[Act]:
    """The verbs in some stretches of a row that stand behind a phrase of the table."""
    for phrase in _leads().located(row, within):
        verb = _verb_behind(row, phrase.span.stop)
        if verb is not None and _fits(row, phrase.span, verb) and not _is_negated(row, phrase.span, verb):
            yield Act(verb, phrase.span, phrase.entry)
    for index in (index for stretch in within for index in stretch):
        if _asks(row[index].key):
            to = next(
                (at for at in range(index + 2, index + 2 + OBJECT) if at < len(row) and row[at].key == "to"), None
            )
            verb = _verb_behind(row, to + 1) if to else None
            if to and verb is not None:
                yield Act(verb, range(index, to + 1), "asked")


def plain(row: Sequence[EditedWord], verb: int) -> Act | None:
    """A verb with its auxiliaries alone; nothing where it cannot be told, or is a matter of certainty."""
    start = verb
    while start and verb - start < REACH and _is_helper(row[start - 1].key):
        start -= 1
    helpers = {word.key for word in row[start:verb]}
    lead = range(start, verb)
    key = row[verb].key
    if (start and row[start - 1].key == "to") or helpers & _MODALS or any(_negates(helper) for helper in helpers):
        return None
    if (key.endswith("ing") and helpers & _BE) or "being" in helpers:
        return Act(verb, lead, "was ongoing" if helpers & {"was", "were", "been"} else "ongoing")
    if key.endswith("ing"):
        return None
    if helpers & _HAVE:
        return Act(verb, lead, "done for good")
    if helpers & {"is", "are", "am", "do", "does"}:
        return Act(verb, lead, "present")
    if helpers & {"was", "were", "did"}:
        return Act(verb, lead, "done")
    return None if "be" in helpers else Act(verb, range(verb, verb), _finite(key))


def helped(row: Sequence[EditedWord], index: int) -> int | None:
    """The verb that an auxiliary stands before."""
    return _verb_behind(row, index + 1) if word_class(row[index].key) == "auxiliary" else None


def _finite(key: str) -> str:
    """What a verb without any auxiliary tells: "closed" of the past, "closes" of the present."""
    if is_unchanged(key) or (not key.endswith("s") and len(bases(key)) > 1):
        return "done"
    return "present"


def is_unchanged(key: str) -> bool:
    """Whether a verb has one form for the present and the past: "hit"."""
    return key in lexicon.words("unchanged_pasts") and key not in lexicon.words("irregular_forms")


def _negates(key: str) -> bool:
    return key in ("not", "never") or key.endswith("n't")


def _is_helper(key: str) -> bool:
    return word_class(key) in ("auxiliary", "adverb") or key.endswith("ly") or key in _HAVE


def _verb_behind(row: Sequence[EditedWord], start: int) -> int | None:
    """The first word behind a phrase that is neither an auxiliary nor an adverb."""
    for index in range(start, min(len(row), start + REACH)):
        if not _is_helper(row[index].key):
            return None if word_class(row[index].key) else index
    return None


def _fits(row: Sequence[EditedWord], lead: range, verb: int) -> bool:
    """Whether a verb has the form that its lead asks for: any behind "to", the base form behind "will", else -ing."""
    last = row[lead.stop - 1].key
    if word_class(last) == "auxiliary" or last == "yet":
        return not row[verb].key.endswith("ing") or "be" in {word.key for word in row[lead.stop : verb]}
    return last == "to" or row[verb].key.endswith("ing")


def _is_negated(row: Sequence[EditedWord], lead: range, verb: int) -> bool:
    """Whether the act is denied besides: "would not", "did not plan to"; "not yet" is a stage."""
    before = row[max(0, lead.start - 1) : lead.start]
    return any(_negates(word.key) for word in (*before, *row[lead.stop : verb]))


@cache
def _leads() -> PhraseTable[str]:
    return PhraseTable({lead: stage for lead, stage in lexicon.table("act_leads") if _GAP not in lead}, by_base=True)


@lru_cache(maxsize=KEPT)
def _asks(key: str) -> bool:
    return not _askers().isdisjoint(bases(key))


@cache
def _askers() -> frozenset[str]:
    return frozenset(lead.removesuffix(_GAP) for lead, _ in lexicon.table("act_leads") if _GAP in lead)
