"""Differences between quoted words that are slips of the pen or the editor's own brackets.

"teh" -> "the", "couldn't" -> "could not" and "he" -> "[Roe]" change what is printed, and nothing of what was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack import lexicon
from revtrack.changes.statements.contractions import full_forms
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.text.short_negations import written_out
from revtrack.text.spelling_varieties import usual
from revtrack.versions import wording
from revtrack.versions.words import marks

# One letter too many or too few is a slip in a word of this length; in a short one it is another word: "not", "no".
LONG_WORD = 6

_MARKS = ".,;:!?'\""
# Pronouns that house style chooses between: "the boats which sank", "the boats that sank".
_RELATIVES = frozenset(("that", "which"))
_BRACKETED = expression(r"\[[^\[\]]+\]")


def is_slight(old: str, new: str) -> bool:
    """Whether two quotations differ in slips and brackets alone."""
    if _undoubled(wording.words(old)) == _undoubled(wording.words(new)) or _are_joined(fold(old), fold(new)):
        return True
    changed = [mark for mark in marks(fold(old), fold(new)) if mark.op != "equal"]
    pieces = [(fold(old)[m.old_start : m.old_end], fold(new)[m.new_start : m.new_end]) for m in changed]
    return all(_is_slip(before.strip(), after.strip()) or _is_usage(before, after) for before, after in pieces)


def _are_joined(old: str, new: str) -> bool:
    """Whether only hyphens came or went: "co-operate" and "cooperate", but not "re-sign" and "resign"."""
    a, b = old.lower().split(), new.lower().split()
    if "-" not in old + new or len(a) != len(b):
        return False
    apart = tuple(sorted(lexicon.words("joined_apart")))
    pairs = [(one, other) for one, other in zip(a, b, strict=True) if one != other]
    joined = (one.replace("-", "").strip(_MARKS) for pair in pairs for one in pair)
    return not any(word.startswith(apart) for word in joined) and all(
        one.replace("-", "") == other.replace("-", "") for one, other in pairs
    )


def _undoubled(words: Sequence[str]) -> list[str]:
    """Words without those that were written twice: "to to" for "to"; "had had" and "very, very" are the same once."""
    return [word for n, word in enumerate(words) if n == 0 or word != words[n - 1]]


def _is_usage(before: str, after: str) -> bool:
    """Whether two words are spelled by another variety of English, one is the other written out, or "which" "that"."""
    a, b = before.strip(".,;: ").lower(), after.strip(".,;: ").lower()
    if not (a and b):
        return False
    return {a, b} <= _RELATIVES or usual(a) == usual(b) or a in full_forms(b) or b in full_forms(a)


def is_one_verb(old: str, new: str) -> bool:
    """Whether two verbs of saying differ in form alone: "won't confirm", "will not confirm", "refered to"."""
    before, after = (written_out(fold(words).lower()) for words in (old, new))
    return before == after or is_slight(before, after)


def _is_slip(before: str, after: str) -> bool:
    if before and after and any(_BRACKETED.fullmatch(piece.strip(".,;:")) for piece in (before, after)):
        return True
    a, b = before.lower(), after.lower()
    return bool(a and b) and (sorted(a) == sorted(b) or _is_one_letter(a, b) or _is_one_letter(b, a))


def _is_one_letter(longer: str, shorter: str) -> bool:
    """Whether a long word lost one letter."""
    if len(longer) != len(shorter) + 1 or len(shorter) < LONG_WORD or not longer.isalpha():
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
