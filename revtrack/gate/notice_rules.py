"""What is wrong with the notices of an edit: none where claims changed, a vague one, one taken out again.

A correction that names "8,000" acknowledges the figure that was 8,000. Notices in adjoining paragraphs are read as one,
so that the line "Correction" alone need not name anything.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from revtrack.gate.breach import Breach, no_notice, of_article
from revtrack.gate.rules import code_for
from revtrack.model import Change, Date, Diff, Figure, Label, Notice, NoticeType, Span
from revtrack.text.fold import fold
from revtrack.versions import identity
from revtrack.versions.identity import amount

# From this share of an old notice's words in a new one it was reworded rather than taken out.
REWORDED = 0.6
# Each notice of one version is held against each of the other; no real article has as many.
MOST = 50
# Labels of changes that put right what was published; any other change may be called an update.
PUT_RIGHT: frozenset[Label] = frozenset(
    (
        *("value", "unit", "noun", "bound", "words", "speaker", "source", "spelling", "replaced"),
        *("reversed", "swapped", "scope", "word"),
    )
)
CORRECTING: tuple[NoticeType, ...] = ("correction", "clarification")


class Group(NamedTuple):
    """Adjoining notices of one version, read as one; `type` is that of the first."""

    type: NoticeType
    span: Span
    text: str
    changes: tuple[int, ...]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(fold(self.text).lower().split())


def find(diff: Diff) -> Iterator[Breach]:
    """The breaches of a diff; a missing notice counts only where a serious change is not acknowledged."""
    old, new = (tuple(islice(_groups(diff, side), MOST)) for side in ("old", "new"))
    kept = {group.words for group in old} & {group.words for group in new}
    fresh = [group for group in new if group.words not in kept]
    if diff.changes and not fresh:
        yield no_notice(diff)
    for group in fresh:
        yield from _of_new(diff, group, any(_reworded(other, group) for other in old if other.words not in kept))
    for group in old:
        if group.words not in kept:
            yield from _of_old(diff, group, fresh)


def _groups(diff: Diff, side: str) -> Iterator[Group]:
    text = (diff.before if side == "old" else diff.after).text
    open_group: list[Notice] = []
    for notice in sorted((one for one in diff.notices if one.side == side), key=lambda one: one.start):
        if open_group and text[open_group[-1].end : notice.start].strip(" \t\r\n*_>#-"):
            yield _group(open_group, text)
            open_group = []
        open_group.append(notice)
    if open_group:
        yield _group(open_group, text)


def _group(notices: list[Notice], text: str) -> Group:
    span = Span(notices[0].start, notices[-1].end)
    return Group(notices[0].type, span, span.of(text), tuple(index for one in notices for index in one.changes))


def _of_new(diff: Diff, group: Group, is_reworded: bool) -> Iterator[Breach]:
    changes = [diff.changes[index] for index in group.changes]
    others = [change for change in diff.changes if not change.acknowledged and change.severity != "low"]
    vague = bool(changes) and not any(_is_named(diff, group, change) for change in changes)
    if (vague or (not changes and others)) and group.type in CORRECTING and not is_reworded:
        yield _breach("vague", f"the {group.type} gives neither the old nor the new value of any change", group.span)
    right = [change for change in changes if PUT_RIGHT & set(change.labels) and change.severity != "low"]
    if group.type == "update" and right:
        yield _breach(
            "disguised", f"called an update, but it corrects what was published: {right[0].message}", group.span
        )
    yield from _wrong_values(diff, group)


def _is_named(diff: Diff, group: Group, change: Change) -> bool:
    """Whether a notice about a change gives its old or new value; changes of other kinds have none to give."""
    if change.labels != ("value",):
        return True
    own = [claim for claim in diff.after.claims if isinstance(claim, Figure | Date) and _inside(claim.span, group)]
    sides = [side for side in (change.old, change.new) if side]
    return any(identity.repeated(claim, side) for side in sides for claim in own)


def _wrong_values(diff: Diff, group: Group) -> Iterator[Breach]:
    """A figure in a notice that neither version has, where the new value of the change it names is not given."""
    own = [claim for claim in diff.after.claims if isinstance(claim, Figure) and _inside(claim.span, group)]
    known = set(_values(diff, group))
    for index in group.changes:
        old, new = diff.changes[index].old, diff.changes[index].new
        if not isinstance(old, Figure) or not isinstance(new, Figure):
            continue
        if any(amount(claim) == amount(new) for claim in own):
            continue
        for claim in own:
            if claim.unit == new.unit and amount(claim) not in known and not claim.ordinal:
                yield _breach("wrong", f"the notice says {claim.text}, the text {new.text}", claim.span)


def _values(diff: Diff, group: Group) -> Iterator[Hashable]:
    """The values of both versions outside the notice."""
    old, new = diff.before.claims, diff.after.claims
    yield from (amount(claim) for claim in old if isinstance(claim, Figure))
    yield from (amount(claim) for claim in new if isinstance(claim, Figure) and not _inside(claim.span, group))


def _inside(span: Span, group: Group) -> bool:
    return group.span.holds(span)


def _of_old(diff: Diff, group: Group, fresh: Iterable[Group]) -> Iterator[Breach]:
    """An old notice that is gone; it is not where its words are still in a longer notice or in the copy."""
    if group.type == "update" or fold(group.text) in fold(diff.after.text):
        return
    heir = next((other for other in fresh if _reworded(group, other)), None)
    if heir is None:
        yield of_article(diff, "removed", f"the {group.type.replace('_', ' ')} was removed", group.text)
    elif not group.words <= heir.words and not heir.changes:
        yield _breach("reworded", f"the {group.type.replace('_', ' ')} was reworded", heir.span, group.text, heir.text)


def _reworded(old: Group, new: Group) -> bool:
    return len(old.words & new.words) >= REWORDED * len(old.words)


def _breach(label: str, message: str, span: Span, old: str | None = None, new: str | None = None) -> Breach:
    return Breach((code_for("notice", label),), message, (span,), old, new)
