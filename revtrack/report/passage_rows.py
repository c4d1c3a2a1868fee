"""The passages of a diff as they are read: told differently now, in other words, or new in this version.

A sentence stands here once, with its words marked and the changes in it below. What came into the text whole is new
text, told by the paragraph; what left it belongs to what is told differently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from revtrack.model import SEVERITIES, Diff, Role, SentenceOpName, Severity, Side, gravest
from revtrack.model.passages import ChangedPassage
from revtrack.report import label_words
from revtrack.report.change_rows import ChangeRow
from revtrack.report.marked_article import Paragraph, Sentence
from revtrack.report.marked_text import MarkedRun, Runs
from revtrack.versions import phrases
from revtrack.versions.way import sentence_at

# Blocks that are not the story: a notice is shown as one, a time of publication only on request.
_APART: tuple[Role, ...] = ("notice", "furniture", "data")
_NAMED: dict[Role, str] = {
    "headline": "Headline",
    "field": "Front matter",
    "heading": "Heading",
    "caption": "Caption",
    "byline": "Byline",
    "dateline": "Dateline",
    "row": "Table",
    "notice": "Notice",
    "furniture": "Time of publication",
    "data": "Front matter",
}


class PassageRow(NamedTuple):
    """A sentence, or a few that became one another; `also` are changes made here too that stand with another passage.

    `where` names its place: "Headline", "Paragraph 6"; `severity` is that of its gravest change.
    """

    where: str
    op: SentenceOpName
    severity: Severity
    runs: Runs
    changes: tuple[ChangeRow, ...]
    also: tuple[int, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all changes made in it."""
        return tuple(sorted({*(row.number for row in self.changes), *self.also}))


class NewParagraph(NamedTuple):
    """The new sentences of one paragraph, as text; `counts` says what they tell: "3 figures, 1 quotation"."""

    where: str
    sentences: int
    text: str
    changes: tuple[ChangeRow, ...]
    counts: str


class NewText(NamedTuple):
    """All that came into the text whole."""

    sentences: int
    counts: str
    paragraphs: tuple[NewParagraph, ...]

    @property
    def summary(self) -> str:
        """ "34 sentences (24 figures, 17 attributed statements, 8 quotations)"; empty where nothing is new."""
        if not self.sentences:
            return ""
        return phrases.count(self.sentences, "sentence") + (f" ({self.counts})" if self.counts else "")


class Blocks(NamedTuple):
    """The three blocks of passages."""

    told_differently: tuple[PassageRow, ...]
    other_wording: tuple[PassageRow, ...]
    new_text: NewText


def of(diff: Diff, rows: Sequence[ChangeRow], paragraphs: Sequence[Paragraph], shown: Iterable[int]) -> Blocks:
    """The passages of a diff with the changes whose numbers are `shown`; `rows` are those of all changes."""
    wanted = frozenset(shown)
    everything = len(wanted) == len(rows)
    places = _Places(diff, paragraphs)
    echoes = _echoes(diff)
    told: list[PassageRow] = []
    other: list[PassageRow] = []
    new: list[tuple[str, str, tuple[ChangeRow, ...]]] = []
    for passage in diff.passages:
        own = tuple(rows[index] for index in passage.changes if index + 1 in wanted)
        also = tuple(number for number in echoes.get(_key(passage), ()) if number in wanted)
        where, role, runs = places.of(passage)
        if not (own or also) and (not everything or role in _APART):
            continue
        severity = gravest(rows[number - 1].severity for number in (*(change.number for change in own), *also))
        row = PassageRow(where, passage.op, severity, runs, own, also)
        if passage.op == "add" and not any(change.has_old for change in own) and not also:
            new.append((where, "".join(run.text for run in runs).strip(), own))
        elif passage.op in ("delete", "add") or also or any(not change.rewording for change in own):
            told.append(row)
        elif own or passage.op != "move" or any(run.state != "kept" for run in runs):
            other.append(row)
    told.sort(key=lambda row: SEVERITIES.index(row.severity))
    return Blocks(tuple(told), tuple(other), _new_text(new))


def _key(passage: ChangedPassage) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return passage.old, passage.new


def _echoes(diff: Diff) -> dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]]:
    """The numbers of the changes that were made in a passage too, but belong to another."""
    if not any(change.also for change in diff.changes):
        return {}
    home = {index: place for place, passage in enumerate(diff.passages) for index in passage.changes}
    found = diff.passages
    by_old = {index: place for place, passage in enumerate(found) for index in passage.old}
    by_new = {index: place for place, passage in enumerate(found) for index in passage.new}
    result: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]] = {}
    for index, change in enumerate(diff.changes):
        for also in change.also:
            place = by_new.get(sentence_at(diff.after, also.new.start)) if also.new else None
            if place is None and also.old:
                place = by_old.get(sentence_at(diff.before, also.old.start))
            if place is not None and place != home.get(index):
                numbers = result.setdefault(_key(found[place]), [])
                if index + 1 not in numbers:
                    numbers.append(index + 1)
    return result


class _Places:
    """Where each sentence of an article stands, and how it is shown."""

    def __init__(self, diff: Diff, paragraphs: Sequence[Paragraph]) -> None:
        self._shown: dict[tuple[Side, int], tuple[str, Role, Sentence]] = {}
        for where, paragraph in zip(labels(paragraphs), paragraphs, strict=True):
            for sentence in paragraph.sentences:
                side: Side = "old" if sentence.departed else "new"
                self._shown[side, sentence.place] = where, paragraph.role, sentence

    def of(self, passage: ChangedPassage) -> tuple[str, Role, Runs]:
        side: Side = "new" if passage.new else "old"
        found = [self._shown[side, index] for index in (passage.new or passage.old)]
        runs: list[MarkedRun] = []
        for _, _, sentence in found:
            runs += [MarkedRun(" "), *sentence.runs] if runs else sentence.runs
        return found[0][0], found[0][1], tuple(runs)


def labels(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """What each paragraph is called: "Headline", "Paragraph 6"; one that is gone "Removed after paragraph 6"."""
    number = 0
    for paragraph in paragraphs:
        named = _NAMED.get(paragraph.role)
        if named:
            yield named
        elif paragraph.whole == "removed":
            yield f"Removed after paragraph {number}" if number else "Removed at the top"
        else:
            number += 1
            yield f"Paragraph {number}"


def _new_text(found: Sequence[tuple[str, str, tuple[ChangeRow, ...]]]) -> NewText:
    paragraphs = []
    for where, group in groupby(found, key=lambda sentence: sentence[0]):
        own = list(group)
        changes = tuple(row for _, _, rows in own for row in rows)
        text = " ".join(text for _, text, _ in own)
        paragraphs.append(NewParagraph(where, len(own), text, changes, _counts(changes)))
    return NewText(len(found), _counts([row for one in paragraphs for row in one.changes]), tuple(paragraphs))


def _counts(rows: Iterable[ChangeRow]) -> str:
    """What new sentences tell: "3 figures, 1 quotation"; whole sentences without a claim are not counted."""
    counts = Counter(label_words.added_noun(row.kind) for row in rows if not row.rewording)
    return ", ".join(phrases.count(number, noun) for noun, number in counts.most_common())
