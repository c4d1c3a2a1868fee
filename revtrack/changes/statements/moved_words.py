"""Words that stand in another place and say the same there: adjuncts, who said it, parts of a list, appositions.

What moves must be whole: the same words on both sides, none of them of another rule. Roles never move: who did it to
whom is told by the place of bare nouns, so these stay open.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

from revtrack import lexicon
from revtrack.changes.statements import exchanges, genitives, swaps
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, runs
from revtrack.changes.statements.function_words import (
    ARTICLES,
    BE,
    FUTURE,
    HAVE,
    is_adverb,
    is_preposition,
    joins,
    opens_adjunct,
)
from revtrack.changes.statements.senses import Senses, shape_of
from revtrack.text.inflection import bases

# How many changed runs of a sentence are judged; the most words of a part of a list or an apposition, an adjunct, and
# of a speaker with the verb of saying. Without limits a long sentence would cost the square of its length.
_RUNS = 12
_PART = 15
_ADJUNCT = 7
_ATTRIBUTION = 10
_FIXED = frozenset(("not", "no", "only", "never", "all", "even", "just", "both", "neither", "none", "nor", "without"))


def proven(sentence: EditedSentence, old: Senses, new: Senses, left: Excused) -> Excused:
    """Of the words left open those that only stand elsewhere."""
    excused = Excused()
    for rule in (_adjuncts, _exchanged, _in_each_others_place, _owners):
        open_now = Excused(left.old - excused.old, left.new - excused.new)
        if open_now.old and open_now.new:
            excused = excused.and_also(rule(sentence, old, new, open_now))
    return excused


def inverted_cues(sentence: EditedSentence, left: Excused) -> Excused:
    """ "Singh said" turned into "said Singh": the cue, or the name, that stands on the other side."""
    old, new = Senses(sentence.old), Senses(sentence.new)
    excused = Excused()
    for run in islice(runs(left.old), _RUNS):
        for other in islice(runs(left.new), _RUNS):
            words = _content(old, run)
            if words != _content(new, other) or _is_replaced(sentence, left, run, other):
                continue
            beside = [sentence.old[at].key for at in (run.start - 1, run.stop) if 0 <= at < len(sentence.old)]
            if (len(run) == 1 and _is_attribution(words)) or any(_is_attribution([word]) for word in beside):
                excused = excused.and_also(Excused(frozenset(run), frozenset(other)))
    return excused


def _adjuncts(sentence: EditedSentence, old: Senses, new: Senses, left: Excused) -> Excused:
    """Adjuncts, adverbs and attributions that stand whole in another place."""
    excused = Excused()
    taken: set[range] = set()
    new_runs = list(islice(runs(left.new), _RUNS))
    for run in islice(runs(left.old), _RUNS):
        for other in new_runs:
            if (
                other not in taken
                and _is_moved(sentence, old, new, run, other)
                and not _is_replaced(sentence, left, run, other)
            ):
                taken.add(other)
                excused = excused.and_also(Excused(frozenset(run), frozenset(other)))
                break
    return excused


def _is_moved(sentence: EditedSentence, old: Senses, new: Senses, run: range, other: range) -> bool:
    """Whether two runs are one adjunct, adverb or attribution; words that other rules took may stand beside them."""
    a, b = _content(old, run), _content(new, other)
    with_cue = _content(old, _changed_around(run, sentence.changed.old))
    if (
        a == b
        and _is_attribution(with_cue)
        and _is_attribution(_content(new, _changed_around(other, sentence.changed.new)))
    ):
        return True
    if not a or not _FIXED.isdisjoint(a):
        return False
    if a != b:
        return (sorted(a) == sorted(b) and _is_attribution(a)) or _come_about(a, b) or _come_about(b, a)
    if _is_attribution(a) or all(is_adverb(word) for word in a):
        return True
    is_time = any(word in lexicon.words("time_nouns") or word in _days() for word in a)
    first = a[0]
    at_edge = 0 in (run.start, other.start)
    return (is_time and len(a) <= _ADJUNCT) or (at_edge and opens_adjunct(first))


def _come_about(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether "there were" stands on one side, and what comes about on the other: "queues formed"."""
    is_there = len(words) > 1 and words[0] == "there" and all(word in BE or word in HAVE for word in words[1:])
    verbs = lexicon.words("existence_verbs")
    return is_there and bool(others) and all(word in HAVE or not verbs.isdisjoint(bases(word)) for word in others)


def _changed_around(run: range, changed: frozenset[int]) -> range:
    """A run with the changed words right before and behind it."""
    start, stop = run.start, run.stop
    while start - 1 in changed and run.start - start < _ATTRIBUTION:
        start -= 1
    while stop in changed and stop - run.stop < _ATTRIBUTION:
        stop += 1
    return range(start, stop)


def _is_replaced(sentence: EditedSentence, left: Excused, run: range, other: range) -> bool:
    """Whether other open words stand in the place that a run left, or the other run took: an exchange, not a move."""
    for stretch in sentence.stretches:
        if run.start in stretch.old and not left.new.isdisjoint(stretch.new):
            return True
        if other.start in stretch.new and not left.old.isdisjoint(stretch.old):
            return True
    return False


def _is_attribution(words: Sequence[str]) -> bool:
    return 1 <= len(words) <= _ATTRIBUTION and any(base in neutral_cues() for word in words for base in bases(word))


def _exchanged(sentence: EditedSentence, old: Senses, new: Senses, left: Excused) -> Excused:
    """Two neighbours that changed places: parts of a list, a name and what its bearer is, a clause and its adjunct."""
    forth = _turned_round(old, new, left.old, left.new)
    back = _turned_round(new, old, left.new, left.old)
    return Excused((forth[0] | back[1]) & left.old, (forth[1] | back[0]) & left.new)


def _turned_round(
    one: Senses, other: Senses, left: frozenset[int], other_left: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """Parts X, Y of one row that stand as Y, X in the other, an "and" or "or" between them or nothing."""
    here: set[int] = set()
    there: set[int] = set()
    others = list(islice(runs(other_left), _RUNS))
    for run in islice(runs(left), _RUNS):
        for moved in others:
            for length in range(1, _PART):
                x, x_there = range(run.start, run.start + length), range(moved.stop - length, moved.stop)
                if x.stop > len(one.row) or x_there.start < 0 or not _same(one, other, x, x_there):
                    continue
                found = _behind(one, other, x, x_there)
                if found and _is_harmless(one.row, x, found[1], between=found[0]):
                    here.update(range(x.start, found[1].stop))
                    there.update(range(found[2].start, x_there.stop))
    return frozenset(here), frozenset(there)


def _behind(one: Senses, other: Senses, x: range, x_there: range) -> tuple[bool, range, range] | None:
    """The part behind X in one row that stands before it in the other, and whether "and" or "or" parts them."""
    between = x.stop < len(one.row) and x_there.start > 0
    between = between and joins(one.row[x.stop].key) and one.row[x.stop].key == other.row[x_there.start - 1].key
    gap = 1 if between else 0
    for length in range(_PART, 0, -1):
        y = range(x.stop + gap, x.stop + gap + length)
        y_there = range(x_there.start - gap - length, x_there.start - gap)
        if y.stop <= len(one.row) and y_there.start >= 0 and _same(one, other, y, y_there):
            return between, y, y_there
    return None


def _is_harmless(row: Sequence[EditedWord], first: range, second: range, *, between: bool) -> bool:
    words = [row[index].key for index in range(first.start, second.stop)]
    if not _FIXED.isdisjoint(words):
        return False
    if between:
        return _is_list(row, first, second)
    return _is_apposition(row, first, second) or _is_adjunct(row, first, second) or _is_inverted_cue(row, first, second)


def _is_inverted_cue(row: Sequence[EditedWord], first: range, second: range) -> bool:
    """ "Singh said" and "said Singh"; "the mayor said it was late" and "it was late, the mayor said"."""
    parts = [[row[index].key for index in part] for part in (first, second)]
    return any(_is_attribution(part[-1:]) and len(part) <= _ATTRIBUTION for part in parts)


def _is_adjunct(row: Sequence[EditedWord], first: range, second: range) -> bool:
    """Whether two parts are a sentence and an adjunct to it, or two adjuncts, in either order."""
    if is_preposition(row[first.start].key) and is_preposition(row[second.start].key):
        return True
    if first.start:
        return False
    return opens_adjunct(row[first.start].key) or opens_adjunct(row[second.start].key)


def _same(old: Senses, new: Senses, part: range, other: range) -> bool:
    return all(old.row[i].key == new.row[j].key for i, j in zip(part, other, strict=True))


def _is_list(row: Sequence[EditedWord], first: range, second: range) -> bool:
    """Whether two parts around "and" are two of a kind: not an object and the subject of what follows."""
    before = row[first.start - 1].key if first.start else ""
    behind = row[second.stop].key if second.stop < len(row) else ""
    return not before or joins(before) or opens_adjunct(before) or not behind or not _is_verb(behind)


def _is_apposition(row: Sequence[EditedWord], first: range, second: range) -> bool:
    """Whether one of two neighbours is a name and the other tells who that is."""
    names = [all(row[index].text[:1].isupper() for index in part) for part in (first, second)]
    if names[0] == names[1]:
        return False
    told = [row[index].key for index in (second if names[0] else first)]
    return told[0] in _TELLING and not any(_is_verb(word) for word in told[1:] if not word.endswith("s"))


_TELLING = ARTICLES | {"her", "his", "their", "its", "our", "my"}


def _in_each_others_place(sentence: EditedSentence, old: Senses, new: Senses, left: Excused) -> Excused:
    """What changed places around something that says the same of either: "met", "and", a list."""
    told = swaps.find(sentence, left)
    excused = Excused()
    for exchange in exchanges.found(sentence):
        whole = range(exchange.first.old.start, exchange.second.old.stop)
        if any(finding.old.start < whole.stop and whole.start < finding.old.stop for finding in told):
            continue
        whole_new = range(exchange.second.new.start, exchange.first.new.stop)
        found = Excused(sentence.changed.old.intersection(whole), sentence.changed.new.intersection(whole_new))
        if found.old <= left.old and found.new <= left.new:
            excused = excused.and_also(found)
    return excused


def _owners(sentence: EditedSentence, old: Senses, new: Senses, left: Excused) -> Excused:
    return genitives.proven(sentence, left)


def _content(senses: Senses, run: range) -> list[str]:
    return [senses.spelled[index][0] for index in run if senses.row[index].key not in ARTICLES]


def _is_verb(word: str) -> bool:
    if word in BE or word in HAVE or word in FUTURE or word.endswith("s"):
        return True
    return any(shape_of(word, base) == "ed" for base in bases(word)[1:])


@cache
def neutral_cues() -> frozenset[str]:
    """The verbs that only say that something was said."""
    return frozenset(row[0] for row in lexicon.table("cues") if row[-1] == "neutral" and row[0].isalpha())


@cache
def _days() -> frozenset[str]:
    return frozenset(row[0].lower() for name in ("weekdays", "months") for row in lexicon.table(name))
