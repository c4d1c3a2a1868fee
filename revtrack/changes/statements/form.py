"""Changed words that are form alone: spelling, hyphens, contractions, house style, numbers in words, slips.

Each version of a changed stretch is cut into units that stand for what is meant ("#5" for "five"), and the units of
both are paired in their order. What has a partner is form; so is a word printed twice in a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from revtrack import lexicon
from revtrack.changes.statements import agreement, initials, moved_words, one_direction, slips
from revtrack.changes.statements.contractions import expansions
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused
from revtrack.changes.statements.numbers_written import figures_written
from revtrack.changes.statements.pairing import CELLS, MeaningUnit, RowPart, paired
from revtrack.changes.statements.windows import Window, windows
from revtrack.changes.statements.word_sets import Spellings, sets
from revtrack.text.spelling_varieties import usual

# The most words that one word may be written in: "vis-a-vis"; and the fewest letters they have together.
_JOINED = 3
_JOINED_LETTERS = 5
# How many kept words an expression of several may reach over: "No. [1]", "[3] May".
_REACH = 2
_LEFT_OVER = 1.0
_KEPT_LEFT_OVER = 1.5


def proven(sentence: EditedSentence) -> Excused:
    """The changed words of a sentence that are form alone."""
    if one_direction.is_turned(sentence):
        return one_direction.turned_back(_proven(one_direction.turned(sentence)))
    return _proven(sentence)


def _proven(sentence: EditedSentence) -> Excused:
    excused = Excused()
    for window in windows(sentence, _REACH):
        excused = excused.and_also(_in(sentence, window))
    for find in (_misprints, moved_words.inverted_cues):
        left = Excused(sentence.changed.old - excused.old, sentence.changed.new - excused.new)
        if left.old and left.new:
            excused = excused.and_also(find(sentence, left))
    left = Excused(sentence.changed.old - excused.old, sentence.changed.new - excused.new)
    return excused.and_also(initials.proven(sentence, left)) if left.old or left.new else excused


def _in(sentence: EditedSentence, window: Window) -> Excused:
    if len(window.old) * len(window.new) > CELLS:
        return Excused()
    old, new = (_side(row, part, kept) for row, part, kept in window.sides(sentence))
    pairing = paired(old, new, lambda a, b: True)
    if not window.keeps(sentence, pairing):
        return Excused()
    changed = sentence.changed
    found = Excused(
        frozenset(i for pair in pairing.pairs for i in pair.old.range) & changed.old,
        frozenset(j for pair in pairing.pairs for j in pair.new.range) & changed.new,
    )
    twice = Excused(
        frozenset(i for i in pairing.old & changed.old if slips.is_printed_twice(sentence.old, i, changed.old)),
        frozenset(j for j in pairing.new & changed.new if slips.is_printed_twice(sentence.new, j, changed.new)),
    )
    return found.and_also(twice)


def _misprints(sentence: EditedSentence, left: Excused) -> Excused:
    """Words with a letter or a number wrong that stand in each other's place."""
    old: set[int] = set()
    new: set[int] = set()
    for stretch in sentence.stretches:
        pairs = zip(stretch.old, stretch.new, strict=False) if len(stretch.old) == len(stretch.new) else ()
        for i, j in pairs:
            if i not in left.old or j not in left.new:
                continue
            if slips.is_misprint(sentence.old[i], sentence.new[j]) or agreement.is_mended(sentence, i, j):
                old.add(i)
                new.add(j)
    return Excused(frozenset(old), frozenset(new))


def _side(row: Sequence[EditedWord], part: range, kept: frozenset[int]) -> RowPart:
    spelled = {index: _spellings(row[index].text) for index in part}
    units = _units(row, part, spelled)
    return RowPart(part, lambda i: units[i], lambda i: _KEPT_LEFT_OVER if i in kept else _LEFT_OVER)


def _units(row: Sequence[EditedWord], part: range, spelled: dict[int, Spellings]) -> dict[int, list[MeaningUnit]]:
    """For each word of a part what begins with it."""
    listed = [spelled[index] for index in part]
    found: dict[int, list[MeaningUnit]] = {
        index: [MeaningUnit(index, index + 1, frozenset(spelled[index]))] for index in part
    }
    for index in part:
        for end, key in (*_sets_of(listed, index - part.start), *_joined(row, index, part.stop)):
            found[index].append(MeaningUnit(index, index + end, frozenset((key,))))
        found[index] += [MeaningUnit(index, index + length, keys) for length, keys in expansions(row, index, part.stop)]
    for unit in figures_written(row, part):
        found[unit.start].append(unit)
    return found


@lru_cache(maxsize=1 << 14)
def _spellings(text: str) -> Spellings:
    """What a word may be looked up as: its usual spelling, and its capitals if it has nothing else."""
    bare, key = text.replace(".", ""), text.lower()
    if len(bare) > 1 and bare.isupper() and bare.isalpha():
        return tuple(dict.fromkeys((usual(key), key, bare.lower(), bare)))
    return tuple(dict.fromkeys((usual(key), key, key.replace(".", "") if key[:1].isalpha() else key)))


def _sets_of(listed: list[Spellings], start: int) -> Iterator[tuple[int, str]]:
    """The sets of house style that a word, or a phrase that begins with it, is in."""
    table = sets("house_style")
    yield from ((1, set_id) for spelling in listed[start] for set_id in table.words(spelling))
    yield from ((member.end - start, member.set_id) for member in table.phrases(listed, start))


def _joined(row: Sequence[EditedWord], start: int, stop: int) -> Iterator[tuple[int, str]]:
    """The words from `start` written as one: "health care" as "healthcare"."""
    whole = ""
    for length in range(1, min(_JOINED, stop - start) + 1):
        word = row[start + length - 1].key
        if not word.isalpha() or (length == 1 and word in _never_first()):
            return
        whole += word
        if len(whole) >= _JOINED_LETTERS and not whole.startswith(_apart()):
            yield length, f"={usual(whole)}"


@cache
def _apart() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("joined_apart")))


@cache
def _never_first() -> frozenset[str]:
    """Small words that make another word of the next one: "a political" is not "apolitical"."""
    return frozenset(("a", "i", "in", "no", "not", "im", "to", "an", "the", "be", "is", "as", "he"))
