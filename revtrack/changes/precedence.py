"""Which kind of change reports what another need not repeat, as a table (`TABLE`, at the end).

"reportedly" -> "police said" is a new source, and no change of certainty as well; "paid" -> "denied paying" turns the
statement round, and the verb that denies is no attribution of its own. Every row is judged against all the changes
that were found, so that the order of the rows does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import get_args

from revtrack.model import AnyClaim, Attribution, Change, Date, Figure, Kind, Label, Name, Passage, Quote, Side, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.versions import wording
from revtrack.versions.identity import ANOTHER_STATEMENT
from revtrack.versions.stretches import joined, meet
from revtrack.versions.way import SIDES

# Lemmas of cues that turn what they govern round.
DENIALS = frozenset(("deny", "dispute", "reject", "refute", "disavow"))

Labels = frozenset[Label]
# Words by which a writer passes on what nobody named has said.
HEARSAY = frozenset(("reportedly", "allegedly", "purportedly", "supposedly", "rumored", "rumoured", "understood"))

ANY: Labels = frozenset(get_args(Label))
# How far behind a figure what it is counted per may begin, its noun between them, in code points.
DENOMINATOR_REACH = 30
VALUES: Labels = frozenset(("value", "unit", "bound", "noun"))
NEW_SOURCE: Labels = frozenset(("source", "anonymized", "identified", "added", "removed"))

Test = Callable[[Change], bool]
Part = Callable[[AnyClaim | Passage], Iterable[Span]]


class Row(NamedTuple):
    """A change of `kind` whose labels are all among `labels` is dropped where one of kind `by` reports it already.

    `place` is given the changes of kind `by` that carry one of `by_labels`, and makes the test for a single change.
    """

    kind: Kind
    labels: Labels
    by: Kind
    by_labels: Labels
    place: Callable[[list[Change]], Test]


def without_repeated(changes: Iterable[Change]) -> list[Change]:
    """The changes but those that a change of another kind reports already."""
    found = list(changes)
    tests = [(row, row.place(reporting)) for row in TABLE if (reporting := _reporting(row, found))]
    return [change for change in found if not any(_holds(row, change) and test(change) for row, test in tests)]


def _reporting(row: Row, changes: list[Change]) -> list[Change]:
    return [change for change in changes if change.kind == row.by and not row.by_labels.isdisjoint(change.labels)]


def _holds(row: Row, change: Change) -> bool:
    return change.kind == row.kind and row.labels.issuperset(change.labels)


# Tests of place


def _meets(part: Part, reported: Part) -> Callable[[list[Change]], Test]:
    """A part of the change meets a part of one that reports it, on either side."""

    def place(reporting: list[Change]) -> Test:
        stretches = {
            side: joined(span for change in reporting if (claim := _on(change, side)) for span in reported(claim))
            for side in SIDES
        }

        def test(change: Change) -> bool:
            claims = ((side, _on(change, side)) for side in SIDES)
            return any(meet(stretches[side], span) for side, claim in claims if claim for span in part(claim))

        return test

    return place


def _of_statement(reporting: list[Change]) -> Test:
    """The quotation belongs, on both sides, to an attribution that is reported."""
    pairs = {
        (change.old.id, change.new.id)
        for change in reporting
        if isinstance(change.old, Attribution) and isinstance(change.new, Attribution)
    }

    def test(change: Change) -> bool:
        old, new = change.old, change.new
        return isinstance(old, Quote) and isinstance(new, Quote) and (old.attribution, new.attribution) in pairs

    return test


def _of_speakers(reporting: list[Change]) -> Test:
    """The names are those of the speakers, wherever they are."""
    pairs = {
        (change.old.speaker, change.new.speaker)
        for change in reporting
        if isinstance(change.old, Quote) and isinstance(change.new, Quote)
    }

    def test(change: Change) -> bool:
        old, new = change.old, change.new
        return isinstance(old, Name) and isinstance(new, Name) and (old.name, new.name) in pairs

    return test


def _in_value_alone(reporting: list[Change]) -> Test:
    """What is said differs in names, figures or dates that are reported, and in hardly more."""

    def test(change: Change) -> bool:
        old, new = change.old, change.new
        if not isinstance(old, Attribution) or not isinstance(new, Attribution):
            return False
        inside = [
            (one.old.span, one.new.span)
            for one in reporting
            if one.old and one.new and _is_said(old, one.old.span) and _is_said(new, one.new.span)
        ]
        rest = (_without(claim, [pair[at] for pair in inside]) for at, claim in enumerate((old, new)))
        return bool(inside) and wording.alike(*map(wording.words, rest)) >= ANOTHER_STATEMENT

    return test


def _in_denominator(reporting: list[Change]) -> Test:
    """The length of time is what a figure is newly counted per: "300 a day" -> "300 per three hours"."""
    ends = {
        side: {
            claim.sentence: claim.end
            for change in reporting
            if isinstance(claim := _on(change, side), Figure) and claim.per
        }
        for side in SIDES
    }

    def test(change: Change) -> bool:
        claims = ((side, claim) for side in SIDES if isinstance(claim := _on(change, side), Date))
        return any(
            claim.type == "duration"
            and 0 < claim.start - ends[side].get(claim.sentence, claim.start) <= DENOMINATOR_REACH
            for side, claim in claims
        )

    return test


def _in_count_of_source(reporting: list[Change]) -> Test:
    """The sources differ in how many they are: "one in four nurses", "12 witnesses"."""

    def test(change: Change) -> bool:
        sources = [claim.source if isinstance(claim, Attribution) else None for claim in (change.old, change.new)]
        old, new = sources
        if not old or not new:
            return False
        held = ((one.old, one.new) for one in reporting if one.old and one.new)
        return any(old.span.holds(before.span) and new.span.holds(after.span) for before, after in held)

    return test


def _is_said(claim: Attribution, span: Span) -> bool:
    return any(part.holds(span) for part in claim.content)


def _without(claim: Attribution, spans: list[Span]) -> str:
    """What is said, but for some stretches of it."""
    text = claim.text
    for span in sorted(spans, reverse=True):
        text = text[: span.start - claim.start] + text[span.end - claim.start :]
    return text


def _of_hearsay(reporting: list[Change]) -> Test:
    """Hearsay in a sentence whose source came or went: "is reportedly closing" -> "is closing, the owner said"."""
    sentences = {(side, claim.sentence) for change in reporting for side in SIDES if (claim := _on(change, side))}

    def test(change: Change) -> bool:
        claims = [(side, claim) for side in SIDES if (claim := _on(change, side))]
        hedged = any(not HEARSAY.isdisjoint(claim.text.lower().split()) for _, claim in claims)
        return hedged and any((side, claim.sentence) in sentences for side, claim in claims)

    return test


def _on(change: Change, side: Side) -> AnyClaim | Passage | None:
    return change.old if side == "old" else change.new


# Parts of a claim


def _all(claim: AnyClaim | Passage) -> Iterable[Span]:
    return (claim.span,)


def _cue(claim: AnyClaim | Passage) -> Iterable[Span]:
    return (claim.cue.span,) if isinstance(claim, Attribution) else ()


def _denial(claim: AnyClaim | Passage) -> Iterable[Span]:
    return (claim.cue.span,) if isinstance(claim, Attribution) and claim.cue.lemma in DENIALS else ()


def _content(claim: AnyClaim | Passage) -> Iterable[Span]:
    return claim.content if isinstance(claim, Attribution) else ()


def _source(claim: AnyClaim | Passage) -> Iterable[Span]:
    return (claim.source.span,) if isinstance(claim, Attribution) and claim.source else ()


TABLE: tuple[Row, ...] = (
    # A quotation that goes on from a statement has the new speaker of that statement.
    Row("quote", frozenset(("speaker",)), "attribution", NEW_SOURCE, _of_statement),
    # "paid" -> "denied paying": the statement is negated; what somebody newly says is another statement.
    Row("attribution", frozenset(("added", "removed")), "certainty", frozenset(("negated",)), _meets(_denial, _all)),
    # "reportedly" -> "police said": a source or its verb came, went or changed, and what is said is new as a whole.
    Row("certainty", ANY, "attribution", frozenset(("dropped", "attributed", "cue")), _meets(_all, _cue)),
    Row(
        "certainty",
        frozenset(("stronger", "weaker")),
        "attribution",
        frozenset(("dropped", "attributed")),
        _of_hearsay,
    ),
    Row("certainty", ANY, "attribution", frozenset(("content",)), _meets(_all, _content)),
    # "FY24" and "Q1" are dates, whatever else they look like.
    Row("name", ANY, "date", frozenset(("value",)), _meets(_all, _all)),
    Row("name", ANY, "figure", frozenset(("value", "unit")), _meets(_all, _all)),
    Row("date", frozenset(("added", "removed")), "figure", frozenset(("unit",)), _in_denominator),
    # "charged Tom Reyes with murder": what is said differs in the name alone, or in the number or day.
    Row("attribution", frozenset(("content",)), "name", frozenset(("replaced", "spelling")), _in_value_alone),
    Row("attribution", frozenset(("content",)), "figure", VALUES, _in_value_alone),
    Row("attribution", frozenset(("content",)), "date", VALUES, _in_value_alone),
    # "One in four nurses said": the sources are those, but more or fewer.
    Row("attribution", frozenset(("source", "role")), "figure", VALUES, _in_count_of_source),
    # A new source or speaker has a new name.
    Row("name", ANY, "attribution", NEW_SOURCE, _meets(_all, _source)),
    Row("name", ANY, "quote", frozenset(("speaker",)), _of_speakers),
)
