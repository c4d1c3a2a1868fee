"""Who a source is in this article: "Singh" is "Sabrina Singh", "she" the woman who spoke last, with her role.

A pronoun stands for the last named person who spoke, "the minister" for the last person of that role, "the MDA" for
the Marine Development Authority where the article has its name in full. A quotation belongs to the attribution whose
content holds it, and one without to the speaker of the paragraph it goes on from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from revtrack import lexicon
from revtrack.claims import heads, speakers
from revtrack.claims.antecedents import Speakers
from revtrack.model import Attribution, Name, Quote, Source
from revtrack.model.record import replace
from revtrack.text import Reading
from revtrack.text.expressions import expression

_OF_ROLE = expression(r",| (?:of|for|in|at|on|with|to|who|from)\b")
_LONGEST_ACRONYM = 6
# Names of a source that are looked at.
MOST_NAMES = 6
_ARTICLE = expression(r"^(?:an?|the|its|his|her|their)\s", re.I)
# A quotation overlaps one of the last few contents that begin before its end.
CONTENTS_BEFORE = 8
# What may stand between two quotations of one list, and how much of it.
_LINKING = frozenset(
    ("", "and", "or", "a", "an", "the", "as", "of", "for", "in", "with", "who", "is", "was", "to", "by", "both")
)
LONGEST_LINK, MOST_LINKING = 40, 5
# A full stop ends the role, unless it belongs to a title or an initial: "an aide to Mr. Lund", "deputy to J. Orr".
_APPOSITION = expression(
    r"^,\s*(?:an?\s|the\s|its\s|his\s|her\s|their\s)?"
    r"(?P<role>(?:[^,;.\"]|(?:(?<=\b[A-Z])|(?<=\b[A-Z][a-z])|(?<=\b[A-Z][a-z][a-z]))\.(?= [A-Z])){3,80})"
)

# The name of a source and its role, so far as they are known.
Identity = tuple[str | None, str | None]


def link(
    names: Sequence[Name], quotes: Sequence[Quote], attributions: Sequence[Attribution], reading: Reading
) -> tuple[list[Quote], list[Attribution]]:
    """Attributions with names and roles, and quotes with their speakers."""
    people = Speakers.of(names, [quote.span for quote in quotes], reading)
    said = _named(names, attributions, people, reading)
    contents = _Contents(said)
    cues = [claim.cue.start for claim in said]
    spoken = [_going_on(_spoken(quote, contents), said, cues, reading) for quote in quotes]
    return _listed(spoken, reading), said


def _named(
    names: Sequence[Name], attributions: Sequence[Attribution], people: Speakers, reading: Reading
) -> list[Attribution]:
    starts = [name.start for name in names]
    acronyms = _acronyms(names)
    called = _called_by_one_word(names)
    found = []
    for claim in attributions:
        if claim.source is None:
            found.append(claim)
            continue
        at = bisect_left(starts, claim.source.start)
        inner = [name for name in names[at : at + MOST_NAMES] if name.end <= claim.source.end]
        source = claim.source
        who, role = _identified(source, inner, people, reading)
        who = acronyms.get(who, who) if who else None
        full = called.get(_bare(source.text))
        if full and who in (None, source.text):
            who, role = full, people.spoke(full, None, "")
        if (who, role) != (source.name, source.role):  # one of a known paragraph has its speaker mostly
            claim = replace(claim, source=replace(source, name=who, role=role))
        found.append(claim)
    return found


def _bare(text: str) -> str:
    return text.casefold() if text.isupper() else text


def _called_by_one_word(names: Sequence[Name]) -> dict[str, str]:
    """People by their surname, by the word that their name begins with ("Liu Pengyu"), by a label of a transcript.

    A first word that belongs to two people means neither.
    """
    full = dict.fromkeys(name.name for name in names if name.type == "person" and not name.name.isupper())
    first: dict[str, set[str]] = {}
    last: dict[str, str] = {}
    for name in full:
        words = name.split()
        if len(words) > 1:
            first.setdefault(words[0], set()).add(name)
            last.setdefault(words[-1], name)
    called = {word: min(people) for word, people in first.items() if len(people) == 1} | last
    return called | {word.casefold(): name for word, name in last.items()}


def _identified(source: Source, inner: Sequence[Name], people: Speakers, reading: Reading) -> Identity:
    if source.anonymous:
        return None, source.text
    if speakers.is_pronoun(source.text):
        person = people.meant(source.text.lower(), source.start)
        return person, people.spoke(person, None, "") if person else None
    speaker = heads.speaker(source, inner, reading.plain)
    if speaker:
        role = _role(source, speaker, reading)
        return speaker.name, people.spoke(speaker.name, role, _head(role or ""))
    holder = None if inner else people.holders.get(_described(source.text))
    return (holder, people.spoke(holder, None, "")) if holder else (None, None)


def _described(text: str) -> str:
    """The role that a definite phrase names: "the finance minister" -> "minister"."""
    return _head(text) if text.lower().startswith("the ") else ""


def _head(role: str) -> str:
    """The noun of a role: "deputy governor of the bank" -> "governor"."""
    words = _OF_ROLE.split(role, 1)[0].split()
    return words[-1].lower().strip(".") if words else ""


def _acronyms(names: Sequence[Name]) -> dict[str, str]:
    """The names in full of the organisations that an article also calls by their initials."""
    short = {name.name for name in names if name.name.isupper() and 1 < len(name.name) <= _LONGEST_ACRONYM}
    found: dict[str, str] = {}
    for name in names if short else ():
        if " " in name.name and name.type != "person":
            initials = "".join([word[0] for word in name.name.split() if word[0].isupper()])
            if initials in short:
                found.setdefault(initials, name.name)
    return found


def _role(source: Source, speaker: Name, reading: Reading) -> str | None:
    """The title before the name or the apposition behind it."""
    before = reading.plain[source.start : speaker.start].strip()
    titles = lexicon.mapping("titles")
    lead = " ".join(word for word in before.split() if titles.get(word.strip(".")) != "honorific")
    if lead.lower() in ("a", "an", "the"):
        lead = ""
    behind = _APPOSITION.match(reading.plain[speaker.end : source.end])
    if behind and not behind["role"].split()[0].endswith("ing"):
        return behind["role"].strip()
    if before.endswith(","):
        return _ARTICLE.sub("", before.rstrip(",")) or None
    return lead.removeprefix("the ").removeprefix("The ").rstrip(",") or None


class _Contents:
    """The contents of all attributions in text order, to find the one that holds a quotation."""

    def __init__(self, said: Sequence[Attribution]) -> None:
        self._spans = sorted((span.start, span.end, n) for n, claim in enumerate(said) for span in claim.content)
        self._said = said

    def holding(self, quote: Quote) -> Attribution | None:
        """The first attribution of which a content overlaps a piece of the quotation."""
        at = bisect_left(self._spans, (quote.end, 0, 0))
        around = self._spans[max(0, at - CONTENTS_BEFORE) : at]
        found = [n for start, end, n in around if any(start < piece.end and piece.start < end for piece in quote.spans)]
        return self._said[min(found)] if found else None


def _spoken(quote: Quote, contents: _Contents) -> Quote:
    holder = contents.holding(quote)
    if holder is None:
        return quote
    source = holder.source
    return replace(quote, attribution=holder.id, speaker=_called(source) if source else None)


def _called(source: Source) -> str | None:
    """The name of a source, or its description; "she" is neither."""
    return source.name or (None if speakers.is_pronoun(source.text) else source.text)


def _listed(quotes: Sequence[Quote], reading: Reading) -> list[Quote]:
    """Quotations with the speaker of the one before, where a list goes on: `called her "a liar" and "a bully"`."""
    found: list[Quote] = []
    for quote in quotes:
        last = found[-1] if found else None
        free = last and last.speaker and not quote.speaker and last.sentence == quote.sentence
        if last and free and _lists(reading.plain[last.end : quote.start]):
            quote = replace(quote, speaker=last.speaker, attribution=last.attribution)
        found.append(quote)
    return found


def _lists(between: str) -> bool:
    """Whether nothing but small words parts two quotations."""
    words = [word.strip(",").lower() for word in between[:LONGEST_LINK].split()]
    return len(between) < LONGEST_LINK and len(words) <= MOST_LINKING and _LINKING.issuperset(words)


def _going_on(quote: Quote, said: Sequence[Attribution], cues: Sequence[int], reading: Reading) -> Quote:
    """A paragraph that is all quotation is spoken by whoever spoke last in the paragraph before it."""
    block = reading.block_at(quote.start)
    if quote.speaker or (quote.start, quote.end) != (block.start, block.end) or block.start == 0:
        return quote
    before = reading.block_at(block.start - 1)
    last = said[at - 1] if (at := bisect_left(cues, before.end)) else None
    if last is None or last.cue.start < before.start or last.source is None:
        return quote
    return replace(quote, speaker=_called(last.source), attribution=last.id)
