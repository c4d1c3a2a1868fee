"""Changed names: "Cadel" became "Nadel"; a fuller form or an acronym of the same name is no change."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import partial

from revtrack.changes import message, severity
from revtrack.changes.pair import pair
from revtrack.model import Change, Name, Span
from revtrack.text.fold import fold
from revtrack.versions.way import Aligned, Region

# Two words are one name spelled in two ways from this share of letters in common (difflib's ratio).
MISSPELT = 0.65


def find(aligned: Aligned) -> list[Change]:
    """Names that changed where they stand."""
    found: list[Change] = []
    for region, old, new in aligned.by_region(Name):
        if region.equal or not region.kept:
            continue
        paired = pair(old, new, partial(_likeness, region))
        found += [_change(region, a, b) for a, b in paired.pairs if _differs(region, a, b)]
    return found


def same(old: str, new: str) -> bool:
    """Whether two names are one: equal, a part of the other, or its initials."""
    a, b = _parts(old), _parts(new)
    if not a or not b or set(a) <= set(b) or set(b) <= set(a):
        return True
    return _initials(old) == "".join(b) or _initials(new) == "".join(a)


def misspelt(old: str, new: str) -> bool:
    """Whether two names are one in two spellings: all their parts but alike ones are equal."""
    a, b = _parts(old), _parts(new)
    differing = [(x, y) for x, y in zip(reversed(a), reversed(b), strict=False) if x != y]
    return bool(differing) and all(_one_word(x, y) for x, y in differing)


def _one_word(old: str, new: str) -> bool:
    """Alike enough to be one word in two spellings: "Hardy" and "Hrdy", "Dylis" and "Dilys"."""
    return sorted(old) == sorted(new) or SequenceMatcher(None, old, new, False).ratio() >= MISSPELT


def _likeness(region: Region, old: Name, new: Name) -> float:
    here = region.image("old", old.span).overlaps(new.span) or region.image("new", new.span).overlaps(old.span)
    return here + 2.0 * same(old.text, new.text)


def _differs(region: Region, old: Name, new: Name) -> bool:
    spelling = misspelt(old.text, new.text)
    if old.type != new.type and "other" not in (old.type, new.type) and not spelling:
        return False
    if same(old.text, new.text) or same(old.name, new.name):
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


def _parts(name: str) -> list[str]:
    words = (word.strip(".,'") for word in fold(name).lower().replace("'s", "").replace("-", " ").split())
    return [word for word in words if word and word not in ("the", "of", "and")]


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word[0].isupper()).lower()


def _change(region: Region, old: Name, new: Name) -> Change:
    grave = severity.of("name", ("spelling",))
    return Change("name", ("spelling",), grave, old, new, message.name(old, new), moved=region.moved)
