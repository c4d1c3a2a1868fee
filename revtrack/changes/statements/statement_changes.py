"""Findings on words as changes: with their clauses on both sides, a severity, and a line for a person."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.changes import comment_lines, severity
from revtrack.changes.statements import clauses, statement_message
from revtrack.changes.statements.edited import EditedSentence, EditedWord, WordFinding
from revtrack.model import Change, Label, Passage, Side
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import SIDES, Region

# A line about a comment is given whole up to so many words.
LINE_LONGEST = 14


def sentence(side: Side, passage: Passage) -> Change:
    """A whole sentence added or removed."""
    label: Label = "removed" if side == "old" else "added"
    message = statement_message.sentence(label, passage.text)
    old, new = (passage, None) if side == "old" else (None, passage)
    return Change("statement", (label,), "low", old, new, message)


def change(aligned: Aligned, region: Region, edited: EditedSentence, finding: WordFinding) -> Change:
    """Words of a kept sentence that say something else."""
    texts = aligned.before.text, aligned.after.text
    finding = _whole_word(texts[0], texts[1], edited, finding)
    if _is_about_comment(aligned, region, edited, finding):
        finding = _whole_line(edited, finding)
    label = finding.label
    old = clauses.around(texts[0], edited.old, finding.old)
    new = clauses.around(texts[1], edited.new, finding.new)
    if label in ("added", "removed"):
        message = statement_message.one_sided(label, *((texts[0], old) if label == "removed" else (texts[1], new)))
    else:
        message = statement_message.replaced(label, texts[0], old, texts[1], new)
    before, after = _passage(aligned, "old", old), _passage(aligned, "new", new)
    grave = severity.of("statement", (label,))
    return Change("statement", (label,), grave, before, after, message, moved=region.moved)


def _is_about_comment(aligned: Aligned, region: Region, edited: EditedSentence, finding: WordFinding) -> bool:
    """Whether words that look turned round tell how a reporter fared: "declined to comment", "could not be reached"."""
    if finding.label != "reversed":
        return False
    sides = zip(SIDES, (edited.old, edited.new), (finding.old, finding.new), strict=True)
    return all(
        all(comment_lines.tells_it(row[at].key) for at in words)
        and comment_lines.is_one(region.whole(side).of(aligned.side(side).text))
        for side, row, words in sides
    )


def _whole_line(edited: EditedSentence, finding: WordFinding) -> WordFinding:
    """The same in other words, and all of them where the sentence says little more."""
    if max(len(edited.old), len(edited.new)) > LINE_LONGEST:
        return finding._replace(label="word")
    return WordFinding("word", range(len(edited.old)), range(len(edited.new)))


def _whole_word(old: str, new: str, edited: EditedSentence, finding: WordFinding) -> WordFinding:
    """A finding; what came into or left a hyphened word is told as the whole word: "harbour-wide" -> "harbour"."""
    if finding.label not in ("added", "removed"):
        return finding
    text, row, words = (old, edited.old, finding.old) if finding.old else (new, edited.new, finding.new)
    if not words:
        return finding
    kept = {(pair if finding.old else pair[::-1])[0]: pair for pair in edited.kept}
    if _is_hyphened(text, row, words.start - 1) and (pair := kept.get(words.start - 1)):
        return WordFinding("word", range(pair[0], finding.old.stop), range(pair[1], finding.new.stop))
    if _is_hyphened(text, row, words.stop - 1) and (pair := kept.get(words.stop)):
        return WordFinding("word", range(finding.old.start, pair[0] + 1), range(finding.new.start, pair[1] + 1))
    return finding


def _is_hyphened(text: str, row: Sequence[EditedWord], at: int) -> bool:
    """Whether a hyphen alone parts a word from the next one."""
    return 0 <= at < len(row) - 1 and text[row[at].end : row[at + 1].start] in ("-", "\u2010", "\u2011")


def _passage(aligned: Aligned, side: Side, clause: clauses.Clause) -> Passage:
    text = aligned.side(side).text
    sentence = aligned.sentence_at(side, clause.first)
    return Passage(clause.start, clause.end, text[clause.start : clause.end], sentence)
