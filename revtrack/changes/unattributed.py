"""Attributions of one side alone: gone with their statement, or the statement stays without them, or with another.

"Roe said three died." -> "Three died." dropped the attribution. Where the cue stands and the words before it
changed, somebody else is said to have said it, though the other version was not read as an attribution.
"""

from __future__ import annotations

from revtrack.changes import message, severity, wording
from revtrack.changes.regions import Aligned, Region
from revtrack.model import Attribution, Change, Label, Passage, Side, Span
from revtrack.text.fold import fold

# Share of the content's telling words that must stand in the other version for the statement to have stayed.
STAYS = 0.6
OTHER: dict[Side, Side] = {"old": "new", "new": "old"}


def change(aligned: Aligned, region: Region, side: Side, claim: Attribution, words: wording.Bag) -> Change:
    """The change of an attribution that has no partner; `words` are those of its content."""
    there = _passage(aligned, region, side, words)
    if there is None:
        told = message.attribution(aligned, side, claim)
        return _change(("removed",), claim, None, told) if side == "old" else _change(("added",), None, claim, told)
    told = message.unattributed(claim, side)
    if side == "old":
        return _change(("dropped",), claim, there, told)
    return _change(("attributed",), there, claim, told)


def stands(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> bool:
    """Whether source and cue stand on the other side word for word, so that only their reading differs."""
    spans = (claim.cue.span, *((claim.source.span,) if claim.source else ()))
    return region.kept and all(_stands(aligned, region, side, span) for span in spans)


def _stands(aligned: Aligned, region: Region, side: Side, span: Span) -> bool:
    if region.touched(side, span):
        return False
    here, there = aligned.side(side).text, aligned.side(OTHER[side]).text
    return fold(region.image(side, span).of(there)) == fold(span.of(here))


def _passage(aligned: Aligned, region: Region, side: Side, words: wording.Bag) -> Passage | None:
    """The other side of the sentences, where most of the content's words stand in it."""
    other = OTHER[side]
    if not region.kept or not words or wording.contained(words, aligned.telling_words(other, region)) < STAYS:
        return None
    whole = region.whole(other)
    return Passage(whole.start, whole.end, whole.of(aligned.side(other).text), region.first(other))


def _change(
    labels: tuple[Label, ...], old: Attribution | Passage | None, new: Attribution | Passage | None, told: str
) -> Change:
    return Change("attribution", labels, severity.of("attribution", labels), old, new, told)
