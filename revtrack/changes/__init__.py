"""What differs between the claims of two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from revtrack.model import SEVERITIES, Change, Claims, Diff, WordAccount, guard
from revtrack.model.record import replace

if TYPE_CHECKING:
    from revtrack.versions.aligned import Aligned

__all__ = ["between"]


def between(before: Claims, after: Claims) -> Diff:
    """The diff of two versions of an article, most serious change first.

    Where comparing fails, each sentence that differs is told as one that could not be compared.
    """
    try:
        return _compared(before, after)
    except Exception as error:
        if guard.must_raise(error):
            raise
    from revtrack.changes import uncompared

    return uncompared.diff(before, after)


def _compared(before: Claims, after: Claims) -> Diff:
    from revtrack.changes import original_places
    from revtrack.text.markup import translation

    diff = original_places.restored(_between(translation.in_copy(before), translation.in_copy(after)), before, after)
    if before.text != after.text and not diff.words.changed:  # spaces, marks or markup
        return replace(diff, words=WordAccount(changed=1, form=1))
    return diff


def _between(before: Claims, after: Claims) -> Diff:
    from revtrack.changes import notices, repeats, rewriting, severity, statements, updates
    from revtrack.versions import align
    from revtrack.versions.aligned import Aligned, sentences_in

    if before.text == after.text:
        return Diff(before, after, align.align(before, after), ())
    operations = align.align(before, after)
    rewritten = rewriting.is_rewritten(operations)
    aligned = Aligned.of(before, after, operations, rewritten=rewritten)
    found = repeats.folded(
        _found(aligned), lambda change: aligned.cell("new", change.new.sentence) if change.new else ""
    )
    stated = statements.find(aligned, found)
    found = [*stated.others, *map(severity.weighed, stated.changes)]
    lines = sentences_in(before, "furniture"), sentences_in(after, "furniture")
    furniture = [change for change in found if _is_furniture(change, *lines)]
    changes = [change for change in found if not _is_furniture(change, *lines)]
    changes.sort(key=lambda change: (SEVERITIES.index(change.severity), repeats.place(change)))
    owned = notices.find(aligned, changes)
    return Diff(
        before,
        after,
        operations,
        updates.marked(aligned, notices.acknowledged(changes, owned)),
        tuple(furniture),
        owned,
        rewritten=rewritten,
        words=stated.words,
    )


def _found(aligned: Aligned) -> list[Change]:
    from revtrack.changes import attributions, certainty, dates, figures, names, precedence, quote_changes

    values = [*figures.find(aligned), *dates.find(aligned)]
    renamed = names.find(aligned)
    quoted = quote_changes.find(aligned, [*values, *renamed])
    return precedence.without_repeated(
        [*values, *renamed, *attributions.find(aligned), *certainty.find(aligned), *quoted]
    )


def _is_furniture(change: Change, old: frozenset[int], new: frozenset[int]) -> bool:
    """Whether a change is in lines that give the time of publication or update, on each side that it has."""
    in_old = change.old is None or change.old.sentence in old
    return in_old and (change.new is None or change.new.sentence in new)
