"""Names of people, organisations and places, each with the fullest form it has in this article.

A name is a run of capitalised words, joined by particles and initials: "Ursula van der Leyen", "Joseph P. Kahn",
"Bank of Port Ansel". A surname alone is the person whose full name stands elsewhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from revtrack import lexicon
from revtrack.model import Block, Name, NameType, Span
from revtrack.text import Reading

_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|du|la|le|bin|bint|ibn|al|el|ter|dos|das|y)"
_SHORTENED = r"(?:Mr|Mrs|Ms|Dr|St|Gov|Sens?|Reps?|Gen|Col|Lt|Sgt|Capt|Rev|Prof|Maj|Hon|[A-Z])\.(?= [A-Z])"
_WORD = (
    r"(?:(?:[Aa]l|[Ee]l|d|O|Mc|Mac|D)?[-']?[A-Z\u00c0-\u00de][\w\u00c0-\u024f]*"
    r"(?:[-'][A-Z\u00c0-\u00de]?[\w\u00c0-\u024f]+)*|(?:[A-Z]\.)+)"
)
_CAPITAL = rf"(?:{_SHORTENED}|{_WORD})"
_OF = r"(?:of|for)(?: the)?"
_OWNED = re.compile(r"'s ")
_ABBREVIATED = re.compile(r"(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Rev|Prof|Maj)\.$")


def find(reading: Reading) -> list[Name]:
    """The names of an article in text order, with ids n1, n2, ..."""
    spans = [span for block in reading.spoken() for span in _spans(reading.plain, block)]
    known = _people(span.of(reading.plain) for span in spans)
    names: list[Name] = []
    for span in spans:
        words = span.of(reading.plain)
        full = resolved(words, known)
        if full is None or (words not in known and _is_common(reading, span)):
            continue
        names.append(Name(f"n{len(names) + 1}", span.start, span.end, span.of(reading.text),
                          reading.sentence_at(span.start), full, kind(full)))  # fmt: skip
    return names


def resolved(words: str, known: dict[str, str]) -> str | None:
    """The fullest form of a name, or None where a single word is too common to be one."""
    bare = bare_name(words)
    return known.get(bare.split()[-1], bare) if bare else None


def bare_name(words: str) -> str:
    """A name without the titles before it and the possessive behind it: "Gov. Jane Roe's" -> "Jane Roe"."""
    parts = words.removesuffix("'s").removesuffix("'").split()
    titled = max((n for n, part in enumerate(parts[:-1]) if part.strip(".") in _titles()), default=-1)
    parts = parts[titled + 1 :]
    while len(parts) > 2 and parts[0] in ("of", "for"):
        parts = parts[2:]
    return " ".join(parts)


def kind(name: str) -> NameType:
    """Person, organisation, place or other, by the words of the name."""
    words = [word.strip(".,'") for word in name.split()]
    if any(word in lexicon.words("organisation_words") for word in words):
        return "organization"
    if any(word in lexicon.words("place_words") for word in words):
        return "place"
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return "organization"
    return "person" if 2 <= len(words) <= 4 and " of " not in name else "other"


def _spans(plain: str, block: Block) -> Iterator[Span]:
    for match in _pattern().finditer(plain, block.start, block.end):
        start, end = match.span()
        words = match[0]
        first = words.split()[0]
        while first.strip(".") in lexicon.words("not_names"):
            rest = words[len(first) :].lstrip()
            start, words = end - len(rest), rest
            if not rest:
                break
            first = words.split()[0]
        for part in _OWNED.split(words):
            bare = _without_stop(part)
            if bare and bare.strip(".") not in lexicon.words("not_names"):
                yield Span(start, start + len(bare))
            start += len(part) + len("'s ")


def _without_stop(words: str) -> str:
    bare = words.removesuffix("'s").removesuffix("'")
    return bare if not bare.endswith(".") or _ABBREVIATED.search(bare) else bare[:-1]


def _is_common(reading: Reading, span: Span) -> bool:
    """A lone word at the head of a sentence may be any word; a lone title is no name."""
    words, start = span.of(reading.plain), span.start
    if " " in words:
        return False
    if words.strip(".") in _titles() or len(words.strip(".'")) < 2:
        return True
    before = reading.plain[max(reading.block_at(start).start, start - 2) : start].strip()
    return (not before or before[-1] in ".?!\"'\u201c:") and not words.isupper()


def _people(mentions: Iterator[str]) -> dict[str, str]:
    """The last word of each full name of a person, and that name; the first full form wins."""
    known: dict[str, str] = {}
    for words in mentions:
        bare = bare_name(words)
        if " " in bare and kind(bare) == "person":
            known.setdefault(bare.split()[-1], bare)
    return known


@cache
def _titles() -> frozenset[str]:
    return lexicon.words("titles")


@cache
def _pattern() -> re.Pattern[str]:
    further = rf"(?: (?:{_PARTICLE} ){{0,2}}{_CAPITAL}){{0,7}}"
    return re.compile(rf"(?<![\w'.-]){_CAPITAL}{further}(?: {_OF} {_CAPITAL}(?: {_CAPITAL}){{0,3}})?")
