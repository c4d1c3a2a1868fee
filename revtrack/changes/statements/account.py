"""The account: every changed word of two versions, claimed by a change, proven harmless, or told as a statement."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cached_property, partial

from revtrack.changes import repeats
from revtrack.changes.statements import exchanged, verdict
from revtrack.changes.statements.edited import EditedSentence, WordFinding, lined_up, words
from revtrack.changes.statements.elsewhere import Elsewhere
from revtrack.changes.statements.exchanged import WordEdit
from revtrack.changes.statements.ownership import Ownership
from revtrack.changes.statements.restated_claims import Attributions
from revtrack.changes.statements.verdict import Known
from revtrack.changes.statements.yielding import Yielding
from revtrack.model import Change, Passage, Side, WordAccount
from revtrack.model.named_tuple import NamedTuple
from revtrack.versions.aligned import Aligned, sentences_in
from revtrack.versions.way import SIDES, Region


class Statements(NamedTuple):
    """The changes of all other kinds that are still news, those of statements, and where every changed word belongs."""

    others: list[Change]
    changes: list[Change]
    words: WordAccount


def find(aligned: Aligned, changes: Sequence[Change]) -> Statements:
    """The changed statements of two versions; `changes` are those of all other kinds."""
    apart = {side: sentences_in(aligned.side(side), "furniture", "notice", "data") for side in SIDES}
    edits = [_edit(aligned, region) for region in aligned.regions if region.kept and not region.equal]
    prose = [edit for edit in edits if not any(edit.region.first(side) in apart[side] for side in SIDES)]
    swapped = exchanged.find(aligned, prose, changes)
    account = _Account(aligned, apart, swapped.others)
    account.claims += sum(edit.size for edit in edits) - sum(edit.size for edit in prose)
    for edit in prose:
        account.elsewhere.enter_edit(edit.sentence)
    for region in aligned.regions:
        if not region.kept:
            account.enter_one_sided(region)
    for edit, findings in zip(prose, swapped.findings, strict=True):
        account.enter_edited(edit, findings)
    return Statements(account.others(), account.changes(), account.words())


def _edit(aligned: Aligned, region: Region) -> WordEdit:
    old, new = (words(aligned.side(side).text, region.whole(side)) for side in SIDES)
    return WordEdit(region, lined_up(old, new, region.op.marks))


class _Account:
    """Changed statements and counts of words, gathered region by region."""

    def __init__(self, aligned: Aligned, apart: dict[Side, frozenset[int]], others: Sequence[Change]) -> None:
        self.claims = self._form = self._same_meaning = self._statements = 0
        self._keyed: list[tuple[Hashable | None, Change]] = []
        self._aligned = aligned
        self._apart = apart
        self._others = others
        self._ownership = Ownership.of(aligned, others)
        self._yielding = Yielding()
        self.elsewhere = Elsewhere()

    def others(self) -> list[Change]:
        """The changes of other kinds, without the cues and hedges that are reported as a reversal."""
        return [change for change in self._others if not self._yielding.gives_way(change)]

    def changes(self) -> list[Change]:
        """The changes; the same words changed in several places are one."""
        return repeats.as_one(self._keyed)

    def words(self) -> WordAccount:
        parts = self.claims, self._form, self._same_meaning, self._statements
        return WordAccount(sum(parts), *parts)

    def enter_one_sided(self, region: Region) -> None:
        """Sentences added or removed: each a change of its own where no other change reports words of it."""
        side: Side = "old" if region.op.old else "new"
        claims = self._aligned.side(side)
        for index in region.op.old or region.op.new:
            span = claims.sentences[index]
            row = words(claims.text, span)
            count = len(row)
            self.elsewhere.enter_sentence(side, row)
            if index in self._apart[side] or self._ownership.touches(side, span):
                self.claims += count
            elif count:
                from revtrack.changes.statements import statement_changes

                self._statements += count
                passage = Passage(span.start, span.end, span.of(claims.text), index)
                self._keyed.append((None, statement_changes.sentence(side, passage)))

    def enter_edited(self, edit: WordEdit, swapped: list[WordFinding]) -> None:
        """A kept sentence in which words changed."""
        sentence = edit.sentence
        certain = self._ownership.certain_words(sentence)
        judged = verdict.of(sentence, certain, partial(self._known, edit), swapped, self._relabelled)
        self.claims += judged.claims
        self._form += judged.form
        self._same_meaning += judged.same_meaning
        self._statements += judged.statements
        for finding in judged.findings:
            self._keyed.append((_same_words(sentence, finding), _as_change(self._aligned, edit, finding)))
        self._yielding.enter(sentence, judged)

    def _known(self, edit: WordEdit) -> Known:
        return self._ownership.known(self._aligned, edit.region, edit.sentence, self._attributions)

    @cached_property
    def _attributions(self) -> Attributions:
        return Attributions.of(self._aligned)

    def _relabelled(self, sentence: EditedSentence, finding: WordFinding) -> WordFinding:
        """The finding, as reworded where the article shows that its words moved or are mentioned in another form."""
        from revtrack.changes.statements import shorter_mentions

        texts: dict[Side, str] = {side: self._aligned.side(side).text for side in SIDES}
        return shorter_mentions.relabelled(texts, sentence, self.elsewhere.relabelled(sentence, finding))


def _as_change(aligned: Aligned, edit: WordEdit, finding: WordFinding) -> Change:
    from revtrack.changes.statements import statement_changes

    return statement_changes.change(aligned, edit.region, edit.sentence, finding)


def _same_words(sentence: EditedSentence, finding: WordFinding) -> Hashable:
    """What two places of one change share: "fiscal year" that came in six times is told once."""
    old = tuple(sentence.old[index].key for index in finding.old)
    new = tuple(sentence.new[index].key for index in finding.new)
    return finding.label, old, new
