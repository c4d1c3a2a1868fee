"""Sentences as the users of NewsEdits know them: the table of its `matched_sentences`, and that of `split_sentences`.

The names are those of the data set: `x` is the old version, `y` the new one, sentences count from 0, and a sentence
without a partner has nothing on the other side. What stands there for how far two sentences are apart (a distance of
word vectors) is here the share of the sentence that was changed, by the word marks of the diff. A split sentence has
a row for each of its parts, and sentences that were merged one each.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from revtrack.model import Claims, Diff, Mark, SentenceOp, Span
from revtrack.rows.columns import Column, Row, Table, Versions

MATCHED = Table(
    "ops",
    (
        Column("entry_id", "string", "the article"),
        Column("version_x", "integer", "the old version"),
        Column("version_y", "integer", "the new version"),
        Column("sent_idx_x", "integer", "index of the sentence in the old version, from 0; empty where it was added"),
        Column("sent_idx_y", "integer", "index of the sentence in the new version, from 0; empty where it was removed"),
        Column("changed_x", "double", "share of the old sentence's characters that were changed, 0 to 1"),
        Column("changed_y", "double", "share of the new sentence's characters that were changed, 0 to 1"),
        Column("op", "string", "`equal`, `edit`, `add`, `delete`, `move`, `split` or `merge`"),
        Column("sentence_x", "string", "the old sentence"),
        Column("sentence_y", "string", "the new sentence"),
    ),
)
SPLIT = Table(
    "sentences",
    (
        Column("entry_id", "string", "the article"),
        Column("version", "integer", "the version"),
        Column("sent_idx", "integer", "index of the sentence, from 0"),
        Column("sentence", "string", "the sentence"),
    ),
)

SentencePlace = tuple[int | None, float | None, str | None]  # index, changed share and text of one side


def matched(diff: Diff, versions: Versions) -> Iterator[Row]:
    """The rows of a diff in the order of its sentence operations."""
    for op in diff.sentences:
        for (x, changed_x, old), (y, changed_y, new) in product(_side(op, diff, "old"), _side(op, diff, "new")):
            yield (versions.article, versions.old, versions.new, x, y, changed_x, changed_y, op.op, old, new)


def split(claims: Claims, article: str | None, version: int | None) -> Iterator[Row]:
    """The sentences of a version in text order."""
    for place, span in enumerate(claims.sentences):
        yield article, version, place, span.of(claims.text)


def _side(op: SentenceOp, diff: Diff, side: str) -> list[SentencePlace]:
    """The sentences that an operation has on one side; one that is none where it has none."""
    if side == "old":
        indices, spans, text = op.old, op.old_spans, diff.before.text
        marked = [Span(mark.old_start, mark.old_end) for mark in op.marks if _changes(mark)]
    else:
        indices, spans, text = op.new, op.new_spans, diff.after.text
        marked = [Span(mark.new_start, mark.new_end) for mark in op.marks if _changes(mark)]
    if not indices:
        return [(None, None, None)]
    alone = op.op in ("add", "delete")
    return [
        (index, 1.0 if alone else _share(span, marked), span.of(text))
        for index, span in zip(indices, spans, strict=True)
    ]


def _changes(mark: Mark) -> bool:
    return mark.op != "equal"


def _share(sentence: Span, marked: list[Span]) -> float:
    """How much of a sentence lies under marks, to six places."""
    changed = sum(max(0, min(sentence.end, one.end) - max(sentence.start, one.start)) for one in marked)
    return round(changed / max(1, sentence.end - sentence.start), 6)
