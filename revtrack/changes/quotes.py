"""Changed quotations: their words, their marks, their speaker.

Numbers, dates and names that changed inside the marks are changes of their own and not told twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from revtrack.changes import message, severity, wording
from revtrack.changes.pair import pair
from revtrack.changes.regions import Aligned, Region
from revtrack.changes.words import marks
from revtrack.model import Change, Date, Figure, Label, Name, Passage, Quote, Side, Span
from revtrack.text.fold import fold

Places = frozenset[tuple[Side, int]]

# Likeness of words (Dice) below which two quotations are only paired by their place, or not at all.
ALIKE_HERE, ALIKE_ANYWHERE = 0.3, 0.5
# Share of a quotation's telling words that must stand in the other version for it to be paraphrased.
PARAPHRASED = 0.4


def find(aligned: Aligned, told: Iterable[Change]) -> list[Change]:
    """The changed, added and removed quotations; `told` are the changes of figures, dates and names."""
    explained = _explained(told)
    found: list[Change] = []
    gone: list[tuple[Region, Quote]] = []
    come: list[tuple[Region, Quote]] = []
    for region, old, new in aligned.by_region(Quote):
        paired = pair(old, new, partial(_likeness, region))
        for a, b in paired.pairs:
            found += _compared(aligned, explained, a, b, moved=region.moved)
        gone += [(region, quote) for quote in paired.gone]
        come += [(region, quote) for quote in paired.come]
    elsewhere = pair(gone, come, lambda a, b: _anywhere(a[1], b[1]))
    for (_, a), (_, b) in elsewhere.pairs:
        found += _compared(aligned, explained, a, b, moved=True)
    found += [_lost(aligned, region, "old", quote) for region, quote in elsewhere.gone]
    found += [_lost(aligned, region, "new", quote) for region, quote in elsewhere.come]
    return found


def _likeness(region: Region, old: Quote, new: Quote) -> float:
    alike = wording.alike(wording.words(old.words), wording.words(new.words))
    here = region.image("old", old.span).overlaps(new.span) or region.image("new", new.span).overlaps(old.span)
    return 2 * alike + here if alike >= ALIKE_HERE or here else 0.0


def _anywhere(old: Quote, new: Quote) -> float:
    alike = wording.alike(wording.words(old.words), wording.words(new.words))
    return alike if alike >= ALIKE_ANYWHERE else 0.0


def _compared(aligned: Aligned, explained: Places, old: Quote, new: Quote, *, moved: bool) -> list[Change]:
    found = []
    if _bare(aligned, explained, "old", old) != _bare(aligned, explained, "new", new):
        found.append(_reworded(old, new, moved=moved))
    if _other_speaker(old, new):
        found.append(_change(("speaker",), old, new, message.speaker(old, new), moved=moved))
    return found


def _other_speaker(old: Quote, new: Quote) -> bool:
    """Only where no attribution stands on either side: there a new source is a change of the attribution."""
    if old.attribution or new.attribution or not old.speaker or not new.speaker:
        return False
    return fold(old.speaker) != fold(new.speaker)


def _reworded(old: Quote, new: Quote, *, moved: bool) -> Change:
    before, after = _differing(old.words, new.words)
    change = _change(("words",), old, new, message.quoted_words(old, new, before, after), moved=moved)
    slight = wording.words(old.words) == wording.words(new.words)
    return replace(change, severity="low") if slight else change


def _bare(aligned: Aligned, explained: Places, side: Side, quote: Quote) -> list[str]:
    """The words inside the marks, what other changes tell of left out; brackets count as words here."""
    text = aligned.side(side).text
    hidden = sorted(_inner_claims(aligned, explained, side, quote))
    parts: list[str] = []
    for span in quote.spans:
        at = span.start
        for inner in hidden:
            if span.holds(inner) and inner.start >= at:
                parts += [text[at : inner.start], " \N{BLACK SQUARE} "]
                at = inner.end
        parts += [text[at : span.end], " "]
    return _tokens("".join(parts))


def _tokens(text: str) -> list[str]:
    usual = fold(text).lower().replace("[", " [ ").replace("]", " ] ").replace("...", " ")
    return [word for word in (token.strip(".,;:!?'\"-") for token in usual.split()) if word]


def _inner_claims(aligned: Aligned, explained: Places, side: Side, quote: Quote) -> list[Span]:
    claims = aligned.side(side).claims
    return [
        claim.span for claim in claims
        if isinstance(claim, Figure | Date) or (isinstance(claim, Name) and (side, claim.start) in explained)
        if quote.start < claim.start < quote.end
    ]  # fmt: skip


def _explained(told: Iterable[Change]) -> Places:
    """Where the other changes stand: side and first offset."""
    places: set[tuple[Side, int]] = set()
    for change in told:
        places |= {("old", change.old.start)} if change.old else set()
        places |= {("new", change.new.start)} if change.new else set()
        for place in change.also:
            places |= {("old", place.old.start)} if place.old else set()
            places |= {("new", place.new.start)} if place.new else set()
    return frozenset(places)


def _differing(old: str, new: str) -> tuple[str, str]:
    """The words from the first to the last difference on both sides."""
    changed = [mark for mark in marks(old, new) if mark.op != "equal"]
    if not changed:
        return old, new
    first, last = changed[0], changed[-1]
    return old[first.old_start : last.old_end].strip(), new[first.new_start : last.new_end].strip()


def _lost(aligned: Aligned, region: Region, side: Side, quote: Quote) -> Change:
    """A quotation that stands on one side alone: gone, or still said in the writer's words."""
    there = _paraphrase(aligned, region, side, quote)
    if side == "old":
        labels: tuple[Label, ...] = ("paraphrased",) if there else ("removed",)
        return _change(labels, quote, there, message.quote(quote, there))
    labels = ("quoted",) if there else ("added",)
    return _change(labels, there, quote, message.quote(there, quote))


def _paraphrase(aligned: Aligned, region: Region, side: Side, quote: Quote) -> Passage | None:
    if not region.kept:
        return None
    other: Side = "new" if side == "old" else "old"
    claims = aligned.side(other)
    spans = region.op.new_spans if other == "new" else region.op.old_spans
    whole = Span(spans[0].start, spans[-1].end)
    if wording.contained(wording.telling(quote.words), wording.telling(whole.of(claims.text))) < PARAPHRASED:
        return None
    sentence = region.op.new[0] if other == "new" else region.op.old[0]
    span = _within(region.image(side, quote.span), whole)
    return Passage(span.start, span.end, span.of(claims.text), sentence)


def _within(image: Span, whole: Span) -> Span:
    start, end = max(image.start, whole.start), min(image.end, whole.end)
    return Span(start, end) if start < end else whole


def _change(
    labels: tuple[Label, ...], old: Quote | Passage | None, new: Quote | Passage | None, text: str,
    *, moved: bool = False,
) -> Change:  # fmt: skip
    return Change("quote", labels, severity.of("quote", labels), old, new, text, moved=moved)
