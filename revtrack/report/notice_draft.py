"""A drafted notice: what an edit corrected, in the house's formula.

    An earlier version of this article gave the number of soldiers as 8,000. It is 10,000.
    An earlier version of this article said "profit rose 5 percent"; it should have said "profit fell 5 percent".

Additions are news and are left out. Each change is a thing with its old and its new value, or a statement with what
it should have said; for a sentence removed whole, only the largest claim in it is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from revtrack.model import (
    AnyClaim,
    Attribution,
    Change,
    Date,
    DateType,
    Diff,
    Figure,
    Label,
    Name,
    NameType,
    Passage,
    Quote,
)
from revtrack.report.escaping import visible
from revtrack.versions import headline, identity, printed_clauses
from revtrack.versions.phrases import BOUNDS, MONTHS
from revtrack.versions.printed_clauses import PRONOUNS

NEWS: frozenset[Label] = frozenset(("added", "identified", "attributed"))
DATES: dict[DateType, str] = {
    "date": "a date",
    "time": "a time",
    "duration": "a length of time",
    "set": "a recurring date",
}
NAMES: dict[NameType, str] = {
    "person": "the name of a person",
    "organization": "the name of an organisation",
    "place": "the name of a place",
    "other": "a name",
    "contact": "a contact detail",
}
SOURCE = "the source of a statement"
# "4:15 a.m." at the end of a sentence.
_DOUBLE_STOP = re.compile(r"(?<!\.)\.\.(?!\.)")
_MARKUP = re.compile(r"[*_`\[\]<>]")


@dataclass(frozen=True, slots=True)
class Formula:
    """How a house words a notice: the lead, one change, one in its clause, a removal, a statement, what joins them."""

    lead: str
    each: str
    clause: str
    gone: str
    join: str
    said: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that was wrong, or, without a thing, a statement; `new` is None if it was removed.

    `clause` is what was said with the old value at its end: "Ackerley accepted £46,000".
    """

    thing: str
    old: str
    new: str | None
    clause: str = ""


def text(diff: Diff, formula: Formula, day: str) -> str:
    """The notice as one paragraph, empty if there is nothing to acknowledge; `day` is an ISO date."""
    sentences = [_sentence(correction, formula) for correction in _corrections(diff)]
    if not sentences:
        return ""
    year, month, number = day.split("-")
    name = MONTHS[int(month) - 1]
    dates = {"date": f"{int(number)} {name} {year}", "us_date": f"{name} {int(number)}, {year}"}
    return _DOUBLE_STOP.sub(".", formula.lead.format(**dates, changes=formula.join.join(sentences)))


def markdown(diff: Diff, formula: Formula, day: str) -> str:
    """The notice as a paragraph in italics."""
    words = text(diff, formula, day)
    return f"*{_MARKUP.sub(lambda sign: chr(92) + sign[0], words)}*" if words else ""


def json_ld(diff: Diff, formula: Formula, day: str) -> dict[str, Any]:
    """The notice in schema.org terms: a NewsArticle with a CorrectionComment."""
    words = text(diff, formula, day)
    comment = {"@type": "CorrectionComment", "text": words, "datePublished": day}
    span = headline.of(diff.after)
    article: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    article |= {"headline": visible(span.of(diff.after.text)).strip("# ")} if span else {}
    return article | {"dateModified": day} | ({"correction": comment} if words else {})


def _sentence(correction: Correction, formula: Formula) -> str:
    if correction.new is None:
        return formula.gone.format(thing=correction.thing, old=correction.old)
    form = formula.clause if correction.clause else formula.each if correction.thing else formula.said
    return form.format(thing=correction.thing, old=correction.old, new=correction.new, clause=correction.clause)


def _corrections(diff: Diff) -> Iterator[Correction]:
    changes = [change for change in diff.changes if not (change.acknowledged or _is_news(change))]
    removed = [change.old for change in changes if change.old and not change.new]
    for change in changes:
        if change.new or not (change.old and _within_another(change.old, removed)):
            yield _correction(diff, change)


def _is_news(change: Change) -> bool:
    """Whether nothing was put right: something was added, or a sentence without a claim reworded."""
    return NEWS.issuperset(change.labels) or change.is_rewording


def _within_another(own: AnyClaim | Passage, removed: Iterable[AnyClaim | Passage]) -> bool:
    """Whether a larger removed claim holds this one."""
    return any(
        other.span.holds(own.span) and (other.span != own.span or other.text > own.text)
        for other in removed
        if other is not own
    )


def _correction(diff: Diff, change: Change) -> Correction:
    old, new = change.old, change.new
    if isinstance(old, Figure):
        return _figure(diff, old, new if isinstance(new, Figure) else None)
    if isinstance(old, Date) and isinstance(new, Date) and "bound" in change.labels:
        before, after = identity.bounded(diff.before, old), identity.bounded(diff.after, new)
        return Correction("", _marked(before.of(diff.before.text)), _marked(after.of(diff.after.text)))
    clause = printed_clauses.up_to(diff.before, old.span) if isinstance(old, Date) and isinstance(new, Date) else ""
    if isinstance(old, Date) and isinstance(new, Date) and clause:
        return Correction(_moment(old, new), _line(old.text), _line(new.text), clause)
    if isinstance(old, Date):
        return Correction(DATES[old.type], _line(old.text), _line(new.text) if new else None)
    if isinstance(old, Quote) or isinstance(new, Quote):
        return _quotation(change)
    if isinstance(old, Attribution):
        return _attribution(diff, old, new if isinstance(new, Attribution) else None, set(change.labels))
    if isinstance(old, Name):
        return Correction(NAMES[old.type], _line(old.text), _line(new.text) if new else None)
    if old and new:
        return Correction("", _marked(old.text), _marked(new.text))
    return Correction("a statement", _marked(old.text) if old else "", _marked(new.text) if new else None)


def _moment(old: Date, new: Date) -> str:
    """What a date is called: "the day" of a week, "the time"."""
    day = any("-WXX-" in (date.value or "") for date in (old, new))
    return "the day" if day else DATES[new.type].replace("a ", "the ", 1)


def _figure(diff: Diff, old: Figure, new: Figure | None) -> Correction:
    sides = ((diff.before, old), (diff.after, new))
    clause = printed_clauses.up_to(diff.before, old.span) if new and not (old.noun or new.noun) else ""
    if new and clause:
        thing = "the amount" if identity.measure(old) == "money" else "the figure"
        return Correction(thing, _amount(old), _amount(new), clause)
    other = new is not None and (old.noun or "").lower() != (new.noun or "").lower()
    apart = any(side and side.noun and not printed_clauses.is_behind(claims, side, side.noun) for claims, side in sides)
    if new and ((other and apart) or not (other or old.noun or new.noun)):
        return Correction("", *(_marked(printed_clauses.around(claims, side.span)) for claims, side in sides if side))
    if new and other:
        return Correction("a figure", _counted(old), _counted(new))
    counts = old.noun and not (old.unit or old.ordinal)
    thing = f"the number of {_line(old.noun or '')}" if counts else "a figure"
    return Correction(thing, _amount(old), _amount(new) if new else None)


def _counted(figure: Figure) -> str:
    return f"{_amount(figure)} {_line(figure.noun)}" if figure.noun else _amount(figure)


def _amount(figure: Figure) -> str:
    rate = f" per {figure.per}" if figure.per else ""
    return f"{BOUNDS[figure.bound]}{printed_clauses.inside(_line(figure.text))}{rate}"


def _quotation(change: Change) -> Correction:
    """A quotation that changed, or that is now a paraphrase, or no longer one."""
    old, new = change.old, change.new
    if isinstance(old, Quote) and isinstance(new, Quote) and "speaker" in change.labels:
        return Correction(f"the speaker of {_marked(old.words)}", _line(old.speaker or ""), _line(new.speaker or ""))
    speaker = next((side.speaker for side in (old, new) if isinstance(side, Quote) and side.speaker), None)
    before, after = (
        _marked(side.words) if isinstance(side, Quote) else _line(side.text) if side else None for side in (old, new)
    )
    return Correction(f"a quotation from {_line(speaker)}" if speaker else "a quotation", before or "", after)


def _attribution(diff: Diff, old: Attribution, new: Attribution | None, labels: set[Label]) -> Correction:
    who = printed_clauses.inside(_line((old.source and (old.source.name or old.source.text)) or "a source"))
    who = "a source" if who in PRONOUNS else who
    if new is None and "removed" not in labels:
        return Correction(SOURCE, who, None)
    if new is None:
        return Correction(f"a statement by {who}", _line(old.text), None)
    if "role" in labels and old.source and new.source:
        before, after = (_line(source.role or "not given") for source in (old.source, new.source))
        return Correction(f"the role of {who}", before, after)
    before, after = (
        printed_clauses.inside(_line(side.source.text if side.source else "nobody")) for side in (old, new)
    )
    if "anonymized" in labels:  # a notice must not repeat a name that the edit protects
        return Correction(SOURCE, "a named person", after)
    if "source" in labels:
        return Correction(SOURCE, before, after)
    if "cue" in labels:
        return Correction(f"the verb for {who}'s statement", _marked(old.cue.text), _marked(new.cue.text))
    said = [
        " ".join(span.of(claims.text) for span in side.content).removeprefix("that ") or side.text
        for claims, side in ((diff.before, old), (diff.after, new))
    ]
    return Correction(f"a statement by {who}", *map(_marked, said))


def _marked(words: str) -> str:
    """Words in quotation marks."""
    return f'"{_line(words).rstrip(",.")}"'


def _line(words: str) -> str:
    return visible(words).strip()
