"""Where a name begins and ends beyond its run of capitals: "The Sunday Times", "de Roe", "Roe Jr.", "Harrop's".

What an article has of a name elsewhere decides: "de Roe" is one where it has "Ottoline de Roe", and "Harrop's" is a
shop where no mention is without the 's and one of them owns nothing: "Harrop's opened in 1979".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack import lexicon
from revtrack.claims.names import kinds
from revtrack.claims.names.mentions import Mention
from revtrack.claims.names.name_pieces import NamePiece
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import Reading

Words = tuple[str, ...]

_ARTICLES = ("The ", "A ", "An ")
# Before an article with a capital these are the middle of a sentence, where it is part of the name behind it.
_OPENING = "\"\u201c'\u2018("
# What can stand behind a shop's name and behind no owner's.
_NOTHING_OWNED = (
    *(",", ".", ";", ")", " was ", " is ", " has ", " had ", " will ", " became ", " opened ", " closed ", " said "),
    *(" sells ", " sold ", " plans "),
)
_POSSESSIVE = "'s"
LONGEST_PARTICLE = 6


class Edges(NamedTuple):
    """The names of an article with a particle before them, and those that end with an 's."""

    particled: frozenset[Words]
    shops: frozenset[Words]
    articled: frozenset[Words]

    @classmethod
    def of(cls, mentions: Sequence[Mention], plain: str) -> Edges:
        """What the mentions of an article tell."""
        particled = {words[n:] for words in {mention.piece.bare for mention in mentions} for n in _particles(words)}
        owning: dict[Words, list[Mention]] = {}
        for mention in mentions:
            if len(mention.piece.bare) == 1:
                owning.setdefault(mention.piece.bare, []).append(mention)
        parts = {word for mention in mentions if len(mention.piece.bare) > 1 for word in mention.piece.bare}
        shops = (words for words, found in owning.items() if words[0] not in parts and _is_shop(words, found, plain))
        articled = (mention.piece.bare for mention in mentions if _is_articled(mention, plain))
        quoted = (
            mention.piece.bare[1:]
            for mention in mentions
            if mention.piece.quoted and f"{mention.piece.bare[0]} " in _ARTICLES
        )
        return cls(frozenset(particled), frozenset(shops), frozenset((*articled, *quoted)))

    def start(self, reading: Reading, piece: NamePiece) -> int:
        """Where a name begins: behind its title, at an article or a particle that is part of it."""
        plain, start = reading.plain, piece.behind_title
        if piece.title:
            return start
        lead = plain[max(0, start - LONGEST_PARTICLE) : start].split(" ")[-2:-1] if self.particled else []
        if lead and (*lead, *piece.bare) in self.particled:
            return start - len(lead[0]) - 1
        article = _article(plain, start)
        if not article:
            return start
        first = start - article
        inside = _is_inside(plain, first) and reading.sentences[reading.sentence_at(start)].start < first
        return first if inside or piece.bare in self.articled else start

    def end(self, plain: str, piece: NamePiece) -> int:
        """Where a name ends: behind the full stop of "Jr." or "Ltd.", and behind the 's of a shop."""
        if plain.startswith(_POSSESSIVE, piece.end) and piece.bare in self.shops:
            return piece.end + len(_POSSESSIVE)
        last = piece.bare[-1]
        if len(piece.bare) == 1 or not plain.startswith(".", piece.end):
            return piece.end
        shortened = last in ("Jr", "Sr") or (last in lexicon.words("companies") and len(last) <= len("Corp"))
        return piece.end + shortened


def _article(plain: str, start: int) -> int:
    """How long the article with a capital right before a name is, or 0."""
    if not plain.endswith(_ARTICLES, 0, start):
        return 0
    length = next(len(article) for article in _ARTICLES if plain.endswith(article, 0, start))
    first = start - length
    return 0 if plain[max(0, first - 1) : first].isalnum() else length


def _is_inside(plain: str, start: int) -> bool:
    """Whether a small word, a comma or an opening mark stands before."""
    before = plain[max(0, start - 2) : start]
    return before[-1:] in _OPENING if before[-1:].strip() else before[:1].islower() or before[:1] == ","


def _is_articled(mention: Mention, plain: str) -> bool:
    """Whether an article with a capital stands before it in the middle of a sentence: "the song The Mill"."""
    article = 0 if mention.piece.title else _article(plain, mention.piece.start)
    return article > 0 and _is_inside(plain, mention.piece.start - article)


def _particles(words: Words) -> Iterator[int]:
    """Where a particle is inside a name, but for those that are words of English too."""
    for n in range(1, len(words) - 1):
        if words[n] in lexicon.words("particles") and words[n] not in ("am", "bin", "ten", "upon"):
            yield n


def _is_shop(words: Words, found: Sequence[Mention], plain: str) -> bool:
    word = words[0]
    if word in lexicon.words("places") or kinds.is_acronym(word) or kinds.is_first_name(word):
        return False
    if any(mention.piece.title or not mention.piece.words[-1].owns or mention.before == "of" for mention in found):
        return False
    behind = (mention.piece.end + len(_POSSESSIVE) for mention in found)
    return any(plain.startswith(_NOTHING_OWNED, end) for end in behind)
