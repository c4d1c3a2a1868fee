"""Changed names: "Cadel" became "Nadel"; a fuller form or an acronym of the same name is not a change."""

from __future__ import annotations

from functools import partial

from revtrack.changes import message, severity
from revtrack.changes.pair import pair
from revtrack.model import Change, Name, Span
from revtrack.versions.aligned import Aligned
from revtrack.versions.identity import misspelt, same_name
from revtrack.versions.way import Region


def find(aligned: Aligned) -> list[Change]:
    """Names that changed in place."""
    found: list[Change] = []
    for region, old, new in aligned.by_region(Name):
        if region.equal or not region.kept:
            continue
        paired = pair(old, new, partial(_likeness, region))
        found += [_change(region, a, b) for a, b in paired.pairs if _differs(region, a, b)]
    return found


def _likeness(region: Region, old: Name, new: Name) -> float:
    return region.meet(old.span, new.span) + 2.0 * same_name(old.text, new.text)


def _differs(region: Region, old: Name, new: Name) -> bool:
    spelling = misspelt(old.text, new.text)
    if old.type != new.type and "other" not in (old.type, new.type) and not spelling:
        return False
    if same_name(old.text, new.text) or same_name(old.name, new.name):
        return False
    if not (region.touched("old", old.span) and region.touched("new", new.span)):
        return False
    people = "person" in (old.type, new.type)
    return people or spelling or _alone(region, old.span, new.span)


def _alone(region: Region, old: Span, new: Span) -> bool:
    """Whether a name is all that changed in its sentence: another place in a rewritten one is other news."""
    return all(
        old.start <= mark.old_start
        and mark.old_end <= old.end
        and new.start <= mark.new_start
        and mark.new_end <= new.end
        for mark in region.changed
    )


def _change(region: Region, old: Name, new: Name) -> Change:
    grave = severity.of("name", ("spelling",))
    return Change("name", ("spelling",), grave, old, new, message.name(old, new), moved=region.moved)
