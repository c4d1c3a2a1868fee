"""The table of changes: one row a change, most serious first within a pair of versions, then in text order.

What only some kinds have (value, unit, speaker, source) stands beside the words, so that a question such as "how
often did tolls rise" is arithmetic: `new_number > old_number`.
"""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.model import AnyClaim, Attribution, Date, Diff, Figure, Name, Passage, Quote, Source, decimal_string
from revtrack.rows.columns import Cell, Column, Row, Table, Versions, number

TABLE = Table(
    "changes",
    (
        Column("article", "string", "name of the article"),
        Column("old_revision", "integer", "number of the version before, from 1 by time of publication"),
        Column("new_revision", "integer", "number of the version with the change"),
        Column("time", "time", "when the version with the change was published"),
        Column("kind", "string", "`figure`, `date`, `quote`, `attribution`, `name`, `certainty` or `statement`"),
        Column("labels", "strings", "what changed of it, see [What is a change](changes.md)"),
        Column("severity", "string", "`high`, `medium` or `low`"),
        Column("acknowledged", "boolean", "whether a notice in the new version mentions it"),
        Column("old_text", "string", "the words of the claim or statement before; empty where it was added"),
        Column("new_text", "string", "the words of the claim or statement now; empty where it was removed"),
        Column("message", "string", "the change in one line for a person"),
        Column("moved", "boolean", "whether its sentence moved as well"),
        Column("places", "integer", "in how many places the same change was made"),
        Column("old_start", "integer", "where the old words begin, in code points of the old version"),
        Column("old_end", "integer", "where they end, exclusive"),
        Column("new_start", "integer", "where the new words begin, in code points of the new version"),
        Column("new_end", "integer", "where they end, exclusive"),
        Column("old_value", "value", "of a figure: its value before, empty for a range; of a date: TIMEX3-like"),
        Column("new_value", "value", "the same of the new version"),
        Column("old_number", "double", "of a figure: its value before, for arithmetic"),
        Column("new_number", "double", "the same of the new version"),
        Column(
            "old_bound",
            "string",
            "of a figure: `exact`, `about`, `at_least` or another [bound](figures.md); of a date: "
            "`on`, `from`, `until` or [another](dates.md#bounds)",
        ),
        Column("new_bound", "string", "the same of the new version"),
        Column("old_unit", "string", "of a figure: `percent`, a currency such as `USD`, or a unit such as `kilometre`"),
        Column("new_unit", "string", "the same of the new version"),
        Column("old_noun", "string", "of a figure: what it counts, as written"),
        Column("new_noun", "string", "the same of the new version"),
        Column("old_source", "string", "of an attribution or a quotation: who said it; of a name: whose it is"),
        Column("new_source", "string", "the same of the new version"),
    ),
)


def of(diff: Diff, versions: Versions) -> Iterator[Row]:
    """The rows of a diff, without those that concern the time of publication alone."""
    for change in diff.changes:
        (old_text, *old_place), (new_text, *new_place) = _words(change.old), _words(change.new)
        yield (
            versions.article,
            versions.old,
            versions.new,
            versions.time,
            change.kind,
            change.labels,
            change.severity,
            change.acknowledged,
            old_text,
            new_text,
            change.message,
            change.moved,
            1 + len(change.also),
            *old_place,
            *new_place,
            *(cell for both in zip(_own(change.old), _own(change.new), strict=True) for cell in both),
        )


def _words(side: AnyClaim | Passage | None) -> tuple[Cell, Cell, Cell]:
    return (side.text, side.start, side.end) if side else (None, None, None)


def _own(side: AnyClaim | Passage | None) -> tuple[Cell, ...]:
    """Value, number, bound, unit, noun and source of one side, as far as its kind has them."""
    match side:
        case Figure():
            return decimal_string(side.value), number(side.value), side.bound, side.unit, side.noun, None
        case Date():
            return side.value, None, side.bound, None, None, None
        case _:
            return None, None, None, None, None, _source(side)


def _source(side: AnyClaim | Passage | None) -> str | None:
    match side:
        case Attribution(source=Source(name=name, text=text)):
            return name or text
        case Quote(speaker=speaker):
            return speaker
        case Name(name=name):
            return name
        case _:
            return None
