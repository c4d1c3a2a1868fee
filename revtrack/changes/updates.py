"""Which changed figures are an update of developing news: a count that goes on, not one that was put right.

A toll that rises from 12 to 21 is news, and nobody expects a notice. The same toll falling from 21 to 12, payments of
£46,000 that become £64,000, a count inside a quotation or of a disaster years ago are corrections. What cannot be told
is no update, so that a silent correction is never excused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from itertools import pairwise

from revtrack import lexicon
from revtrack.model import AnyClaim, Attribution, Change, Claims, Date, Figure, Side, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.model.record import replace
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.text.tokens import RUN
from revtrack.versions import identity
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import SIDES

# Labels of a figure that goes on: it counts the same thing in the same unit.
_GOES_ON = frozenset(("value", "bound"))
# Units of what is counted in shares and areas as news develops: votes counted, a fire's size and how far it is held.
_UNITS = frozenset((None, "percent", "acre", "hectare"))
# How far about a number its own clause is read, in code points.
REACH = 100
# From here on a number ten times another, digit for digit, is a slip rather than news.
LEAST_SLIP = 10

_WORD = expression(RUN)
_ASIDE = expression(r",\s(?:including|among them|most of them)\s[^,.;]*,")
_CLAUSE_END = expression(r"[,;:.!?](?!\d)|\b(?:after|and|as|because|before|but|when|where|while)\b", re.IGNORECASE)
_YEAR = expression(r"\d{4}")


class Count(NamedTuple):
    """A count that may go on: of what, which way, and whether only with a word that says so."""

    counted: str
    way: str
    needs_sign: bool


def marked(aligned: Aligned, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes, those marked that are an update."""
    neighbours = _Neighbours(aligned)
    return tuple(replace(change, update=True) if _is_update(neighbours, change) else change for change in changes)


class _Neighbours:
    """The dates and attributions of each sentence, collected once they are asked for."""

    def __init__(self, aligned: Aligned) -> None:
        self.aligned = aligned

    def of(self, side: Side, figure: Figure) -> list[AnyClaim]:
        return self._by_sentence[side].get(figure.sentence, [])

    @cached_property
    def _by_sentence(self) -> dict[Side, dict[int, list[AnyClaim]]]:
        found: dict[Side, dict[int, list[AnyClaim]]] = {"old": {}, "new": {}}
        for side in SIDES:
            for claim in self.aligned.side(side).claims:
                found[side].setdefault(claim.sentence, []).append(claim)
        return found


def _is_update(neighbours: _Neighbours, change: Change) -> bool:
    """Whether a change is a running count that went on as it may, and no notice owns it as an error."""
    old, new = change.old, change.new
    if not (isinstance(old, Figure) and isinstance(new, Figure)) or change.acknowledged:
        return False
    if "value" not in change.labels or not _GOES_ON.issuperset(change.labels) or old.ordinal or new.ordinal:
        return False
    aligned = neighbours.aligned
    if old.unit != new.unit or new.unit not in _UNITS or not _went_on(aligned.before, aligned.after, old, new):
        return False
    return not (
        _is_settled(neighbours, "old", old)
        or _is_settled(neighbours, "new", new)
        or _is_another_witness(neighbours, old, new)
    )


def _went_on(before: Claims, after: Claims, old: Figure, new: Figure) -> bool:
    """Whether both figures are the same running count, and the second is where it may have gone."""
    counts, now = _running(before, old), _running(after, new)
    shared = [count for count in now if any(count.counted == other.counted for other in counts)]
    if not shared or _is_decimal_slip(old, new):
        return False
    if all(count.needs_sign for count in (*counts, *shared)) and not _says(_sentence(after, new), "running_signs"):
        return False
    return shared[0].way == "either" or _rose(old, new)


def _running(claims: Claims, figure: Figure) -> list[Count]:
    """The running counts that the clause of a figure names."""
    words = _words(_clause(claims, figure))
    pairs = map(" ".join, pairwise(words))
    return [_counts()[word] for word in (*words, *pairs) if word in _counts()]


@cache
def _counts() -> dict[str, Count]:
    return {word: Count(counted, way, bool(rest)) for word, counted, way, *rest in lexicon.table("running_counts")}


def _clause(claims: Claims, figure: Figure) -> str:
    """The clause of a figure as it reads without asides: "12 people, including a child, were killed"."""
    sentence = claims.sentences[figure.sentence]
    text = claims.text
    before = text[max(sentence.start, figure.start - REACH) : figure.start]
    behind = _ASIDE.sub("", text[figure.end : min(sentence.end, figure.end + REACH)])
    return f"{_CLAUSE_END.split(before)[-1]} {_CLAUSE_END.split(behind, maxsplit=1)[0]}"


def _rose(old: Figure, new: Figure) -> bool:
    (low, high), (now_low, now_high) = identity.extent(old), identity.extent(new)
    floor, ceiling = low if low is not None else high, now_high if now_high is not None else now_low
    return floor is not None and ceiling is not None and ceiling >= floor and (low, high) != (now_low, now_high)


def _is_decimal_slip(old: Figure, new: Figure) -> bool:
    """Whether one number is the other with zeros too many: 1,200 and 12,000; a toll does go from 3 to 30."""
    if not old.value or not new.value or old.value < LEAST_SLIP:
        return False
    digits = [figure.value.normalize().as_tuple().digits for figure in (old, new) if figure.value]
    return digits[0] == digits[1]


def _is_settled(neighbours: _Neighbours, side: Side, figure: Figure) -> bool:
    """Whether the figure is quoted, or its sentence tells of something long over."""
    if neighbours.aligned.quote_around(side, figure.span):
        return True
    sentence = _sentence(neighbours.aligned.side(side), figure)
    dates = (claim for claim in neighbours.of(side, figure) if isinstance(claim, Date))
    if any(_YEAR.match(date.value or "") for date in dates) and not _says(sentence, "running_signs"):
        return True
    return _says(sentence, "closed_counts")


def _is_another_witness(neighbours: _Neighbours, old: Figure, new: Figure) -> bool:
    """Whether two people are named who gave the figures: what one counted does not go on with the other."""
    names = _namer(neighbours.of("old", old), old.span), _namer(neighbours.of("new", new), new.span)
    return all(names) and names[0] != names[1]


def _namer(claims: Iterable[AnyClaim], span: Span) -> str | None:
    for claim in claims:
        if isinstance(claim, Attribution) and any(part.holds(span) for part in claim.content):
            return claim.source.name if claim.source else None
    return None


def _sentence(claims: Claims, figure: Figure) -> str:
    return claims.sentences[figure.sentence].of(claims.text)


def _says(sentence: str, table: str) -> bool:
    words = " ".join(_words(sentence))
    return any(f" {entry} " in f" {words} " for entry in lexicon.words(table))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(fold(text))]
