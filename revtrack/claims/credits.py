"""The line that credits others with what an article reports: "This story includes reporting from Reuters."

The credited are the source, the article is what they are a source of; when the credit goes or names somebody else,
that is told like any other change of a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.claims import bylined_quotes
from revtrack.claims.numbering import numbered
from revtrack.model import Attribution, Block, Name, Span
from revtrack.text import Reading
from revtrack.text.expressions import expression

LEMMA = "reporting from"
_LONGEST = 200
_ARTICLE = r"(?P<content>[Tt]his (?:article|column|dispatch|item|piece|post|report|story|version))"
_LEAD, _END = r"[*_(\[\s]*", r"\.?[*_)\]\s]*$"
_WITH = (
    r"(?P<cue>(?:includes|contains|uses|was written with|was compiled with|draws on) (?:additional |some )?"
    r"(?:reporting|material|information|content|reports) (?:from|by))"
)
_NAMES = r"(?P<source>(?:The )?[A-Z][^;:\n]{1,100}?)"
# What no line of credit is without.
_PARTS = (" contributed reporting to ", " from ", " by ")
_FORMS = (
    expression(rf"{_LEAD}{_ARTICLE} {_WITH} {_NAMES}{_END}"),
    expression(rf"{_LEAD}{_NAMES} (?P<cue>contributed reporting to) {_ARTICLE}{_END}"),
)


def find(reading: Reading, names: Sequence[Name], said: Sequence[Attribution]) -> list[Attribution]:
    """The attributions given together with those of credits, in text order, with ids a1, a2, ..."""
    found = [*said, *(claim for block in reading.spoken() for claim in _in_block(reading, block, names))]
    found.sort(key=lambda claim: claim.cue.start)
    return numbered(found, "a")


def _in_block(reading: Reading, block: Block, names: Sequence[Name]) -> Iterator[Attribution]:
    if block.end - block.start > _LONGEST:
        return
    words = reading.plain[block.start : block.end]
    if "his " not in words or not any(part in words for part in _PARTS):
        return
    matches = (form.match(reading.plain, block.start, block.end) for form in _FORMS)
    match = next((found for found in matches if found), None)
    if match is None or not any(match.start("source") <= name.start < match.end("source") for name in names):
        return
    source, cue, content = (Span(*match.span(part)) for part in ("source", "cue", "content"))
    yield bylined_quotes.attribution(reading, source, cue, LEMMA, (content,), "indirect")
