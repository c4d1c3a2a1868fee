"""The account: every changed word of two versions, claimed by a change, proven harmless, or told as a statement."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from revtrack.changes import repeats, severity
from revtrack.changes.statements import clauses, verdict, wordings
from revtrack.changes.statements.edited import EditedSentence, WordFinding, lined_up, words
from revtrack.changes.statements.ownership import Ownership
from revtrack.model import Change, Label, Passage, Side, WordAccount
from revtrack.versions.aligned import Aligned, sentences_in
from revtrack.versions.way import SIDES, Region


class Statements(NamedTuple):
    """The changes of statements, and where every changed word belongs."""

    changes: list[Change]
    words: WordAccount


def find(aligned: Aligned, changes: Iterable[Change]) -> Statements:
    """The changed statements of two versions; `changes` are those of all other kinds."""
    account = _Account(aligned, changes)
    for region in aligned.regions:
        if not region.kept:
            account.enter_one_sided(region)
        elif not region.equal:
            account.enter_edited(region)
    return Statements(account.changes(), account.words())


class _Account:
    """Changed statements and counts of words, gathered region by region."""

    def __init__(self, aligned: Aligned, changes: Iterable[Change]) -> None:
        self._keyed: list[tuple[Hashable | None, Change]] = []
        self._aligned = aligned
        self._ownership = Ownership.of(aligned, changes)
        self._apart = {side: sentences_in(aligned.side(side), "furniture", "notice", "data") for side in SIDES}
        self._claims = self._form = self._same_meaning = self._statements = 0

    def changes(self) -> list[Change]:
        """The changes; the same words changed in several places are one."""
        return repeats.as_one(self._keyed)

    def words(self) -> WordAccount:
        parts = self._claims, self._form, self._same_meaning, self._statements
        return WordAccount(sum(parts), *parts)

    def enter_one_sided(self, region: Region) -> None:
        """Sentences added or removed: each a change of its own where no other change reports words of it."""
        side: Side = "old" if region.op.old else "new"
        claims = self._aligned.side(side)
        for index in region.op.old or region.op.new:
            span = claims.sentences[index]
            count = len(words(claims.text, span))
            if index in self._apart[side] or self._ownership.touches(side, span):
                self._claims += count
            elif count:
                self._statements += count
                passage = Passage(span.start, span.end, span.of(claims.text), index)
                self._keyed.append((None, _sentence(side, passage)))

    def enter_edited(self, region: Region) -> None:
        """A kept sentence in which words changed."""
        old, new = (words(self._aligned.side(side).text, region.whole(side)) for side in SIDES)
        sentence = lined_up(old, new, region.op.marks)
        if any(region.first(side) in self._apart[side] for side in SIDES):
            self._claims += len(sentence.changed.old) + len(sentence.changed.new)
            return
        judged = verdict.of(sentence, self._ownership.known(self._aligned, region, sentence))
        self._claims += judged.claims
        self._form += judged.form
        self._same_meaning += judged.same_meaning
        self._statements += judged.statements
        for finding in judged.findings:
            self._keyed.append((_same_words(sentence, finding), _change(self._aligned, region, sentence, finding)))


def _sentence(side: Side, passage: Passage) -> Change:
    label: Label = "removed" if side == "old" else "added"
    message = wordings.sentence(label, passage.text)
    old, new = (passage, None) if side == "old" else (None, passage)
    return Change("statement", (label,), "low", old, new, message)


def _same_words(sentence: EditedSentence, finding: WordFinding) -> Hashable | None:
    """What two places of one change share; words that only came in or went are not the same news twice."""
    old = tuple(sentence.old[index].key for index in finding.old)
    new = tuple(sentence.new[index].key for index in finding.new)
    return (finding.label, old, new) if old and new else None


def _change(aligned: Aligned, region: Region, sentence: EditedSentence, finding: WordFinding) -> Change:
    label = finding.label
    texts = aligned.before.text, aligned.after.text
    old = clauses.around(texts[0], sentence.old, finding.old)
    new = clauses.around(texts[1], sentence.new, finding.new)
    if label in ("added", "removed"):
        message = wordings.one_sided(label, *((texts[0], old) if label == "removed" else (texts[1], new)))
    else:
        message = wordings.replaced(label, texts[0], old, texts[1], new)
    before, after = _passage(aligned, "old", old), _passage(aligned, "new", new)
    return Change("statement", (label,), severity.of("statement", (label,)), before, after, message, moved=region.moved)


def _passage(aligned: Aligned, side: Side, clause: clauses.Clause) -> Passage:
    text = aligned.side(side).text
    return Passage(clause.start, clause.end, text[clause.start : clause.end], aligned.sentence_at(side, clause.first))
