"""Attributions by rule: who (source) says (cue) what (content), outside and across quotation marks.

For every cue the sentence is read in four shapes, the most telling first:
`according to X, ...`; `"...," said X`; `"...," X said. "..."`; `X said (that) ...`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from revtrack import lexicon
from revtrack.claims import contents, cues, sources, speakers
from revtrack.claims.cues import CueSpan
from revtrack.model import Attribution, Block, Cue, Quote, Source, Span, Spans
from revtrack.text import Reading

_HEARER = re.compile(
    r"""
    \s+ (?:(?:the|an?|his|her|their|its|our|my|some|two|several|those|these)\s+)? (?:[\w'.&-]+\s+){0,5}?
    (?= [\"\u201c\u2018,:] | '' | (?:that|he|she|they|it|the|there|his|in\ an?|on|during|at|to|about|of)\b )
    """,
    re.VERBOSE,
)
_SAYS_TO = frozenset(("tell", "inform", "assure", "advise", "remind", "ask", "urge", "order", "warn"))
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ADJUNCT = re.compile(
    rf"""
    \s+ (?:on|in|at|during|after|before|of|when|to|via|through|late|early|earlier|last|this|yesterday|today|{_WEEKDAY})
    \b [^,\"\u201c:]{{0,60}}? (?= ,|:|\s+that\b|[\"\u201c]|$ )
    """,
    re.VERBOSE,
)
_DAY_BEHIND = re.compile(rf"\s*(?:on )?{_WEEKDAY}(?: (?:night|morning|afternoon|evening))?(?=\s|,)")
_THAT = re.compile(r"\s*(?:that\b)")
_CLAUSE = re.compile(
    r"""
    \s* (?: [\"\u201c\u2018:] | '' | ,\s*[\"\u201c]
      | (?:that|he|she|they|it|there|we|I|the\ [\w\ ]{2,40}?\ (?:is|was|will|would|has|had|are|were|can|could))\b )
    """,
    re.VERBOSE,
)
# "..., said finance chief Jane Roe." has nothing but the speaker behind its verb.
_LONGEST_INVERTED = 100
_FINITE = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|can|could|did|does|that)\b")
# What one cue can govern, in code points and quotations: enough for a long quotation, and a bound on the work.
LONGEST_STATEMENT, QUOTES_ABOUT = 4000, 12
_GAP = " \t\r\n"
_MARKS = "\"\u201c\u201d\u2018\u2019'"


class _Parts(NamedTuple):
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
            near = _near(inside, cue)
            parts = _read(reading, block, cue, near)
            if parts and parts.content:
                found.append(_attribution(reading, cue, parts, near, len(found) + 1))
    return found


def _near(quoted: Sequence[Span], cue: CueSpan) -> Sequence[Span]:
    """The quotations about a cue; a bound keeps a paragraph of ten thousand of them linear."""
    at = bisect_left(quoted, Span(cue.verb.start, cue.verb.start))
    return quoted[max(0, at - QUOTES_ABOUT) : at + QUOTES_ABOUT]


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
    if before.endswith(('"', "\u201d", "''", "\u2019", "'")) or (
        before.endswith(",") and not _is_lead(before) and (closes or not behind)
    ):
        content = _preceding(plain, sentence, source.start, quoted, Span(source.start, cue.group.end), block)
        return _Parts(source, content)
    verb = cue.verb.of(plain)
    noun_like = verb.endswith("s") and verb not in lexicon.words("sure_cues")
    private = cues.classes().get(cue.lemma) == "private"
    needs_clause = noun_like or private or cue.lemma in lexicon.words("clause_cues")
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
    return Span(max(start, cue.group.start - LONGEST_STATEMENT), min(end, cue.group.end + LONGEST_STATEMENT))


def _according(plain: str, cue: CueSpan, sentence: Span) -> _Parts | None:
    source = sources.after(plain, cue.verb.end, sentence.end)
    if source is None:
        return None
    lead = plain[sentence.start : cue.verb.start].rstrip(_GAP + ",")
    if not lead.strip() and (comma := plain.find(",", source.start, source.end)) > 0:
        source = Span(source.start, comma)
    if lead.strip():
        start = sentence.start
        return _Parts(source, contents.tidy(plain, start, start + len(lead)))
    return _Parts(source, contents.tidy(plain, source.end, sentence.end))


def _is_inverted(plain: str, cue: CueSpan, sentence: Span, lead: str) -> bool:
    tail = plain[cue.group.end : sentence.end].lstrip(_GAP)
    if not tail or cue.group.start != cue.verb.start:
        return False
    word = tail.split(None, 1)[0]
    if not lead.endswith(('"', "\u201d", "''", "\u2019")) and not word[:1].isupper():
        words = tail[:_LONGEST_INVERTED].split()
        named = any(word[:1].isupper() for word in words)
        return len(tail) <= _LONGEST_INVERTED and named and not _FINITE.search(tail)
    return word[:1].isalpha() and word.lower() not in lexicon.words("no_subjects")


def _preceding(
    plain: str, sentence: Span, stop: int, quoted: Sequence[Span], frame: Span | None, block: Block
) -> Spans:
    """What stands before the cue, and a quotation that goes on right behind it: `"X," she said. "Y."`"""
    first = contents.tidy(plain, sentence.start, stop)
    end = max(sentence.end, frame.end if frame else 0)
    further = [span for span in quoted if span.start >= end and not plain[end : span.start].strip(" .,")]
    inner = [span for span in quoted if frame and frame.end <= span.start and span.end <= sentence.end]
    rest = [*inner, *further[:1]]
    if rest and rest[0].start < block.end:
        return (*first, Span(rest[0].start, rest[-1].end))
    return first


def _following(plain: str, cue: CueSpan, sentence: Span) -> Span | None:
    start = _after_hearer(plain, cue, sentence)
    spans = contents.tidy(plain, start, sentence.end)
    if not spans:
        return None
    words = spans[0].of(plain).split()
    return spans[0] if len(words) > 1 and words[0].lower() not in lexicon.words("adjuncts") else None


def _after_hearer(plain: str, cue: CueSpan, sentence: Span) -> int:
    """Behind the cue, its hearer ("told journalists") and a phrase of time or place before "that" or a mark."""
    position = cue.group.end
    if cue.lemma in _SAYS_TO:
        hearer = _HEARER.match(plain, position, sentence.end)
        position = hearer.end() if hearer else position
    adjunct = _ADJUNCT.match(plain, position - 1 if plain[position - 1 : position] == " " else position, sentence.end)
    if adjunct and (plain[adjunct.end() : adjunct.end() + 1] in ',:"\u201c' or _THAT.match(plain, adjunct.end())):
        position = adjunct.end()
    day = _DAY_BEHIND.match(plain, position, sentence.end)
    return day.end() if day else position


def _with_quotes(content: Span, quoted: Sequence[Span]) -> Span:
    """A content that reaches into a quotation reaches to its end."""
    end = max((span.end for span in quoted if span.start < content.end <= span.end), default=content.end)
    return Span(content.start, max(content.end, end))


def _is_lead(before: str) -> bool:
    """An adverbial in front, not a statement: "In a speech on Monday," has no verb, "The war is over," has."""
    words = before.split(None, 4)
    return len(words) < 4 or words[0] in lexicon.words("statement_leads")


def _can_speak(plain: str, source: Span) -> bool:
    words = source.of(plain).split()
    first, last = words[0].lower(), words[-1].lower()
    return first not in ("to", "has", "have", "is", "was") and last not in ("to", "of", "the", "be", "been", "not")


def _attribution(reading: Reading, cue: CueSpan, parts: _Parts, quoted: Sequence[Span], number: int) -> Attribution:
    spans = [cue.group, *parts.content, *([parts.source] if parts.source else [])]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    text = reading.text
    return Attribution(
        f"a{number}",
        start,
        end,
        text[start:end],
        reading.sentence_at(start),
        _source(text, parts.source),
        Cue(cue.group.of(text), cue.group.start, cue.group.end, (cue.group,), cue.lemma),
        parts.content,
        contents.mode(parts.content, quoted),
    )


def _source(text: str, span: Span | None) -> Source | None:
    if span is None:
        return None
    words = span.of(text)
    return Source(words, span.start, span.end, (span,), None, None, speakers.is_anonymous(words))
