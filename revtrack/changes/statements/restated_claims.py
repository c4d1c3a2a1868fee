"""Claims that are in both versions of a sentence in other words: form alone, or the same meaning."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from revtrack.changes.statements import kept_bounds
from revtrack.changes.statements.edited import EditedSentence, Excused
from revtrack.model import Attribution, Date, Figure, Name, Side, Source, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.versions import sources
from revtrack.versions.aligned import Aligned
from revtrack.versions.identity import cue_meaning, same_date, same_figure
from revtrack.versions.name_forms import same_name, titled_start
from revtrack.versions.stretches import joined, meet
from revtrack.versions.way import OTHER, SIDES, Region

_SLUGS = ("UPDATE", "CORRECTED", "REFILE", "WRAPUP", "RPT", "BREAKING", "EXCLUSIVE", "ANALYSIS")
_SLUG = expression(rf"(?:{'|'.join(_SLUGS)})(?: \d{{1,2}})?\s?[-:]\s?")
# A claim is looked for among this many of its kind on either side of its own place in the sentence.
NEAR = 20
# What comes and goes as a title moves behind its name.
_BESIDE_TITLES = frozenset(("a", "an", "the", "of", "its", "his", "her", "their", "for"))
# How far before a pronoun the person it stands for was spoken of, in code points.
SPOKEN_OF = 3000

AClaim = TypeVar("AClaim", Figure, Date, Name)


class Attributions(NamedTuple):
    """The attributions of each side by their cues, and the words of their sources."""

    by_cue: dict[Side, Sequence[Attribution]]
    sources: dict[Side, frozenset[str]]

    @classmethod
    def of(cls, aligned: Aligned) -> Attributions:
        said = {side: aligned.telling(side, Attribution) for side in SIDES}
        return cls(
            {side: sorted(said[side], key=lambda claim: claim.cue.start) for side in SIDES},
            {
                side: frozenset(fold(claim.source.text).lower() for claim in said[side] if claim.source)
                for side in SIDES
            },
        )

    def within(self, side: Side, whole: Span) -> Sequence[Attribution]:
        """Those whose cue is in a stretch; what they attribute may begin sentences before."""
        cues = self.by_cue[side]
        first, last = (bisect_left(cues, at, key=lambda claim: claim.cue.start) for at in (whole.start, whole.end))
        return cues[first:last]


def restated(
    aligned: Aligned, region: Region, sentence: EditedSentence, attributions: Attributions
) -> tuple[Excused, Excused]:
    """Words of claims that are in both versions of a sentence in other words: form alone, and the same meaning.

    "10,000" -> "ten thousand" is form, and so are the words of quotations, which were compared as such; a fuller name
    and a cue that came, went or changed without a change of its attribution are other words.
    """
    formal = _excused(aligned, region, sentence, Figure, same_figure)
    formal = formal.and_also(_excused(aligned, region, sentence, Date, same_date))
    formal = formal.and_also(_within(sentence, {side: _quoted(aligned, region, side) for side in SIDES}))
    formal = formal.and_also(_within(sentence, {side: _slug(aligned, region, side) for side in SIDES}))
    same = _excused(aligned, region, sentence, Name, lambda a, b: same_name(a.name, b.name))
    said = {side: list(_said(attributions, region, side)) for side in SIDES}
    same = same.and_also(_within(sentence, said))
    same = same.and_also(_within(sentence, _told_by(aligned, attributions, region)))
    dates: dict[Side, list[Date]] = {side: _claims(aligned, region, side, Date) for side in SIDES}
    return formal, same.and_also(_within(sentence, kept_bounds.spans(aligned, region, dates, NEAR)))


def _slug(aligned: Aligned, region: Region, side: Side) -> list[Span]:
    """What agencies put before a headline: "UPDATE 1-"."""
    text, start = aligned.side(side).text, region.whole(side).start
    match = _SLUG.match(text, start) if text.startswith(_SLUGS, start) else None
    return [Span(*match.span())] if match else []


def _said(attributions: Attributions, region: Region, side: Side) -> Iterator[Span]:
    """Cues that say no more than that somebody spoke, and who did where the other version has the same words."""
    other = attributions.sources[OTHER[side]]
    for said in attributions.within(side, region.whole(side)):
        if cue_meaning(said.cue.lemma) == cue_meaning("say") and " " not in said.cue.text:
            yield from said.cue.spans
            if said.source and fold(said.source.text).lower() in other:
                yield from said.source.spans


def _told_by(aligned: Aligned, attributions: Attributions, region: Region) -> dict[Side, list[Span]]:
    """Sources of one place that name one person in two ways: as a pronoun, or with the same words in another order."""
    spans: dict[Side, list[Span]] = {"old": [], "new": []}
    sides = [attributions.within(side, region.whole(side)) for side in SIDES]
    if len(sides[0]) != len(sides[1]):
        return spans
    for a, b in zip(*sides, strict=True):
        if not (a.source and b.source and sources.same(a.source, b.source)):
            continue
        if _reordered(a.source, b.source) or _by_pronoun(aligned, a.source, b.source):
            spans["old"] += a.source.spans
            spans["new"] += b.source.spans
    return spans


def _reordered(old: Source, new: Source) -> bool:
    """Whether a title and a name changed places: "skipper Abdi Nuur", "Abdi Nuur, a skipper"."""
    return old.text.lower() != new.text.lower() and _words_of(old) == _words_of(new)


def _words_of(source: Source) -> Sequence[str]:
    words = (word.strip(",.()") for word in fold(source.text).lower().split())
    return sorted(word for word in words if word and word not in _BESIDE_TITLES)


def _by_pronoun(aligned: Aligned, old: Source, new: Source) -> bool:
    """Whether one source is a pronoun, and the other somebody of whom the article spoke before."""
    for pronoun, other, side in zip((old, new), (new, old), SIDES, strict=True):
        surname = other.text.rpartition(" ")[2]
        if sources.is_pronoun(pronoun) and surname[:1].isupper():
            before = aligned.side(side).text[max(0, pronoun.start - SPOKEN_OF) : pronoun.start]
            if re.search(rf"\b{re.escape(surname)}\b", before):
                return True
    return False


def _quoted(aligned: Aligned, region: Region, side: Side) -> list[Span]:
    """The quotations that reach into a region."""
    quotes, whole = aligned.quotes[side], region.whole(side)
    first, last = (bisect_left(quotes, offset, key=lambda quote: quote.start) for offset in (whole.start, whole.end))
    return [quote.span for quote in quotes[max(0, first - 1) : last] if quote.end > whole.start]


def _excused(
    aligned: Aligned,
    region: Region,
    sentence: EditedSentence,
    kind: type[AClaim],
    same: Callable[[AClaim, AClaim], bool],
) -> Excused:
    """The words of claims that are the same on both sides: those in one place first, then those that moved."""
    old, new = (_claims(aligned, region, side, kind) for side in SIDES)
    spans: dict[Side, list[Span]] = {"old": [], "new": []}
    partners: dict[int, int] = {}
    for in_place in (True, False):
        taken = set(partners.values())
        for at, a in enumerate(old):
            if at in partners:
                continue
            for place in range(max(0, at - NEAR), min(len(new), at + NEAR + 1)):
                b = new[place]
                if place not in taken and same(a, b) and (not in_place or region.meet(a.span, b.span)):
                    partners[at] = place
                    taken.add(place)
                    spans["old"].append(_told(aligned, "old", a))
                    spans["new"].append(_told(aligned, "new", b))
                    break
    return _within(sentence, spans)


def _told(aligned: Aligned, side: Side, claim: AClaim) -> Span:
    """The words of a claim, those of a name with its titles."""
    if isinstance(claim, Name):
        return Span(titled_start(aligned.side(side).text, claim.start), claim.end)
    return claim.span


def _claims(aligned: Aligned, region: Region, side: Side, kind: type[AClaim]) -> list[AClaim]:
    """The claims of a kind in a region."""
    claims, whole = aligned.side(side).claims, region.whole(side)
    first, last = (bisect_left(claims, offset, key=lambda claim: claim.start) for offset in (whole.start, whole.end))
    return [claim for claim in claims[first:last] if isinstance(claim, kind)]


def _within(sentence: EditedSentence, spans: dict[Side, list[Span]]) -> Excused:
    """The changed words that lie in some spans."""
    if not (spans["old"] or spans["new"]):
        return Excused()
    stretches = {side: joined(spans[side]) for side in SIDES}
    return sentence.changed_where(lambda side, word: meet(stretches[side], word.span))
