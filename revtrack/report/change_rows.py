"""A row for each change: its number, its message, what readers were told of it.

A row's anchor depends on the change alone, so that links to it last: `c-` and a hash of kind, labels, old and new
words, with `-2` for the second identical change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple
from zlib import crc32

from revtrack.model import (
    AnyClaim,
    Attribution,
    Change,
    Claims,
    Date,
    Diff,
    Passage,
    Quote,
    Severity,
    Side,
    Span,
    Spans,
)
from revtrack.report import label_words, marked_text, message_parts
from revtrack.report.escaping import visible
from revtrack.report.marked_article import Place
from revtrack.report.marked_text import Runs, State
from revtrack.versions import speaking
from revtrack.versions.way import SIDES

Words = AnyClaim | Passage

_SOURCE_LABELS = frozenset(("source", "anonymized", "identified", "role"))
_LEAD_LABELS = frozenset(("dropped", "attributed"))
# A longer message of a statement repeats most of its sentence, whose marks say as much.
LONGEST = 100


class Requoted(NamedTuple):
    """A quotation whose words changed, as it was and as it is now."""

    speaker: str
    old: Runs
    new: Runs


class ChangeRow(NamedTuple):
    """One change; `also` counts its other places, `in_text` says whether the article has a note for it.

    `number` is its place among all changes of the diff, from 1, whatever else is shown. `standing` says what readers
    were told of it; `short` is its message below its sentence, which need not be quoted there.
    """

    number: int
    anchor: str
    severity: Severity
    kind: str
    labels: tuple[str, ...]
    message: str
    has_old: bool
    has_new: bool
    also: int
    moved: bool
    acknowledged: bool
    in_text: bool = True
    days: tuple[str, ...] = ()
    label: str = ""
    standing: str = ""
    short: str = ""
    rewording: bool = False
    requoted: Requoted | None = None

    @property
    def told_differently(self) -> bool:
        """Whether it changed or took away what readers had been told, more than its wording."""
        return self.label != "added" and not (self.rewording and self.label == "reworded")

    @property
    def remarks(self) -> tuple[str, ...]:
        """Its labels in words, where else it was made, and which days its dates mean."""
        return (*self.labels, *self.places)

    @property
    def places(self) -> tuple[str, ...]:
        """Where else it was made, and which days its dates mean."""
        return (*label_words.remarks(self.also, self.moved), *self.days)


def of(diff: Diff, changes: tuple[Change, ...], prefix: str, noted: Set[int] = frozenset()) -> Iterator[ChangeRow]:
    """The rows of changes; `noted` are the numbers of those that the article points to."""
    altered = any("words" in change.labels for change in changes)
    changed = {side: marked_text.changed(diff, side) for side in SIDES} if altered else {}
    owners = {index + 1: notice.type for notice in reversed(diff.notices) for index in notice.changes}
    seen: Counter[str] = Counter()
    for number, change in enumerate(changes, 1):
        own = _anchor(prefix, change)
        seen[own] += 1
        yield ChangeRow(
            number=number,
            anchor=own if seen[own] == 1 else f"{own}-{seen[own]}",
            severity=change.severity,
            kind=change.kind,
            labels=tuple(label_words.label_phrase(change.kind, label, change.severity) for label in change.labels),
            message=visible(change.message),
            has_old=change.old is not None,
            has_new=change.new is not None,
            also=len(change.also),
            moved=change.moved,
            acknowledged=change.acknowledged,
            in_text=number in noted,
            days=tuple(_days(change)),
            label=change.labels[0],
            standing=label_words.standing(change, owners.get(number, "correction")),
            short=_short(change),
            rewording=change.is_rewording,
            requoted=_requoted(diff, change, changed),
        )


def _short(change: Change) -> str:
    """A message without the words that its sentence shows: those that came in or went whole, or were reworded."""
    message, label = visible(change.message), change.labels[0]
    if change.is_rewording:
        return label_words.label_phrase(change.kind, label, change.severity)
    if label in ("added", "removed") and change.kind in ("quote", "attribution"):
        claim = change.new or change.old
        if isinstance(claim, Attribution):
            return f"{message.partition(': ')[0]}: {visible(speaking.speaking(claim))}"
        return ": ".join(message.split(": ")[: 2 if change.kind == "attribution" else 1])
    if label == "content" or (change.kind == "statement" and len(message) > LONGEST and message[0] != '"'):
        return message.partition(": ")[0]
    return message_parts.without_clause(message)


def _days(change: Change) -> Iterator[str]:
    """The days that the dates of a change mean: "Thursday is 31 October 2024"."""
    for claim in (change.old, change.new):
        if isinstance(claim, Date) and claim.resolved and claim.resolved != claim.value:
            yield f"{visible(claim.text)} is {label_words.day(claim.resolved)}"


def anchor(prefix: str, kind: str, labels: Iterable[str], sides: Iterable[str]) -> str:
    """The same for the same change wherever it is in the list, so that links to it last; `sides` are its words."""
    return f"{prefix}-{crc32(chr(31).join((kind, *labels, *sides)).encode('utf-8', 'replace')):08x}"


def _anchor(prefix: str, change: Change) -> str:
    sides = (side.text if side else "" for side in (change.old, change.new))
    return anchor(prefix, change.kind, change.labels, sides)


def _requoted(diff: Diff, change: Change, changed: Mapping[Side, Spans]) -> Requoted | None:
    """The words of a quotation that changed, None for every other change."""
    old, new = change.old, change.new
    if change.labels[0] != "words" or not (isinstance(old, Quote) and isinstance(new, Quote)):
        return None
    before = _words(diff.before, old, changed["old"], "removed")
    return Requoted(visible(new.speaker or old.speaker or ""), before, _words(diff.after, new, changed["new"], "added"))


def _words(claims: Claims, quote: Quote, changed: Spans, state: State) -> Runs:
    """The words of a quotation, those marked that changed."""
    own, _ = marked_text.marked(claims, quote.span, (quote.span,), changed)
    return tuple(run for run in marked_text.excerpt(claims, quote.span, (quote.span,), own, state) if run.focus)


def _focus(change: Change, claim: Words) -> Spans:
    """The words of a claim that a change is about: for an attribution, its source, cue or content."""
    if not isinstance(claim, Attribution):
        return (claim.span,)
    labels = set(change.labels)
    source = claim.source.spans if claim.source else ()
    if labels & _SOURCE_LABELS:
        return source or claim.cue.spans
    if labels & _LEAD_LABELS:
        return (*source, *claim.cue.spans)
    if labels == {"cue"}:
        return claim.cue.spans
    return claim.content if labels == {"content"} and claim.content else (claim.span,)


def places(changes: tuple[Change, ...]) -> Iterator[Place]:
    """The number of each change, with each of its places."""
    for number, change in enumerate(changes, 1):
        yield number, _noted(change, change.old), _noted(change, change.new)
        for place in change.also:
            yield number, place.old, place.new


def _noted(change: Change, claim: Words | None) -> Span | None:
    return max(_focus(change, claim), key=lambda span: span.end) if claim else None
