"""The article of a diff: the new text with word marks, and removed words where they used to be.

A removed sentence is shown in the paragraph of its old neighbour, after the sentence before it or before the one
after it; a paragraph removed whole is shown as one. A moved sentence is shown in its new place, with a pointer in
its old one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import Literal, NamedTuple

from revtrack.model import Block, Claims, Diff, Mark, Role, SentenceOp, SentenceOpName, Span
from revtrack.report.escaping import visible
from revtrack.report.marked_text import MarkedRun, Runs, State, of_op
from revtrack.versions import typeset
from revtrack.versions.phrases import shorten
from revtrack.versions.typeset import Setting, TypesetText
from revtrack.versions.way import Region, sentence_at

Moved = Literal["", "here", "away"]
Place = tuple[int, Span | None, Span | None]  # number of a change, its place in the old and the new text
Note = tuple[int, int]  # offset, number of a change
Piece = tuple[State, Span]  # in offsets of the old text if removed, else of the new

# Characters of a moved sentence shown in its old place.
POINTER = 60

# Signs that follow a word without a space.
_CLOSING = ".,;:!?)]…”’\"'%"


class Sentence(NamedTuple):
    """A sentence as it is shown, or a cell in its `column`; `move` numbers the two ends of a move from 1.

    If it moved away, `runs` is the pointer and `before` the sentence that used to be there. `place` is its index among
    the sentences of the new text, or of the old one if it is there no more.
    """

    op: SentenceOpName
    runs: Runs
    moved: Moved = ""
    move: int = 0
    before: Runs = ()
    column: int = 0
    place: int = -1

    @property
    def departed(self) -> bool:
        """Whether it is shown where it stood in the old text."""
        return self.moved == "away" or self.op == "delete"

    @property
    def changed(self) -> bool:
        return bool(self.moved) or any(run.state != "kept" or run.notes for run in self.runs)


class Paragraph(NamedTuple):
    """A block of the article, and what it is set as."""

    role: Role
    sentences: tuple[Sentence, ...]
    setting: Setting = typeset.PLAIN

    @property
    def changed(self) -> bool:
        return any(sentence.changed for sentence in self.sentences)

    @property
    def whole(self) -> State:
        """ "added" or "removed" for a paragraph added or removed whole, else "kept"."""
        ops = {sentence.op for sentence in self.sentences}
        return "added" if ops == {"add"} else "removed" if ops == {"delete"} else "kept"


def paragraphs(diff: Diff, places: Sequence[Place]) -> tuple[Paragraph, ...]:
    """The article, with the numbers of changes after the words they are about."""
    return tuple(_Printer(diff, places).paragraphs())


def noted(paragraphs: tuple[Paragraph, ...]) -> frozenset[int]:
    """The numbers of the changes that an article points to."""
    sentences = (sentence for paragraph in paragraphs for sentence in paragraph.sentences)
    return frozenset(number for sentence in sentences for run in sentence.runs for number in run.notes)


class _Printer:
    """Lays out one article; holds the lookup tables this needs."""

    def __init__(self, diff: Diff, places: Sequence[Place]) -> None:
        self.old, self.new = diff.before, diff.after
        self.by_old = {index: op for op in diff.sentences for index in op.old}
        self.by_new = {index: op for op in diff.sentences for index in op.new}
        self.moves = {op: number for number, op in enumerate((op for op in diff.sentences if op.op == "move"), 1)}
        self.leavings = _leavings(diff, self.by_old)
        self.old_blocks, self.new_blocks = _block_of(diff.before), _block_of(diff.after)
        self.set_old, self.set_new = TypesetText(diff.before), TypesetText(diff.after)
        self.notes = self._notes(places)

    def paragraphs(self) -> Iterator[Paragraph]:
        yield from self._removed_below(-1)
        for place, block in enumerate(self.new.blocks):
            if block.first < block.last:
                yield Paragraph(block.role, tuple(self._in_block(block)), self.set_new.settings[place])
            yield from self._removed_below(place)

    def _in_block(self, block: Block) -> Iterator[Sentence]:
        for index in range(block.first, block.last):
            yield from map(self._departed, self.leavings["before", index])
            yield self._present(index)
            yield from map(self._departed, self.leavings["after", index])

    def _removed_below(self, place: int) -> Iterator[Paragraph]:
        """The paragraphs removed whole from below the block that is now at `place`."""
        for block, indices in groupby(self.leavings["below", place], key=self.old_blocks.__getitem__):
            sentences = tuple(map(self._departed, indices))
            yield Paragraph(self.old.blocks[block].role, sentences, self.set_old.settings[block])

    def _present(self, index: int) -> Sentence:
        op = self.by_new[index]
        pieces = _pieces(op, op.new.index(index), self.new.sentences[index], self.old.text)
        moved: Moved = "here" if op.op == "move" else ""
        column = _column(self.new, self.set_new, self.new_blocks[index], index)
        return Sentence(op.op, tuple(self._runs(pieces)), moved, self.moves.get(op, 0), column=column, place=index)

    def _departed(self, index: int) -> Sentence:
        op, span = self.by_old[index], self.old.sentences[index]
        column = _column(self.old, self.set_old, self.old_blocks[index], index)
        if op.op == "move":
            pointer = MarkedRun(shorten(visible(self.set_old.seen(span)), POINTER))
            before = tuple(_former_runs(op, span, self.set_old))
            return Sentence(op.op, (pointer,), "away", self.moves[op], before, column, index)
        return Sentence(op.op, tuple(self._runs([("removed", span)])), column=column, place=index)

    def _runs(self, pieces: Sequence[Piece]) -> Iterator[MarkedRun]:
        for (state, span), following in zip_longest(pieces, pieces[1:]):
            text = self._text(state)
            words = self.set_old if state == "removed" else self.set_new
            for part, numbers in _noted(span, self.notes[state == "removed"]):
                looks = list(words.looks(part)) or [(part, "")]
                for place, (own, look) in enumerate(looks, 1):
                    seen, here = visible(words.seen(own)), numbers if place == len(looks) else ()
                    if seen or here:
                        yield MarkedRun(seen, state, notes=here, look=look)
            # "[-8,000-]{+10,000+}" were two words: show the space after the first. It is the old text's, so that
            # "$[-2m -]{+3m+}" does not read "$ 3m".
            if state == "removed" and following and text[span.end : span.end + 1].isspace():
                sign = self._text(following[0])[following[1].start]
                if not (sign.isspace() or sign in _CLOSING):
                    yield MarkedRun(" ", "removed")

    def _text(self, state: State) -> str:
        return self.old.text if state == "removed" else self.new.text

    def _notes(self, places: Sequence[Place]) -> tuple[list[Note], list[Note]]:
        """Where each change is noted: in offsets of the new text, or of the old text if its words were removed."""
        present: list[Note] = []
        removed: list[Note] = []
        for number, old, new in places:
            landed = new.end if new else self._landing(old) if old else None
            if landed is not None:
                present.append((landed, number))
            elif old:
                removed.append((old.end, number))
        return sorted(present), sorted(removed)

    def _landing(self, place: Span) -> int | None:
        """The place in the new text of kept words of the old one; None for removed words."""
        op = self.by_old.get(sentence_at(self.old, place.start))
        return Region(op).landing("old", place) if op else None


def _leavings(diff: Diff, by_old: Mapping[int, SentenceOp]) -> defaultdict[tuple[str, int], list[int]]:
    """Old sentences that left their place, keyed by "before" or "after" a new sentence, or "below" a new block."""
    result: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    new_blocks = _block_of(diff.after)
    above = -1
    for block in diff.before.blocks:
        indices = range(block.first, block.last)
        kept = [index for index in indices if _kept(by_old.get(index))]
        for index in indices:
            if index not in by_old or _kept(by_old[index]):
                continue
            nearest = bisect_right(kept, index)
            if nearest:
                result["after", max(by_old[kept[nearest - 1]].new)].append(index)
            elif kept:
                result["before", min(by_old[kept[0]].new)].append(index)
            else:
                result["below", above].append(index)
        if kept:
            above = new_blocks[max(by_old[kept[-1]].new)]
    return result


def _kept(op: SentenceOp | None) -> bool:
    return op is not None and op.op != "move" and bool(op.new)


def _block_of(claims: Claims) -> Mapping[int, int]:
    return {index: place for place, block in enumerate(claims.blocks) for index in range(block.first, block.last)}


def _column(claims: Claims, words: TypesetText, block: int, index: int) -> int:
    """The table column of a sentence; 0 outside a table."""
    columns = words.settings[block].columns
    return columns[index - claims.blocks[block].first] if columns else 0


def _former_runs(op: SentenceOp, span: Span, words: TypesetText) -> Iterator[MarkedRun]:
    """A sentence that moved away, as it was in its old place."""
    for mark in op.marks or (Mark("equal", span.start, span.end, 0, 0),):
        start, end = max(mark.old_start, span.start), min(mark.old_end, span.end)
        if start < end:
            seen = visible(words.seen(Span(start, end)))
            yield MarkedRun(seen, "kept" if mark.op == "equal" else "removed")


def _pieces(op: SentenceOp, place: int, span: Span, old_text: str) -> list[Piece]:
    """The pieces of one new sentence of an op, the one at index `place`."""
    pieces: list[Piece] = []
    cursor = span.start
    until = op.new_spans[place + 1].start if place + 1 < len(op.new_spans) else None
    for mark in of_op(op):
        if mark.op == "equal":
            continue
        start, end = max(mark.new_start, span.start), min(mark.new_end, span.end)
        here = (place == 0 or mark.new_start >= span.start) and (until is None or mark.new_start < until)
        if start > cursor and (here or start < end):
            pieces.append(("kept", Span(cursor, min(start, span.end))))
            cursor = min(start, span.end)
        if here and old_text[mark.old_start : mark.old_end].strip():
            pieces.append(("removed", Span(mark.old_start, mark.old_end)))
        if start < end:
            pieces.append(("added", Span(start, end)))
            cursor = end
    return [*pieces, ("kept", Span(cursor, span.end))] if cursor < span.end else pieces


def _noted(span: Span, notes: Sequence[Note]) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """A span cut after each offset that has notes."""
    found: dict[int, list[int]] = {}
    for offset, number in notes[bisect_right(notes, (span.start, 1 << 62)) :]:
        if offset > span.end:
            break
        found.setdefault(offset, []).append(number)
    start = span.start
    for offset, numbers in found.items():
        yield Span(start, offset), tuple(dict.fromkeys(numbers))
        start = offset
    if start < span.end:
        yield Span(start, span.end), ()
