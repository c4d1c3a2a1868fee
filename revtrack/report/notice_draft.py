"""A drafted notice: what an edit put right, in the house's formula.

    An earlier version of this article gave the number of soldiers as 8,000. It is 10,000.

What is new in an article is news and is not in it. Each change is told as a thing, its old and its new value; where
a whole sentence went, the largest claim in it speaks for those inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from revtrack.model import Attribution, Bound, Change, Date, DateType, Diff, Figure, Label, Quote
from revtrack.report.escaping import visible
from revtrack.report.vocabulary import MONTHS

NEWS: frozenset[Label] = frozenset(("added", "identified", "attributed"))
BOUNDS: dict[Bound, str] = {
    "exact": "",
    "range": "",
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "up to ",
}
DATES: dict[DateType, str] = {
    "date": "a date",
    "time": "a time",
    "duration": "a length of time",
    "set": "a recurring date",
}
_MARKUP = re.compile(r"[*_`\[\]<>]")


@dataclass(frozen=True, slots=True)
class Formula:
    """How a house words a notice: what comes first, one change, one removal, and what joins them."""

    lead: str
    each: str
    gone: str
    join: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that was wrong; `new` is None where it was taken out."""

    thing: str
    old: str
    new: str | None


def text(diff: Diff, formula: Formula, day: str) -> str:
    """The notice in one paragraph, empty where there is nothing to own up to; `day` is an ISO date."""
    wrongs = list(_wrongs(diff))
    if not wrongs:
        return ""
    told = [_told(wrong, formula) for wrong in wrongs]
    year, month, number = day.split("-")
    name = MONTHS[int(month) - 1]
    dates = {"date": f"{int(number)} {name} {year}", "us_date": f"{name} {int(number)}, {year}"}
    return formula.lead.format(**dates, changes=formula.join.join(told))


def markdown(diff: Diff, formula: Formula, day: str) -> str:
    """The notice as a paragraph in italics."""
    words = text(diff, formula, day)
    return f"*{_MARKUP.sub(_escaped, words)}*" if words else ""


def json_ld(diff: Diff, formula: Formula, day: str) -> dict[str, Any]:
    """The notice as schema.org has it: a NewsArticle with a CorrectionComment."""
    words = text(diff, formula, day)
    comment = {"@type": "CorrectionComment", "text": words, "datePublished": day}
    headline = next(
        (
            visible(diff.after.text[block.start : block.end]).strip("# ")
            for block in diff.after.blocks
            if block.role == "headline"
        ),
        None,
    )
    article: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    article |= {"headline": headline} if headline else {}
    return article | {"dateModified": day} | ({"correction": comment} if words else {})


def _told(wrong: Correction, formula: Formula) -> str:
    if wrong.new is None:
        return formula.gone.format(thing=wrong.thing, old=wrong.old)
    return formula.each.format(thing=wrong.thing, old=wrong.old, new=wrong.new)


def _wrongs(diff: Diff) -> Iterator[Correction]:
    changes = [change for change in diff.changes if not (change.acknowledged or NEWS.issuperset(change.labels))]
    for change in changes:
        if change.new or not _is_told_by_another(change, changes):
            yield _wrong(diff, change)


def _is_told_by_another(change: Change, changes: Iterable[Change]) -> bool:
    """Whether a larger claim that went as well holds this one."""
    gone = [other.old for other in changes if other is not change and not other.new and other.old]
    own = change.old
    return own is not None and any(
        other.span.holds(own.span) and (other.span != own.span or other.text > own.text) for other in gone
    )


def _wrong(diff: Diff, change: Change) -> Correction:
    old, new = change.old, change.new
    labels = set(change.labels)
    if isinstance(old, Figure):
        return _figure(old, new if isinstance(new, Figure) else None)
    if isinstance(old, Date):
        return Correction(DATES[old.type], _line(old.text), _line(new.text) if new else None)
    if isinstance(old, Quote) and "speaker" in labels and isinstance(new, Quote):
        return Correction(f"the speaker of {_quoted(old)}", _line(old.speaker or ""), _line(new.speaker or ""))
    if isinstance(old, Quote) or isinstance(new, Quote):
        speaker = next((side.speaker for side in (old, new) if isinstance(side, Quote) and side.speaker), None)
        thing = f"a quotation of {_line(speaker)}" if speaker else "a quotation"
        wrong, right = (
            _quoted(side) if isinstance(side, Quote) else _line(side.text) if side else None for side in (old, new)
        )
        return Correction(thing, wrong or "", right)
    if isinstance(old, Attribution):
        return _attribution(diff, old, new if isinstance(new, Attribution) else None, labels)
    if change.kind == "name":
        return Correction("a name", _line(old.text) if old else "", _line(new.text) if new else None)
    return Correction("a statement", _marked(old.text) if old else "", _marked(new.text) if new else None)


def _figure(old: Figure, new: Figure | None) -> Correction:
    if new and (old.noun or new.noun) and (old.noun or "").lower() != (new.noun or "").lower():
        return Correction("a figure", _counted(old), _counted(new))
    counts = old.noun and not (old.unit or old.ordinal)
    thing = f"the number of {_line(old.noun or '')}" if counts else "a figure"
    return Correction(thing, _amount(old), _amount(new) if new else None)


def _counted(figure: Figure) -> str:
    return f"{_amount(figure)} {_line(figure.noun)}" if figure.noun else _amount(figure)


def _amount(figure: Figure) -> str:
    rate = f" per {figure.per}" if figure.per else ""
    return f"{BOUNDS[figure.bound]}{_line(figure.text)}{rate}"


def _attribution(diff: Diff, old: Attribution, new: Attribution | None, labels: set[Label]) -> Correction:
    who = _line((old.source and (old.source.name or old.source.text)) or "a source")
    if new is None and "removed" not in labels:
        return Correction("the source of a statement", who, None)
    if new is None:
        return Correction(f"a statement of {who}", _line(old.text), None)
    if "role" in labels and old.source and new.source:
        return Correction(
            f"the role of {who}", _line(old.source.role or "not given"), _line(new.source.role or "not given")
        )
    if "anonymized" in labels:  # a notice must not name again whom the edit protects
        return Correction(
            "the source of a statement", "a named person", _line(new.source.text if new.source else "nobody")
        )
    if "source" in labels:
        return Correction(
            "the source of a statement",
            _line(old.source.text if old.source else "nobody"),
            _line(new.source.text if new.source else "nobody"),
        )
    if "cue" in labels:
        return Correction(f"the verb for what {who} said", _marked(old.cue.text), _marked(new.cue.text))
    said = [
        " ".join(span.of(claims.text) for span in side.content).removeprefix("that ") or side.text
        for claims, side in ((diff.before, old), (diff.after, new))
    ]
    return Correction(f"a statement of {who}", *map(_marked, said))


def _marked(words: str) -> str:
    """Words in quotation marks."""
    return f'"{_line(words).rstrip(",.")}"'


def _quoted(quote: Quote) -> str:
    return _marked(quote.words)


def _line(words: str) -> str:
    return visible(words).strip()


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
