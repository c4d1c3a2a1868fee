"""What became of each sentence: kept, edited, added, deleted, moved, split or merged.

Equal sentences are the frame (`anchors`), reworded ones hang on it (`candidates`), left-overs are the rests of
splits and merges (`splits`), and what breaks the longest run in order has moved. Equal means: but for form
(`text.fold`), so a sentence whose quotation marks were curled is kept. A "move" whose words changed on the way
has marks that say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from revtrack.model import Claims, Mark, Role, SentenceOp, SentenceOpName, Spans
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.cells import EDGE
from revtrack.text.fold import fold, plain
from revtrack.versions import kept_places
from revtrack.versions.anchors import in_order, same
from revtrack.versions.candidates import Side, tie_alike
from revtrack.versions.splits import Group, groups
from revtrack.versions.words import marks

START = -1  # stands for the kin before the first sentence


class _Kin(NamedTuple):
    """Sentences that became one another."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    stays: bool
    same_form: bool


def align(old: Claims, new: Claims) -> tuple[SentenceOp, ...]:
    """One operation for every sentence of both versions, in the order of the new text.

    Deleted sentences come where they stood, before what was added there.
    """
    old_texts, new_texts = _texts(old), _texts(new)
    old_forms, new_forms = _forms(old_texts, new_texts)
    old_roles, new_roles = _roles(old), _roles(new)
    if "row" in old_roles or "row" in new_roles:
        from revtrack.versions import table_rows  # most articles have no table

        pairing = same(_keys(old_forms, old_roles, "old"), _keys(new_forms, new_roles, "new"))
        table_rows.tie(pairing, table_rows.tables(old), table_rows.tables(new))
        old_texts, new_texts = _copy(old_texts, old_roles), _copy(new_texts, new_roles)
    else:
        pairing = same(old_forms, new_forms)
    kept_places.keep(pairing, old_texts, new_texts)
    likeness = tie_alike(pairing, Side(old_texts, old_roles), Side(new_texts, new_roles))
    found = groups(pairing, likeness)
    staying = _staying(old, new, found)
    kin = {
        news[0]: _Kin(olds, news, news[0] in staying, [old_forms[i] for i in olds] == [new_forms[j] for j in news])
        for olds, news in found
    }
    return tuple(_operations(old, new, kin))


def _texts(side: Claims) -> list[str]:
    text = side.text
    return [text[span.start : span.end] for span in side.sentences]


def _roles(side: Claims) -> list[Role]:
    roles: list[Role] = ["body"] * len(side.sentences)
    for block in side.blocks:
        roles[block.first : block.last] = [block.role] * (block.last - block.first)
    return roles


def _keys(forms: list[str], roles: list[Role], side: str) -> list[str]:
    """The keys of sentences, with one of its own for each cell: cells are paired by their rows and columns."""
    told = zip(forms, roles, strict=True)
    return [f"{EDGE}{side}{n}" if role == "row" else form for n, (form, role) in enumerate(told)]


def _copy(texts: list[str], roles: list[Role]) -> list[str]:
    """The sentences that are likened by their words: none is a cell."""
    return ["" if role == "row" else text for text, role in zip(texts, roles, strict=True)]


def _forms(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """The keys to compare by. A text that is unchanged on both sides, equally often, needs no folding."""
    in_old, in_new = Counter(old), Counter(new)
    kept = {text for text, count in in_old.items() if in_new[text] == count}
    return (
        [text if text in kept else fold(text) for text in old],
        [text if text in kept else fold(text) for text in new],
    )


def _staying(old: Claims, new: Claims, found: list[Group]) -> set[int]:
    """The first new sentences of the groups that kept their order; the rest has moved."""
    firsts = [(olds[0], news[0]) for olds, news in found]
    weights = [_weight(old, olds) + _weight(new, news) for olds, news in found]
    return {first for _, first in in_order(firsts, weights)}


def _weight(side: Claims, indices: tuple[int, ...]) -> int:
    return 1 + side.sentences[indices[-1]].end - side.sentences[indices[0]].start


def _operations(old: Claims, new: Claims, kin: dict[int, _Kin]) -> Iterator[SentenceOp]:
    """The operations in reading order, given the kin by their first new sentence."""
    joined = {index for group in kin.values() for index in group.new}
    deleted = _deleted(old, kin)
    at_old = at_new = 0  # where an added or deleted sentence would stand on the other side
    yield from (_deletion(old, index, at_new) for index in deleted.get(START, ()))
    for index in range(len(new.sentences)):
        if group := kin.get(index):
            yield _kept(old, new, group)
            if group.stays:
                at_old, at_new = old.sentences[group.old[-1]].end, new.sentences[group.new[-1]].end
                yield from (_deletion(old, gone, at_new) for gone in deleted.get(index, ()))
        elif index not in joined:
            yield _addition(new, index, at_old)


def _deleted(old: Claims, kin: dict[int, _Kin]) -> dict[int, list[int]]:
    """The deleted sentences by the kin that they were behind."""
    first_new = {index: first for first, group in kin.items() for index in group.old}
    deleted: dict[int, list[int]] = {}
    behind = START
    for index in range(len(old.sentences)):
        if index not in first_new:
            deleted.setdefault(behind, []).append(index)
        elif kin[first_new[index]].stays:
            behind = first_new[index]
    return deleted


def _addition(new: Claims, index: int, at_old: int) -> SentenceOp:
    span = new.sentences[index]
    return SentenceOp("add", (), (index,), (), (span,), (Mark("insert", at_old, at_old, span.start, span.end),))


def _deletion(old: Claims, index: int, at_new: int) -> SentenceOp:
    span = old.sentences[index]
    return SentenceOp("delete", (index,), (), (span,), (), (Mark("delete", span.start, span.end, at_new, at_new),))


def _kept(old: Claims, new: Claims, group: _Kin) -> SentenceOp:
    old_spans, new_spans = _spans(old, group.old), _spans(new, group.new)
    op = _name(group)
    found = () if op == "equal" else _marks(old.text, new.text, old_spans, new_spans)
    return SentenceOp(op, group.old, group.new, old_spans, new_spans, found)


def _spans(side: Claims, indices: tuple[int, ...]) -> Spans:
    return tuple([side.sentences[index] for index in indices])


def _name(group: _Kin) -> SentenceOpName:
    if len(group.old) == len(group.new) == 1:
        return "move" if not group.stays else "equal" if group.same_form else "edit"
    return "edit" if len(group.old) > 1 < len(group.new) else "merge" if len(group.old) > 1 else "split"


def _marks(old: str, new: str, old_spans: Spans, new_spans: Spans) -> tuple[Mark, ...]:
    """Word marks of the stretches that the spans make up, in article offsets; curled marks are the same marks."""
    i, j = old_spans[0].start, new_spans[0].start
    before, after = plain(old[i : old_spans[-1].end]), plain(new[j : new_spans[-1].end])
    return tuple(
        Mark(mark.op, mark.old_start + i, mark.old_end + i, mark.new_start + j, mark.new_end + j)
        for mark in marks(before, after)
    )
