"""One line for a person about a changed statement: the words set against each other in their clause."""

from __future__ import annotations

from revtrack import lexicon
from revtrack.changes.message import ARROW
from revtrack.changes.statements.clauses import Clause
from revtrack.model import Label
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
# The words of a subject, its article left out.
SUBJECT_LONGEST = 4


def replaced(label: Label, old_text: str, old: Clause, new_text: str, new: Clause) -> str:
    """Words that stand on both sides: "profit turned round: rose 5% -> fell 5%"."""
    subject = _subject(old_text, old, new_text, new)
    if label == "reversed" and subject:
        return f"{subject} turned round: {_from_word(old_text, old)}{ARROW}{_from_word(new_text, new)}"
    return f"{OPENINGS[label]}: {_whole(old_text, old)}{ARROW}{_whole(new_text, new)}"


def one_sided(label: Label, text: str, clause: Clause) -> str:
    """Words that came in or went, with the clause they are in."""
    words = clip(text[clause.first : clause.last])
    whole = _whole(text, clause)
    return f"{OPENINGS[label]}: {words}" + (f', in "{whole}"' if whole != words else "")


def sentence(label: Label, text: str) -> str:
    """A whole sentence that came in or went."""
    return f'sentence {label}: "{clip(text)}"'


def _subject(old_text: str, old: Clause, new_text: str, new: Clause) -> str:
    """The kept words before the changed ones, where they are the same few on both sides."""
    before = fold(old_text[old.start : old.first]), fold(new_text[new.start : new.first])
    words = before[0].strip(" \"'(").split()
    while words and words[0].lower() in lexicon.words("small_words") | {"he", "she", "they"}:
        words = words[1:]
    if before[0] != before[1] or not 0 < len(words) <= SUBJECT_LONGEST:
        return ""
    return " ".join(words) if words[-1].lower() not in lexicon.words("small_words") else ""


def _whole(text: str, clause: Clause) -> str:
    return clip(text[clause.start : clause.end])


def _from_word(text: str, clause: Clause) -> str:
    return clip(text[clause.first : clause.end])
