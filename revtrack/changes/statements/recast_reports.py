"""Reports told from the other end: "The council will vote, Lind said." and "Lind said the council would vote."

The words of the speaker and the verb of saying stand first in one version and last in the other; behind a past verb
the auxiliaries of what is said go back in time. All else must be the same, word by word.
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused
from revtrack.changes.statements.function_words import ARTICLES
from revtrack.changes.statements.moved_words import neutral_cues
from revtrack.text.inflection import bases

# The longest speaker with the verb of saying, in words.
_SPEAKER = 10
_BACK_IN_TIME = {
    "would": "will",
    "could": "can",
    "might": "may",
    "was": "is",
    "were": "are",
    "had": "have",
    "has": "have",
}


def proven(sentence: EditedSentence, left: Excused) -> Excused:
    """All words left open where the whole sentence is a report that was turned round."""
    old, new = (_words(row) for row in (sentence.old, sentence.new))
    return left if _is_turned(old, new) or _is_turned(new, old) else Excused()


def _is_turned(ending: Sequence[str], leading: Sequence[str]) -> bool:
    """Whether one report ends with who says so, and the other leads with it."""
    for length in range(2, min(_SPEAKER, len(ending) - 1, len(leading) - 1) + 1):
        speaker = ending[-length:]
        if sorted(speaker) == sorted(leading[:length]) and (_is_saying(speaker[0]) or _is_saying(speaker[-1])):
            said = leading[length:]
            return _as_said(ending[:-length]) == _as_said(said[1:] if said[0] == "that" else said)
    return False


def _words(row: Sequence[EditedWord]) -> list[str]:
    return [word.key for word in row if word.key not in ARTICLES]


def _as_said(words: Sequence[str]) -> list[str]:
    return [_BACK_IN_TIME.get(word, word) for word in words]


def _is_saying(word: str) -> bool:
    return any(base in neutral_cues() for base in bases(word))
