"""Rows: as many cells as columns, of the types the columns name, for every kind of claim and change."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import revtrack
from revtrack.model import Claims, Figure
from revtrack.rows import change_table as changes
from revtrack.rows import claim_table as claims
from revtrack.rows import revision_table as revisions
from revtrack.rows import sentence_table as sentences
from revtrack.rows.columns import Row, Table, Versions, number

OLD = """Ferry sinks off Arvo Bay

At least 12 people died on Monday, police said. Repairs cost $3 million to $5 million.

“We are still searching,” said harbour master Ada Lind. The pier may close. An official called it “a disgrace”.

Boats from Arvo left at noon.
"""
NEW = (
    OLD.replace("At least 12", "21")
    .replace("Monday", "Tuesday")
    .replace("still searching", "not searching")
    .replace("may close", "will close")
    .replace("Ada Lind", "Ada Lund")
    .replace("An official", "Tove Orr")
    .replace("Boats from Arvo left at noon.", "The harbour lies in the north.")
)
DIFF = revtrack.compare(OLD, NEW)
TYPES = {"string": str, "strings": tuple, "integer": int, "double": float, "value": str, "boolean": bool, "time": str}
VERSIONS = Versions("ferry", 1, 2, "2024-10-31T12:00:00Z")
MADE = {
    "changes": (changes.TABLE, list(changes.of(DIFF, VERSIONS))),
    "claims": (claims.TABLE, list(claims.of(DIFF.after, "ferry", 2, VERSIONS.time))),
    "ops": (sentences.MATCHED, list(sentences.matched(DIFF, VERSIONS))),
    "sentences": (sentences.SPLIT, list(sentences.split(DIFF.after, "ferry", 2))),
}


def named(table: Table, row: Row) -> dict[str, object]:
    return dict(zip((column.name for column in table.columns), row, strict=True))


@pytest.mark.parametrize("name", MADE)
def test_cells_are_what_their_columns_say(name: str) -> None:
    """A column of integers holds integers, and nothing stands beside the columns."""
    table, made = MADE[name]
    assert made
    for row in made:
        for cell, column in zip(row, table.columns, strict=True):
            assert cell is None or type(cell) is TYPES[column.type], (column.name, cell)


@pytest.mark.parametrize("table", [changes.TABLE, claims.TABLE, revisions.TABLE, sentences.MATCHED, sentences.SPLIT])
def test_columns_are_documented_and_named_once(table: Table) -> None:
    """Nobody has to guess what a column is."""
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.about and re.fullmatch("[a-z_]+", column.name) for column in table.columns)


def test_the_columns_of_the_interface_come_first() -> None:
    """Scripts that read by position go on working."""
    assert " ".join(column.name for column in changes.TABLE.columns).startswith(
        "article old_revision new_revision time kind labels severity acknowledged old_text new_text message"
    )


def test_every_change_is_a_row() -> None:
    """In the order of the diff, with the words of both sides."""
    table, made = MADE["changes"]
    told = [named(table, row) for row in made]
    assert [(row["kind"], row["message"]) for row in told] == [(one.kind, one.message) for one in DIFF.changes]
    assert {row["kind"] for row in told} >= {"figure", "date", "quote", "certainty"}


def test_a_toll_can_be_reckoned_with() -> None:
    """Value, number, bound and noun of both sides stand in the row."""
    table, made = MADE["changes"]
    toll = next(row for row in (named(table, row) for row in made) if row["kind"] == "figure")
    wanted = {
        "old_value": "12",
        "new_value": "21",
        "old_number": 12.0,
        "new_number": 21.0,
        "old_bound": "at_least",
        "new_bound": "exact",
        "old_noun": "people",
        "new_noun": "people",
        "old_source": None,
    }
    assert {name: toll[name] for name in wanted} == wanted


def test_an_added_claim_has_no_old_side() -> None:
    """Empty is what was not there."""
    [change] = revtrack.compare("It rained.", "It rained. Repairs cost $5.").changes
    diff = revtrack.compare("It rained.", "It rained. Repairs cost $5.")
    [row] = changes.of(diff, Versions())
    cells = named(changes.TABLE, row)
    assert change.labels == ("added",)
    assert {name for name in cells if name.startswith("old") and cells[name] is not None} == set()
    assert (cells["new_value"], cells["new_unit"], cells["article"]) == ("5", "USD", None)


def test_a_claim_has_what_its_kind_has() -> None:
    """A range has no value but two ends; a quotation has its words and its speaker."""
    found = revtrack.extract(OLD)
    made = [named(claims.TABLE, row) for row in claims.of(found, "ferry", 1, None)]
    assert [row["claim"] for row in made] == [claim.id for claim in found.claims]
    cost = next(row for row in made if row["bound"] == "range")
    assert (cost["value"], cost["low"], cost["high"], cost["unit"]) == (None, "3000000", "5000000", "USD")
    words = next(row for row in made if row["kind"] == "quote")
    assert (words["words"], words["source"]) == ("We are still searching,", "Ada Lind")
    assert any(row["kind"] == "attribution" and row["lemma"] == "say" for row in made)


@pytest.mark.parametrize(
    ("value", "found"), [(None, None), (Decimal("12"), 12.0), (Decimal("1e400"), None), (Decimal("-0.5"), -0.5)]
)
def test_numbers_are_for_arithmetic(value: Decimal | None, found: float | None) -> None:
    """What a double cannot hold is left to the exact value."""
    assert number(value) == found
    claim = Figure("f1", 0, 1, "1", 0, value, value, value)
    [row] = claims.of(Claims("1", "en", (), (), (claim,)), None, None, None)
    assert named(claims.TABLE, row)["number"] == found


def test_unchanged_sentences_are_matched_without_a_changed_share() -> None:
    """Sentences that stand in both versions are 0 apart, whole ones that came or went 1, edited ones between."""
    made = [named(sentences.MATCHED, row) for row in MADE["ops"][1]]
    shares = {row["op"]: {row["changed_x"], row["changed_y"]} - {None} for row in made}
    assert shares["equal"] == {0.0}
    assert all(0 < share < 1 for share in shares["edit"])  # type: ignore[operator]
    assert shares["add"] == shares["delete"] == {1.0}
    assert {row["sent_idx_x"] is None for row in made if row["op"] == "add"} == {True}


def test_a_split_sentence_has_a_row_for_each_part() -> None:
    """As the data set has it: one old sentence, two matches."""
    old = "Mayor Ida Orr opened the new bridge on Monday and thanked the workers who had built it in two years."
    new = "Mayor Ida Orr opened the new bridge on Monday. She thanked the workers who had built it in two years."
    made = [named(sentences.MATCHED, row) for row in sentences.matched(revtrack.compare(old, new), VERSIONS)]
    assert [(row["op"], row["sent_idx_x"], row["sent_idx_y"]) for row in made] == [("split", 0, 0), ("split", 0, 1)]


WORDS = st.lists(st.sampled_from(["Twelve people died.", "It rained.", "“No,” said Ida Orr.", "Ida Orr left."]))


@given(WORDS, WORDS)
def test_every_sentence_is_in_the_table(old: list[str], new: list[str]) -> None:
    """None of either version is lost, whatever was done to it."""
    diff = revtrack.compare(" ".join(old), " ".join(new))
    made = [named(sentences.MATCHED, row) for row in sentences.matched(diff, VERSIONS)]
    assert {row["sent_idx_x"] for row in made} - {None} == set(range(len(diff.before.sentences)))
    assert {row["sent_idx_y"] for row in made} - {None} == set(range(len(diff.after.sentences)))
