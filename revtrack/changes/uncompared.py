"""Two versions that cannot be compared: each sentence that differs is told as one that could not be compared."""

from __future__ import annotations

from revtrack.model import Change, Claims, Diff, Label, Passage, SentenceOp, WordAccount
from revtrack.model.guard import UNCOMPARED, must_raise
from revtrack.versions import align
from revtrack.versions.phrases import shorten

_LONGEST = 160


def diff(before: Claims, after: Claims) -> Diff:
    """The diff of two versions without a look at what they claim."""
    operations = _operations(before, after)
    changes = tuple(_change(before, after, one) for one in operations if one.op not in ("equal", "move"))
    count = len(changes)
    return Diff(before, after, operations, changes, words=WordAccount(changed=count, statements=count))


def _operations(before: Claims, after: Claims) -> tuple[SentenceOp, ...]:
    """What became of each sentence; where that cannot be told, all of the old are taken out and all new put in."""
    try:
        return align.align(before, after)
    except Exception as error:
        if must_raise(error):
            raise
    removed = (SentenceOp("delete", (index,), (), (span,), ()) for index, span in enumerate(before.sentences))
    added = (SentenceOp("add", (), (index,), (), (span,)) for index, span in enumerate(after.sentences))
    return (*removed, *added)


def _change(before: Claims, after: Claims, operation: SentenceOp) -> Change:
    old, new = _passage(before, operation.old), _passage(after, operation.new)
    label: Label = "word" if old and new else "added" if new else "removed"
    shown = " ".join(side.text for side in (new or old,) if side).split()
    return Change("statement", (label,), "medium", old, new, f'{UNCOMPARED}: "{shorten(" ".join(shown), _LONGEST)}"')


def _passage(side: Claims, sentences: tuple[int, ...]) -> Passage | None:
    """The sentences of one side from the first to the last."""
    if not sentences:
        return None
    start, end = side.sentences[min(sentences)].start, side.sentences[max(sentences)].end
    return Passage(start, end, side.text[start:end], min(sentences))
