"""Attributions by rule: who (source) says (cue) what (content), outside and across quotation marks.

For every cue the sentence is read in four shapes, the most telling first:
`according to X, ...`; `"...," said X`; `"...," X said. "..."`; `X said (that) ...`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from revtrack import lexicon
from revtrack.claims import cues, sources
from revtrack.claims.cues import CueSpan
from revtrack.model import Attribution, Block, Cue, Mode, Quote, Source, Span, Spans
from revtrack.text import Reading

_HEARER = re.compile(
    r"\s+(?:(?:the|a|an|his|her|their|its|our|my|some|two|several|those|these)\s+)?(?:[\w'.&-]+\s+){0,5}?(?=that\b|[\"\u201c\u2018,:]|''|he\b|she\b|they\b|it\b|the\b|there\b|his\b|in an?\b|on\b|during\b|at\b|to\b|about\b|of\b)"
)
_SAYS_TO = frozenset(("tell", "inform", "assure", "advise", "remind", "ask", "urge", "order", "warn"))
_ADJUNCT = re.compile(
    r"\s+(?:on|in|at|during|after|before|of|when|to|via|through|late|early|earlier|last|this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)\b[^,\"\u201c:]{0,60}?(?=,|:|\s+that\b|[\"\u201c]|$)"
)
# What begins with one of these tells when, where or how something was said, not what.
_ADJUNCT_WORDS = frozenset("as at before by during from in on since through via with".split())
_THAT = re.compile(r"\s*(?:that\b)")
_NEEDS_CLAUSE = frozenset(("believe", "think", "feel", "find", "show", "know", "fear", "hope", "expect", "indicate", "write",
                           "read", "hold", "call", "ask", "offer", "propose", "order", "press", "appeal", "guarantee", "refuse", "decline"))  # fmt: skip
_CLAUSE = re.compile(r"\s*(?:that\b|[\"\u201c\u2018]|''|:|,\s*[\"\u201c]|(?:he|she|they|it|there|we|I|the [\w ]{2,40}? (?:is|was|will|would|has|had|are|were|can|could))\b)")
# "..., said finance chief Jane Roe." has nothing but the speaker behind its verb.
_LONGEST_INVERTED = 14
_NO_SUBJECT = frozenset("about after and as at because before but by for from if in of on that this to when while with".split())
_FINITE = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|can|could|did|does|that)\b")
_GAP = " \t\r\n"
_MARKS = "\"\u201c\u201d\u2018\u2019'"


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a rule found, before it becomes a claim."""

    source: Span | None
    content: Spans


def find(reading: Reading, quotes: Sequence[Quote]) -> list[Attribution]:
    """The attributions of an article in text order, with ids a1, a2, ...; names and roles still open."""
    found: list[Attribution] = []
    quoted = [Span(quote.start, quote.end) for quote in quotes]
    starts = [span.start for span in quoted]
    for block in reading.spoken():
        inside = quoted[bisect_left(starts, block.start) : bisect_right(starts, block.end)]
        for cue in cues.find(reading.plain, block, inside):
            parts = _read(reading, block, cue, inside)
            if parts and parts.content:
                found.append(_attribution(reading, cue, parts, inside, len(found) + 1))
    return found


def _read(reading: Reading, block: Block, cue: CueSpan, quoted: Sequence[Span]) -> _Parts | None:
    sentence = _clause(reading, cue, quoted)
    plain = reading.plain
    if cue.lemma == "according to":
        return _according(plain, cue, sentence)
    lead = plain[sentence.start : cue.group.start].rstrip(_GAP)
    if lead.endswith((",", "?", "!", *_MARKS)) and _is_inverted(plain, cue, sentence, lead):
        source = sources.after(plain, cue.group.end, sentence.end)
        return _Parts(source, _preceding(plain, sentence, cue.group.start, quoted, source, block)) if source else None
    source = sources.before(plain, sentence.start, cue.group.start)
    if source is None or source.start >= source.end or not _can_speak(plain, source):
        return None
    before = plain[sentence.start : source.start].rstrip(_GAP)
    behind = _following(plain, cue, sentence)
    closes = plain[cue.group.end : cue.group.end + 1] in (",", ".")
    if before.endswith(("\"", "\u201d", "''", "\u2019", "'")) or (
        before.endswith(",") and not _is_lead(before) and (closes or not behind)
    ):
        content = _preceding(plain, sentence, source.start, quoted, Span(source.start, cue.group.end), block)
        return _Parts(source, content)
    verb = cue.verb.of(plain)
    noun_like = verb.endswith("s") and verb not in lexicon.words("sure_cues")
    needs_clause = noun_like or cue.lemma in _NEEDS_CLAUSE or cues.classes().get(cue.lemma) == "private"
    if not behind or (needs_clause and not _CLAUSE.match(plain, _after_hearer(plain, cue, sentence), sentence.end)):
        return None
    return _Parts(source, (_with_quotes(behind, quoted),))


def _clause(reading: Reading, cue: CueSpan, quoted: Sequence[Span]) -> Span:
    """The sentence of the cue; sentences that one quotation holds together with it are part of it."""
    span = reading.sentences[reading.sentence_at(cue.verb.start)]
    start, end = span.start, span.end
    for quote in quoted:
        if quote.start < start <= quote.end:
            start = reading.sentences[reading.sentence_at(quote.start)].start
        if quote.start < end < quote.end:
            end = quote.end
    return Span(start, end)


def _according(plain: str, cue: CueSpan, sentence: Span) -> _Parts | None:
    source = sources.after(plain, cue.verb.end, sentence.end)
    if source is None:
        return None
    lead = plain[sentence.start : cue.verb.start].rstrip(_GAP + ",")
    if not lead.strip() and (comma := plain.find(",", source.start, source.end)) > 0:
        source = Span(source.start, comma)
    if lead.strip():
        start = sentence.start
        return _Parts(source, _tidy(plain, start, start + len(lead)))
    return _Parts(source, _tidy(plain, source.end, sentence.end))


def _is_inverted(plain: str, cue: CueSpan, sentence: Span, lead: str) -> bool:
    tail = plain[cue.group.end : sentence.end].lstrip(_GAP)
    if not tail or cue.group.start != cue.verb.start:
        return False
    word = tail.split(None, 1)[0]
    if not lead.endswith(("\"", "\u201d", "''", "\u2019")) and not word[:1].isupper():
        return len(tail.split()) <= _LONGEST_INVERTED and any(w[:1].isupper() for w in tail.split()) and not _FINITE.search(tail)
    return word[:1].isalpha() and word.lower() not in _NO_SUBJECT


def _preceding(
    plain: str, sentence: Span, stop: int, quoted: Sequence[Span], frame: Span | None, block: Block
) -> Spans:
    """What stands before the cue, and a quotation that goes on right behind it: `"X," she said. "Y."`"""
    first = _tidy(plain, sentence.start, stop)
    end = max(sentence.end, frame.end if frame else 0)
    further = [span for span in quoted if span.start >= end and not plain[end : span.start].strip(" .,")]
    inner = [span for span in quoted if frame and frame.end <= span.start and span.end <= sentence.end]
    rest = [*inner, *further[:1]]
    if rest and rest[0].start < block.end:
        return (*first, Span(rest[0].start, rest[-1].end))
    return first


def _following(plain: str, cue: CueSpan, sentence: Span) -> Span | None:
    start = _after_hearer(plain, cue, sentence)
    spans = _tidy(plain, start, sentence.end)
    if not spans:
        return None
    words = spans[0].of(plain).split()
    return spans[0] if len(words) > 1 and words[0].lower() not in _ADJUNCT_WORDS else None


def _after_hearer(plain: str, cue: CueSpan, sentence: Span) -> int:
    """Behind the cue, its hearer ("told journalists") and a phrase of time or place before "that" or a mark."""
    position = cue.group.end
    if cue.lemma in _SAYS_TO:
        hearer = _HEARER.match(plain, position, sentence.end)
        position = hearer.end() if hearer else position
    adjunct = _ADJUNCT.match(plain, position - 1 if plain[position - 1 : position] == " " else position, sentence.end)
    if adjunct and (plain[adjunct.end() : adjunct.end() + 1] in ",:\"\u201c" or _THAT.match(plain, adjunct.end())):
        position = adjunct.end()
    day = _DAY_BEHIND.match(plain, position, sentence.end)
    return day.end() if day else position


_DAY_BEHIND = re.compile(r"\s*(?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?: (?:night|morning|afternoon|evening))?(?=\s|,)")


def _with_quotes(content: Span, quoted: Sequence[Span]) -> Span:
    """A content that reaches into a quotation reaches to its end."""
    end = max((span.end for span in quoted if span.start < content.end <= span.end), default=content.end)
    return Span(content.start, max(content.end, end))


def _tidy(plain: str, start: int, end: int) -> Spans:
    while start < end and plain[start] in _GAP + ",:;-\u2013\u2014":
        start += 1
    while end > start and plain[end - 1] in _GAP + ",;:":
        end -= 1
    if end > start and plain[end - 1] == "." and not plain[start:end].endswith("..."):
        end -= 1
    return (Span(start, end),) if any(sign.isalnum() for sign in plain[start:end]) else ()


def _is_lead(before: str) -> bool:
    """An adverbial in front, not a statement: "In a speech on Monday," has no verb, "The war is over," has."""
    return len(before.split()) < 4 or before.split()[0] in ("In", "On", "At", "After", "During", "Before", "When", "As", "While",
                                                            "Asked", "If", "By", "For", "Since", "With", "Despite")  # fmt: skip


def _can_speak(plain: str, source: Span) -> bool:
    words = source.of(plain).split()
    return not (words[-1].lower() in ("to", "of", "the", "be", "been", "not") or words[0].lower() in ("to", "has", "have", "is", "was"))


def _attribution(
    reading: Reading, cue: CueSpan, parts: _Parts, quoted: Sequence[Span], number: int
) -> Attribution:
    spans = [cue.group, *parts.content, *([parts.source] if parts.source else [])]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    text = reading.text
    return Attribution(
        f"a{number}", start, end, text[start:end], reading.sentence_at(start), _source(text, parts.source),
        Cue(cue.group.of(text), cue.group.start, cue.group.end, (cue.group,), cue.lemma), parts.content,
        _mode(parts.content, quoted),
    )  # fmt: skip


def _source(text: str, span: Span | None) -> Source | None:
    if span is None:
        return None
    words = span.of(text)
    return Source(words, span.start, span.end, (span,), None, None, sources.is_anonymous(words))


def _mode(content: Spans, quoted: Sequence[Span]) -> Mode:
    inside = sum(max(0, min(span.end, quote.end) - max(span.start, quote.start)) for span in content for quote in quoted)
    whole = sum(span.end - span.start for span in content)
    if not inside:
        return "indirect"
    return "direct" if inside >= whole - 3 * len(content) else "mixed"
