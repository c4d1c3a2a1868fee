"""Changed quotations: their words, their marks, their speaker.

Numbers, dates and names that changed inside the marks are changes of their own and not reported twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from revtrack.changes import severity, speech, typos
from revtrack.changes.pair import Paired, pair
from revtrack.model import Attribution, Change, Claims, Date, Figure, Label, Name, Passage, Quote, Side, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.model.record import replace
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.versions import wording
from revtrack.versions.aligned import Aligned
from revtrack.versions.name_forms import same_name
from revtrack.versions.way import OTHER, Region
from revtrack.versions.words import marks

_HYPHEN = expression(r"(?<=[a-z])-(?=[a-z])")
# Likeness of words (Dice) below which two quotations are only paired by their place, or not at all.
ALIKE_HERE, ALIKE_ANYWHERE = 0.3, 0.5
# Share of a quotation's telling words that must be in the other version for it to be paraphrased.
PARAPHRASED = 0.4
# A piece of this many words may be a part of a longer quotation.
PIECE_LEAST = 2


class _Said(NamedTuple):
    """A quotation with its region and the words to know it by."""

    region: Region
    quote: Quote
    words: wording.Bag

    @classmethod
    def of(cls, region: Region, quote: Quote) -> _Said:
        return cls(region, quote, wording.Bag(wording.words(quote.words)))


class _Pair(NamedTuple):
    """The pieces of one quotation in both versions, in text order."""

    old: list[Quote]
    new: list[Quote]
    moved: bool


def find(aligned: Aligned, reported: Iterable[Change]) -> list[Change]:
    """The changed, added and removed quotations; `reported` are the changes of figures, dates and names."""
    inner = _Inner(aligned, reported)
    found: list[_Pair] = []
    removed: list[_Said] = []
    added: list[_Said] = []
    for region, old, new in aligned.by_region(Quote):
        if region.equal and [quote.words for quote in old] == [quote.words for quote in new]:
            found += [_Pair([a], [b], region.moved) for a, b in zip(old, new, strict=True)]
            continue
        before, after = ([_Said.of(region, quote) for quote in quotes] for quotes in (old, new))
        paired = pair(before, after, _likeness, _words)
        found += [_Pair([a.quote], [b.quote], region.moved) for a, b in paired.pairs]
        removed += paired.removed
        added += paired.added
    elsewhere = pair(removed, added, _anywhere, _words)
    found += [_Pair([a.quote], [b.quote], True) for a, b in elsewhere.pairs]
    removed, added = _not_spliced(aligned, found, elsewhere)
    changes = [change for one in found for change in _compared(aligned, inner, one)]
    changes += [_lost(aligned, said, "old") for said in removed]
    return changes + [_lost(aligned, said, "new") for said in added]


def _words(said: _Said) -> Iterable[str]:
    return said.words


def _likeness(old: _Said, new: _Said) -> float:
    alike = wording.alike(old.words, new.words)
    here = old.region.meet(old.quote.span, new.quote.span)
    if here and alike < ALIKE_HERE and _others_speak(old.quote, new.quote):
        return 0.0
    return 2 * alike + here if alike >= ALIKE_HERE or here else 0.0


def _others_speak(old: Quote, new: Quote) -> bool:
    """Whether two quotations are of two people, neither name a part of the other."""
    return bool(old.speaker and new.speaker) and not same_name(old.speaker or "", new.speaker or "")


def _anywhere(old: _Said, new: _Said) -> float:
    alike = wording.alike(old.words, new.words)
    return alike if alike >= ALIKE_ANYWHERE else 0.0


def _compared(aligned: Aligned, inner: _Inner, one: _Pair) -> list[Change]:
    found = []
    before = [_bare(aligned, inner, "old", quote) for quote in one.old]
    after = [_bare(aligned, inner, "new", quote) for quote in one.new]
    if before != after and _tokens(before) != _tokens(after) and not _is_misread(aligned, one):
        found.append(_reworded(one))
    old, new = one.old[0], one.new[0]
    if _other_speaker(aligned, old, new):
        found.append(_change(("speaker",), old, new, speech.speaker(old, new), moved=one.moved))
    return found


def _is_misread(aligned: Aligned, one: _Pair) -> bool:
    """Whether no word changed, and a quotation only ends at a mark that opens another: `being "like "that others`."""
    region = aligned.region("old", one.old[0].sentence)
    if region.changed or aligned.region("new", one.new[0].sentence) is not region:
        return False
    ends = ((aligned.before.text, one.old[-1].end), (aligned.after.text, one.new[-1].end))
    return any(text[end - 2 : end - 1].isspace() and text[end : end + 1].isalnum() for text, end in ends)


def _not_spliced(aligned: Aligned, found: list[_Pair], left: Paired[_Said]) -> tuple[list[_Said], list[_Said]]:
    """What is left when the pieces of quotations that were run together or taken apart are put to their pairs.

    `"We came," said Roe. "We saw."` and `"We came. We saw," said Roe.` are the same quotation.
    """
    by_old = {quote.id: (one.old, one.new) for one in found for quote in one.old}
    by_new = {quote.id: (one.new, one.old) for one in found for quote in one.new}
    removed = [said for said in left.removed if not _joins(by_old, _beside(aligned, "old", said.quote), said)]
    added = [said for said in left.added if not _joins(by_new, _beside(aligned, "new", said.quote), said)]
    return removed, added


def _beside(aligned: Aligned, side: Side, quote: Quote) -> list[Quote]:
    """The quotations right before and behind one."""
    quotes = aligned.quotes[side]
    at = bisect_left(quotes, quote.start, key=lambda other: other.start)
    return [*quotes[max(0, at - 1) : at], *quotes[at + 1 : at + 2]]


def _joins(pairs: dict[str, tuple[list[Quote], list[Quote]]], beside: list[Quote], said: _Said) -> bool:
    """Put a left-over quotation to its neighbour, where that one's partner holds the words of both."""
    for here, there in [pairs[quote.id] for quote in beside if quote.id in pairs]:
        rest = wording.Bag(wording.words(" ".join(quote.words for quote in there)))
        rest.subtract(wording.words(" ".join(quote.words for quote in here)))
        if said.words.total() >= PIECE_LEAST and wording.contained(said.words, +rest) == 1:
            here.append(said.quote)
            here.sort(key=lambda quote: quote.start)
            pairs[said.quote.id] = here, there
            return True
    return False


def _other_speaker(aligned: Aligned, old: Quote, new: Quote) -> bool:
    """Only where no attribution holds it on either side: there a new source is a change of the attribution."""
    if not old.speaker or not new.speaker or fold(old.speaker) == fold(new.speaker):
        return False
    return not (_is_held(aligned.side("old"), old) or _is_held(aligned.side("new"), new))


def _is_held(claims: Claims, quote: Quote) -> bool:
    """Whether a quotation is the content of its attribution, and does not only go on from it."""
    said = (claim for claim in claims.claims if isinstance(claim, Attribution) and claim.id == quote.attribution)
    return any(span.overlaps(quote.span) for claim in said for span in claim.content)


def _reworded(one: _Pair) -> Change:
    said, says = (" ".join(quote.words for quote in quotes) for quotes in (one.old, one.new))
    old, new = one.old[0], one.new[0]
    message = speech.quoted_words(old, new, *_differing(said, says))
    change = _change(("words",), old, new, message, moved=one.moved)
    return replace(change, severity="low") if typos.is_slight(said, says) else change


def _bare(aligned: Aligned, inner: _Inner, side: Side, quote: Quote) -> str:
    """What is inside the marks, what other changes tell of left out."""
    text = aligned.side(side).text
    parts: list[str] = []
    for span in quote.spans:
        at = span.start
        for claim in inner.within(side, span):
            if span.holds(claim) and claim.start >= at:
                parts += [text[at : claim.start], " \N{BLACK SQUARE} "]
                at = claim.end
        parts += [text[at : span.end], " "]
    return "".join(parts)


def _tokens(texts: Iterable[str]) -> list[str]:
    """The words of some texts; brackets count as words here."""
    return [word for text in texts for word in _tokens_of(text)]


def _tokens_of(text: str) -> list[str]:
    usual = fold(text).lower().replace("(", "[").replace(")", "]").replace("[", " [ ").replace("]", " ] ")
    usual = _HYPHEN.sub(" ", usual.replace("...", " "))
    return [word for word in (token.strip(".,;:!?'\"-") for token in usual.split()) if word]


class _Inner:
    """Claims of other kinds by place, reported on their own: figures, dates, and names that changed."""

    def __init__(self, aligned: Aligned, reported: Iterable[Change]) -> None:
        changed = _places(reported)
        self._claims: dict[Side, list[Figure | Date | Name]] = {"old": [], "new": []}
        for side, claims in self._claims.items():
            for claim in aligned.side(side).claims:
                if isinstance(claim, Figure | Date) or (isinstance(claim, Name) and (side, claim.start) in changed):
                    claims.append(claim)
            claims.sort(key=attrgetter("start", "end"))

    def within(self, side: Side, span: Span) -> list[Span]:
        """The claims that start inside a span, in text order."""
        claims, start = self._claims[side], attrgetter("start")
        inside = claims[bisect_left(claims, span.start, key=start) : bisect_left(claims, span.end, key=start)]
        return [claim.span for claim in inside]


def _places(reported: Iterable[Change]) -> frozenset[tuple[Side, int]]:
    """Where changes are: side and first offset."""
    places: set[tuple[Side, int]] = set()
    for change in reported:
        for old, new in ((change.old, change.new), *((place.old, place.new) for place in change.also)):
            places |= {("old", old.start)} if old else set()
            places |= {("new", new.start)} if new else set()
    return frozenset(places)


def _differing(old: str, new: str) -> tuple[str, str]:
    """The words from the first to the last difference on both sides."""
    changed = [mark for mark in marks(old, new) if mark.op != "equal"]
    if not changed:
        return old, new
    first, last = changed[0], changed[-1]
    return old[first.old_start : last.old_end].strip(), new[first.new_start : last.new_end].strip()


def _lost(aligned: Aligned, said: _Said, side: Side) -> Change:
    """A quotation on one side only: removed, or still said in the writer's words."""
    quote = said.quote
    there = _paraphrase(aligned, said.region, side, quote)
    if side == "old":
        labels: tuple[Label, ...] = ("paraphrased",) if there else ("removed",)
        return _change(labels, quote, there, speech.quote(quote, there))
    labels = ("quoted",) if there else ("added",)
    return _change(labels, there, quote, speech.quote(there, quote))


def _paraphrase(aligned: Aligned, region: Region, side: Side, quote: Quote) -> Passage | None:
    if not region.kept:
        return None
    other = OTHER[side]
    if wording.contained(wording.telling(quote.words), aligned.telling_words(other, region)) < PARAPHRASED:
        return None
    span = _within(region.image(side, quote.span), region.whole(other))
    return Passage(span.start, span.end, span.of(aligned.side(other).text), region.first(other))


def _within(image: Span, whole: Span) -> Span:
    start, end = max(image.start, whole.start), min(image.end, whole.end)
    return Span(start, end) if start < end else whole


def _change(
    labels: tuple[Label, ...],
    old: Quote | Passage | None,
    new: Quote | Passage | None,
    text: str,
    *,
    moved: bool = False,
) -> Change:
    return Change("quote", labels, severity.of("quote", labels), old, new, text, moved=moved)
