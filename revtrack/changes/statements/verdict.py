"""What became of each changed word of a sentence, rule after rule: the first that can account for a word does.

Opposites and exchanges come before all that excuses: no synonym, no tense and no order makes them harmless. They are
looked for also in words that somebody newly says, which another change reports as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from revtrack.changes.statements.edited import EditedSentence, Excused, WordFinding
from revtrack.model import Label, Side
from revtrack.model.named_tuple import NamedTuple

# The labels that say more than another cue or another certainty.
NAMED: tuple[Label, ...] = ("reversed", "swapped", "scope", "status")

Rule = Callable[[EditedSentence, Excused], list[WordFinding]]
Relabel = Callable[[EditedSentence, WordFinding], WordFinding]


class Known(NamedTuple):
    """Words that changes of other kinds may own, and claims only written in other words.

    `loose` are in what somebody newly says, `yielding` are hedges and cues: what turned round is told rather than
    another cue or another certainty.
    """

    loose: Excused
    yielding: Excused
    formal: Excused
    same_meaning: Excused


class Verdict(NamedTuple):
    """The findings on a sentence, and how many of its changed words belong where."""

    findings: list[WordFinding]
    claims: int
    form: int
    same_meaning: int
    statements: int

    def indices(self, side: Side) -> frozenset[int]:
        """The words of a side that say something else than before in a way that has a name."""
        named = (finding for finding in self.findings if finding.label in NAMED)
        return frozenset(index for finding in named for index in (finding.old if side == "old" else finding.new))


def of(
    sentence: EditedSentence,
    certain: Excused,
    known: Callable[[], Known],
    swapped: Sequence[WordFinding],
    relabel: Relabel,
) -> Verdict:
    """The verdict on an edited sentence in which some words were found to be exchanged.

    Changes of other kinds own the words that are `certain`; what else is known is asked only where words are left.
    `relabel` gives a finding another label where the rest of the article shows that it is only reworded.
    """
    words = _OpenWords(sentence)
    words.enter(swapped)
    claims = words.take(certain)
    if not words.is_open:  # mostly: a figure or a name was all that changed
        return Verdict(words.findings, claims, 0, words.reworded, words.stated)
    return _judged(sentence, words, certain, known(), claims, relabel)


def _judged(
    sentence: EditedSentence, words: _OpenWords, certain: Excused, known: Known, claims: int, relabel: Relabel
) -> Verdict:
    """The verdict where words are left that no change of another kind owns; the rules are read for this alone."""
    from revtrack.changes.statements import (
        form,
        leftovers,
        opposites,
        recast_reports,
        scope,
        status,
        voices,
    )

    formal = words.take(form.proven(sentence))
    same = words.take(recast_reports.proven(sentence, words.rest))
    same += words.take(voices.proven(sentence, words.rest))
    words.find(lambda *at: [status.relabelled(sentence, finding) for finding in opposites.find(*at)])
    claims += words.take(known.loose)
    formal += words.take(known.formal)
    words.find(scope.find)
    words.find(status.find)
    claims += words.take(known.yielding)
    same += words.take(known.same_meaning)
    if words.is_open:
        from revtrack.changes.statements import same_meaning

        same += words.take(same_meaning.proven(sentence, words.rest))
    named = words.named()
    left = [relabel(sentence, finding) for finding in leftovers.find(sentence, words.rest, certain, named)]
    if len(left) > 1:
        from revtrack.changes.statements import rewritten_clauses

        left = rewritten_clauses.joined(sentence, left, named)
    words.enter(left)
    words.close_beside_findings()
    same += words.take(words.rest)  # "and" between two clauses, "with" before a figure that was removed
    return Verdict(words.findings, claims, formal, same + words.reworded, words.stated)


class _OpenWords:
    """The changed words that no rule has accounted for yet, and what was found on the way."""

    def __init__(self, sentence: EditedSentence) -> None:
        self.findings: list[WordFinding] = []
        self.rest = sentence.changed
        self._sentence = sentence
        self.reworded = self.stated = 0

    def take(self, excused: Excused) -> int:
        """Close some words; how many of them were open."""
        before = self._size()
        self.rest = Excused(self.rest.old - excused.old, self.rest.new - excused.new)
        return before - self._size()

    @property
    def is_open(self) -> bool:
        """Whether any word is left."""
        return bool(self.rest.old or self.rest.new)

    def find(self, rule: Rule) -> None:
        """Close the words that a rule reports."""
        if self.is_open:
            self.enter(rule(self._sentence, self.rest))

    def enter(self, found: Sequence[WordFinding]) -> None:
        """Close the words that were found to say something else."""
        self.reworded += self.take(_words(finding for finding in found if finding.label == "reworded"))
        self.stated += self.take(_words(finding for finding in found if finding.label != "reworded"))
        self.findings += found

    def named(self) -> Excused:
        """The words of what was found under a name of its own."""
        return _words(finding for finding in self.findings if finding.label in NAMED)

    def close_beside_findings(self) -> None:
        """Close the words that go with a finding of their stretch, which tells them in its clause."""
        found = self.named()
        for stretch in self._sentence.stretches:
            old, new = frozenset(stretch.old), frozenset(stretch.new)
            if not (found.old.isdisjoint(old) and found.new.isdisjoint(new)):
                self.stated += self.take(Excused(old, new))

    def _size(self) -> int:
        return len(self.rest.old) + len(self.rest.new)


def _words(findings: Iterable[WordFinding]) -> Excused:
    old: set[int] = set()
    new: set[int] = set()
    for finding in findings:
        old.update(finding.old)
        new.update(finding.new)
    return Excused(frozenset(old), frozenset(new))
