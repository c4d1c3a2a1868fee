"""What the names of one article tell about each other: who is a person, what is a place, who is meant.

A full name is a person's where it has a title or a common given name, where its last word is used alone, or where
nothing speaks for a place or a group: no "the" before it, no "in", no acronym behind it, and no word of it that the
article has with a small letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.names import groups, kinds, titles
from revtrack.claims.names.casing import Casing
from revtrack.claims.names.groups import Groups
from revtrack.claims.names.mentions import Mention
from revtrack.claims.names.name_pieces import NamePiece, NameWord
from revtrack.claims.names.people import People, surname
from revtrack.claims.names.verdicts import Verdicts
from revtrack.model import Block, NameType
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression
from revtrack.text.tokens import NAME_PART

Words = tuple[str, ...]

# Names keep their initials, hyphens and apostrophes, which other words are cut at: "J.R. O'Neil-Roe".
_WORD = expression(NAME_PART)
LONGEST_NAME = 6
# A verdict by so much is not overruled.
SURE = 6
LONGEST_LEAD = 12
_ADJECTIVAL = ("an", "ish", "ese", "ic", "kh", "i")
_SMALL_BEHIND = expression(r" (?!and\b|or\b|on\b|in\b|at\b|to\b|after\b|for\b|with\b|from\b|by\b|is\b|was\b)[a-z]")


class Article(NamedTuple):
    """The people, the groups and the places that an article names."""

    people: People
    groups: Groups
    places: frozenset[Words]
    known: dict[str, Words]
    verdicts: Verdicts
    monthly: list[str]

    @classmethod
    def of(cls, mentions: Sequence[Mention], plain: str, small: frozenset[str]) -> Article:
        alone = Counter(mention.piece.bare[0] for mention in mentions if len(mention.piece.bare) == 1)
        placed = frozenset(mention.piece.bare for mention in mentions if _is_placed(mention, plain))
        judged = Verdicts(mentions, plain, small)
        people, named = People(), Groups()
        for mention in mentions:
            piece = mention.piece
            if _is_person(mention, judged, alone, plain):
                people.meet(piece.bare, titles.among(piece.called))
            else:
                named.meet(piece.bare, plain, piece.end)
        for mention in mentions:
            if mention.piece.title and len(mention.piece.bare) == 1:
                people.call(mention.piece.bare[0])
        known: dict[str, Words] = {}
        for mention in mentions:
            known.setdefault(" ".join(mention.piece.bare).upper(), mention.piece.bare)
        for name in people.by_surname:
            known.setdefault(name.upper(), (name,))
        called = (name for name in lexicon.mapping("months") if name in people.by_surname)
        monthly = [name for name in called if any(len(person.full) > 1 for person in people.by_surname[name])]
        return cls(people, named, placed, known, judged, monthly)

    def months(self, plain: str, block: Block) -> Iterator[NamePiece]:
        """People who have a month for a surname where the article has their full name: "May" behind "Lee May"."""
        for name in self.monthly:
            for match in re.finditer(rf"(?<![\w'-]){name}(?![\w-])", plain[block.start : block.end]):
                start, end = block.start + match.start(), block.start + match.end()
                lead, day = _dates()
                if not lead.search(plain, max(0, start - LONGEST_LEAD), start) and not day.match(plain, end):
                    yield NamePiece((NameWord(start, end, name, plain.startswith("'s", end)),))

    def split(self, piece: NamePiece) -> list[NamePiece]:
        """A piece, or the person and the place of "Roe of Port Ansel"."""
        words = piece.words
        if piece.title or len(words) < 2 or words[1].text != "of" or words[0].text not in self.people.by_surname:
            return [piece]
        words = piece.placed()
        return [NamePiece(words[:1]), NamePiece(words[3:] if words[2].text == "the" else words[2:])]

    def resolved(self, bare: Words, called: Words, quoted: bool) -> tuple[str, NameType]:
        """The fullest form of a piece with these words and a title of those, and what it is of."""
        words = self.known.get(" ".join(bare).upper(), bare) if _shouted(bare) else bare
        person = self.people.who(words, titles.among(called))
        if person:
            return " ".join(person.full), "person"
        if quoted and len(words) == 1:
            return words[0], "other"
        full = self.groups.full(words) or words
        kind = ("place" if _shouted(full) and full in self.places else None) or kinds.by_words(full)
        if kind is None:
            kind = "person" if called else kinds.by_words(words) or self._judged(full, words)
        name = " ".join(full)
        return name.title() if _shouted(full) and kind == "place" else name, kind

    def _judged(self, full: Words, words: Words) -> NameType:
        """What a name is of by its clues; an unknown one, of a title, is another thing."""
        verdict = self.verdicts.of(full) or self.verdicts.of(words)
        return verdict.kind if verdict else "other"

    def known_in(self, plain: str, block: Block, style: Casing) -> Iterator[NamePiece]:
        """The names of a title that the article has elsewhere, the longest at each place."""
        words = [_word(match) for match in _WORD.finditer(plain, block.start, block.end)]
        n = 0
        while n < len(words):
            sizes = range(min(LONGEST_NAME, len(words) - n), 0, -1)
            length = next((size for size in sizes if self._is_known(words[n : n + size], style)), 0)
            if length:
                yield NamePiece(tuple(words[n : n + length]))
            n += length or 1

    def _is_known(self, words: Sequence[NameWord], style: Casing) -> bool:
        texts = [word.text for word in words]
        found = self.known.get(" ".join(texts).upper())
        if found is None or (len(texts) == 1 and texts[0].capitalize() in lexicon.words("not_names")):
            return False
        if any(word.owns for word in words[:-1]):
            return False
        return style == "capitals" or list(found) == texts


@cache
def _dates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a month and behind it."""
    lead = (
        r"(?:\d|\b(?:in|since|until|till|by|early|late|mid|last|this|next|every|of|from|to|between|before|after|through|for"
        r"|on|during|and|or|than|each|around)|[-/\u2013])[ -]?$"
    )
    return expression(lead, re.IGNORECASE), expression(r",? \d|,? of \d|\.? \d|-\d")


def _word(match: re.Match[str]) -> NameWord:
    """A word of a title without its possessive, in capitals too, and without its full stop."""
    start, text = match.start(), match[0]
    owns = text.endswith(("'s", "'S"))
    word = text[:-2] if owns else text
    bare = word[:-1] if word.endswith(".") and "." not in word[:-1] and len(word) > 3 else word
    return NameWord(start, start + len(bare), bare, owns)


def _shouted(words: Words) -> bool:
    return all(map(str.isupper, words)) and any(len(word) > 3 for word in words)


def _is_placed(mention: Mention, plain: str) -> bool:
    """Whether words around make a place: "in Horgos" and a dateline, not "in Kazakh politics"."""
    piece = mention.piece
    if mention.dateline:
        return True
    if piece.title or not kinds.is_place_around(mention.before):
        return False
    return not (piece.bare[-1].endswith(_ADJECTIVAL) and _SMALL_BEHIND.match(plain, piece.end))


def _is_person(mention: Mention, verdicts: Verdicts, alone: Counter[str], plain: str) -> bool:
    piece = mention.piece
    if not kinds.can_be_person(piece.bare) or mention.dateline:
        return False
    if piece.title:
        return True
    if groups.has_short_form(plain, piece.end):
        return False
    if piece.bare[-1] in lexicon.words("places") and not kinds.is_first_name(piece.bare[0]):
        return False
    if any(map(kinds.is_initial, piece.bare[1:-1])):
        return True
    verdict = verdicts.of(piece.bare)
    if verdict is not None and verdict.kind == "person":
        return True
    # "Roe" alone speaks for a person "Ottoline Roe", and so do words that are no nouns, if little speaks against it.
    if piece.behind_the or (verdict is not None and verdict.margin >= SURE):
        return False
    return surname(piece.bare) in alone or not any(map(kinds.noun_kind, piece.bare))
