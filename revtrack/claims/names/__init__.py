"""Names of people, organisations and places, each with the fullest form it has in this article.

Runs of capitalised words are cut into names (`runs`). In ordinary sentences these are names by themselves, but for
the first word of a sentence, which has its capital anyway (`mentions`); in titles and headlines only what the article
names elsewhere is one (`casing`). What each is of is known by its words and by those around it (`kinds`), whom a
surname means by the people of the article (`people`), and what an acronym by its names (`groups`).
"""

from __future__ import annotations

from revtrack.claims.names import casing, mentions
from revtrack.claims.names.article import Article
from revtrack.claims.names.runs import NamePiece
from revtrack.claims.names.titles import bare_name
from revtrack.model import Name
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
        if style != "sentence":
            pieces += article.known_in(reading.plain, block, style)
    pieces.sort(key=lambda piece: piece.start)
    return [_name(reading, article, n, piece) for n, piece in enumerate(pieces, 1)]


def _name(reading: Reading, article: Article, number: int, piece: NamePiece) -> Name:
    full, kind = article.resolved(piece)
    words = reading.text[piece.start : piece.end]
    return Name(f"n{number}", piece.start, piece.end, words, reading.sentence_at(piece.start), full, kind)
