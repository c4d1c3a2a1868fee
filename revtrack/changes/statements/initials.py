"""Initials and what they stand for: "the World Trade Office (WTO)", with the initials or the full words left out.

Which of the two an article gives, or whether it gives both, is a matter of style. Initials that stand for other words
than those beside them are told as any other word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, Replacement
from revtrack.changes.statements.function_words import ARTICLES

# Initials are so long.
SHORTEST, LONGEST = 2, 8
# Words between two initials that need not have one of their own: "Institutes [of] Health".
_WITHOUT = frozenset(("of", "and", "the", "for", "in", "on", "to", "&", "de", "la", "du", "a", "an", "at"))
_MOST_WITHOUT = 2


def proven(sentence: EditedSentence, left: Excused) -> Excused:
    """Open words that are initials of the words beside them, or the words that initials beside them stand for."""
    excused = Excused()
    for stretch in sentence.stretches:
        if not stretch.new:
            excused = excused.and_also(Excused(frozenset(_beside(sentence.old, stretch.old)) & left.old))
        elif not stretch.old:
            excused = excused.and_also(Excused(new=frozenset(_beside(sentence.new, stretch.new)) & left.new))
        elif _stand_for(sentence, stretch):
            both = Excused(frozenset(stretch.old), frozenset(stretch.new))
            excused = excused.and_also(Excused(both.old & left.old, both.new & left.new))
    return excused


def _beside(row: Sequence[EditedWord], changed: range) -> Iterator[int]:
    """The words of a stretch on one side that only give initials, or only write them out.

    The full words and their initials may be parted by the edge of the stretch alone: one of the two was kept.
    """
    for at in range(changed.start, min(changed.stop + LONGEST, len(row))):
        letters = _letters(row[at])
        if not letters:
            continue
        for words in (_written_out(row, letters, at), _written_out_behind(row, letters, at + 1)):
            if not words:
                continue
            if at in changed and (words.stop <= changed.start or words.start >= changed.stop):
                yield at
            elif at not in changed and words.start >= changed.start and words.stop == changed.stop == at:
                yield from words


def _stand_for(sentence: EditedSentence, stretch: Replacement) -> bool:
    """Whether one side has the initials of what the other writes out."""
    old, new = _bare(sentence.old, stretch.old), _bare(sentence.new, stretch.new)
    for row, words, other_row, others in (
        (sentence.old, old, sentence.new, new),
        (sentence.new, new, sentence.old, old),
    ):
        if len(words) == 1 and len(others) > 1:
            letters = _letters(row[words.start])
            if letters and _written_out(other_row, letters, others.stop) == others:
                return True
    return False


def _bare(row: Sequence[EditedWord], words: range) -> range:
    """A stretch without an article before it: "NASA" -> "the National ..."."""
    return words[1:] if len(words) > 1 and row[words.start].key in ARTICLES else words


def _letters(word: EditedWord) -> str:
    """The letters of initials, in lower case; nothing where a word is none: "NIH", "U.N.", "NGOs"."""
    text = word.text.replace(".", "").removesuffix("'s").removesuffix("s")
    is_initials = text.isalpha() and text.isupper() and SHORTEST <= len(text) <= LONGEST
    return text.lower() if is_initials else ""


def _written_out(row: Sequence[EditedWord], letters: str, end: int) -> range:
    """The words that end before a place and begin with these letters; an empty range where they do not."""
    first = max(0, end - LONGEST * (_MOST_WITHOUT + 1))
    length = _spelled([word.key for word in reversed(row[first:end])], letters[::-1])
    return range(end - length, end)


def _written_out_behind(row: Sequence[EditedWord], letters: str, start: int) -> range:
    """The words that begin at a place and with these letters: "the WTO (World Trade Office)"."""
    length = _spelled([word.key for word in row[start : start + LONGEST * (_MOST_WITHOUT + 1)]], letters)
    return range(start, start + length)


def _spelled(words: Sequence[str], letters: str, without: int = 0) -> int:
    """How many words spell all letters by their first ones, small words left out or not; 0 if they do not."""
    if not letters or not words:
        return 0
    word = words[0]
    if word.startswith(letters[0]):
        behind = _spelled(words[1:], letters[1:])
        if behind or len(letters) == 1:
            return 1 + behind
    if word in _WITHOUT and without < _MOST_WITHOUT:
        behind = _spelled(words[1:], letters, without + 1)
        return 1 + behind if behind else 0
    return 0
