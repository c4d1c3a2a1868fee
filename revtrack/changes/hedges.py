"""How sure a few words are: their strength, and whether they turn a statement round.

The words are those that changed between two versions. "may" is weaker than "will", and both than a plain
statement; two negations make none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from revtrack import lexicon
from revtrack.changes.statements.contractions import full_forms
from revtrack.model import Label
from revtrack.text.expressions import expression

# The strength of a plain statement, as in the table `certainty`.
PLAIN = 5
# Letters that change places make another word of a shorter one: "was", "saw".
SHORT_WORD = 4
_FORBIDDING = frozenset(("forbidden", "banned", "barred", "prohibited", "prevented", "stopped", "excluded", "blocked"))
_ABILITY = frozenset(("can", "ca", "cannot", "could", "may", "might", "allowed", "able", "permitted"))
_NOT = expression(r"n't$")


def label(old: Sequence[str], new: Sequence[str]) -> Label | None:
    """What became of the certainty of a statement; a phrase may end with a word that did not change."""
    if _is_typo(old, new):
        return None
    old, new = _in_full(old, new), _in_full(new, old)
    if _forbids(old, new) or _forbids(new, old):
        return None
    if negations(old) % 2 != negations(new) % 2:
        return "negated"
    before, after = strength(old), strength(new)
    if before == after:
        return None
    return "stronger" if after > before else "weaker"


def _in_full(words: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    """The words, a contraction in full where the other version has it so: "she'd" beside "she would"."""
    if not any("'" in word for word in words):
        return words
    forms = (
        next((f.split() for f in sorted(full_forms(word)) if set(f.split()) <= set(others)), [word]) for word in words
    )
    return [part for form in forms for part in form]


def negations(words: Sequence[str]) -> int:
    """How many of the words, or phrases among them, turn a statement round."""
    table = lexicon.words("negations")
    phrases = sum(" ".join(pair) in table for pair in pairwise(words))
    return phrases + sum(word in table or bool(_NOT.search(word)) for word in words)


def _forbids(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one version forbids what the other says cannot be: "is barred from meeting", "could no longer meet"."""
    besides = [word for word in words if word not in _FORBIDDING]
    if not negations(others) or negations(besides) or "from" not in words:
        return False
    return not _FORBIDDING.isdisjoint(words) and not _ABILITY.isdisjoint(word.removesuffix("n't") for word in others)


def strength(words: Sequence[str]) -> int:
    """The strength of the weakest word, or of two in a row: "said to" of "is said to be"."""
    parts = (*words, *(" ".join(pair) for pair in pairwise(words)))
    return min((_strengths()[part] for part in parts if part in _strengths()), default=PLAIN)


def is_hedge(word: str) -> bool:
    """Whether a word says something of certainty, and nothing else."""
    return word in _strengths() or word in lexicon.words("negations") or bool(_NOT.search(word))


def _is_typo(old: Sequence[str], new: Sequence[str]) -> bool:
    """Letters of a longer word that changed places ("withuot" for "without"), or a lost apostrophe ("wont")."""
    if len(old) != len(new):
        return False
    return all(_is_one_word(a, b) for a, b in zip(old, new, strict=True))


def _is_one_word(old: str, new: str) -> bool:
    bare_old, bare_new = old.replace("'", ""), new.replace("'", "")
    return bare_old == bare_new or (len(old) > SHORT_WORD and sorted(bare_old) == sorted(bare_new))


@cache
def _strengths() -> dict[str, int]:
    return {word: int(strength) for word, strength in lexicon.table("certainty")}
