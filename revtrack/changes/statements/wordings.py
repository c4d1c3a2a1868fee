"""One line for a person about a changed statement: the words set against each other in their clause.

The words before the changed ones say what they are about; nothing is invented. Where there are none, those behind are
given.
"""

from __future__ import annotations

from revtrack import lexicon
from revtrack.changes.message import ARROW
from revtrack.changes.statements.clauses import Clause
from revtrack.model import Label
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.versions.phrases import clip

OPENINGS: dict[Label, str] = {
    "reversed": "turned round",
    "swapped": "exchanged",
    "scope": "scope",
    "status": "how far it has come",
    "word": "other words",
    "added": "words added",
    "removed": "words removed",
    "reworded": "reworded",
}
# The labels whose words are read with those behind them ("all residents"), and those read as a whole clause.
WITH_OBJECT: tuple[Label, ...] = ("scope", "status")
WHOLE: tuple[Label, ...] = ("swapped", "reworded")
# Words of a subject, its article left out.
SUBJECT_LONGEST = 4
# What is about nobody in particular: it says less than the clause as a whole.
_DIGIT = expression(r"\d")
_AUXILIARIES = frozenset(("is", "are", "was", "were", "has", "have", "had", "been", "be"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "this", "there", "who", "which"))


def replaced(label: Label, old_text: str, old: Clause, new_text: str, new: Clause) -> str:
    """Words that stand on both sides: "profit turned round: rose 5% -> fell 5%"."""
    subject = _subject(old_text, old, new_text, new)
    opening = OPENINGS[label]
    if label == "reversed" and subject:
        step = f"{_from_word(old_text, old)}{ARROW}{_from_word(new_text, new)}"
        # A figure turns round by itself; where somebody did the opposite, the act is what turned.
        return f"{subject} {opening}: {step}" if _DIGIT.search(step) else f"{opening}: {subject} {step}"
    if label == "swapped" and _are_roles(old_text, old) and _are_roles(new_text, new):
        opening = "who did it to whom"
    if label in WHOLE or not (old.has_words and new.has_words):
        return f"{opening}: {_whole(old_text, old)}{ARROW}{_whole(new_text, new)}"
    if label in WITH_OBJECT and (subject or not _before(old_text, old)):
        return f"{opening}: {_from_word(old_text, old)}{ARROW}{_from_word(new_text, new)}"
    if label == "word":
        return _other_word(old_text, old, new_text, new)
    return f"{opening}: {_whole(old_text, old)}{ARROW}{_whole(new_text, new)}"


def one_sided(label: Label, text: str, clause: Clause) -> str:
    """Words that came in or went, with the clause they are in."""
    words = clip(text[clause.first : clause.last])
    whole = _whole(text, clause)
    return f"{OPENINGS[label]}: {words}" + (f', in "{whole}"' if whole != words else "")


def sentence(label: Label, text: str) -> str:
    """A whole sentence that came in or went."""
    return f'sentence {label}: "{clip(text)}"'


def _other_word(old_text: str, old: Clause, new_text: str, new: Clause) -> str:
    """ "charged with manslaughter -> murder", or where nothing is before it "Inflation -> Unemployment was 5%"."""
    before, words = _before(old_text, old), (old_text[old.first : old.last], new_text[new.first : new.last])
    opening = "other word" if all(len(fold(text).split()) == 1 for text in words) else "other words"
    if before:
        return f"{opening}: {clip(f'{before} {words[0]}')}{ARROW}{clip(words[1])}"
    return f"{opening}: {clip(words[0])}{ARROW}{_from_word(new_text, new)}"


def _subject(old_text: str, old: Clause, new_text: str, new: Clause) -> str:
    """The kept words before the changed ones, where they are the same few on both sides."""
    before = _before(old_text, old)
    words = before.split()
    while words and words[0].lower() in lexicon.words("small_words"):
        words = words[1:]
    while words and words[-1].lower() in _AUXILIARIES:
        words = words[:-1]
    if before != _before(new_text, new) or not 0 < len(words) <= SUBJECT_LONGEST:
        return ""
    if words[-1].lower() in lexicon.words("small_words") or not _PRONOUNS.isdisjoint(map(str.lower, words)):
        return ""
    return " ".join(words)


def _are_roles(text: str, clause: Clause) -> bool:
    """Whether the words run from one name to another with a verb between: "Smith punched Jones"."""
    words = fold(text[clause.first : clause.last]).split()
    between = words[1:-1]
    named = len(words) > 2 and words[0][:1].isupper() and words[-1][:1].isupper()
    return named and len(between) == 1 and between[0].isalpha() and between[0] not in lexicon.words("small_words")


def _before(text: str, clause: Clause) -> str:
    return fold(text[clause.start : clause.first]).strip(" \"'(,")


def _whole(text: str, clause: Clause) -> str:
    return clip(text[clause.start : clause.end])


def _from_word(text: str, clause: Clause) -> str:
    return clip(text[clause.first : clause.end])
