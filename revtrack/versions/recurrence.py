"""When a claim is back after some revisions, and which claims of one version say the same.

"12 soldiers" became "14 soldiers" and then "12 nurses": the number is back, the claim is not. A claim is back only
where comparing its two versions would report no change of it.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from revtrack.model import AnyClaim, Attribution, Claims, Date, Figure, Name, Quote
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.fold import fold
from revtrack.versions import nouns, sources, wording
from revtrack.versions.identity import (
    ANOTHER_STATEMENT,
    bound_words,
    content,
    cue_meaning,
    opening,
    same_bound,
    same_date,
    same_figure,
    same_noun,
    stages,
)
from revtrack.versions.name_forms import same_name

# This many words make the content of an attribution distinctive by itself.
DISTINCTIVE = 4


class Seen(NamedTuple):
    """A claim in its version."""

    claim: AnyClaim
    claims: Claims


def state(seen: Seen) -> Hashable:
    """What tells one value of a claim from another where several of its places are shown together."""
    claim = seen.claim
    if isinstance(claim, Figure):
        return claim.low, claim.high, claim.unit, claim.bound, claim.per, claim.ordinal
    if isinstance(claim, Date):
        return claim.value or bare(claim.text), stages(claim)
    if isinstance(claim, Quote):
        return bare(claim.words)
    if isinstance(claim, Attribution):
        source = claim.source
        return bare(source.name or source.text) if source else None, claim.cue.lemma
    return claim.name


def unchanged(old: Seen, new: Seen) -> bool:
    """Whether comparing the two versions would report no change of a claim: 12 nurses are not 12 soldiers again."""
    a, b = old.claim, new.claim
    if isinstance(a, Figure) and isinstance(b, Figure):
        return same_figure(a, b) and a.bound == b.bound and _counts_the_same(old, a, new, b)
    if isinstance(a, Date) and isinstance(b, Date):
        return same_date(a, b) and same_bound(bound_words(old.claims, a), bound_words(new.claims, b))
    if isinstance(a, Quote) and isinstance(b, Quote):
        other = a.speaker and b.speaker and fold(a.speaker) != fold(b.speaker)
        return bare(a.words) == bare(b.words) and not other
    if isinstance(a, Attribution) and isinstance(b, Attribution):
        return (
            sources.labels(a.source, b.source) == []
            and cue_meaning(a.cue.lemma) == cue_meaning(b.cue.lemma)
            and wording.alike(_said(old.claims, a), _said(new.claims, b)) >= ANOTHER_STATEMENT
        )
    return isinstance(a, Name) and isinstance(b, Name) and (same_name(a.text, b.text) or same_name(a.name, b.name))


def repeats_in_version(seen: Seen) -> Hashable | None:
    """What two claims of one version share that say the same thing; None for a claim that is only itself."""
    claim = seen.claim
    if isinstance(claim, Figure):
        return ("figure", claim.low, claim.high, claim.unit, claim.noun.lower()) if claim.noun else None
    if isinstance(claim, Name):
        return "name", claim.name
    if isinstance(claim, Quote):
        return "quote", bare(claim.words)
    if isinstance(claim, Attribution):
        said = bare(content(claim, seen.claims))
        return ("attribution", said) if len(said.split()) >= DISTINCTIVE else None
    return None


def returns_as(claim: AnyClaim) -> Hashable | None:
    """What identifies a claim that was taken out and came back; None where too much else looks like it."""
    if isinstance(claim, Date) and claim.value:
        return "date", claim.value, bare(claim.text)
    if isinstance(claim, Figure) and (claim.unit or len(claim.text) > 2):
        return "figure", claim.low, claim.high, claim.unit, bare(claim.text)
    return None


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Words without case, and without what typography alone can change."""
    return fold(text).lower().strip(" .,;:\"'")


def _counts_the_same(old: Seen, a: Figure, new: Seen, b: Figure) -> bool:
    phrases = nouns.phrase(old.claims, a), nouns.phrase(new.claims, b)
    if all(phrases) and not (same_noun(a, b) and nouns.same_phrase(*phrases)):
        return False
    before, after = nouns.fate(old.claims, a), nouns.fate(new.claims, b)
    return not (before and after) or nouns.same_fate(before.of(old.claims.text), after.of(new.claims.text))


def _said(claims: Claims, claim: Attribution) -> wording.Bag:
    return wording.Bag(wording.telling(opening(claims.text, claim.content)))
