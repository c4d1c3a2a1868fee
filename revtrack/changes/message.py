"""One line for a person, that can be understood when read aloud: "soldiers: around 8,000 -> around 10,000 (+25%)".

Here are the figures, dates, names and shades of certainty; what somebody says is in `speech`. The subject is what
the article says is counted, or the words about the claim; it is never invented.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from revtrack.changes import counted_phrase, noun_changes, rounding, subject
from revtrack.model import Claim, Claims, Date, Figure, Label, Name, Passage, Side
from revtrack.text.fold import fold
from revtrack.versions import identity, name_forms, nouns
from revtrack.versions.aligned import Aligned
from revtrack.versions.phrases import BOUNDS, clip

# From a hundredfold a difference is given as a factor, up to one that can be read.
OTHER_ORDER, TOO_MANY = 100, 10**12
OneSided = TypeVar("OneSided", bound=Claim | Passage)
ARROW = " -> "
ENDS = ".,;:"  # of a clause, which its words are shown without
CERTAINTY = {
    "stronger": "stated with more certainty",
    "weaker": "stated with less certainty",
    "negated": "negation changed",
}


def figure(aligned: Aligned, old: Figure | None, new: Figure | None) -> str:
    """A changed, added or removed figure."""
    if old and new:
        step = f"{_figure(aligned, 'old', old, new)}{ARROW}{_figure(aligned, 'new', new, old)}"
        return f"{_told(aligned, old, new, step)}{_by(old, new)}{_in_quotation(aligned, new)}"
    side, claim = only(old, new)
    noun = f" {claim.noun}" if claim.noun and not claim.text.endswith(claim.noun) else ""
    told = f"{_figure(aligned, side, claim, claim)}{noun}"
    return f"figure {verb(side)}: {told}, in {subject.context(aligned, side, claim.span)}"


def date(aligned: Aligned, old: Date | None, new: Date | None) -> str:
    """A changed, added or removed date."""
    if old and new:
        what = {"date": "date", "time": "time", "duration": "length of time", "set": "recurring date"}[new.type]
        where = subject.context(aligned, "new", new.span)
        texts = old.text, new.text
        before, after = identity.bound_words(aligned.before, old), identity.bound_words(aligned.after, new)
        if not identity.same_bound(before, after):
            texts = _bounded(aligned.before, old), _bounded(aligned.after, new)
        return f"{what}: {clip(texts[0])}{ARROW}{clip(texts[1])}, in {where}"
    side, claim = only(old, new)
    return f"date {verb(side)}: {clip(claim.text)}, in {subject.context(aligned, side, claim.span)}"


def _bounded(claims: Claims, date: Date) -> str:
    return identity.bounded(claims, date).of(claims.text)


def name(aligned: Aligned, label: Label, old: Name, new: Name) -> str:
    """A name spelled another way, or another name: "another person: Tom Reyes -> Sam Cole, in ..."."""
    step = f"{clip(old.text)}{ARROW}{clip(new.text)}"
    if label == "spelling":
        return f"name: {step}"
    return f"{_another(old, new)}: {step}, in {subject.context(aligned, 'new', new.span)}"


def _another(old: Name, new: Name) -> str:
    if "contact" in (old.type, new.type):
        return "contact"
    if name_forms.is_numbered(old.text) and name_forms.is_numbered(new.text):
        return "another number"
    if old.type != new.type or new.type == "other":
        return "another name"
    return {"person": "another person", "organization": "another organisation", "place": "another place"}[new.type]


def certainty(label: str, old: str, new: str) -> str:
    """A modal, hedge or negation changed in a kept statement."""
    return f"{CERTAINTY[label]}: '{_closed(old)}'{ARROW}'{_closed(new)}'"


def _closed(words: str) -> str:
    """Words without a stop or an article at their end."""
    shown = clip(words).rstrip(ENDS)
    head, _, last = shown.rpartition(" ")
    return head if head and last in ("a", "an", "the") else shown


def _by(old: Figure, new: Figure) -> str:
    return "" if rounding.is_restated(old, new) else difference(old, new)


def difference(old: Figure, new: Figure) -> str:
    """By how much a figure changed: "(+25%)", or in points where it is a percentage; nothing for another bound."""
    if old.value is None or new.value is None or old.value == new.value or old.unit != new.unit or old.ordinal:
        return ""
    step = new.value - old.value
    if old.unit in ("percent", "percentage point"):
        points = "point" if abs(step) == 1 else "points"
        return f" ({_signed(step)} {points})"
    if old.value == 0 or not _is_amount(old):
        return ""
    share = (step / abs(old.value) * 100).to_integral_value()  # of any size: "6e53 people" is written, too
    if _is_of_another_order(old.value, new.value):
        return _factor(old.value, new.value)
    return f" ({_signed(share)}%)" if share else ""


def _is_of_another_order(old: Decimal, new: Decimal) -> bool:
    """Whether the two differ so much that a percentage would mislead: a million and a billion."""
    return new != 0 and (old > 0) == (new > 0) and not 1 / OTHER_ORDER < new / old < OTHER_ORDER


def _factor(old: Decimal, new: Decimal) -> str:
    times = max(new / old, old / new)
    rounded = times.quantize(Decimal(1)) if times < TOO_MANY else None
    return f" (a factor of {rounded:,f})" if rounded else ""


def only(old: OneSided | None, new: OneSided | None) -> tuple[Side, OneSided]:
    """The side of a claim that is on one side only, and the claim."""
    if old is not None:
        return "old", old
    assert new is not None
    return "new", new


def verb(side: Side) -> str:
    """What happened to a claim that is on this side only."""
    return "removed" if side == "old" else "added"


def _is_amount(claim: Figure) -> bool:
    return claim.value is not None and abs(claim.value) >= 2


def _signed(number: Decimal) -> str:
    return f"{number.normalize():+,f}"


def _told(aligned: Aligned, old: Figure, new: Figure, step: str) -> str:
    """A changed figure under what it counts, or in its clause where no phrase of the article tells what that is.

    In a table it is under its row and column, in a list also under what leads into it.
    """
    cell, lead = aligned.cell("new", new.sentence), aligned.lead_in("new", new.sentence)
    if _says_what(aligned, old, new):
        return "".join(f"{words}: " for words in (cell or lead, step) if words).removesuffix(": ")
    noun = new.noun or old.noun or ""
    if cell:
        return f"{cell}: {step}" if noun.lower() in cell.lower() else f"{cell}, {noun}: {step}"
    if old.per != new.per:
        return f"{lead or noun or 'rate'}: {step}"
    counted = counted_phrase.of(aligned.after, new) or counted_phrase.of(aligned.before, old) or (noun if lead else "")
    told = f"{counted}: {_lowered(step)}" if counted else subject.changed(aligned, "new", new.span, step)
    return f"{lead}: {told}" if lead else told


def _lowered(step: str) -> str:
    """Numbers in words as they are within a sentence: "Two -> Three" opened two."""
    return ARROW.join(part.lower() if part.replace("-", "").isalpha() else part for part in step.split(ARROW))


def _says_what(aligned: Aligned, old: Figure, new: Figure) -> bool:
    """Whether two figures count different things, so that each is given with its own."""
    if old is new or not old.noun or not new.noun:
        return False
    return not noun_changes.same_phrase(aligned, old, new) or _fate(aligned, "old", old) != _fate(aligned, "new", new)


def _figure(aligned: Aligned, side: Side, claim: Figure, other: Figure) -> str:
    """A figure with its bound, and with what is counted and the denominator where those differ."""
    counts = claim.bound == "less_than" and claim.noun and not claim.unit
    words = ("fewer than " if counts else BOUNDS[claim.bound]) + fold(claim.text)
    if claim.bound == "range":
        words = words.replace(" and ", " to ")
    old, new = (claim, other) if side == "old" else (other, claim)
    if _says_what(aligned, old, new):
        words += f" {nouns.phrase(aligned.side(side), claim)} {_fate(aligned, side, claim)}".rstrip().replace(
            " -", "-", 1
        )
    if claim.per and claim.per != other.per:
        words += f" per {claim.per}"
    return words


def _fate(aligned: Aligned, side: Side, claim: Figure) -> str:
    span = nouns.fate(aligned.side(side), claim)
    return span.of(aligned.side(side).text) if span else ""


def _in_quotation(aligned: Aligned, claim: Figure) -> str:
    around = aligned.quote_around("new", claim.span)
    if not around:
        return ""
    return f", inside a quotation ({around.speaker})" if around.speaker else ", inside a quotation"
