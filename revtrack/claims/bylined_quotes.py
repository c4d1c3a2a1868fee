"""Quotations that name their speaker by a sign instead of a verb: behind a dash, or before a colon as in a transcript.

    "It was the longest night." — Ines Okafor
    "DOLAN: When did you hear of it? "OKAFOR: At five.

The sign is the cue. No verb has to be weighed, so these are read by rule, in any language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from revtrack.claims import contents
from revtrack.claims.numbering import numbered
from revtrack.model import Attribution, Cue, Mode, Name, Quote, Source, Span, Spans
from revtrack.text import Reading
from revtrack.text.expressions import expression

# A sign says no more than "said" does, whichever it is.
LEMMA = ":"
_GAP = "[ \t\u00a0]*"
_DASH = expression(rf"{_GAP}(?:[\r\n]+[>\s]{{0,20}})?(--|[\u2013\u2014\u2015-]){_GAP}")
_BEHIND_NAME = expression(rf"\.?{_GAP}(?:$|[|,;(\r\n\u201c\"])")
_APPOSED = expression(r", [^\r\n.;:|(\"\u201c]{2,80}(?=\.?[ \t]*(?:[\r\n]|$))")
_HANDLE = expression(r" \(@\w{1,40}\)")  # of an embedded post
_LABEL = expression(r"([A-Z][A-Z'\u2019-]+(?: [A-Z][A-Z.'\u2019-]*){0,3})(:)(?=\s)")
_OPENING = "\"\u201c`'"


def find(
    reading: Reading, names: Sequence[Name], quotes: Sequence[Quote], said: Sequence[Attribution]
) -> list[Attribution]:
    """All attributions in text order, with ids a1, a2, ...: those given, and those of quotations they leave over."""
    held = contents.joined(span for claim in said for span in claim.content)
    free = [quote for quote in quotes if not _is_held(quote, held)]
    found = [*said, *_under_dash(reading, names, free), *_in_transcript(reading, names, free)]
    found.sort(key=lambda claim: claim.cue.start)
    return numbered(found, "a")


def is_bylined(text: str, claim: Attribution) -> bool:
    """Whether an attribution is one of a sign: such a one is not part of its paragraph's own."""
    if claim.cue.text != ":":
        return _DASH.fullmatch(claim.cue.text) is not None
    source = claim.source
    if source is None or source.end != claim.cue.start or source.start == 0:
        return False
    return text[source.start - 1] in _OPENING


def label(text: str, start: int, end: int) -> Span | None:
    """The name in capitals that a stretch of a transcript begins with: "OKAFOR: At five"."""
    match = _LABEL.match(text, start, end) if text.find(":", start, end) >= 0 else None
    return Span(*match.span(1)) if match else None


def _is_held(quote: Quote, held: Spans) -> bool:
    at = bisect_left(held, quote.end, key=attrgetter("start")) - 1
    return at >= 0 and quote.start < held[at].end


def _under_dash(reading: Reading, names: Sequence[Name], quotes: Sequence[Quote]) -> Iterator[Attribution]:
    """Quotations with a name behind a dash, here or on the next line, and nothing more in its line."""
    starts = [name.start for name in names]
    for quote in quotes:
        dash = _DASH.match(reading.text, quote.end)
        at = bisect_left(starts, dash.end()) if dash else len(names)
        if dash is None or at == len(names) or names[at].start != dash.end():
            continue
        if _BEHIND_NAME.match(reading.text, names[at].end):
            name = names[at]
            role = _HANDLE.match(reading.plain, name.end) or _APPOSED.match(reading.plain, name.end)
            source = Span(name.start, role.end() if role else name.end)
            yield attribution(reading, source, Span(*dash.span(1)), LEMMA, (quote.span,), "direct")


def _in_transcript(reading: Reading, names: Sequence[Name], quotes: Sequence[Quote]) -> Iterator[Attribution]:
    """Quotations that begin with a name in capitals, where one of these is somebody whom the article names."""
    labelled = [(quote, found) for quote in quotes if (found := label(reading.plain, *_inner(quote)))]
    people = {_surname(name.name) for name in names if name.type == "person" and not name.text.isupper()}
    if not any(_surname(found.of(reading.plain)) in people for _, found in labelled):
        return
    for quote, found in labelled:
        first, *others = quote.spans
        cue = Span(found.end, found.end + 1)
        said = contents.tidy(reading.plain, cue.end, first.end)
        if said:
            yield attribution(reading, found, cue, LEMMA, (*said, *others), "direct")


def _inner(quote: Quote) -> tuple[int, int]:
    return quote.spans[0].start, quote.spans[0].end


def _surname(name: str) -> str:
    return name.split()[-1].casefold()


def attribution(reading: Reading, source: Span, cue: Span, lemma: str, content: Spans, mode: Mode) -> Attribution:
    """An attribution whose parts were found by rule; its id is given with the others'."""
    text = reading.text
    spans = (source, cue, *content)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Attribution(
        "",
        start,
        end,
        text[start:end],
        reading.sentence_at(start),
        Source(source.of(text), source.start, source.end, (source,), None, None, False),
        Cue(cue.of(text), cue.start, cue.end, (cue,), lemma),
        content,
        mode,
    )
