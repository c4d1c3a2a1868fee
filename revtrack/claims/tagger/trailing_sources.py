"""Statements whose source is at one end of the sentence, where form alone shows it.

..., says the board.   a verb behind a comma, and a noun phrase up to the end of the sentence
..., per the board     likewise; "per" and "in the words of" attribute nowhere else
..., a source told The Post Friday.     a verb behind its subject, with a hearer and a day at most up to the end
..., according to port estimates.       "estimates" is a noun here, which the tagger takes for a verb
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack import lexicon
from revtrack.claims import occurrences
from revtrack.claims.tagger import saying_verbs, sentence_parts
from revtrack.claims.tagger.decoder import TaggedStatement
from revtrack.claims.tagger.passage import TokenPassage
from revtrack.claims.tagger.sentence_parts import FINITE, MOST_SUBJECT, NO_SUBJECT, NOMINAL, SUBORDINATE
from revtrack.claims.verb_forms import is_past

_PHRASES = {"per": ("per",), "in": ("in", "the", "words", "of")}
LEADS = frozenset(_PHRASES)
_INVERTED = lexicon.words("inverted_verbs")
# What a statement that trails behind another is told with, and whom it may be told to, and when.
_TRAILING = frozenset(
    (
        "said",
        "says",
        "say",
        "told",
        "showed",
        "shows",
        "show",
        "reported",
        "announced",
        "confirmed",
        "indicated",
        "revealed",
    )
)
_TOLD = frozenset(("told", "tells", "tell"))
_HEARERS = frozenset(
    ("the", "reporters", "journalists", "a", "news", "conference", "briefing", "radio", "agency", "us", "me")
)
_DAYS = lexicon.words("weekdays") | {"yesterday", "today"}
# Participles that a source is described with.
_MADE = frozenset(("briefed", "unsealed", "released", "published", "involved", "named", "obtained", "familiar"))


def of(passage: TokenPassage) -> Iterator[TaggedStatement]:
    """The statements that form decides whatever the tagger finds."""
    yield from _inverted(passage)
    yield from _phrased(passage)
    yield from _according(passage)


def _inverted(passage: TokenPassage) -> Iterator[TaggedStatement]:
    words, states = passage.words, passage.states
    for comma in occurrences.of(words, (",",)):
        n = comma + 1
        if not 2 <= n < len(words) - 1 or {"o"} != {*states[n - 2 : n + 1]}:
            continue
        named = words[n] not in _INVERTED
        if named and not (saying_verbs.is_finite(passage, n) and is_past(words[n])):
            continue
        end = sentence_parts.phrase_end(passage, n + 1)
        if named and not all(word[0].isupper() or word in ("'s", ".") for word in words[n + 1 : end]):
            continue
        first = passage.firsts[n]
        if (
            end > n + 1
            and sentence_parts.is_clause(passage, first, n - 1)
            and (words[end] != "," or _is_last(passage, end))
        ):
            yield sentence_parts.statement(n, range(n, n + 1), range(n + 1, end), range(first, n - 1))


def _is_last(passage: TokenPassage, comma: int) -> bool:
    """Whether what stands behind a comma goes on about the source: "..., says the board, which owns it." """
    return passage.words[comma + 1].lower() in ("which", "who", "a", "an", "the", "citing")


def _phrased(passage: TokenPassage) -> Iterator[TaggedStatement]:
    """Statements of "per the board" and "in the words of Roe", before a comma or behind one."""
    words, states = passage.words, passage.states
    for n in occurrences.of(map(str.lower, words), _PHRASES):
        phrase = _PHRASES[words[n].lower()]
        if states[n] != "o" or tuple(other.lower() for other in words[n : n + len(phrase)]) != phrase:
            continue
        first, last, begin = passage.firsts[n], passage.lasts[n], n + len(phrase)
        end = sentence_parts.phrase_end(passage, begin)
        if end <= begin or not (n == first or words[n - 1] == ",") or _is_rate(words[begin:end]):
            continue
        behind = range(end + 1, last)
        content = behind if len(behind) > 1 and words[end] == "," else range(first, n - 1)
        if content:
            yield sentence_parts.statement(n, range(n, begin), range(begin, end), content)


def _is_rate(words: Sequence[str]) -> bool:
    """Whether "per" is of a rate: "per person", "per head of cattle", not "per police", "per the board"."""
    first = words[0]
    return first.islower() and first not in NOMINAL and not first.endswith("s") and first != "police"


def _according(passage: TokenPassage) -> Iterator[TaggedStatement]:
    """Statements that end with what looks like a verb of saying and is none: "..., according to studio estimates"."""
    words, states = passage.words, passage.states
    for n in occurrences.of(words, ("according",)):
        if not 4 <= n < len(words) - 2 or words[n - 1] != "," or words[n + 1] != "to":
            continue
        first, last = passage.firsts[n], passage.lasts[n]
        end = last - (words[last - 1] in _DAYS)
        if "".join({*states[first : last + 1]}) != "o" or words[first].lower() in SUBORDINATE:
            continue
        misleads = "," not in words[n:last] and not saying_verbs.forms().isdisjoint(words[n + 2 : end])
        if misleads and sentence_parts.is_clause(passage, first, n - 1):
            yield sentence_parts.statement(n, range(n, n + 2), range(n + 2, end), range(first, n - 1))


def told_last(passage: TokenPassage) -> Iterator[TaggedStatement]:
    """Statements that end with who told it to whom and when: "..., a person close to the talks told The Post".

    They count only where the tagger finds none.
    """
    words, states = passage.words, passage.states
    for n in occurrences.of(words, _TRAILING):
        if n < 4:
            continue
        first, last = passage.firsts[n], passage.lasts[n]
        if "".join({*states[first : last + 1]}) != "o" or words[first].lower() in SUBORDINATE:
            continue
        begin = _subject(passage, first, n) if saying_verbs.is_finite(passage, n) else None
        if (
            begin is not None
            and _tells_no_more(words, n + 1, last)
            and sentence_parts.is_clause(passage, first, begin - 1)
        ):
            end = n - (words[n - 1] == ",")
            yield sentence_parts.statement(n, range(n, n + 1), range(begin, end), range(first, begin - 1))


def _subject(passage: TokenPassage, first: int, verb: int) -> int | None:
    """Where the subject of a verb begins, behind a comma; between two more its apposition may stand."""
    words = passage.words
    commas = [at for at in range(verb - 1, max(first, verb - MOST_SUBJECT), -1) if words[at] == ","]
    wanted = 2 if words[verb - 1] == "," else 0
    if len(commas) <= wanted or commas[wanted] >= verb - 1:
        return None
    subject = [word.lower() for word in words[commas[wanted] + 1 : verb]]
    plain = not any(word in FINITE or (is_past(word) and word not in _MADE) for word in subject)
    return commas[wanted] + 1 if plain and subject[0] not in NO_SUBJECT and subject[0].isalpha() else None


def _tells_no_more(words: Sequence[str], at: int, last: int) -> bool:
    """Whether a hearer and a day at most stand behind a verb, up to the end of its sentence."""
    if words[at - 1] in _TOLD:
        begin = at
        while (
            at < last
            and (words[at][0].isupper() or words[at] in _HEARERS)
            and words[at] not in lexicon.words("weekdays")
        ):
            at += 1
        if at == begin:
            return False
    if at < last and words[at].lower() in ("on", "late", "early"):
        at += 1
    if at < last and words[at] in _DAYS:
        at += 1
    return at >= last
