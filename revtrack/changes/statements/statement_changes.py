"""Findings on words as changes: with their clauses on both sides, a severity, and a line for a person."""

from __future__ import annotations

from revtrack.changes import severity
from revtrack.changes.statements import clauses, wordings
from revtrack.changes.statements.edited import EditedSentence, WordFinding
from revtrack.model import Change, Label, Passage, Side
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import Region


def sentence(side: Side, passage: Passage) -> Change:
    """A whole sentence added or removed."""
    label: Label = "removed" if side == "old" else "added"
    message = wordings.sentence(label, passage.text)
    old, new = (passage, None) if side == "old" else (None, passage)
    return Change("statement", (label,), "low", old, new, message)


def change(aligned: Aligned, region: Region, edited: EditedSentence, finding: WordFinding) -> Change:
    """Words of a kept sentence that say something else."""
    label = finding.label
    texts = aligned.before.text, aligned.after.text
    old = clauses.around(texts[0], edited.old, finding.old)
    new = clauses.around(texts[1], edited.new, finding.new)
    if label in ("added", "removed"):
        message = wordings.one_sided(label, *((texts[0], old) if label == "removed" else (texts[1], new)))
    else:
        message = wordings.replaced(label, texts[0], old, texts[1], new)
    before, after = _passage(aligned, "old", old), _passage(aligned, "new", new)
    grave = severity.of("statement", (label,))
    return Change("statement", (label,), grave, before, after, message, moved=region.moved)


def _passage(aligned: Aligned, side: Side, clause: clauses.Clause) -> Passage:
    text = aligned.side(side).text
    sentence = aligned.sentence_at(side, clause.first)
    return Passage(clause.start, clause.end, text[clause.start : clause.end], sentence)
