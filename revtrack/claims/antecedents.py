"""Whom "she", "he" and "who" stand for: the last speaker if it fits, else the person named last who does.

"He" is no woman and "she" no man, as titles, given names and other pronouns tell; "they" is nobody by name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from revtrack import lexicon
from revtrack.claims.names import kinds
from revtrack.claims.names.people import sex_of_titles
from revtrack.claims.names.titles import right_before
from revtrack.model import Name, Span
from revtrack.text import Reading

# How far back a person is looked for whom a pronoun may stand for, in code points, and how far behind a name ", who".
NEAR, RELATIVE_NEAR = 600, 80
# The sentences before the one of a pronoun in which somebody is named that it may stand for.
SENTENCES = 3

_PERSON = ("person", "other")
_SEX = {"he": "m", "she": "f"}


class Speakers:
    """Who has spoken so far: their roles, the last one, the last one of each role, and of whom it is known, the sex."""

    __slots__ = ("holders", "last", "mentions", "named", "reading", "roles", "sexes")

    def __init__(self, reading: Reading, mentions: Sequence[Name], named: Sequence[Name]) -> None:
        self.reading, self.mentions, self.named = reading, mentions, named
        self.last: str | None = None
        self.roles: dict[str, str] = {}
        self.holders: dict[str, str] = {}
        self.sexes: dict[str, str] = {}

    @classmethod
    def of(cls, names: Iterable[Name], quoted: Sequence[Span], reading: Reading) -> Speakers:
        """The people whom an article names outside quotation marks."""
        starts = [span.start for span in quoted]
        named = [name for name in names if name.type in _PERSON and not _is_inside(name, quoted, starts)]
        speakers = cls(reading, [name for name in named if name.type == "person"], named)
        known = sex_of_titles()
        for name in speakers.mentions:
            if name.name in speakers.sexes:
                continue
            titles = [known[title] for title in right_before(reading.plain, name.start) if title in known]
            sex = titles[0] if titles else kinds.gender(name.name.split())
            if sex != "b":
                speakers.sexes[name.name] = sex
        return speakers

    def spoke(self, name: str, role: str | None, head: str) -> str | None:
        """Note a speaker; the role, or the one known from before."""
        self.last = name
        if role:
            self.roles[name] = role
            self.holders[head] = name
        return self.roles.get(name)

    def meant(self, pronoun: str, at: int) -> str | None:
        """Who a pronoun at a place is."""
        if pronoun == "who":
            return self._before(at)
        sex = _SEX.get(pronoun)
        if sex is None:
            return None
        found = self.last if self.last and self.sexes.get(self.last, sex) == sex else self._near(at, sex)
        if found:
            self.sexes.setdefault(found, sex)
        return found

    def _near(self, at: int, sex: str) -> str | None:
        """The first person of that sex in the nearest sentence that names one."""
        first = max(0, self.reading.sentence_at(at) - SENTENCES)
        begin = max(at - NEAR, self.reading.sentences[first].start)
        place = bisect_left(self.mentions, at, key=lambda name: name.start)
        found: Name | None = None
        for name in reversed(self.mentions[:place]):
            if name.start < begin or (found and name.sentence != found.sentence):
                break
            if self.sexes.get(name.name) == sex:
                found = name
        return found.name if found else None

    def _before(self, at: int) -> str | None:
        """The person named right before ", who"; "Fitch of Ohio, who" is Fitch."""
        plain = self.reading.plain
        sentence = self.reading.sentence_at(at)
        place = bisect_left(self.named, at, key=lambda name: name.start)
        if not place or self.named[place - 1].sentence != sentence:
            return None
        name = self.named[place - 1]
        between = plain[name.end : at]
        near = len(between) <= RELATIVE_NEAR and between.count(",") in (1, 2, 3)
        return name.name if near and lexicon.words("finite_verbs").isdisjoint(between.lower().split()) else None


def _is_inside(name: Name, quoted: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, name.start + 1) - 1
    return at >= 0 and name.start < quoted[at].end
