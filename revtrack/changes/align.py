"""What became of each sentence: kept, edited, added, deleted, moved, split or merged.

Equal sentences are the frame (`anchors`), reworded ones hang on it (`candidates`), left-overs are the rests of
splits and merges (`splits`), and what breaks the longest run in order has moved. Equal means: but for form
(`text.fold`), so a sentence whose quotation marks were curled is kept. A "move" whose words changed on the way
has marks that say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.changes.anchors import in_order, same
from revtrack.changes.candidates import Side, tie_alike
from revtrack.changes.splits import Group, groups
from revtrack.changes.words import marks
from revtrack.model import Claims, Mark, Role, SentenceOp, SentenceOpName, Spans
from revtrack.text.fold import fold

START = -1  # stands for the group before the first sentence


def align(old: Claims, new: Claims) -> tuple[SentenceOp, ...]:
    """One operation for every sentence of both versions, in the order of the new text.

    Deleted sentences come where they stood, before what was added there.
    """
    old_texts, new_texts = _texts(old), _texts(new)
    pairing = same(*_forms(old_texts, new_texts))
    likeness = tie_alike(pairing, Side(old_texts, _roles(old)), Side(new_texts, _roles(new)))
    found = groups(pairing, likeness)
    return tuple(_operations(old, new, found, _staying(old, new, found)))


def _texts(side: Claims) -> list[str]:
    text = side.text
    return [text[span.start : span.end] for span in side.sentences]


def _roles(side: Claims) -> list[Role]:
    roles: list[Role] = ["body"] * len(side.sentences)
    for block in side.blocks:
        roles[block.first : block.last] = [block.role] * (block.last - block.first)
    return roles


def _forms(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """The keys to compare by: a text that stands on both sides as it is needs no folding."""
    kept = set(old) & set(new)
    return ([text if text in kept else fold(text) for text in old],
            [text if text in kept else fold(text) for text in new])  # fmt: skip


def _staying(old: Claims, new: Claims, found: list[Group]) -> set[int]:
    """The first new sentences of the groups that kept their order; the rest has moved."""
    firsts = [(olds[0], news[0]) for olds, news in found]
    weights = [_weight(old, olds) + _weight(new, news) for olds, news in found]
    return {first for _, first in in_order(firsts, weights)}


def _weight(side: Claims, indices: tuple[int, ...]) -> int:
    return 1 + side.sentences[indices[-1]].end - side.sentences[indices[0]].start


def _operations(old: Claims, new: Claims, found: list[Group], staying: set[int]) -> Iterator[SentenceOp]:
    by_first = {news[0]: (olds, news) for olds, news in found}
    taken = {index for _, news in found for index in news}
    deleted = _deleted(old, found, staying)
    at_old = at_new = 0  # where an added or deleted sentence would stand on the other side
    yield from (_deletion(old, index, at_new) for index in deleted.get(START, ()))
    for index in range(len(new.sentences)):
        if index in by_first:
            olds, news = by_first[index]
            yield _kept(old, new, olds, news, index in staying)
            if index in staying:
                at_old, at_new = old.sentences[olds[-1]].end, new.sentences[news[-1]].end
                yield from (_deletion(old, gone, at_new) for gone in deleted.get(index, ()))
        elif index not in taken:
            yield _addition(new, index, at_old)


def _deleted(old: Claims, found: list[Group], staying: set[int]) -> dict[int, list[int]]:
    """The deleted sentences by the first new sentence of the group that they stood behind."""
    taken = {index: news[0] for olds, news in found for index in olds}
    deleted: dict[int, list[int]] = {}
    behind = START
    for index in range(len(old.sentences)):
        if index not in taken:
            deleted.setdefault(behind, []).append(index)
        elif taken[index] in staying:
            behind = taken[index]
    return deleted


def _addition(new: Claims, index: int, at_old: int) -> SentenceOp:
    span = new.sentences[index]
    return SentenceOp("add", (), (index,), (), (span,), (Mark("insert", at_old, at_old, span.start, span.end),))


def _deletion(old: Claims, index: int, at_new: int) -> SentenceOp:
    span = old.sentences[index]
    return SentenceOp("delete", (index,), (), (span,), (), (Mark("delete", span.start, span.end, at_new, at_new),))


def _kept(old: Claims, new: Claims, olds: tuple[int, ...], news: tuple[int, ...], stays: bool) -> SentenceOp:
    old_spans, new_spans = tuple(old.sentences[i] for i in olds), tuple(new.sentences[j] for j in news)
    before, after = _stretch(old, old_spans), _stretch(new, new_spans)
    op = _name(before, after, len(olds), len(news), stays)
    if op == "equal":
        return SentenceOp(op, olds, news, old_spans, new_spans)
    return SentenceOp(op, olds, news, old_spans, new_spans, _placed(marks(before, after), old_spans, new_spans))


def _stretch(side: Claims, spans: Spans) -> str:
    return side.text[spans[0].start : spans[-1].end]


def _name(before: str, after: str, olds: int, news: int, stays: bool) -> SentenceOpName:
    if olds != news:
        return "merge" if olds > news else "split"
    if not stays:
        return "move"
    return "equal" if before == after or fold(before) == fold(after) else "edit"


def _placed(found: tuple[Mark, ...], old: Spans, new: Spans) -> tuple[Mark, ...]:
    """Marks of two stretches in article offsets."""
    i, j = old[0].start, new[0].start
    return tuple(
        Mark(mark.op, mark.old_start + i, mark.old_end + i, mark.new_start + j, mark.new_end + j) for mark in found
    )
