"""The table of claims: one row a claim of a version, in text order; a column is empty for kinds that do not have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from revtrack.model import AnyClaim, Attribution, Claims, Date, Figure, Name, Quote, Source, decimal_string
from revtrack.rows.columns import Cell, Column, Row, Table, number

TABLE = Table(
    "claims",
    (
        Column("article", "string", "name of the article"),
        Column("revision", "integer", "number of the version"),
        Column("time", "time", "when the version was published"),
        Column("claim", "string", "id of the claim, unique in its version"),
        Column("kind", "string", "`figure`, `date`, `quote`, `attribution` or `name`"),
        Column("start", "integer", "where it begins, in code points of the text"),
        Column("end", "integer", "where it ends, exclusive"),
        Column("text", "string", "its words, verbatim"),
        Column("sentence", "integer", "index of its sentence, from 0"),
        Column("value", "value", "of a figure: its value, empty for a range; of a date: TIMEX3-like"),
        Column("number", "double", "of a figure: its value for arithmetic"),
        Column("low", "value", "of a figure: the least it can be, empty where that is open"),
        Column("high", "value", "of a figure: the most it can be, empty where that is open"),
        Column("unit", "string", "of a figure: `percent`, a currency such as `USD`, or a unit such as `kilometre`"),
        Column("noun", "string", "of a figure: what it counts, as written"),
        Column("per", "string", "of a figure: the denominator of a rate, such as `day`"),
        Column(
            "bound",
            "string",
            "of a figure: `exact`, `about`, `at_least` or another [bound](figures.md); of a date: "
            "`on`, `from`, `until` or [another](dates.md#bounds)",
        ),
        Column("ordinal", "boolean", "of a figure: whether it is an ordinal number"),
        Column(
            "type", "string", "of a date: `date`, `time`, `duration`, `set`; of a name: `person`, `organization`, ..."
        ),
        Column("resolved", "string", "of a date: the day, week, month or year it means, as far as the time decides it"),
        Column("form", "string", "of a quotation: `direct`, `partial` or `block`; of an attribution: its mode"),
        Column("words", "string", "of a quotation: the quoted words; of an attribution: the words of its cue"),
        Column("lemma", "string", "of an attribution: the verb of its cue"),
        Column("source", "string", "of an attribution or a quotation: who said it; of a name: whose it is"),
        Column("role", "string", "of an attribution: title or function of the source"),
        Column("anonymous", "boolean", "of an attribution: whether its source is not named"),
    ),
)

_OWN = 9  # the columns that every claim has come first


def of(claims: Claims, article: str | None, revision: int | None, time: str | None) -> Iterator[Row]:
    """The rows of a version."""
    for claim in claims.claims:
        own = _own(claim)
        yield (
            article,
            revision,
            time,
            claim.id,
            claim.kind,
            claim.start,
            claim.end,
            claim.text,
            claim.sentence,
            *(own.get(column.name) for column in TABLE.columns[_OWN:]),
        )


def _own(claim: AnyClaim) -> Mapping[str, Cell]:
    """What the kind has of its own, by column."""
    match claim:
        case Figure():
            return {
                "value": decimal_string(claim.value),
                "number": number(claim.value),
                "low": decimal_string(claim.low),
                "high": decimal_string(claim.high),
                "unit": claim.unit,
                "noun": claim.noun,
                "per": claim.per,
                "bound": claim.bound,
                "ordinal": claim.ordinal,
            }
        case Date():
            return {"value": claim.value, "type": claim.type, "bound": claim.bound, "resolved": claim.resolved}
        case Quote():
            return {"form": claim.form, "words": claim.words, "source": claim.speaker}
        case Attribution(source=source):
            said: dict[str, Cell] = {"form": claim.mode, "words": claim.cue.text, "lemma": claim.cue.lemma}
            return said | _who(source) if source else said
        case Name():
            return {"type": claim.type, "source": claim.name}


def _who(source: Source) -> dict[str, Cell]:
    return {"source": source.name or source.text, "role": source.role, "anonymous": source.anonymous}
