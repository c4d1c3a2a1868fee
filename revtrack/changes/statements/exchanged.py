"""Exchanges among the edited sentences of an article, before changes of other kinds own their words.

"Lind is on 48%, Ortiz on 44%" with the two exchanged is one change, not two of figures. Where the words belong to
sources and quotations that changed, those changes say more and are reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.changes import repeats
from revtrack.changes.statements import closed_classes, swaps
from revtrack.changes.statements.edited import EditedSentence, WordFinding
from revtrack.changes.statements.ownership import Ownership
from revtrack.model import Change, Side, Span, Spans
from revtrack.model.named_tuple import NamedTuple
from revtrack.versions.aligned import Aligned
from revtrack.versions.stretches import joined, meet
from revtrack.versions.way import SIDES, Region


class WordEdit(NamedTuple):
    """A region in which words changed, as two rows of words."""

    region: Region
    sentence: EditedSentence

    @property
    def size(self) -> int:
        """How many words changed, those taken out and those put in."""
        changed = self.sentence.changed
        return len(changed.old) + len(changed.new)


class Exchanged(NamedTuple):
    """The exchanges in each of some edits, and the changes of other kinds that report something else."""

    findings: list[list[WordFinding]]
    others: list[Change]


def find(aligned: Aligned, edits: Sequence[WordEdit], changes: Sequence[Change]) -> Exchanged:
    """The exchanges, those left out whose words are reported with their source or quotation."""
    every = _found(aligned, edits)
    if not any(every):
        return Exchanged(every, list(changes))
    speech = Ownership.of(aligned, (change for change in changes if change.kind in ("attribution", "quote")))
    findings = [
        [finding for finding in found if not speech.owns_any(edit.sentence, finding)]
        for edit, found in zip(edits, every, strict=True)
    ]
    reported = {side: joined(_spans(side, edits, findings)) for side in SIDES}
    return Exchanged(findings, [change for change in changes if not _is_reported(change, reported)])


def _found(aligned: Aligned, edits: Sequence[WordEdit]) -> list[list[WordFinding]]:
    """The exchanges within each edited sentence and between neighbouring ones.

    Values exchanged between cells of a table are told by row and column, as changed values.
    """
    sentences = [edit.sentence for edit in edits]
    open_words = [sentence.changed for sentence in sentences]
    pairs = zip(sentences, open_words, strict=True)
    found = [[two for two in swaps.find(sentence, words) if not _is_scale(sentence, two)] for sentence, words in pairs]
    for exchange in swaps.across(sentences, open_words):
        first, second = edits[exchange.first].region, edits[exchange.second].region
        if _is_scale(sentences[exchange.first], exchange.first_finding) or not _are_neighbours(first, second):
            continue
        if not (found[exchange.first] or found[exchange.second] or aligned.cell("new", first.first("new"))):
            found[exchange.first].append(exchange.first_finding)
            found[exchange.second].append(exchange.second_finding)
    return found


def _are_neighbours(first: Region, second: Region) -> bool:
    """Whether one sentence follows the other in both versions: further apart, two values are alike by chance."""
    return all(second.first(side) - first.first(side) == 1 for side in SIDES)


def _is_scale(sentence: EditedSentence, finding: WordFinding) -> bool:
    """Whether only words such as "million" and "billion" changed places: the numbers stayed, so no value did."""
    old = {sentence.old[index].key for index in finding.old}
    new = {sentence.new[index].key for index in finding.new}
    return bool(old ^ new) and all(closed_classes.is_scale(key) for key in old ^ new)


def _spans(side: Side, edits: Sequence[WordEdit], findings: Sequence[Sequence[WordFinding]]) -> Iterator[Span]:
    for edit, found in zip(edits, findings, strict=True):
        for finding in found:
            row, indices = (edit.sentence.old, finding.old) if side == "old" else (edit.sentence.new, finding.new)
            yield from (Span(row[index].start, row[index].end) for index in indices)


def _is_reported(change: Change, reported: dict[Side, Spans]) -> bool:
    """Whether a value or name that changed is one of those that were exchanged, in every place where it changed."""
    if change.kind not in ("figure", "date", "name"):
        return False
    places = (repeats.own_place(change), *change.also)
    spans = [(side, span) for place in places for side in SIDES if (span := place.on(side))]
    return all(meet(reported[side], span) for side, span in spans)
