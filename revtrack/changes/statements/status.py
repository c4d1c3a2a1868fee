"""How far an act or an office has come: "is set to close" -> "closed", "arrested" -> "charged", "former mayor".

Two words of the same kind of act and of different stages; or the same verb behind other auxiliaries. Tense alone says
the same ("says", "said"), and how certain a thing is ("may") has nothing to do with its status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from revtrack import lexicon
from revtrack.changes.statements import acts, stage_words
from revtrack.changes.statements.acts import Act
from revtrack.changes.statements.closed_classes import is_content
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, Replacement, WordFinding
from revtrack.changes.statements.places import Places
from revtrack.changes.statements.senses import mean_the_same
from revtrack.changes.statements.stage_words import Office, Stages
from revtrack.changes.statements.table_phrases import Located
from revtrack.changes.statements.widening import widened
from revtrack.model import Side
from revtrack.text.inflection import bases
from revtrack.versions.way import SIDES

# The most kept words between the places of words of two stages, and between forms of a verb; how many other words with
# content may have changed with them; and the longest stretch, beyond which it is another statement.
APART, VERB_APART, MORE_WORDS, LONGEST_STRETCH = 1, 2, 2, 12

# The words that lead to a verb are looked for so far from what changed.
REACH = 8

# Stages that only differ in their tense, or in how it is put.
_SAME = frozenset(
    frozenset(pair)
    for pair in (
        ("ahead", "present"),
        ("ahead", "ongoing"),
        ("was ongoing", "ongoing"),
        ("was ongoing", "present"),
        ("was ongoing", "done"),
        ("was ongoing", "done for good"),
        ("was ongoing", "begin"),
        ("was ongoing", "continue"),
        ("present", "ongoing"),
        ("present", "done"),
        ("present", "done for good"),
        ("done", "done for good"),
        ("begin", "ongoing"),
        ("begin", "present"),
        ("continue", "ongoing"),
        ("continue", "present"),
        ("continue", "done"),
        ("continue", "done for good"),
        ("plan", "wish"),
        ("try", "wish"),
    )
)
_ENDED = frozenset(["done", "done for good"])
_HELD = "present"
# Two stages of one piece of work, which another row calls opposites; who stops or ends it may not have finished.
_BEGUN = frozenset(("begin", "start", "commence"))
_FINISHED = frozenset(("finish", "complete", "conclude"))

Entry = TypeVar("Entry")


def find(sentence: EditedSentence, rest: Excused) -> list[WordFinding]:
    """The changes of status in a sentence, where its changed words are open to judge."""
    if not sentence.stretches:
        return []
    return list(_Status(sentence, rest).findings())


def relabelled(sentence: EditedSentence, finding: WordFinding) -> WordFinding:
    """A reversal, as a change of status where it says how far the same work is: "begun" -> "finished testing"."""
    words = (sentence.old, finding.old), (sentence.new, finding.new)
    if not all(len(part) == 1 and _is_done(row, part.stop) for row, part in words):
        return finding
    old, new = (frozenset(bases(row[part.start].key)) for row, part in words)
    finished = any(
        not _BEGUN.isdisjoint(one) and not _FINISHED.isdisjoint(other) for one, other in ((old, new), (new, old))
    )
    return finding._replace(label="status") if finished else finding


def _is_done(row: Sequence[EditedWord], at: int) -> bool:
    """Whether a word says what is done: "testing", "work on"."""
    word = row[at].key if at < len(row) else ""
    return word == "work" or (word.endswith("ing") and bases(word) != (word,))


class _Status:
    """The acts, stages and offices of both rows, set against each other."""

    def __init__(self, sentence: EditedSentence, rest: Excused) -> None:
        self._sentence, self._rest = sentence, rest
        self._places = Places.of(sentence)
        self._rows = sentence.old, sentence.new
        self._near = [self._places.around(side, REACH) for side in SIDES]
        self._short = [
            stretch for stretch in sentence.stretches if max(len(stretch.old), len(stretch.new)) <= LONGEST_STRETCH
        ]

    def findings(self) -> Iterator[WordFinding]:
        """Those on verbs first, then on words of stages, then on offices; none overlaps another."""
        taken: tuple[set[int], set[int]] = set(), set()
        for finding in (*self._acts(), *self._stages(), *self._offices()):
            if taken[0].isdisjoint(finding.old) and taken[1].isdisjoint(finding.new):
                taken[0].update(finding.old)
                taken[1].update(finding.new)
                yield finding

    def _acts(self) -> Iterator[WordFinding]:
        """The same verb behind other words that say how far its act has come."""
        sentence = self._sentence
        led = [{act.verb: act for act in acts.led(row, near)} for row, near in zip(self._rows, self._near, strict=True)]
        for i, j in self._same_verbs(led):
            old = led[0].get(i) or acts.plain(sentence.old, i)
            new = led[1].get(j) or acts.plain(sentence.new, j)
            if not old or not new or not _differ(old.stage, new.stage, sentence.old[i].key) or self._is_bare(old, new):
                continue
            if self._means_the_same(old.lead, new.lead):
                continue
            if self._is_open(old.lead, new.lead) and self._has_open(old.span, new.span):
                yield self._told(old.span, new.span)

    def _is_bare(self, old: Act, new: Act) -> bool:
        """Whether a word has the same form with a lead and without one: it may be a noun as well as a verb."""
        key = self._sentence.old[old.verb].key
        same = key == self._sentence.new[new.verb].key and not acts.is_unchanged(key)
        return same and not (old.lead and new.lead)

    def _same_verbs(self, led: Sequence[dict[int, Act]]) -> list[tuple[int, int]]:
        """A verb in both rows, where the verb, its lead or an auxiliary of it changed."""
        kept = self._sentence.kept
        changed = self._sentence.changed
        touched = (
            self._touched(self._sentence.old, led[0], changed.old),
            self._touched(self._sentence.new, led[1], changed.new),
        )
        pairs = {(i, j) for i, j in kept if i in touched[0] or j in touched[1]}
        return sorted(pairs | set(self._changed_verbs()))

    def _touched(self, row: Sequence[EditedWord], led: dict[int, Act], changed: frozenset[int]) -> set[int]:
        """The verbs of a row whose lead or auxiliaries changed."""
        found = {verb for verb, act in led.items() if not changed.isdisjoint(act.lead)}
        return found | {verb for index in changed if (verb := acts.helped(row, index)) is not None}

    def _changed_verbs(self) -> Iterator[tuple[int, int]]:
        """Changed words of both rows near each other that are forms of one verb."""
        sentence = self._sentence
        for one, other in self._near_stretches(VERB_APART):
            for i in one.old:
                for j in other.new:
                    if is_content(sentence.old[i].key) and _share_base(sentence.old[i].key, sentence.new[j].key):
                        yield i, j

    def _near_stretches(self, apart: int) -> Iterator[tuple[Replacement, Replacement]]:
        """Every short stretch with itself and with those a few kept words before and behind it."""
        for at, stretch in enumerate(self._short):
            for other in self._short[max(0, at - apart) : at + apart + 1]:
                if max(0, other.new.start - stretch.new.stop, stretch.new.start - other.new.stop) <= apart:
                    yield stretch, other

    def _stages(self) -> Iterator[WordFinding]:
        """Words of one kind of act that took the place of words of another stage of it."""
        located = [list(stage_words.located(row, near)) for row, near in zip(self._rows, self._near, strict=True)]
        old, new = (self._by_stretch(side, phrases) for side, phrases in zip(SIDES, located, strict=True))
        pairs = [
            (a, b)
            for one, other in self._near_stretches(APART)
            for a in old.get(one, ())
            for b in new.get(other, ())
            if self._is_all(one, other, a.span, b.span)
        ]
        for a, b in (*self._grown(*located), *pairs):
            if stage_words.differ(a, b) and self._is_open(a.span, b.span) and not self._means_the_same(a.span, b.span):
                yield self._told(a.span, b.span)

    def _grown(
        self, old: Sequence[Located[Stages]], new: Sequence[Located[Stages]]
    ) -> Iterator[tuple[Located[Stages], Located[Stages]]]:
        """Phrases of which a word was kept: "finished" -> "nearly finished"."""
        kept = dict(self._sentence.kept)
        at = {index: phrase for phrase in new for index in phrase.span}
        for phrase in old:
            other = next((at[kept[index]] for index in phrase.span if kept.get(index) in at), None)
            if other and len(phrase.span) != len(other.span):
                yield phrase, other

    def _by_stretch(self, side: Side, phrases: Iterable[Located[Entry]]) -> dict[Replacement, list[Located[Entry]]]:
        found: dict[Replacement, list[Located[Entry]]] = {}
        for phrase in phrases:
            stretch = self._places.stretch(side, phrase.span)
            if stretch:
                found.setdefault(stretch, []).append(phrase)
        return found

    def _is_all(self, one: Replacement, other: Replacement, old: range, new: range) -> bool:
        """Whether little else of content changed with two phrases."""
        more = sum(index not in old and is_content(self._sentence.old[index].key) for index in one.old)
        against = sum(index not in new and is_content(self._sentence.new[index].key) for index in other.new)
        return min(more, against) == 0 and max(more, against) <= MORE_WORDS

    def _offices(self) -> Iterator[WordFinding]:
        """Words that came in, went or changed beside the name of an office."""
        located = (stage_words.offices(row, near) for row, near in zip(self._rows, self._near, strict=True))
        old, new = (self._by_stretch(side, phrases) for side, phrases in zip(SIDES, located, strict=True))
        for stretch in self._short:
            a, b = (next(iter(found.get(stretch, ())), None) for found in (old, new))
            spans = a.span if a else stretch.old, b.span if b else stretch.new
            if {a.entry.stage if a else _HELD, b.entry.stage if b else _HELD} == {_HELD} or (
                a and b and a.entry == b.entry
            ):
                continue
            if not self._more_content(stretch, a, b) and self._is_open(*spans):
                yield self._told(*spans)

    def _more_content(self, stretch: Replacement, a: Located[Office] | None, b: Located[Office] | None) -> bool:
        sides = (self._sentence.old, stretch.old, a), (self._sentence.new, stretch.new, b)
        return any(
            is_content(row[index].key) and not (phrase and index in phrase.span)
            for row, span, phrase in sides
            for index in span
        )

    def _is_open(self, old: range, new: range) -> bool:
        changed, rest = self._sentence.changed, self._rest
        return changed.old.intersection(old) <= rest.old and changed.new.intersection(new) <= rest.new

    def _means_the_same(self, old: range, new: range) -> bool:
        return mean_the_same(self._sentence.old, old, self._sentence.new, new)

    def _has_open(self, old: range, new: range) -> bool:
        return not (self._rest.old.isdisjoint(old) and self._rest.new.isdisjoint(new))

    def _told(self, old: range, new: range) -> WordFinding:
        """The words of both stages, with what else changed in a short stretch with them."""
        return WordFinding("status", *widened(self._sentence, self._places, self._rest, old, new))


def _differ(old: str, new: str, verb: str) -> bool:
    """Whether two stages of the same act are more than two tenses of it."""
    stages = frozenset((old, new))
    if len(stages) == 1 or stages in _SAME:
        return False
    lasts = not lexicon.words("lasting_verbs").isdisjoint(bases(verb))
    return not (lasts and "ongoing" in stages and not _ENDED.isdisjoint(stages))


def _share_base(old: str, new: str) -> bool:
    return not set(bases(old)).isdisjoint(bases(new))
