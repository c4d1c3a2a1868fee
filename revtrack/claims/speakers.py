"""Who a source is, by its words alone: a pronoun, somebody without a name, a subject read too far."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from revtrack import lexicon
from revtrack.claims import verb_forms
from revtrack.model import Span
from revtrack.text.expressions import expression

_LONGEST_TERMS, _LONGEST_APPOSITION = 80, 100
_APPOSED = expression(
    r", (?:an?|the|its|his|her|their|(?P<office>[a-z-]+(?: [a-z-]+){0,3})) [^,.;:\"()\n]{3,}(?=[,.;\n]|$)"
)
# "Including" names more of the source, and a form in -ing before a noun is part of a title: "Vale, acting head of".
_MEANWHILE = expression(
    r", (?!including|according)[a-z]+ing (?:the|an?|at|in|on|to|for|with|his|her|their|its|by|from|about|that|as"
    r"|into|over|against|after|during) "
)
# When somebody spoke, read into who did: "Lind *on Friday*", "the Supreme Court *this month*", "*Last year* Lind".
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_DAY = rf"(?:{'|'.join(_WEEKDAYS)})day(?: (?:morning|afternoon|evening|night))?"
_SPAN = r"(?:last|this|next|earlier this|later this) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
_WHEN = rf"(?:on {_DAY}|{_SPAN}|today|yesterday|tonight|last night)"
# "The candidates Thursday" spoke on Thursday, "Ann Friday" is called so.
_TIME_BEHIND = expression(rf" (?:{_WHEN}|{_DAY})$")
_TIME_BEFORE = expression(rf"{_WHEN}\b,? ", re.IGNORECASE)
_BRACKETS = expression(r" \([^()\n]+\)")
# Titles keep their points and "AT&T" its sign, as the tables have them.
_WORDS = expression(r"[\w'.&-]+")
_FULL_NAME = expression(r"\b[A-Z][\w'.-]+ (?:[A-Z]\. )?(?:[a-z]{2,3} )?[A-Z][\w'-]+$")
_LEADS = frozenset(
    ("in", "on", "at", "after", "before", "during", "despite", "for", "with", "by", "to", "from", "under")
)
# "She" with a slip or an adverb behind it is "she": "she futher announced".
_PRONOUNS, LONGEST_PRONOUN = frozenset(("he", "she", "they", "it", "we", "i")), 3
_BESIDE_PRONOUN = frozenset(("who", "all", "both", "himself", "herself", "themselves", "itself"))
# What somebody who knows of a thing is, with the words that may follow before the thing: "briefed on *the*".
_KNOWING = ("familiar with", "close to", "briefed on", "briefed about", "knowledge of", "involved in", "involved with")
_KNOWN = tuple(
    f"{words} {of}"
    for words in (*_KNOWING, "privy to")
    for of in ("", "the ", "his ", "her ", "their ", "its ", "an ", "a ")
)
_KNOWING_OF = expression(
    r" (?:who (?:is|was|are|were) )?(?:directly |closely )?(?:familiar with|close to|briefed (?:on|about)"
    r"|with (?:[a-z-]+ )?knowledge of|involved (?:in|with)|privy to)(?: the| his| her| their| its| an?)? $",
    re.IGNORECASE,
)
_SOMEBODY = expression(
    r"\b(?:(?:an?|the|some|several|many|other|both|multiple|one|two|three|four|five|six|\d+) )?"
    r"(?:[\w.-]+ ){0,3}?(?P<head>[a-z]+)$",
    re.IGNORECASE,
)
_JOINING = frozenset(("and", "or", "&", "nor", "who", "whose", "which"))
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "of", "and", "recently", "newly"))
_RELATIVE = frozenset(("who", "whose", "whom", "which", "that", "where", "what", "how", "if", "when"))


def subject(plain: str, source: Span) -> Span:
    """A noun phrase without the verbs of a clause it was read into: "Vale was joined by Brin and" is only "Vale".

    A verb behind a comma or a relative pronoun belongs to the phrase: "Vale, who was there".
    """
    first, *others = source.of(plain).split()[:LONGEST_PRONOUN] or [""]
    if first.lower() in _PRONOUNS and len(others) == 1 and others[0].isalpha() and others[0] not in _BESIDE_PRONOUN:
        return Span(source.start, source.start + len(first))
    for word in _WORDS.finditer(plain, source.start, source.end):
        if word[0].lower() in _RELATIVE or plain[max(0, word.start() - 2) : word.start()] == ", ":
            return source
        if word[0] in lexicon.words("finite_verbs") and word.start() > source.start:
            return Span(source.start, word.start() - 1)
    return source


def nearest(plain: str, source: Span, cue: Span) -> Span:
    """A subject right before its verb without the phrase that leads to it: "*In August,* several groups said".

    An apposition would end with a comma, too: "Vale, the mayor, said".
    """
    words = source.of(plain)
    lead, comma, subject = words.rpartition(", ")
    behind = source.end > cue.start or plain[source.end : cue.start].strip()
    if not comma or behind or "," in lead or words.rstrip().endswith((",", ")", "-")):
        return source
    said = subject.split()
    if not said or said[0].lower() in _RELATIVE or not _JOINING.isdisjoint((*said, *lead.lower().split())):
        return source
    whole = len(said) > 1 or said[0].islower() or _opens(lead)
    return Span(source.end - len(subject), source.end) if whole else source


def _opens(lead: str) -> bool:
    """Whether words open a sentence without being its subject: "In August", "After the vote"."""
    first = lead.split()[0].lower()
    return first in lexicon.words("clause_openers") or first in _LEADS


def without_participle(plain: str, source: Span) -> Span:
    """A subject without what it was doing meanwhile: "Vale, *speaking at the port*, said"; "the acting mayor" stays."""
    words = source.of(plain)
    doing = ", " in words and "ing " in words
    meanwhile = _MEANWHILE.search(plain, source.start, source.end) if doing else None
    return Span(source.start, meanwhile.start()) if meanwhile else source


def without_time(plain: str, source: Span) -> Span:
    """A subject without the time beside it: "Lind *on Friday*"; a poll "taken last week" was that poll."""
    before = _TIME_BEFORE.match(plain, source.start, source.end)
    if before:
        return Span(before.end(), source.end)
    behind = _TIME_BEHIND.search(plain[source.start : source.end])
    if not behind:
        return source
    words = source.of(plain)[: behind.start()].split()
    if not words or "," in source.of(plain) or (behind[0][1:].startswith(_WEEKDAYS) and not words[-1].islower()):
        return source
    whole = any(word.lower() in _RELATIVE or verb_forms.is_past(word) for word in words if word.islower())
    return source if whole else Span(source.start, source.start + behind.start())


def before_act(plain: str, source: Span) -> Span:
    """The subject of a participle without what it did meanwhile: "Vale *sent a letter*, saying"."""
    words = list(_WORDS.finditer(plain, source.start, source.end))
    for before, word in pairwise(words):
        if before[0].lower() in _RELATIVE:
            return source
        if not word[0].islower() or not verb_forms.is_past(word[0]) or before[0].lower() in _DETERMINERS:
            continue
        return source if plain[word.start() - 2 : word.start()] == ", " else Span(source.start, before.end())
    return source


def with_person(plain: str, source: Span, begin: int) -> Span:
    """A source with who knows of it before it: "*a person familiar with* the talks said"; not before `begin`."""
    before = plain[max(begin, source.start - _LONGEST_APPOSITION) : source.start]
    knowing = _KNOWING_OF.search(before) if before.casefold().endswith(_KNOWN) else None
    who = _SOMEBODY.search(before, 0, knowing.start()) if knowing else None
    known = who and who["head"].lower() in lexicon.words("unnamed")
    return Span(source.start - len(before) + who.start(), source.end) if who and known else source


def with_brackets(plain: str, source: Span, end: int) -> Span:
    """A name with a short remark in brackets behind it: "Kay Munro *(D., Milton)* said"."""
    match = _BRACKETS.match(plain, source.end, min(end, source.end + _LONGEST_APPOSITION))
    return Span(source.start, match.end()) if match else source


def with_apposition(plain: str, source: Span, end: int) -> Span:
    """A name with what is said of it behind a comma: "Marek Dolan, *the port's head of safety*.", not beyond `end`."""
    follows = plain.startswith(", ", source.end)
    match = _APPOSED.match(plain, source.end, min(end, source.end + _LONGEST_APPOSITION)) if follows else None
    if not match or not source.of(plain).split()[-1][:1].isupper():
        return source
    if match["office"] and _offices().isdisjoint(match["office"].split()):
        return source
    finite = not lexicon.words("finite_verbs").isdisjoint(match[0].split())
    return source if finite else Span(source.start, match.end())


@cache
def _offices() -> frozenset[str]:
    """The nouns that say what somebody is: "president", "director", "spokeswoman"."""
    titles = (title.lower() for title, kind in lexicon.mapping("titles").items() if kind == "role")
    return frozenset(titles) | lexicon.words("unnamed")


def is_pronoun(text: str) -> bool:
    """Whether a source is a pronoun alone."""
    return text.lower() == "who" or lexicon.mapping("pronouns").get(text.lower()) == "personal"


def is_anonymous(text: str, sentence: str = "") -> bool:
    """Whether a source is nobody who could be asked: "a State Department official", "sources", "a person ...".

    Terms of anonymity in the sentence hide whoever has no name in it: "the aide said, asking not to be named".
    """
    words = [word.lower().strip(".") for word in _WORDS.findall(text)]
    if not words or is_pronoun(text) or _holds_person(_before_terms(text)):
        return False
    if _holds_terms(text.lower(), ("source", "sentence")) or _holds_terms(sentence.lower(), ("sentence",)):
        return True
    nobody = [n for n, word in enumerate(words) if word in lexicon.words("unnamed")]
    if not nobody:
        return False
    return (
        words[0] in lexicon.words("indefinites")
        or words[nobody[0]].endswith(("s", "people", "men"))
        or words[0].isdigit()
    )


def _before_terms(text: str) -> str:
    """The words before the terms on which a source is described: "a source" of "a source close to Ida Lind"."""
    lower = text.lower()
    at = len(text)
    for term in _described_by():
        place = lower.find(term)
        if 0 <= place < at:
            at = place
    return text[:at]


@cache
def _described_by() -> tuple[str, ...]:
    """The terms, between words."""
    return tuple(f" {term} " for term in _terms("source"))


def are_terms(text: str) -> bool:
    """Whether words begin with terms of anonymity and say no more: "who asked not to be named"."""
    return len(text) <= _LONGEST_TERMS and text.lower().removeprefix("who ").startswith(_terms("sentence"))


def _holds_terms(text: str, places: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, _terms(*places)))


@cache
def _terms(*places: str) -> tuple[str, ...]:
    return tuple(term for term, place in lexicon.table("anonymity") if place in places)


def _holds_person(text: str) -> bool:
    """Two capitalised words in a row at the end of the phrase, or behind a title: a person with a name."""
    head = text.split(",")[0].split(" of ")[0].split(" for ")[0].split(" at ")[0]
    match = _FULL_NAME.search(head)
    return match is not None and head.split()[-1].lower() not in lexicon.words("unnamed")
