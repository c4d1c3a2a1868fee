"""Changed names: "Cadel" became "Nadel" (another spelling), Tom Reyes became Sam Cole (somebody else).

A fuller form, an acronym, a nickname or a former name of the same is not a change. Another name counts where it stands
in the other's place, the words around it kept; in a rewritten sentence another place is other news.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from revtrack import lexicon
from revtrack.changes import message, severity
from revtrack.changes.pair import pair
from revtrack.model import Change, Label, Name, Severity, Side
from revtrack.text import inflection
from revtrack.text.expressions import expression
from revtrack.text.fold import plain
from revtrack.text.tokens import COMPARED
from revtrack.versions.aligned import Aligned
from revtrack.versions.name_forms import is_numbered, misspelt, same_contact, same_name, same_spelling, same_word
from revtrack.versions.way import Region

# How far before and behind a name the next words are looked for, in code points; and how many words can be read.
REACH = 40
_WORD = expression(rf"{COMPARED}|[^\w\s]")
# In a sentence of up to this many names each is compared with each, to see whether two changed places.
MOST_NAMES = 40
_BEFORE_OBJECT = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "this", "that", "these", "those", "any", "all")
)
_NOT_ACTS = frozenset(("be", "have", "do", "say", "tell", "want", "need", "seem", "remain", "become"))


def find(aligned: Aligned) -> list[Change]:
    """Names that changed in place."""
    found: list[Change] = []
    for region, old, new in aligned.by_region(Name):
        if region.equal or not (_any_touched(region, "old", old) and _any_touched(region, "new", new)):
            continue
        paired = pair(old, new, partial(_likeness, region))
        for a, b in paired.pairs:
            label = _label(aligned, region, a, b)
            if label and not (label == "replaced" and _changed_places(a, b, old, new)):
                found.append(_change(aligned, region, label, a, b))
    return found


def _any_touched(region: Region, side: Side, names: Sequence[Name]) -> bool:
    """Whether words of some name changed: mostly none did, and then all are what they were."""
    return region.kept and any(region.touched(side, name.span) for name in names)


def _likeness(region: Region, old: Name, new: Name) -> float:
    return region.meet(old.span, new.span) + 2.0 * same_name(old.text, new.text)


def _label(aligned: Aligned, region: Region, old: Name, new: Name) -> Label | None:
    """What became of a name, if anything."""
    if not (region.touched("old", old.span) and region.touched("new", new.span)):
        return None
    if "contact" in (old.type, new.type):
        return "replaced" if old.type == new.type and not same_contact(old.text, new.text) else None
    if same_name(old.text, new.text) or same_name(old.name, new.name):
        return None
    if "person" not in (old.type, new.type) and (same_word(old.text, new.text) or same_spelling(old.text, new.text)):
        return None
    if misspelt(old.text, new.text):
        return "spelling"
    kept = [_kept_beside(aligned, old, new, side) for side in ("before", "behind")]
    people = old.type == new.type == "person"
    return "replaced" if all(kept) or (people and any(kept)) else None


def _kept_beside(aligned: Aligned, old: Name, new: Name, side: str) -> bool:
    """Whether the word before or behind a name is the same in both versions, or neither has one."""
    return _word_beside(aligned, "old", old, side) == _word_beside(aligned, "new", new, side)


def _word_beside(aligned: Aligned, at: Side, name: Name, side: str) -> list[str]:
    """The next word on a side, with the one after it where "and" alone would tell nothing; none at the end."""
    words = _words(aligned, at, name, side)
    next_words = words if side == "behind" else words[::-1]
    return next_words[: 2 if next_words[:1] in (["and"], ["or"]) else 1]


def _words(aligned: Aligned, at: Side, name: Name, side: str) -> list[str]:
    """The words of its sentence before or behind a name, in small letters."""
    claims = aligned.side(at)
    sentence = claims.sentences[name.sentence]
    if side == "before":
        text = claims.text[max(sentence.start, name.start - REACH) : name.start]
    else:
        text = claims.text[name.end : max(name.end, min(sentence.end, name.end + REACH))]
    return [word.lower() for word in _WORD.findall(plain(text))]


def _changed_places(a: Name, b: Name, old: Sequence[Name], new: Sequence[Name]) -> bool:
    """Whether two names of a sentence stand in each other's place, which is told as an exchange."""
    if len(old) > MOST_NAMES or len(new) > MOST_NAMES:
        return False
    gone = any(same_name(a.text, other.text) for other in new if other is not b)
    return gone and any(same_name(b.text, other.text) for other in old if other is not a)


def _change(aligned: Aligned, region: Region, label: Label, old: Name, new: Name) -> Change:
    grave = severity.of("name", (label,)) if label == "spelling" else _gravity(aligned, old, new)
    return Change("name", (label,), grave, old, new, message.name(aligned, label, old, new), moved=region.moved)


def _gravity(aligned: Aligned, old: Name, new: Name) -> Severity:
    """High of a person, and of who did what to whom; else medium: another place, firm or number."""
    if old.type == "contact" or is_numbered(old.text) or is_numbered(new.text):
        return "medium"
    if (_is_person(old) and _is_person(new)) or _acts(aligned, new):
        return severity.of("name", ("replaced",))
    return "medium"


def _is_person(name: Name) -> bool:
    """A person, or a common given name alone: "his wife, Joan"."""
    return name.type == "person" or (name.type == "other" and name.text in lexicon.mapping("given_names"))


def _acts(aligned: Aligned, name: Name) -> bool:
    """Whether a name did something to somebody, or had it done: "Russia attacked the port", "was hit by Russia"."""
    before, behind = (_words(aligned, "new", name, side) for side in ("before", "behind"))
    if before and _is_harm(before[-1]):
        return True
    if before[-1:] == ["by"] and len(before) > 1 and _is_past(before[-2]):
        return True
    return len(behind) > 1 and _is_past(behind[0]) and (behind[1] in _BEFORE_OBJECT or _is_harm(behind[0]))


def _is_harm(word: str) -> bool:
    return not lexicon.words("harms").isdisjoint(inflection.bases(word))


def _is_past(word: str) -> bool:
    """Whether a word is a verb in the past or its participle, of something that is done."""
    bases = inflection.bases(word)
    if not _NOT_ACTS.isdisjoint(bases) or len(bases) < 2:
        return False
    return not word.endswith(("s", "ing"))
