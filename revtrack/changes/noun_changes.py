"""Whether two figures of one place count different things: soldiers or nurses, people killed or people injured."""

from __future__ import annotations

from revtrack.changes.statements import word_sets
from revtrack.model import Figure, Span
from revtrack.text.inflection import bases
from revtrack.versions import identity, nouns
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import Region


def differs(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    """Whether two figures of one place count different things."""
    return _other_noun(aligned, region, old, new) or other_fate(aligned, region, old, new)


def same_phrase(aligned: Aligned, old: Figure, new: Figure) -> bool:
    """Whether what is counted is described in the same words, ignoring the noun's case and plural."""
    return nouns.same_phrase(nouns.phrase(aligned.before, old), nouns.phrase(aligned.after, new))


def _are_synonyms(old: str, new: str) -> bool:
    """Whether two nouns are known for the same: "nine matches", "nine games"."""
    table = word_sets.sets("same_meaning")
    meanings = ({set_id for base in bases(noun.lower()) for set_id in table.words(base)} for noun in (old, new))
    return not set.isdisjoint(*meanings)


def other_fate(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    """Whether something else happened to the people counted: killed, injured, missing."""
    if identity.is_age(old) or identity.is_age(new):  # what happened to somebody of 17 did not happen to 17 people
        return False
    before, after = nouns.fate(aligned.before, old), nouns.fate(aligned.after, new)
    if not before or not after or nouns.same_fate(before.of(aligned.before.text), after.of(aligned.after.text)):
        return False
    return bool(region.touched("old", before) and region.touched("new", after))


def _other_noun(aligned: Aligned, region: Region, old: Figure, new: Figure) -> bool:
    if not old.noun or not new.noun:
        return False
    if nouns.stem(old.noun) != nouns.stem(new.noun):
        return not _are_synonyms(old.noun, new.noun)
    behind_old, behind_new = (Span(claim.end, claim.end + nouns.NOUN_REACH) for claim in (old, new))
    touched = region.touched("old", behind_old) or region.touched("new", behind_new)
    return bool(touched) and not same_phrase(aligned, old, new)
