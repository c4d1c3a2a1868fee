"""What differs between the claims of two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from revtrack.model import Change, Claims, Diff

if TYPE_CHECKING:
    from revtrack.versions.way import Aligned

__all__ = ["between"]


def between(before: Claims, after: Claims) -> Diff:
    """The diff of two versions of an article, most serious change first."""
    from revtrack.changes import seen
    from revtrack.text.markup import places

    return seen.restored(_between(places.in_copy(before), places.in_copy(after)), before, after)


def _between(before: Claims, after: Claims) -> Diff:
    from revtrack.changes import notices, once, rewriting, severity
    from revtrack.versions import align
    from revtrack.versions.way import Aligned

    if before.text == after.text:
        return Diff(before, after, align.align(before, after), ())
    operations = align.align(before, after)
    rewritten = rewriting.is_rewritten(operations)
    aligned = Aligned.of(before, after, operations, rewritten=rewritten)
    told = once.told_once(_found(aligned))
    furniture = [change for change in told if _is_furniture(aligned, change)]
    changes = [change for change in told if not _is_furniture(aligned, change)]
    changes.sort(key=lambda change: (severity.RANK[change.severity], once.place(change)))
    owned = notices.find(aligned, changes)
    return Diff(
        before, after, operations, notices.acknowledged(changes, owned), tuple(furniture), owned, rewritten=rewritten
    )


def _found(aligned: Aligned) -> list[Change]:
    from revtrack.changes import attributions, certainty, dates, figures, names, once, quotes

    values = figures.find(aligned) + dates.find(aligned)
    sources = attributions.find(aligned)
    renamed = names.find(aligned)
    quoted = once.speakers_apart(quotes.find(aligned, [*values, *renamed]), sources)
    stated = once.statements_apart(sources, certainty.find(aligned))
    return values + once.names_apart(renamed, sources, quoted) + stated + quoted


def _is_furniture(aligned: Aligned, change: Change) -> bool:
    old = change.old is None or aligned.in_furniture("old", change.old)
    return old and (change.new is None or aligned.in_furniture("new", change.new))
