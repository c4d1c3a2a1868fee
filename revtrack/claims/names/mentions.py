"""Which pieces of an article are names: those inside a sentence, and those at its head that are not common words.

The first word of a sentence has its capital anyway. It is left out where it is a common word ("Using", "Police"),
and a lone one is a name where the article names it elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from revtrack import lexicon
from revtrack.claims.names import bynames, kinds, numbered, quoted, runs
from revtrack.claims.names.name_pieces import NamePiece, NameWord
from revtrack.model import Block
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import Reading
from revtrack.text.expressions import expression
from revtrack.text.remembered import remembered

Words = tuple[str, ...]

_SMALL_WORD = expression(r"\b[a-z]{3,}")
_BEFORE = expression(r"([\w.]+)[ \n]$")
# How far before a piece it is looked for, in code points.
LONGEST_BEFORE = 24
# "R-Texas" behind the name of a senator.
_PARTY = expression(r"[DRI]-[A-Z]")
_NOT_LATIN = "\u0250"
_VERBAL = ("ing", "ed", "ly")
# Behind a lone word at the head of a sentence these make it somebody or a firm.
_ACTS = frozenset(
    (
        *("was", "is", "has", "had", "will", "said", "says", "told", "sued", "died", "won", "lost", "pleaded"),
        *("admitted", "denied", "resigned", "announced", "faces", "accepted", "plans", "scored", "bought", "sold"),
        *("launched", "reported", "declined", "refused", "wrote", "added", "agreed", "joined", "left", "became"),
        "opened",
    )
)
_ACT = expression(r"(?:'s)? (\w+)")
# Endings of words that open a sentence and are no names.
_WORD_ENDINGS = (
    *(
        "s",
        "ing",
        "ed",
        "ly",
        "ion",
        "ment",
        "ness",
        "ity",
        "ism",
        "ance",
        "ence",
        "ure",
        "age",
        "ship",
        "hood",
        "able",
    ),
    *("ible", "ful", "less", "ous", "ive", "ic", "al", "one", "body", "thing", "where", "ever", "est", "th", "ware"),
)
SHORTEST_UNKNOWN = 5
_OPENERS = "\"'(:\u2013\u2014-*>#\u2022["
# In sentences a longer run of capitals is shouted, not named; and so is a longer word.
MOST_CAPITALS, LONGEST_ACRONYM = 2, 6
# "Using", but not "Reed" and "King".
SHORTEST_VERBAL = 5
# Bodies that are named by a common noun alone.
_BODIES = frozenset(
    (
        "Assembly",
        "Cabinet",
        "Commons",
        "Congress",
        "Crown",
        "Council",
        "Court",
        "House",
        "Lords",
        "Parliament",
        "Senate",
        "State",
        "Treasury",
    )
)


class Mention(NamedTuple):
    """A piece that may be a name, the word before it, and whether it opens a sentence."""

    piece: NamePiece
    before: str
    opens: bool
    dateline: bool = False
    acts: bool = False

    def moved(self, by: int) -> Mention:
        """The same further on in the text."""
        return Mention(self.piece.moved(by), self.before, self.opens, self.dateline, self.acts)


def small_words(plain: str) -> frozenset[str]:
    """The words a text has without a capital."""
    return frozenset(_SMALL_WORD.findall(plain))


def read(reading: Reading, blocks: Iterable[Block], small: frozenset[str]) -> list[Mention]:
    """The names of the ordinary sentences of some blocks, in text order; `small` are the article's small words."""
    found = [mention for block in blocks for mention in _of_block(reading, block)]
    inside = [mention for mention in found if not mention.opens]
    known = {mention.piece.bare for mention in inside}
    single = {word for words in known for word in (words[0], words[-1])}
    heads = _Heads(known, single, small)
    led = [heads.without_lead(mention) if mention.opens else mention for mention in found]
    single.update(mention.piece.bare[-1] for mention in led if len(mention.piece.bare) > 1)
    return [
        mention
        for mention in led
        if not (
            (_are_common(mention.piece.bare, mention.piece.title > 0) and not mention.dateline)
            or (small and _is_of_other_script(mention.piece.bare[0]))
            or _is_short_for_group(mention, small)
            or (mention.opens and heads.is_common(mention))
        )
    ]


def _of_block(reading: Reading, block: Block) -> list[Mention]:
    starts = [span.start - block.start for span in reading.sentences[block.first : block.last]]
    return [mention.moved(block.start) for mention in _of_words(reading.plain[block.start : block.end], tuple(starts))]


@remembered
def _of_words(words: str, starts: tuple[int, ...]) -> tuple[Mention, ...]:
    """The mentions of a block, which depend on nothing else in the article; `starts` are those of its sentences."""
    pieces = list(bynames.whole(list(runs.find(words)), words))
    found = []
    for piece in quoted.whole(numbered.whole(pieces, words), words):
        opens = _opens(words, starts, piece.start) and not (piece.numbered or piece.quoted)
        dateline = piece.start == 0 and _is_dateline(words, piece)
        if opens and not dateline and len(piece.bare) == 1 and _are_common(piece.bare, piece.title > 0):
            continue  # "However, ...", which tells nothing of the other mentions either
        floor = max(0, piece.start - LONGEST_BEFORE)
        space = words.rfind(" ", floor, max(floor, piece.start - 2))
        before = _BEFORE.search(words, max(floor, space + 1), piece.start)
        behind = _ACT.match(words, piece.end) if opens else None
        acts = behind is not None and behind[1] in _ACTS
        found.append(Mention(piece, before[1] if before else "", opens and not dateline, dateline, acts))
    return tuple(found)


def _opens(words: str, starts: tuple[int, ...], start: int) -> bool:
    """Whether a sentence, a quotation or a list item begins here."""
    if start == 0:
        return True
    at = bisect_right(starts, start)
    before = words[max(starts[at - 1] if at else 0, start - 2) : start]
    return not before.strip() or before.rstrip()[-1] in _OPENERS


_BEHIND_DATELINE = expression(r"(?:, [A-Z][\w.]+)?(?:, \w+\.? \w+\.?)?(?: \([A-Za-z ]{2,20}\))? ?(?:--?|\u2013|\u2014)")


def _is_dateline(plain: str, piece: NamePiece) -> bool:
    capitals = all(word.text.isupper() for word in piece.words)
    return capitals and _BEHIND_DATELINE.match(plain, piece.end, piece.end + 60) is not None


class _Heads(NamedTuple):
    """What the rest of an article says about the words at the heads of its sentences."""

    known: set[Words]
    single: set[str]
    small: frozenset[str]

    def without_lead(self, mention: Mention) -> Mention:
        """A mention without the common words that lead to it."""
        piece = mention.piece
        while len(piece.words) > 1 and not piece.title and self._is_led(piece):
            piece = piece.without(_lead(piece.words))
        return mention if piece is mention.piece else mention._replace(piece=piece)

    def is_common(self, mention: Mention) -> bool:
        """Whether the one word at a head is any word."""
        piece = mention.piece
        if len(piece.bare) > 1 or piece.title or self._is_lone_name(piece):
            return False
        return not (mention.acts and self._is_no_word(piece.bare[0]))

    def _is_led(self, piece: NamePiece) -> bool:
        """Whether the first word only leads to the name: "Using Jane Roe's phone", "Police Chief Ann Roe"."""
        first, second = piece.bare[0], piece.bare[1]
        if piece.bare in self.known or (kinds.is_given(first) and first not in lexicon.words("not_names")):
            return False
        if first in lexicon.words("not_names"):
            return not (kinds.is_given(first) and second[0].isupper() and second not in self.single)
        if first in lexicon.words("organisation_words") or first in lexicon.words("places"):
            return False
        if kinds.is_compass(first):  # "North Almery"
            return False
        if first.lower().endswith(_VERBAL) and (first.lower() in self.small or len(first) >= SHORTEST_VERBAL):
            return True
        return first.lower() in self.small and piece.bare[1:] in self.known

    def _is_lone_name(self, piece: NamePiece) -> bool:
        word = piece.bare[0]
        if word in lexicon.words("not_names"):
            return False
        known = word in lexicon.words("places") or word in kinds.known_names()
        if word in self.single or known:
            return word.lower() not in self.small or piece.words[0].owns
        return kinds.is_acronym(word) and len(word) <= LONGEST_ACRONYM

    def _is_no_word(self, word: str) -> bool:
        """Whether a word is none of English, as far as its ending and the nouns and words known here tell."""
        small = word.lower()
        if not word.replace("-", "").isalpha() or len(word) < SHORTEST_UNKNOWN:
            return False
        if small in self.small or small.endswith(_WORD_ENDINGS):
            return False
        return word not in lexicon.words("not_names") and kinds.noun_kind(word) is None


def _lead(words: Sequence[NameWord]) -> int:
    """How many words lead to "Europe" in "Much of Europe"."""
    return next((n for n, word in enumerate(words[1:], 1) if not word.text.islower()), 1)


def _is_of_other_script(word: str) -> bool:
    """Whether a word has no Latin letter; names in brackets are also given so."""
    return not word.isascii() and not any(letter.isalpha() and letter < _NOT_LATIN for letter in word)


def _is_short_for_group(mention: Mention, small: frozenset[str]) -> bool:
    """A common noun with a capital that the article has small too: "the Institute", "the Party"; not "the House"."""
    piece = mention.piece
    word = piece.bare[0]
    if len(piece.bare) > 1 or piece.title or mention.dateline or word.lower() not in small or word in _BODIES:
        return False
    if word in lexicon.words("places") or word in kinds.known_names() or kinds.is_given(word):
        return False
    return kinds.noun_kind(word) is not None and word not in lexicon.listed("surnames")


@lru_cache(kinds.REMEMBERED)
def _are_common(bare: Words, titled: bool) -> bool:
    """Whether words are never a name: a title alone, a common word with a capital, shouted words."""
    if len(bare) == 1:
        word = bare[0].strip(".'")
        form = lexicon.mapping("titles").get(word)
        if (
            _PARTY.match(word)
            or (word[1:2] == "-" and word[2:].islower())
            or len(word) < 2
            or bare[0] in lexicon.words("not_names")
        ):
            return True
        if bare[0].isupper() and (bare[0] in lexicon.words("time_zones") or bare[0].strip("IVX") == ""):
            return True
        if bare[0].rstrip(".") in lexicon.words("companies"):
            return True
        loud = word.isupper() and word.isalpha() and len(word) > LONGEST_ACRONYM
        return loud or (form is not None and not titled)
    shouted = [word for word in bare if len(word) > 1 and word.isupper() and "." not in word]
    return len(shouted) > MOST_CAPITALS or (len(shouted) == len(bare) and all(len(word) > 3 for word in bare))
