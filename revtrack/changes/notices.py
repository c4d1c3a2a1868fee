"""Notices that acknowledge changes: a correction that names "8,000" acknowledges the figure that was 8,000.

A notice is tied to a change by the old or new value, the name, or most of the words that changed (of a statement:
`notice_ties`); one that names no value but a subject ("misstated the number of deaths") by that. Only a notice that
the new version brought or altered acknowledges anything: an old one speaks of older changes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from revtrack import lexicon
from revtrack.changes import notice_ties
from revtrack.changes.notice_ties import ChangedWords
from revtrack.model import (
    AnyClaim,
    Attribution,
    Change,
    Claims,
    Date,
    Figure,
    Kind,
    Notice,
    NoticeType,
    Passage,
    Quote,
    Side,
)
from revtrack.model.named_tuple import NamedTuple
from revtrack.model.record import replace
from revtrack.text import notice_formulas
from revtrack.text.expressions import expression
from revtrack.text.fold import fold, plain
from revtrack.text.roles import notice_type
from revtrack.versions import identity, wording
from revtrack.versions.aligned import Aligned
from revtrack.versions.nouns import stem

# Share of the words that differ which a notice must repeat to acknowledge changed words.
REPEATED = 0.5
# Telling words about a claim that a notice without a value must share to mean it.
ABOUT_LEAST = 2
# The notices that speak of an error; others may hold a word like "name" or "time" without meaning a change, unless
# they say that something was wrong.
MENDING = ("correction", "clarification")
# No title of a notice is longer, in code points.
TITLE = 40
# Digits of an amount of money that is hardly that of two things.
TELLING_DIGITS = 4
# A word that more changes than this share ties a notice to none of them.
COMMON = 60
# The title of a notice, whose time is that of the notice: "Update, Aug. 28: ...", "Updated at 10.15 to correct ...".
_TITLE = expression(
    r"(?:amended|corrected|edited|updated) (?:at|on) [^!?;\n]{2,40}?(?= to [a-z])|(?:[^:.\n]|\.(?= \d)){,40}:|",
    re.IGNORECASE,
)
_TWO_DIGITS = expression(r"\d[\d.,]*\d")
_DIGIT_GAP = expression(r"(?<=\d)[ ,](?=\d{3})")


def find(aligned: Aligned, changes: list[Change]) -> tuple[Notice, ...]:
    """The notices of both versions, each with the indices of the changes it acknowledges."""
    old, new = _notices(aligned.before, "old"), _notices(aligned.after, "new")
    known = {fold(notice.text) for notice in old}
    if all(fold(notice.text) in known for notice in new):  # mostly there is none
        return (*old, *new)
    index = _Index(aligned, changes)
    told = (notice if fold(notice.text) in known else replace(notice, changes=index.owned(notice)) for notice in new)
    return (*old, *told)


def acknowledged(changes: list[Change], notices: tuple[Notice, ...]) -> tuple[Change, ...]:
    """The changes, each marked if a notice acknowledges it."""
    owned = {index for notice in notices for index in notice.changes}
    return tuple(replace(change, acknowledged=True) if n in owned else change for n, change in enumerate(changes))


def _notices(claims: Claims, side: Side) -> list[Notice]:
    """The notices of a version; one below a title of its own ("Update") is of the title's type."""
    found: list[Notice] = []
    titled: NoticeType = "correction"
    for block in claims.blocks:
        text = claims.text[block.start : block.end]
        if block.role == "notice":
            own = notice_type(plain(text)) or (
                notice_type(f"{plain(text).strip(' .:')}: x") if len(text) < TITLE else None
            )
            titled = own or titled
            found.append(Notice(side, block.start, block.end, text, titled))
        else:
            titled = "correction"
    return found


class _Told(NamedTuple):
    """A notice as read: its words, and the claims in it."""

    text: str
    words: Sequence[str]
    claims: list[AnyClaim]
    subjects: frozenset[str]
    forms: notice_ties.Forms


class _Index:
    """The changes by the words they may be known by."""

    def __init__(self, aligned: Aligned, changes: list[Change]) -> None:
        self._aligned, self._changes = aligned, changes
        self._claims = aligned.after.claims
        self._starts = [claim.start for claim in self._claims]
        self._by_word: dict[str, list[int]] = {}
        self._by_kind: dict[Kind, list[int]] = {}
        self._stated = {n: ChangedWords.of(one) for n, one in enumerate(changes) if one.kind == "statement"}
        self._same = Counter((stated.old, stated.new) for stated in self._stated.values())
        for n, change in enumerate(changes):
            self._by_kind.setdefault(change.kind, []).append(n)
            for word in dict.fromkeys(_known_by(change)):
                self._by_word.setdefault(word, []).append(n)

    def owned(self, notice: Notice) -> tuple[int, ...]:
        """The changes that a notice acknowledges."""
        begin = notice.start + len(_TITLE.match(notice.text)[0])  # type: ignore[index]
        inner = self._claims[bisect_left(self._starts, begin) : bisect_left(self._starts, notice.end)]
        said = wording.words(notice.text)
        mends = notice.type in MENDING or not lexicon.words("mending_words").isdisjoint(said)
        mends = mends or notice_formulas.mends_a_thing(fold(notice.text))
        told = _Told(notice.text, said, list(inner), _subjects(said) if mends else frozenset(), notice_ties.forms(said))
        by_word = (self._by_word.get(word, ()) for word in {*said, *told.forms, *_known_values(inner)})
        near = {n for found in by_word if len(found) <= COMMON for n in found}
        return tuple(n for n in sorted(near | self._alone(told)) if self._owns_up(told, self._changes[n], n))

    def _alone(self, told: _Told) -> set[int]:
        """A change that is the only one of the kind a notice speaks of; statements are of all kinds of things."""
        kinds = told.subjects - {"statement"}
        return {found[0] for kind, found in self._by_kind.items() if kind in kinds and len(found) == 1}

    def _owns_up(self, told: _Told, change: Change, n: int) -> bool:
        sides = [side for side in (change.old, change.new) if side]
        stated = self._stated.get(n)
        if stated and notice_ties.tells(told.forms, stated, alone=self._same[stated.old, stated.new] == 1):
            return True
        if not stated and _names(told, change.kind, sides):
            return True
        if change.kind not in told.subjects or _names_another(told, change.kind):
            return False
        return n in self._alone(told) or self._is_about(told, change)

    def _is_about(self, told: _Told, change: Change) -> bool:
        """Whether the words around a claim are in a notice: "the number of deaths", "deaths rose to 21"."""
        side: Side = "new" if change.new else "old"
        claim = change.new or change.old
        assert claim
        sentence = self._aligned.sentence_of(side, claim.start).of(self._aligned.side(side).text)
        shared = set(wording.telling(sentence)) & set(told.words)
        return len(shared) >= ABOUT_LEAST or (isinstance(claim, Figure) and _names_noun(told, claim))


def _known_by(change: Change) -> Iterable[str]:
    for side in (change.old, change.new):
        if side:
            yield from _known_values((side,))
            yield from wording.telling(_words(side)[:400])
            if change.kind == "statement":
                yield from notice_ties.forms(filter(notice_ties.is_telling, notice_ties.words(side.text)))
            if isinstance(side, Figure):
                yield from wording.words(f"{side.noun or ''} {side.per or ''}")


def _known_values(claims: Iterable[AnyClaim | Passage]) -> Iterable[str]:
    return (str(claim.value) for claim in claims if isinstance(claim, Figure | Date) and claim.value is not None)


def _subjects(said: Sequence[str]) -> frozenset[str]:
    return frozenset(kind for word, kind in lexicon.table("notice_subjects") if word in said)


def _names(told: _Told, kind: Kind, sides: list[AnyClaim | Passage]) -> bool:
    """Whether a notice repeats a value, a name, or most of the words that changed."""
    if kind in ("figure", "date"):
        named = any(_names_value(told.claims, side) or _names_denominator(told, side) for side in sides)
        named = named or (len(sides) == 2 and all(_repeats(told, side) for side in sides))
        # "There were three, not two" acknowledges two that became three, not every "two" that was added or removed.
        if len(sides) == 2 or not isinstance(sides[0], Figure):
            return named
        # "£640,000" is said of one thing alone, where "three" may be of many.
        return named and (_names_noun(told, sides[0]) or _is_telling_sum(sides[0]))
    if kind == "name":
        return any(wording.contained(_own(sides, side), told.words) == 1 for side in sides)
    said = [word for word in told.words if word not in lexicon.words("notice_words")]
    if any(isinstance(side, Attribution) for side in sides) and len(sides) == 1 and not _names_source(sides[0], said):
        return False
    owned = ((side, _own(sides, side)) for side in sides)
    return any(wording.contained(own, said) >= REPEATED and _same_matter(side, own, said) for side, own in owned)


def _is_telling_sum(figure: Figure) -> bool:
    """Whether a figure is an amount of money in four digits or more."""
    return identity.measure(figure) == "money" and sum(sign.isdigit() for sign in figure.text) >= TELLING_DIGITS


def _names_source(side: AnyClaim | Passage, said: list[str]) -> bool:
    """Whether a notice names who said what came in or went, and not only the post: "the chief executive"."""
    source = side.source if isinstance(side, Attribution) else None
    return not (source and source.name) or any(word in said for word in wording.telling(source.name))


def _names_another(told: _Told, kind: Kind) -> bool:
    """Whether a notice gives a value of the kind, so that it means that one alone."""
    values = (claim for claim in told.claims if isinstance(claim, Figure | Date) and claim.kind == kind)
    return any(not (isinstance(claim, Figure) and claim.ordinal) for claim in values)  # "in the second paragraph"


def _names_noun(told: _Told, claim: Figure) -> bool:
    return claim.noun is not None and stem(claim.noun) in {stem(word) for word in told.words}


def _same_matter(side: AnyClaim | Passage, own: list[str], said: list[str]) -> bool:
    """A few changed words ("could") are in many notices: more than half of those around them must be there as well."""
    if not isinstance(side, Passage):
        return True
    whole = wording.telling(side.text)
    around = [word for word in whole if word not in own] or whole
    return wording.contained(around, said) > REPEATED


def _names_value(inner: list[AnyClaim], claim: AnyClaim | Passage) -> bool:
    return any(identity.repeated(other, claim) and _may_count_the_same(other, claim) for other in inner)


def _may_count_the_same(said: AnyClaim, claim: AnyClaim | Passage) -> bool:
    """Whether a figure of a notice can be the one that changed: not where both have nouns, and other ones."""
    if not isinstance(said, Figure) or not isinstance(claim, Figure) or claim.unit is not None:
        return True
    return not (claim.noun and said.noun) or identity.same_noun(claim, said)


def _repeats(told: _Told, side: AnyClaim | Passage) -> bool:
    """Whether a number of two digits or more is in a notice as written: "in paragraph 2 to 241 from 214"."""
    text = re.escape(fold(side.text))
    return bool(_TWO_DIGITS.search(text)) and bool(re.search(rf"(?<![\w.,]){text}(?!\w)", fold(told.text)))


def _names_denominator(told: _Told, claim: AnyClaim | Passage) -> bool:
    """Whether a notice names what a rate is counted per, where that is a number: "cases per 10,000 people"."""
    if not isinstance(claim, Figure) or not claim.per or not claim.per[0].isdigit():
        return False
    return f"per {claim.per}" in _DIGIT_GAP.sub("", plain(told.text).lower())


def _own(sides: list[AnyClaim | Passage], side: AnyClaim | Passage) -> list[str]:
    """The telling words of one side that the other has not."""
    others = {word for other in sides if other is not side for word in wording.words(_words(other))}
    own = wording.telling(_words(side))
    return [word for word in own if word not in others] or own


def _words(side: AnyClaim | Passage) -> str:
    if isinstance(side, Attribution):
        return f"{side.source.name or side.source.text} {side.source.role or ''}" if side.source else side.text
    return side.words if isinstance(side, Quote) else side.text
