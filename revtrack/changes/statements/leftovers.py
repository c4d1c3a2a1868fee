"""What is left of an edited sentence when nothing proves it harmless: other words, words added, words removed.

One stretch of changed words is one finding. A sentence of which hardly any word was kept has one finding for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, Replacement, WordFinding
from revtrack.changes.statements.function_words import ARTICLES
from revtrack.model import Label, Side

# Below this share of kept words of content in the shorter version a sentence was rewritten; measured on the
# development set of statements.
KEPT_LEAST = 0.25
# Fewer changed words than this, on the side that has more, are other words however few were kept.
REWRITTEN_LEAST = 6
# From this many words with content on both sides, one cannot be read against the other, whatever was kept around
# them; with 3, 3 of 356 labelled facts of that set went unseen, with 4 and 5 none.
REPHRASED_LEAST = 5
# How many words with content go with a claim that was added or removed in their stretch, whose message shows them.
CARRIED_ALONG = 3
# How many go with a finding of another label in their stretch, whose clause shows them.
BESIDE_FINDING = 6
# How many right before a changed figure or date are told with it.
LEADING = 2
# The longest stretch, in words, that is told whole because a claim was added or removed in it.
WHOLE_LONGEST = 16

_OWNERS = frozenset(("my", "your", "his", "her", "its", "our", "their"))
_PERSONS = frozenset(("it", "he", "she", "they"))
_ADVERBS = frozenset(("where", "when"))
_RELATIVES = _ADVERBS | {"which", "who", "that"}
_JOINTS = _PERSONS | _RELATIVES | {"and", "there"}
# "sang" and "did sing"; the "not" behind it is a matter of certainty.
_SUPPORT = frozenset(("do", "does", "did"))


def find(sentence: EditedSentence, rest: Excused, claimed: Excused, named: Excused) -> list[WordFinding]:
    """The findings on the words that are still open; words without content ("of", "the") are reworded at most.

    `claimed` are the words of claims that changed, `named` those of findings with another label.
    """
    if not (rest.old or rest.new):
        return []
    telling = _telling(sentence, rest)
    if _is_rewritten(sentence, rest):
        whole = list(sentence.stretches)
        return [WordFinding("reworded", _hull(whole, "old", rest.old), _hull(whole, "new", rest.new))]
    found = (_finding(sentence, group, rest, telling, claimed, named) for group in _groups(sentence, rest))
    return [finding for finding in found if finding]


def is_telling(word: EditedWord) -> bool:
    """Whether a word has content of its own."""
    return word.key not in lexicon.words("small_words")


def _telling(sentence: EditedSentence, rest: Excused) -> Excused:
    return Excused(
        frozenset(index for index in rest.old if is_telling(sentence.old[index])),
        frozenset(index for index in rest.new if is_telling(sentence.new[index])),
    )


def _is_rewritten(sentence: EditedSentence, rest: Excused) -> bool:
    if max(len(rest.old), len(rest.new)) < REWRITTEN_LEAST or not (rest.old and rest.new):
        return False
    kept = sum(is_telling(sentence.old[old]) for old, _ in sentence.kept)
    content = min(sum(map(is_telling, row)) for row in (sentence.old, sentence.new))
    return kept < KEPT_LEAST * content


def _groups(sentence: EditedSentence, rest: Excused) -> Iterator[list[Replacement]]:
    """The stretches with open words, those parted by one word without content together."""
    group: list[Replacement] = []
    for stretch in sentence.stretches:
        if rest.old.isdisjoint(stretch.old) and rest.new.isdisjoint(stretch.new):
            continue
        if group and not _is_near(sentence, group[-1], stretch):
            yield group
            group = []
        group.append(stretch)
    if group:
        yield group


def _is_near(sentence: EditedSentence, before: Replacement, after: Replacement) -> bool:
    between = sentence.old[before.old.stop : after.old.start]
    return len(between) == 1 and after.new.start - before.new.stop == 1 and not is_telling(between[0])


def _finding(
    sentence: EditedSentence,
    group: list[Replacement],
    rest: Excused,
    telling: Excused,
    claimed: Excused,
    named: Excused,
) -> WordFinding | None:
    old, new = _hull(group, "old", rest.old), _hull(group, "new", rest.new)
    old_words, new_words = len(telling.old.intersection(old)), len(telling.new.intersection(new))
    if _joins(sentence, group) or _is_carried(group, claimed, named, old_words + new_words):
        return None
    if old_words and new_words:
        label: Label = "word" if min(old_words, new_words) < REPHRASED_LEAST else "reworded"
        return WordFinding(label, *_with_claims(group, claimed, old, new))
    is_lead = not (old and new) and old_words + new_words <= LEADING
    if is_lead and (_leads_to_value(sentence.old, old, claimed.old) or _leads_to_value(sentence.new, new, claimed.new)):
        return None
    one_sided = [sentence.old[index].key for index in old] or [sentence.new[index].key for index in new]
    if not (old and new) and _SUPPORT.issuperset(one_sided):
        return None
    if not (old and new) and _OWNERS.issuperset(one_sided):  # "dry humour" -> "his dry humour"
        return WordFinding("reworded", old, new)
    return WordFinding("removed" if old_words else "added" if new_words else "reworded", old, new)


def _leads_to_value(row: Sequence[EditedWord], words: range, claimed: frozenset[int]) -> bool:
    """Whether words stand right before a figure or date that changed: "fiscal year [2012]", "more than [a week]"."""
    if not words or words.stop not in claimed:
        return False
    behind = row[words.stop].key
    return behind[0].isdigit() or behind in ARTICLES or behind in lexicon.words("number_words")


def _with_claims(group: list[Replacement], claimed: Excused, old: range, new: range) -> tuple[range, range]:
    """Words set against others, with those of a claim that came in or went in their stretch on one side.

    "after a complaint" -> "nearly [three weeks] after a pupil [reported] that": without them the words say nothing.
    """
    whole_old = range(group[0].old.start, group[-1].old.stop)
    whole_new = range(group[0].new.start, group[-1].new.stop)
    is_claimed_old = any(index in claimed.old for stretch in group for index in stretch.old)
    is_claimed_new = any(index in claimed.new for stretch in group for index in stretch.new)
    if is_claimed_old == is_claimed_new or max(len(whole_old), len(whole_new)) > WHOLE_LONGEST:
        return old, new
    return whole_old, whole_new


def _is_carried(group: list[Replacement], claimed: Excused, named: Excused, count: int) -> bool:
    """Whether open words only go with a claim that was added or removed in their stretch, or with another finding.

    "and 40 [were cut]" goes with the figure, "answered [through its embassy]" with what turned round.
    """
    old = frozenset(index for stretch in group for index in stretch.old)
    new = frozenset(index for stretch in group for index in stretch.new)
    if not (named.old.isdisjoint(old) and named.new.isdisjoint(new)):
        return count <= BESIDE_FINDING
    if count > CARRIED_ALONG or (old and new):
        return False
    return not (claimed.old.isdisjoint(old) and claimed.new.isdisjoint(new))


def _joins(sentence: EditedSentence, group: list[Replacement]) -> bool:
    """Whether nothing changed but how two clauses are joined: "It left and sank." -> "It left. It sank.".

    A noun may stand for what referred to it: "the nurse, who drives" -> "the nurse. The nurse drives".
    """
    old = {sentence.old[index].key for stretch in group for index in stretch.old}
    new = {sentence.new[index].key for stretch in group for index in stretch.new}
    if (old | new) <= _JOINTS:
        return not any(old & kind and new & kind for kind in (_PERSONS, _ADVERBS))
    relative, other = (old, new) if old <= _RELATIVES else (new, old)
    if not relative or not relative <= _RELATIVES:
        return False
    kept = {sentence.old[index].key for index, _ in sentence.kept}
    return all(key in kept or key in lexicon.words("small_words") for key in other)


def _hull(group: list[Replacement], side: Side, rest: frozenset[int]) -> range:
    """From the first to the last open word of some stretches; an empty range where there are none."""
    stretches = [stretch.old if side == "old" else stretch.new for stretch in group]
    found = [index for stretch in stretches for index in stretch if index in rest]
    return range(found[0], found[-1] + 1) if found else range(stretches[0].start, stretches[0].start)
