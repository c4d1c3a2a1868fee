"""One line for a person about a changed statement: the words set against each other in their clause.

The words before the changed ones say what they are about; nothing is invented. Where there are none, those behind are
given.
"""

from __future__ import annotations

from revtrack import lexicon
from revtrack.changes.message import ARROW
from revtrack.changes.statements.clauses import Clause
from revtrack.changes.statements.closed_classes import word_class
from revtrack.model import Label
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.versions.phrases import ELLIPSIS, clip

OPENINGS: dict[Label, str] = {
    "reversed": "reversed",
    "swapped": "exchanged",
    "scope": "scope",
    "status": "status",
    "word": "other words",
    "added": "words added",
    "removed": "words removed",
    "reworded": "reworded",
}
# The labels whose words are read with those behind them ("all residents"), and those read as a whole clause.
WITH_OBJECT: tuple[Label, ...] = ("scope", "status")
WHOLE: tuple[Label, ...] = ("swapped", "reworded")
# How far back the end of the sentence before is looked for, in code points.
NEAR = 8
# Words of a subject, its article left out.
SUBJECT_LONGEST = 4
# What is about nobody in particular: it says less than the clause as a whole.
MARKS = " \t\n.,;:!?()'\"\u2018\u2019\u201c\u201d"
_STARTED = expression(r"(?:[.!?][\"'\u2019\u201d)]*\s+|\n\s*|\A)[\"'\u2018\u201c(]?\Z")
_ENDED = expression(r"\s*(?:[.!?]|\n|\Z)")
_DIGIT = expression(r"\d")
_AUXILIARIES = frozenset(("is", "are", "was", "were", "has", "have", "had", "been", "be"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "this", "there", "who", "which"))


def replaced(label: Label, old_text: str, old: Clause, new_text: str, new: Clause) -> str:
    """Words that stand on both sides: "profit: rose 5% -> fell 5%", "reversed: they agreed -> refused"."""
    subject = _subject(old_text, old, new_text, new)
    opening = OPENINGS[label]
    if label == "reversed" and subject:
        step = f"{_from_word(old_text, old)}{ARROW}{_from_word(new_text, new)}"
        # A figure rises and falls by itself; where somebody did the opposite, the act is what was reversed.
        alone = _DIGIT.search(step) and _is_phrase(subject)
        if alone:
            return f"{subject}: {step}"
        if not _is_linking(old_text, old):
            return f"{opening}: {subject} {step}"
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
    """The new clause with the change in it: `"... was charged with [manslaughter -> murder] on ..."`."""
    words = [clip(text).strip() for text in (old_text[old.first : old.last], new_text[new.first : new.last])]
    before, behind = fold(new_text[new.start : new.first]), fold(new_text[new.last : new.end])
    opening = "other word" if all(len(text.split()) == 1 for text in words) else "other words"
    if not (before + behind).strip(MARKS) or any(sign in "".join(words) for sign in "[]"):
        return f"{opening}: {words[0]}{ARROW}{words[1]}"
    if _beside(old_text, old) != _beside(new_text, new):  # more changed there: each side is given as it reads
        return f"{opening}: {_whole(old_text, old)}{ARROW}{_whole(new_text, new)}"
    is_start = not new.start or _STARTED.search(new_text, max(0, new.start - NEAR), new.start)
    opened, closed = "" if is_start else f"{ELLIPSIS} ", "" if _ENDED.match(new_text, new.end) else f" {ELLIPSIS}"
    gaps = [" " * text[at : at + 1].isspace() for text, at in ((new_text, new.first - 1), (new_text, new.last))]
    shown = f"{before.strip()}{gaps[0]}[{ARROW.join(words)}]{gaps[1]}{behind.strip()}".strip().replace('"', "'")
    return f'"{opened}{shown}{closed}"'


def _beside(text: str, clause: Clause) -> tuple[list[str], list[str]]:
    """The kept words next to the changed ones, which the clause can only be quoted with if both versions have them."""
    before, behind = fold(text[clause.start : clause.first]).split(), fold(text[clause.last : clause.end]).split()
    return [word.lower() for word in before[-1:]], [word.lower().rstrip(MARKS) for word in behind[:1]]


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


def _is_linking(text: str, clause: Clause) -> bool:
    """Whether the words begin with "before" or "from", which read ill behind an arrow: both sides are given whole."""
    first = fold(text[clause.first : clause.last]).lower().split()[:1]
    return any(word_class(word) in ("preposition", "subordinator") for word in first)


def _is_phrase(subject: str) -> bool:
    """Whether a subject is a noun phrase alone, and not a piece of a clause: "made a pre-tax"."""
    verbs = lexicon.words("finite_verbs") | lexicon.words("unchanged_pasts") | lexicon.words("small_words")
    return not any(word in verbs or word.endswith(("ed", "ing")) or _DIGIT.search(word) for word in subject.split())


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
