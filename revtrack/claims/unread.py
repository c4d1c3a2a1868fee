"""A text that cannot be read as a whole: what cannot be read of it is left out, told, and the rest is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from revtrack.model import Block, Claims, ReadingWarning, Span
from revtrack.model.guard import UNREAD, must_raise
from revtrack.model.record import replace
from revtrack.text.expressions import expression

_PARAGRAPH = expression(r"\S(?:.|\n(?![^\S\n]*\n))*")

Read = Callable[[str], Claims]


def around(text: str, read: Read) -> Claims:
    """The claims of a text but for the paragraphs that cannot be read, each of which has a warning."""
    paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    failing = [span for span in paragraphs if not _reads(span.of(text), read)] or paragraphs
    for spans in (failing, paragraphs):
        copy = _without(text, spans)
        if _reads(copy, read):
            return _told(read(copy), text, spans)
    blocks = tuple(Block(span.start, span.end, "body", index, index + 1) for index, span in enumerate(paragraphs))
    return _told(Claims(text, "en", blocks, tuple(paragraphs), ()), text, paragraphs)


def _reads(text: str, read: Read) -> bool:
    try:
        read(text)
    except Exception as error:
        if must_raise(error):
            raise
        return False
    return True


def _without(text: str, spans: list[Span]) -> str:
    """The text with a word of the same length in place of each paragraph, so that places stay."""
    parts, end = [], 0
    for span in spans:
        parts += [text[end : span.start], "x" * (span.end - span.start)]
        end = span.end
    return "".join([*parts, text[end:]])


def _told(claims: Claims, text: str, spans: list[Span]) -> Claims:
    """The claims of the text itself, with a warning for each paragraph that was left out."""
    apart = tuple(claim for claim in claims.claims if all(_lies_apart(claim.span, span) for span in spans))
    warnings = (*claims.warnings, *_warnings(claims, text, spans))
    return replace(claims, text=text, claims=apart, warnings=warnings)


def _lies_apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start


def _warnings(claims: Claims, text: str, spans: list[Span]) -> Iterator[ReadingWarning]:
    for span in spans:
        inside = (index for index, one in enumerate(claims.sentences) if not _lies_apart(one, span))
        yield ReadingWarning("", span.start, span.end, span.of(text), next(inside, 0), UNREAD)
