"""A noun whose number was corrected: "the departments is" -> "the department is", "three case" -> "three cases".

Where the words around a noun leave it one number only, the other was a slip and says nothing else. Where both agree
with them, one person more or less is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedSentence, EditedWord
from revtrack.changes.statements.function_words import is_determiner, is_preposition, joins
from revtrack.text.inflection import bases

# How many words before its noun a determiner is looked for.
_REACH = 4
_WITH_ONE = frozenset(("is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"))
_BEFORE_ONE = frozenset(("a", "an", "one", "this", "each", "every", "another"))
_BEFORE_MANY = frozenset(("these", "those", "many", "several", "few", "both", "various", "numerous"))


def is_mended(sentence: EditedSentence, old: int, new: int) -> bool:
    """Whether two words in each other's place are the numbers of one noun, one of which cannot stand there."""
    a, b = sentence.old[old].key, sentence.new[new].key
    if a == b or not (a.isalpha() and b.isalpha()):
        return False
    one, many = (a, b) if b.endswith("s") and a in bases(b) else (b, a)
    if not many.endswith("s") or one not in bases(many):
        return False
    sides = (sentence.old, old, a == many), (sentence.new, new, b == many)
    return any(_disagrees(row, at, is_many=is_many) for row, at, is_many in sides)


def _disagrees(row: Sequence[EditedWord], at: int, *, is_many: bool) -> bool:
    before = row[at - 1].key if at else ""
    if not is_many:
        return before in _BEFORE_MANY or _is_several(before)
    if before in _BEFORE_ONE:
        return True
    behind = row[at + 1].key if at + 1 < len(row) else ""
    return behind in _WITH_ONE and _is_subject(row, at)


def _is_several(word: str) -> bool:
    return (word.isdigit() and word != "1") or (word != "one" and word in lexicon.words("number_words"))


def _is_subject(row: Sequence[EditedWord], at: int) -> bool:
    """Whether a determiner stands close before a noun, and nothing that governs both: "one of the boats is"."""
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = row[place].key
        if is_preposition(word) or joins(word):
            return False
        if is_determiner(word):
            before = row[place - 1].key if place else ""
            return not (is_preposition(before) or joins(before))
    return False
