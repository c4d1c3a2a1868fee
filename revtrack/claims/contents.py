"""What is said, as spans: trimmed of the signs about it, and how much of it is between quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from revtrack import lexicon
from revtrack.claims import verb_forms
from revtrack.model import Mode, Span, Spans
from revtrack.text.expressions import expression

# What leads to the clause that is said, and how many words its subject may have.
_LEADING = frozenset(("if", "since", "although", "though", "when", "while", "unless"))
LONGEST_SUBJECT = 12
_GAP = " \t\r\n"
_NEXT_ACT = expression(r",? and (?:then |later )?([a-z]+)\b")


def tidy(plain: str, start: int, end: int) -> Spans:
    """A stretch without the commas, colons, dashes and the full stop about it; nothing where no word is left."""
    while start < end and plain[start] in _GAP + ",:;-\u2013\u2014":
        start += 1
    while end > start and plain[end - 1] in _GAP + ",;:":
        end -= 1
    if end > start and plain[end - 1] == "." and not plain[start:end].endswith("..."):
        end -= 1
    return (Span(start, end),) if any(sign.isalnum() for sign in plain[start:end]) else ()


def without_next_act(plain: str, cue_end: int, content: Span, quoted: Sequence[Span]) -> Span:
    """A quotation that is the object of its cue, without what was done next: `cheered "Go!" *and waved flags*`."""
    for quote in quoted:
        if quote.start == content.start and quote.end < content.end and quote.start - cue_end <= 1:
            act = _NEXT_ACT.match(plain, quote.end)
            if act and verb_forms.is_past(act[1]):
                return Span(content.start, quote.end)
    return content


def stops_short(plain: str, content: Span) -> bool:
    """Whether the words of a content are no clause yet: a noun phrase, or a clause that leads to another."""
    words = [word.strip(",").lower() for word in content.of(plain).split()]
    said = words[1:] if words[:1] == ["that"] else words
    if not said or said[0] in lexicon.words("pronouns"):
        return False
    finite = lexicon.words("finite_verbs")
    verbs = any(word in finite or verb_forms.is_past(word) or word.endswith("n't") for word in said[1:])
    return said[0] in _LEADING if verbs else len(said) <= LONGEST_SUBJECT


def outside(plain: str, content: Spans, source: Span) -> Spans:
    """A content without what turned out to be of the source: "it is off, *two people briefed on* the talks said"."""
    found: list[Span] = []
    for span in content:
        if not span.overlaps(source):
            found.append(span)
        elif span.start < source.start:
            found += tidy(plain, span.start, source.start)
        elif span.end > source.end:
            found += tidy(plain, source.end, span.end)
    return tuple(found)


def joined(spans: Iterable[Span]) -> Spans:
    """Spans in order, those that meet made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def mode(content: Spans, quoted: Sequence[Span]) -> Mode:
    """Quoted, reported, or some of both."""
    pairs = ((span, quote) for span in content for quote in quoted)
    inside = sum(max(0, min(span.end, quote.end) - max(span.start, quote.start)) for span, quote in pairs)
    whole = sum(span.end - span.start for span in content)
    if not inside:
        return "indirect"
    return "direct" if inside >= whole - 3 * len(content) else "mixed"
