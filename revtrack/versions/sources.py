"""When a source is another one: "Singh" -> "a U.S. official" lost its name, "Gen. Roe" -> "Col. Roe" its rank.

A source that says the same of the same person in other words ("Dep. Sec. Roe", "Roe") is the same source. What
is said of a person counts when both versions say something: words replaced, or a word of rank added or removed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from revtrack import lexicon
from revtrack.model import Label, Source
from revtrack.text import numerals
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.text.spelling_varieties import usual
from revtrack.versions import wording
from revtrack.versions.name_forms import misspelt, same_in_full, same_name

PRONOUNS = frozenset(("he", "i", "it", "she", "they", "we", "who", "which", "that", "you"))
# Share of words (Dice) from which two descriptions mean one party, "a spokesman for Orrin" and "a lawyer for
# Orrin"; chosen on the development set.
SAME_PARTY = 0.5

# Share of letters in common (difflib's ratio) from which a surname alone and one with a given name may be a slip.
ONE_SURNAME = 0.85

_NUMERO, _INITIALS = expression(r"\bno\. ?(?=\d)", re.I), expression(r"\b(?:[A-Za-z]\.){2,}")
_ASIDE = expression(r"\([^()]*\)|,? (?:who|whose|which|speaking|citing|quoting)\b.*|, [a-z]+ed (?:by|in|at|on|for) .*")


def labels(old: Source | None, new: Source | None) -> list[Label]:
    """What the difference of two sources is called; empty where they are one."""
    if old is None or new is None:
        return [] if old is new else ["source"]
    if _are_in_same_words(old, new):
        return []
    if is_named(old) and is_unnamed(new):
        return ["source"] if _is_document(old) else ["anonymized"]
    if is_unnamed(old) and is_named(new):
        return ["source"] if _is_document(new) else ["identified"]
    if _is_institution(old) and _hides_somebody(new):
        return ["anonymized"]
    if _is_institution(new) and _hides_somebody(old):
        return ["identified"]
    if same(old, new):
        return ["role"] if _other_role(old, new) else []
    if misspelt(name(old), name(new)) and _as_long(old, new):
        return []
    if (_is_description(old) or _is_description(new)) and _one_party(old, new):
        return ["role"] if _other_role(old, new) else []
    return ["source"]


def _are_in_same_words(old: Source, new: Source) -> bool:
    return same_in_full(_usual(old), _usual(new))


def _usual(source: Source) -> list[str]:
    """The words of a source, its numbers in digits: "All three candidates" and "All 3 candidates", "No. 10"."""
    text = _NUMERO.sub("number ", source.text)
    for numeral in reversed(list(numerals.find(text, 0, len(text)))):
        text = f"{text[: numeral.start]}{numeral.value:f}{text[numeral.end :]}"
    return [usual(word) for word in wording.words(_INITIALS.sub(lambda match: match[0].replace(".", ""), text))]


def same(old: Source | None, new: Source | None) -> bool:
    """Whether two sources are one: in the same words, by the same name, or a pronoun that may stand for either."""
    if old is None or new is None:
        return False
    if old.text == new.text or _are_in_same_words(old, new):
        return True
    if (is_pronoun(old) and not old.name) or (is_pronoun(new) and not new.name):
        return True
    if is_label(old.text, new) or is_label(new.text, old):
        return True
    return is_named(old) and is_named(new) and same_name(name(old), name(new))


def is_label(text: str, source: Source) -> bool:
    """Whether words are the surname of a source in capitals, as a transcript has it: "LIND:" for "Ida Lind"."""
    label = text.strip(" :*")
    return label.isupper() and name(source).split()[-1:] == [label.title()]


def is_named(source: Source) -> bool:
    """Whether a source says who it is: "a wire report" is neither named nor unnamed."""
    if source.anonymous:
        return False
    if is_pronoun(source):
        return source.name is not None
    first, *others = source.text.split() or [""]
    opens = first[:1].isupper() and not _is_common(first)
    return opens or any(word.lstrip("(\"'")[:1].isupper() for word in others)


def is_unnamed(source: Source) -> bool:
    """Whether a person speaks without a name: "an official", "the aide"."""
    if source.anonymous or is_named(source):
        return source.anonymous
    return names_nobody(source.text)


def names_nobody(description: str) -> bool:
    """Whether words without a name are of a person: "the aide", "a union leader"."""
    words = wording.words(description)
    return not _unnamed().isdisjoint(words) or _is_somebody(words)


def _is_somebody(words: Sequence[str]) -> bool:
    """Whether the words are of a person whom they do not name: "a union leader", "one nurse at the hospital"."""
    if not words or words[0] not in ("a", "an", "one", "another"):
        return False
    head = next((n for n, word in enumerate(words) if n and word in lexicon.words("small_words")), len(words))
    return lexicon.listed("noun_kinds").get(words[head - 1]) == "person"


def _is_institution(source: Source) -> bool:
    """Whether a source is a body that can be asked, though it has no name here: "police", "the union"."""
    return not (is_named(source) or is_unnamed(source) or is_pronoun(source) or _is_document(source))


def _hides_somebody(source: Source) -> bool:
    """Whether a source is one person or some without a name, who do not speak for others as a spokesman does."""
    return source.anonymous and not any(word.startswith("spokes") for word in wording.words(source.text))


def _as_long(old: Source, new: Source) -> bool:
    """Whether two names have as many words, or a surname that is all but the same: Francis is not Massimo Franco."""
    a, b = (name(source).lower().split() for source in (old, new))
    return len(a) == len(b) or SequenceMatcher(None, a[-1], b[-1], False).ratio() >= ONE_SURNAME


def _is_document(source: Source) -> bool:
    return not lexicon.words("documents").isdisjoint(wording.words(source.text))


def name(source: Source) -> str:
    """The full name where the article gives one, else the words as written."""
    return source.name or source.text


def is_pronoun(source: Source) -> bool:
    return source.text.lower() in PRONOUNS


def _is_description(source: Source) -> bool:
    """Whether a source is described by what it is: "a spokesman for Orrin Ferries", though a name is in it."""
    return not is_named(source) or source.text[:1].islower() or _is_common(source.text.split()[0])


def _is_common(word: str) -> bool:
    """A first word that has its capital from the sentence alone: "Officials", "Two"."""
    lower = word.lower()
    return any(lower in lexicon.words(table) for table in ("unnamed", "indefinites", "small_words"))


def _one_party(old: Source, new: Source) -> bool:
    if wording.alike(wording.telling(old.text), wording.telling(new.text)) >= SAME_PARTY:
        return True
    brief, briefer = (wording.telling(_ASIDE.sub("", source.text)) for source in (old, new))
    return brief == briefer != []


def _other_role(old: Source, new: Source) -> bool:
    before, after = _role_words(old), _role_words(new)
    gone, come = before - after, after - before
    if not before or not after or not (gone or come):
        return False
    return bool(gone and come) or not lexicon.words("ranks").isdisjoint({*gone, *come})


def _role_words(source: Source) -> wording.Bag:
    """What a source says of a person beside the name, asides and honorifics left out."""
    said = wording.telling(_ASIDE.sub("", source.text))
    left_out = _name_words(source) | _honorifics() | lexicon.words("number_words") | PRONOUNS
    return wording.Bag(word for word in said if word not in left_out and word.isalpha())


def _name_words(source: Source) -> set[str]:
    """The words of the name; a source that is known by its own words is named by those with a capital."""
    if source.name and source.name != source.text:
        return set(wording.words(source.name))
    return {word.lower() for word in fold(source.text).split() if word[:1].isupper() and not _is_common(word)}


@cache
def _unnamed() -> frozenset[str]:
    return lexicon.words("unnamed")


@cache
def _honorifics() -> frozenset[str]:
    titles = (title.lower() for title, kind in lexicon.mapping("titles").items() if kind == "honorific")
    return frozenset(titles) - {"prof", "professor"}
