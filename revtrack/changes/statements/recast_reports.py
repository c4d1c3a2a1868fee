"""Reports that say the same thing, from the same source, in a different order or form.

"The council will vote, Lind said." and "Lind said the council would vote."
    The words of the speaker and the verb of saying stand first in one version and last in the other; behind a past
    verb the auxiliaries of what is said go back in time. All else must be the same, word by word.
"..., police files show." and "..., according to police files."
    The verb behind the source in one version is the phrase in front of it in the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

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
    """All words left open where the whole sentence is a report that was turned round; else those of the frame alone."""
    old, new = (_words(row) for row in (sentence.old, sentence.new))
    if _is_turned(old, new) or _is_turned(new, old):
        return left
    there = _framed(sentence.old, sentence.new, left.old, left.new, dict(sentence.kept))
    back = _framed(sentence.new, sentence.old, left.new, left.old, {new: old for old, new in sentence.kept})
    return Excused(there.old | back.new, there.new | back.old)


def _framed(
    phrased: Sequence[EditedWord],
    told: Sequence[EditedWord],
    open_phrased: Set[int],
    open_told: Set[int],
    kept: Mapping[int, int],
) -> Excused:
    """ "According to" before a source in the first row, and the verb of saying behind the same source in the second."""
    for at in sorted(open_phrased):
        if phrased[at].key != "according" or at + 1 not in open_phrased or phrased[at + 1].key != "to":
            continue
        place = kept.get(at + 2)
        for length in range(1, _SPEAKER):
            if place is None or kept.get(at + 1 + length) != place + length - 1:
                break
            verb = place + length
            if verb in open_told and _is_saying(told[verb].key):
                return Excused(frozenset((at, at + 1)), frozenset((verb,)))
    return Excused()


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
