"""Names of people, organisations and places, each with the fullest form it has in this article.

Runs of capitalised words are cut into names (`runs`). In ordinary sentences these are names by themselves, but for
the first word of a sentence, which has its capital anyway (`mentions`); in titles and headlines only what the article
names elsewhere is one (`casing`). What each is of is known by its words and by those around it (`kinds`), whom a
surname means by the people of the article (`people`), and what an acronym by its names (`groups`). Numbered things are
names with their number (`numbered`); telephone numbers and addresses stand for whom they reach (`contacts`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from revtrack.claims import numbering
from revtrack.claims.names import casing, contacts, mentions, numbered
from revtrack.claims.names.article import Article
from revtrack.claims.names.edges import Edges
from revtrack.claims.names.name_pieces import NamePiece
from revtrack.claims.names.titles import bare_name
from revtrack.model import Name, NameType, Span
from revtrack.text import Reading

__all__ = ["bare_name", "find"]


def find(reading: Reading) -> list[Name]:
    """The names of an article in text order, with ids n1, n2, ..."""
    styles = [(block, casing.of(reading.plain, block)) for block in reading.spoken()]
    small = mentions.small_words(reading.plain)
    found = mentions.read(reading, (block for block, style in styles if style == "sentence"), small)
    article = Article.of(found, reading.plain, small)
    pieces = [piece for mention in found for piece in article.split(mention.piece)]
    for block, style in styles:
        if style == "sentence":
            pieces += article.months(reading.plain, block)
        else:
            pieces += article.known_in(reading.plain, block, style)
            pieces += numbered.find(reading.plain, block.start, block.end)
    details = contacts.find(reading.plain, [block for block, _ in styles])
    edges = Edges.of(found, reading.plain)
    meant = cache(article.resolved)  # an article has most of its names several times
    named: list[tuple[int, int, tuple[str, NameType]]] = [
        (edges.start(reading, piece), edges.end(reading.plain, piece), meant(piece.bare, piece.called, piece.quoted))
        for piece in _apart(pieces, details)
    ]
    named += [(span.start, span.end, (span.of(reading.plain), "contact")) for span in details]
    named.sort(key=itemgetter(0))
    return [
        Name(id, start, end, reading.text[start:end], reading.sentence_at(start), *resolved)
        for id, (start, end, resolved) in zip(numbering.ids("n"), named, strict=False)
    ]


def _apart(pieces: list[NamePiece], details: list[Span]) -> Iterator[NamePiece]:
    """The pieces in text order, those left out that are part of an address or of a longer one before it."""
    pieces.sort(key=lambda piece: (piece.start, -piece.end))
    ends = [span.end for span in details]
    last = -1
    for piece in pieces:
        at = bisect_right(ends, piece.start)
        inside = at < len(details) and details[at].start < piece.end
        if piece.start >= last and not inside:
            last = piece.end
            yield piece
