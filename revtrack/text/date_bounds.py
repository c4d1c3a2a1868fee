"""The words that bound a date: "until Friday", "by March", "at least 60 days", "two weeks before the vote".

Most stand right before the date, some behind it ("June 1 or later"), and some before the event that the date tells
the day of: "before the vote on May 3", "after the 2016 election". The table `date_bounds` holds them; a length of time
is bounded by the words of any number as well (`bounds`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.model import DateBound, DateType, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression

# How far the words may be from the date, in code points, and how many there can be.
REACH, LONGEST_PHRASE, LONGEST_EVENT = 80, 5, 6

_WORD = expression(r"\w+(?:['-]\w+)*|[^\w\s]")
# What may stand between a bound and its date, in the order it is peeled off: "by about 3 p.m.", "before the May vote".
_NEARLY = frozenset(("about", "around", "approximately", "roughly", "circa", "c", "ca", "nearly", "almost", "towards"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my"))
# Behind these an event may stand with the day it was on; "by" and "from" may have any other sense there.
_OF_EVENTS = frozenset(("before", "after", "until", "since", "till", "following", "to", "of", "than"))
_TIMES = frozenset(("end", "start", "beginning", "middle", "close", "turn", "eve", "early", "late", "mid", "week"))
_ON = frozenset(("on", "in", "at", "of", "for", "during"))
_PREPOSITIONS = _ON | {"over", "throughout", "this", "to", "with"}
# Words before "to" that make it the end of a range or of a delay: "from May to June", "postponed to June".
_LASTING = frozenset(
    (
        "from",
        "between",
        "postponed",
        "delayed",
        "deferred",
        "extended",
        "extends",
        "pushed",
        "moved",
        "runs",
        "ran",
        "open",
    )
)
_RANGE = expression(r"\bto\b|[\w.]\s?[-\u2013]\s?\w")
_SINCE_CLAUSE = frozenset(("is", "was", "will", "are", "were", "has", "had", "would", "can", "could"))
_LENGTHS: dict[str, DateBound] = {
    "about": "about",
    "at_least": "at_least",
    "more_than": "at_least",
    "at_most": "at_most",
    "less_than": "at_most",
}


class BoundWords(NamedTuple):
    """The bound of a date, from where to where its words and the date reach, and what tells one bound from another.

    The shades are finer than the bound: "more than" and "at least" are both `at_least`. A date that is `on` has none.
    """

    bound: DateBound
    start: int
    end: int
    shades: tuple[str, ...]
    phrase: Span | None = None  # of the words that bound it, where others stand between these and the date

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def read(plain: str, sentence: Span, date: Span, kind: DateType) -> BoundWords:
    """What bounds the date at `date` in a sentence; "on" where nothing does."""
    start, end = date.start, date.end
    before = _words(plain, max(sentence.start, start - REACH), start)
    behind = _words(plain, end, min(sentence.end, end + REACH))
    if kind == "duration":
        return _of_length(plain[start:end].lower(), before, behind, start, end)
    return _of_point(plain[start:end], before, behind, start, end)


def _words(plain: str, start: int, end: int) -> list[_Word]:
    return [_Word(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(plain, start, end)]


# Lengths of time


def _of_length(text: str, before: list[_Word], behind: list[_Word], start: int, end: int) -> BoundWords:
    """ "At least 60 days", "60 days or more", "two weeks before": the words in front and behind."""
    shades: list[str] = []
    found: list[DateBound] = []
    if not text.startswith(("the ", "last ", "past ", "next ", "following ")):
        for row in (_ending(before, "length"), _number_bound(before)):
            if row:
                found.append(row.bound)
                shades.append(row.shade)
                start = min(start, before[-row.length].start)
                break
    limit = _number_bound(behind, behind=True)
    if limit:
        found.append(limit.bound)
        shades.append(limit.shade)
        end = behind[limit.length - 1].end
        behind = behind[limit.length :]
    # "Two weeks before the vote" leads up to it: no limit of the two weeks, so that it has no shade.
    direction = _opening(behind, "length")
    if direction:
        found.append(direction.bound)
    return BoundWords(found[0] if found else "on", start, end, tuple(shades))


class _BoundPhrase(NamedTuple):
    bound: DateBound
    shade: str
    length: int
    gap: int = 0  # how many words of an event stand between it and the date


def _number_bound(words: list[_Word], *, behind: bool = False) -> _BoundPhrase | None:
    """The bound of any number: "more than", "or so"."""
    known = _number_bounds()["behind" if behind else "before"]
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        part = words[:length] if behind else words[-length:]
        bound = known.get(" ".join(word.text for word in part))
        if bound:
            return _BoundPhrase(_LENGTHS[bound], bound, length)
    return None


# Points in time


def _of_point(text: str, before: list[_Word], behind: list[_Word], start: int, end: int) -> BoundWords:
    late = _opening(behind, "point")
    if late:
        return BoundWords(late.bound, start, behind[late.length - 1].end, (late.shade,))
    ranged = _is_range(text)
    if not ranged and _opens_range(text, behind):
        return _from(before, start, end)
    nearly: list[str] = []
    while before and before[-1].text in _NEARLY:
        nearly, start = ["about"], before.pop().start
    if nearly and before and before[-1].text == "at":
        start = before.pop().start
    found = _right_before(before, ranged=ranged) or _before_event(before, behind)
    if found and before[-found.length].text == "since" and behind and behind[0].text in _SINCE_CLAUSE:
        found = None
    if found:
        first, last = before[-found.length], before[-found.gap - 1]
        phrase = Span(first.start, last.end) if found.gap else None
        return BoundWords(found.bound, first.start, end, (found.shade, *nearly), phrase)
    return BoundWords("about" if nearly else "on", start, end, tuple(nearly))


def _from(before: list[_Word], start: int, end: int) -> BoundWords:
    found = _ending(before, "point")
    begin = before[-found.length].start if found and found.bound == "from" else start
    return BoundWords("from", begin, end, ("from",))


def _is_range(text: str) -> bool:
    return _RANGE.search(text) is not None and not text.lower().startswith("mid")


def _opens_range(text: str, behind: Sequence[_Word]) -> bool:
    """Whether a date goes on to its end: "May to June", "Monday through Friday"."""
    if len(behind) < 2 or behind[0].text not in ("to", "until", "till", "through", "thru", "-", "\u2013"):
        return False
    return _is_date_word(behind[1].text)


def _is_date_word(text: str) -> bool:
    return text[0].isdigit() or text in _date_words()


def _right_before(before: list[_Word], *, ranged: bool) -> _BoundPhrase | None:
    """The phrase right before a date; "from" and "to" of a range are the range's own."""
    found = _ending(before, "point")
    if found and not (ranged and found.bound == "from"):
        return found
    if before and before[-1].text == "to" and _lasts(before[:-1]):
        return _BoundPhrase("until", "until", 1)
    return None


def _lasts(lead: Sequence[_Word]) -> bool:
    last = [word.text for word in lead[-LONGEST_EVENT:]]
    return bool(last) and (_is_date_word(last[-1]) or not _LASTING.isdisjoint(last))


def _before_event(before: list[_Word], behind: list[_Word]) -> _BoundPhrase | None:
    """The bound of what happened on a date: "before the vote on May 3", "by the end of May", "after the 2016 vote"."""
    for gap in range(1, min(LONGEST_EVENT, len(before)) + 1):
        word = before[-gap].text
        if not (word[0].isalnum() or word == "-"):
            return None
        if word not in _ARTICLES:
            continue
        named = [one.text for one in before[len(before) - gap + 1 :]]
        found = _ending(before[: len(before) - gap], "point")
        if found is None or not _belongs(found, before[-gap - 1].text, named, behind):
            return None
        return found._replace(length=found.length + gap, gap=gap)
    return None


def _belongs(found: _BoundPhrase, lead: str, named: Sequence[str], behind: Sequence[_Word]) -> bool:
    """Whether an event and its date are one phrase: the date right behind its article, or behind "on" or "of"."""
    if named and named[-1] not in _ON:
        return False
    if lead in _OF_EVENTS:
        return bool(named) or (bool(behind) and behind[0].text[0].isalpha())
    return bool(named) and not _TIMES.isdisjoint(named)


# Phrases of the table


def _ending(words: Sequence[_Word], of: str) -> _BoundPhrase | None:
    """The longest phrase that words end with."""
    known = _phrases()["before", of]
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        row = known.get(" ".join(word.text for word in words[-length:]))
        if row:
            return _BoundPhrase(*row, length)
    return None


def _opening(words: Sequence[_Word], of: str) -> _BoundPhrase | None:
    """The longest phrase that words begin with."""
    known = _phrases()["behind", of]
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        row = known.get(" ".join(word.text for word in words[:length]))
        if row:
            return _BoundPhrase(*row, length)
    return None


def preposition(before: str) -> int:
    """Where the preposition begins that the words before a date end with, or where they end: "on Friday"."""
    words = _words(before, 0, len(before))
    return words[-1].start if words and words[-1].text in _PREPOSITIONS else len(before)


@cache
def _phrases() -> dict[tuple[str, str], dict[str, tuple[DateBound, str]]]:
    """The phrases by the side they stand on and what they bound, each with its bound and what tells it apart."""
    found: dict[tuple[str, str], dict[str, tuple[DateBound, str]]] = {}
    for phrase, bound, side, of, *shade in lexicon.table("date_bounds"):
        for one in ("point", "length") if of == "any" else (of,):
            found.setdefault((side, one), {})[phrase] = bound, next(iter(shade), bound)  # type: ignore[assignment]
    return found


@cache
def _number_bounds() -> dict[str, dict[str, str]]:
    sides: dict[str, dict[str, str]] = {"before": {}, "behind": {}}
    for phrase, bound, side in lexicon.table("bounds"):
        sides[side][" ".join(_cut(phrase))] = bound
    return sides


def _cut(phrase: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(phrase))


@cache
def _date_words() -> frozenset[str]:
    named = (row[0].lower() for name in ("months", "weekdays") for row in lexicon.table(name))
    return frozenset((*named, "noon", "midnight", "today", "tomorrow", "early", "late", "mid", "next"))
