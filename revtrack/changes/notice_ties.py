"""Whether a notice tells of a changed statement: by the words that changed, in any of their forms, in their matter.

"An earlier version said profit rose; it fell" acknowledges "profit rose 5 percent" that became "profit fell 5
percent". Where several statements changed in the same words, that of which the notice names the matter, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from revtrack import lexicon
from revtrack.model import Change
from revtrack.model.record import Frozen, record
from revtrack.text.inflection import bases
from revtrack.versions import wording

# The share of the words that changed on one side, and of those around them, which a notice must repeat.
REPEATED = 0.5
# The share where only the order of the words changed: all of them say who did it to whom.
REORDERED = 0.75
# A changed sentence is longer than this only where it came in or went whole.
LONGEST = 400

Forms = frozenset[str]


@record
class ChangedWords(Frozen):
    """The words of a changed statement that only one version has, and those around them that both have."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    matter: tuple[str, ...]

    @classmethod
    def of(cls, change: Change) -> ChangedWords:
        old, new = (words(side.text) if side else [] for side in (change.old, change.new))
        gone, come = [word for word in old if word not in new], [word for word in new if word not in old]
        kept = [word for word in dict.fromkeys(old) if word in new and is_telling(word)]
        return cls(_weighty(gone), _weighty(come), tuple(kept))


def words(text: str) -> list[str]:
    """The words of a passage, those with a hyphen as two."""
    return [part for word in wording.words(text[:LONGEST]) for part in word.split("-") if part]


def is_telling(word: str) -> bool:
    """Whether a word says something about the matter, and is none that every notice is made of."""
    return word not in lexicon.words("small_words") and word not in lexicon.words("notice_words")


def forms(said: Iterable[str]) -> Forms:
    """All that the words of a notice may be a form of."""
    return frozenset(base for word in said for part in word.split("-") for base in bases(part))


def tells(said: Forms, changed: ChangedWords, *, alone: bool) -> bool:
    """Whether a notice with these words tells of the change; `alone`: no other statement changed in the same words."""
    about = _share(changed.matter, said)
    sides = [_share(side, said) >= REPEATED for side in (changed.old, changed.new) if side]
    weighty = any(map(is_telling, changed.old + changed.new))
    if len(sides) == 2 and all(sides):
        return about > 0 or not changed.matter or (alone and weighty)
    if not weighty:  # "for" became "against", or words only changed places
        return all(sides) and len(changed.matter) > 1 and about >= REORDERED
    return any(sides) and (about >= REPEATED or not changed.matter)


def _weighty(side: list[str]) -> tuple[str, ...]:
    """The telling words of those that changed, or all where none is: "for" became "against"."""
    return tuple(filter(is_telling, side)) or tuple(side)


def _share(side: tuple[str, ...], said: Forms) -> float:
    """How many of some words a notice has."""
    found = sum(not said.isdisjoint(bases(word)) for word in side)
    return found / len(side) if side else 0.0
