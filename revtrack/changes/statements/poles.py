"""Which words are opposites: the tables of axes with their two poles, the forms of words, and negative prefixes.

"Rise" and "climb" are on one pole of an axis, "fall" and "drop" on the other. A word may be on many axes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from revtrack import lexicon
from revtrack.changes.statements import pole_table
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression
from revtrack.text.inflection import bases

# How many words keep their poles in memory.
REMEMBERED = 1 << 14
# The fewest letters behind a negative prefix ("unit" has none), and the fewest of an adverb in -ly ("only" is not one).
STEM_SHORTEST = 3
ADVERB_SHORTEST = 6

# What may stand behind a phrase without another meaning: "pull out", "pull out of".
_TAILS = frozenset(("to", "of", "on", "with", "from", "in", "for", "at", "by", "into"))
_PREPOSITIONS = frozenset(("to", "of", "with", "from", "at", "by"))

_NEGATIVE = expression(r"un|non|in|im|il|ir|dis|de|mis|anti|counter|a")


# A side of an axis. The axes of the tables are numbers, their sides even and odd; "+safe" and "-safe" are the sides of
# a word that another negates.
Pole = int | str
Poles = frozenset[Pole]


class Standing(NamedTuple):
    """The poles of a phrase: those it has anywhere, and those it has only where its opposite replaces it."""

    anywhere: Poles = frozenset()
    in_place: Poles = frozenset()

    def joined(self, other: Standing) -> Standing:
        return Standing(self.anywhere | other.anywhere, self.in_place | other.in_place)

    def turned(self) -> Standing:
        """The poles of the negated words: the other side of each axis."""
        return Standing(turned(self.anywhere), turned(self.in_place))


class Occurrence(NamedTuple):
    """Words of a row that stand on poles."""

    words: range
    standing: Standing


def turned(poles: Poles) -> Poles:
    return frozenset(map(other_side, poles))


def other_side(pole: Pole) -> Pole:
    if isinstance(pole, int):
        return pole ^ 1
    return f"{'-' if pole[0] == '+' else '+'}{pole[1:]}"


def occurrences(
    keys: Sequence[str], places: Iterable[int], stems: frozenset[str], is_open: Callable[[int], bool]
) -> Iterator[Occurrence]:
    """The words and phrases with poles that begin at some ascending places; the longer hide the shorter that they meet.

    Of a phrase with kept words the open ones count for themselves, too. A word stands against those that negate it by a
    prefix; `stems` are what is negated on either side.
    """
    end = 0
    for place in places:
        if place >= end:
            length, standing = _longest(keys, place)
            if length > 1 and _longest(keys, place + 1)[0] > length:
                continue
            words = range(place, place + length)
            if length > 1 and not all(map(is_open, words)):
                for part in _parts(keys, words, is_open):
                    standing = standing.joined(part)
            named = stems.intersection(bases(keys[place])) if stems and length == 1 else ()
            standing = standing.joined(Standing(frozenset(f"+{stem}" for stem in named)))
            if length > 1 or any(standing):
                end = words.stop
                yield Occurrence(words, standing)


@lru_cache(maxsize=REMEMBERED)
def of(word: str) -> Standing:
    """The poles of a word in any of its forms; one with a negative prefix that is in no row turns those of its stem."""
    if word in lexicon.words("pole_idioms"):
        return Standing()
    found = [entry for base in _bases(word) if (entry := pole_table.entry(base))]
    written = pole_table.entry(pole_table.spelt(word))
    stems = negated(word)
    if stems and not found:
        standing = of(stems[0]).turned()
    else:
        in_place = {pole for entry in found for pole in entry.in_place} | (written.as_written if written else set())
        standing = Standing(frozenset(pole for entry in found for pole in entry.anywhere), frozenset(in_place))
    return standing.joined(Standing(frozenset(f"-{stem}" for stem in stems)))


@lru_cache(maxsize=REMEMBERED)
def negated(word: str) -> tuple[str, ...]:
    """What a word negates by a prefix or a suffix: "unlocked" -> "locked", "lock"; "careless" -> "careful"."""
    if not _NEGATIVE.match(word) and "less" not in word:
        return ()
    return tuple(dict.fromkeys(stem for base in bases(word) for stem in _stems(base)))


def _stems(word: str) -> Iterator[str]:
    if word in lexicon.words("not_negated"):
        return
    if word.endswith("less") and len(word) - 4 >= STEM_SHORTEST:
        yield f"{word[:-4]}ful"
    for prefix in ("un", "non"):
        if word.startswith(prefix) and len(word) - len(prefix) >= STEM_SHORTEST:
            yield word.removeprefix(prefix)
    if word in _negatives():
        yield _negatives()[word]


def _longest(keys: Sequence[str], place: int) -> tuple[int, Standing]:
    """How many words the longest phrase has that begins at a place, and its poles.

    What it is without a small word at its end counts, too: "pull out" of "pull out of".
    """
    if place >= len(keys):
        return 0, Standing()
    if keys[place] == "non" and place + 1 < len(keys):
        stems = frozenset(f"-{stem}" for stem in bases(keys[place + 1]))
        return 2, of(keys[place + 1]).turned().joined(Standing(stems))
    found = [phrase for phrase in _begun(keys, place) if _goes_on(keys, place, phrase)]
    if not found:
        return 1, of(keys[place])
    longest = max(map(len, found))
    standing = of(keys[place]) if longest == 2 and keys[place + 1] in _PREPOSITIONS else Standing()
    for phrase in found:
        if len(phrase) == longest or (len(phrase) == longest - 1 and keys[place + longest - 1] in _TAILS):
            standing = standing.joined(_of_phrase(" ".join(phrase)))
    return longest, standing


def _parts(keys: Sequence[str], words: range, is_open: Callable[[int], bool]) -> Iterator[Standing]:
    """The poles of the open words within a phrase that has kept ones, too."""
    end = 0
    for place in filter(is_open, words):
        if place >= end:
            length, standing = _longest(keys, place)
            is_inside = place > words.start and place + length <= words.stop
            yield standing if is_inside else of(keys[place])
            end = place + (length if is_inside else 1)


def _begun(keys: Sequence[str], place: int) -> Iterator[tuple[str, ...]]:
    """The phrases whose first two words stand at a place."""
    if place + 1 < len(keys):
        for first in _bases(keys[place]):
            for second in _bases(keys[place + 1]):
                yield from pole_table.phrases(first, second)


def _goes_on(keys: Sequence[str], place: int, phrase: Sequence[str]) -> bool:
    end = place + len(phrase)
    return end <= len(keys) and all(phrase[at - place] in _bases(keys[at]) for at in range(place + 2, end))


def _of_phrase(phrase: str) -> Standing:
    entry = pole_table.entry(phrase)
    return Standing(entry.anywhere, entry.as_written | entry.in_place) if entry else Standing()


@lru_cache(maxsize=REMEMBERED)
def _bases(word: str) -> tuple[str, ...]:
    """The word and what it may be a form of, as the tables spell them; an adverb is a form of its adjective."""
    found = list(bases(word))
    if word.endswith("ly") and len(word) >= ADVERB_SHORTEST:
        stem = word[:-2]
        found += [stem, f"{stem}le", f"{stem[:-1]}y", stem.removesuffix("al"), f"{stem}l"]
    return tuple(dict.fromkeys(pole_table.spelt(base) for base in found))


@cache
def _negatives() -> dict[str, str]:
    """Each word with a negative prefix that not every word may take, and what it negates."""
    rows = lexicon.table("negative_prefixes")
    return {f"{prefix}{stem}": stem for prefix, stems in rows for stem in stems.split()}
