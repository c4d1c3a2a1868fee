"""What is said, as spans: trimmed of the signs about it, and how much of it is between quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from revtrack.model import Mode, Span, Spans

_GAP = " \t\r\n"


def tidy(plain: str, start: int, end: int) -> Spans:
    """A stretch without the commas, colons, dashes and the full stop about it; nothing where no word is left."""
    while start < end and plain[start] in _GAP + ",:;-\u2013\u2014":
        start += 1
    while end > start and plain[end - 1] in _GAP + ",;:":
        end -= 1
    if end > start and plain[end - 1] == "." and not plain[start:end].endswith("..."):
        end -= 1
    return (Span(start, end),) if any(sign.isalnum() for sign in plain[start:end]) else ()


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
