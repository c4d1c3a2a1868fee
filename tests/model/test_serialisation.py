"""What `to_dict` writes, `from_dict` reads back; what anyone else wrote is read or refused, and never crashes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import revtrack
from revtrack.errors import InputError
from revtrack.model import Claims, Diff, Figure, Revision
from revtrack.report import html, markdown, terminal

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
HISTORIES = sorted(path.parent for path in FIXTURES.glob("*/expected.json"))
OLD = """# Ferry sinks off Orrin

By Ada Lund

At least 12 people died on Monday, "a dark day for us all", Mayor Kim Holt said.

Officials said the toll could rise. The line opened in 1998."""
NEW = """# Ferry sinks off Orrin

By Ada Lund

At least 21 people died on Monday, "a black day for us all", Mayor Kim Holt said.

The toll will rise. The line opened on Sunday, March 21, 2016.

Correction: An earlier version said 12 people died."""
REVISION = Revision("ferry", 2, "c" * 40, "b" * 40, "2024-10-31T08:00:00Z", "2024-10-31T08:01:00Z", "A", "", "", 40)


@cache
def texts(history: Path) -> list[str]:
    return [path.read_bytes().decode("utf-8-sig") for path in sorted(history.glob("[0-9].*"))]


@cache
def saved() -> str:
    """The JSON of a diff with changes of several kinds, a notice and a warning."""
    diff = revtrack.compare(OLD, NEW)
    assert {change.kind for change in diff.changes} >= {"figure", "quote", "date"}
    assert diff.notices
    assert diff.after.warnings
    return json.dumps(replace(diff, old=replace(REVISION, number=1), new=REVISION).to_dict())


def through_json(value: Claims | Diff) -> Any:
    return json.loads(json.dumps(value.to_dict()))


def reports(diff: Diff) -> list[str]:
    return [
        terminal.diff(diff, colour=True, width=80, words=True, show_all=True),
        markdown.diff(diff),
        html.diff(diff),
    ]


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.name)
def test_claims_are_read_back_as_they_were(history: Path) -> None:
    for text in texts(history):
        claims = revtrack.extract(text)
        again = Claims.from_dict(through_json(claims))
        assert again == claims
        assert json.dumps(again.to_dict()) == json.dumps(claims.to_dict())


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.name)
def test_diffs_are_read_back_as_they_were(history: Path) -> None:
    """And every report of them is the same."""
    for old, new in pairwise(texts(history)):
        diff = revtrack.compare(old, new)
        again = Diff.from_dict(through_json(diff))
        assert again == diff
        assert json.dumps(again.to_dict()) == json.dumps(diff.to_dict())
        assert reports(again) == reports(diff)


def test_a_diff_keeps_its_revisions() -> None:
    known = through_json(Diff(revtrack.extract(""), revtrack.extract(""), (), (), old=None, new=REVISION))
    assert known["new"]["revision"] == 2
    assert Diff.from_dict(known).new == REVISION


def test_one_claim_is_read_as_its_own_kind() -> None:
    [figure] = revtrack.extract("At least 12 people died.").claims
    assert Figure.from_dict(figure.to_dict()) == figure
    with pytest.raises(InputError, match="kind must be figure"):
        Figure.from_dict(figure.to_dict() | {"kind": "date"})


def test_what_a_later_version_adds_is_passed_over() -> None:
    """Fields are added to the JSON from time to time, and never removed."""
    known = json.loads(saved())
    known["changes"][0]["confidence"] = known["confidence"] = 0.9
    assert Diff.from_dict(known) == Diff.from_dict(json.loads(saved()))


@pytest.mark.parametrize("data", [None, [], "x", 3, {}, {"schema": "revtrack.diff/2"}, {"schema": []}])
def test_what_is_not_a_diff_at_all_is_refused(data: Any) -> None:
    with pytest.raises(InputError, match=r"^not valid revtrack.diff/1: .*: use "):
        Diff.from_dict(data)


# A place in the saved diff, what is put there, and what is said about it.
BROKEN: list[tuple[str, Any, str]] = [
    ("changes", {}, "changes must be a list"),
    ("changes.0.labels.0", "fate", "changes[0].labels[0] must be one of added, "),
    ("changes.0.labels.0", ["value"], "changes[0].labels[0] must be one of"),
    ("changes.0.severity", None, "changes[0].severity must be one of high, low, medium"),
    ("changes.0.old.start", True, "changes[0].old.start must be a whole number"),
    ("changes.0.old.start", 5.0, "changes[0].old.start must be a whole number"),
    ("changes.0.old.start", -1, "changes[0] must lie within the text"),
    ("changes.0.old.end", 10**9, "changes[0] must lie within the text"),
    ("changes.0.old.sentence", 99, "changes[0] must name a sentence of the text"),
    ("changes.0.old.kind", "os.system", "changes[0].old must be of a known kind"),
    ("changes.0.old.kind", {}, "changes[0].old must be of a known kind"),
    ("changes.0.message", 1, "changes[0].message must be a text"),
    ("changes.0.moved", 0, "changes[0].moved must be true or false"),
    ("sentences.0.old.0", 99, "sentences[0] must be indices of what is there"),
    ("sentences.0.old_spans.0", [0], "sentences[0].old_spans[0] must be a list of 2"),
    ("sentences.0.old_spans.0.1", "9", "sentences[0].old_spans[0][1] must be a whole number"),
    ("notices.0.changes", [99], "notices[0].changes must be indices of what is there"),
    ("notices.0.side", "both", "notices[0].side must be one of new, old"),
    ("before.text", "", "before.sentences[0] must lie within the text"),
    ("before.blocks.0.last", 99, "before.blocks[0] must have sentences of the text"),
    ("before.blocks", [], "before.blocks must have sentences of the text"),
    ("after.blocks", [], "after.blocks must have sentences of the text"),
    ("before.schema", "revtrack.diff/1", "before.schema must be revtrack.claims/1"),
]


@pytest.mark.parametrize(("place", "value", "said"), BROKEN, ids=lambda part: str(part)[:40])
def test_what_does_not_fit_is_named_with_its_place(place: str, value: Any, said: str) -> None:
    with pytest.raises(InputError) as caught:
        Diff.from_dict(replaced(json.loads(saved()), place.split("."), value))
    assert said in str(caught.value)


@pytest.mark.parametrize("value", ["NaN", "1e999999999", "Infinity", "", "1.", "١٢", 12, "9" * 5000])
def test_a_value_is_a_plain_decimal(value: Any) -> None:
    """Any other spelling of a number could take all memory when it is printed."""
    figure = revtrack.extract("At least 12 people died.").claims[0].to_dict()
    with pytest.raises(InputError, match="value must be a decimal in quotation marks"):
        Figure.from_dict(figure | {"value": value})


@pytest.mark.parametrize("key", ["before", "after", "changes", "sentences"])
def test_what_is_missing_is_named(key: str) -> None:
    known = json.loads(saved())
    del known[key]
    with pytest.raises(InputError, match=f"{key} is missing"):
        Diff.from_dict(known)


@given(st.data())
def test_a_diff_that_was_edited_by_hand_is_refused_or_reported(data: st.DataObject) -> None:
    """Whatever stands anywhere in it: there is an error with its cause, or there are reports."""
    known = json.loads(saved())
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(list(places(known))))
        other = data.draw(st.sampled_from(list(places(known))))
        value = data.draw(st.sampled_from([None, 0, -1, 7, 10**12, "", "x", [], {}, True, at(known, other)]))
        known = replaced(known, place, json.loads(json.dumps(value)))
    try:
        diff = Diff.from_dict(known)
    except InputError:
        return
    assert all(reports(diff))


def places(value: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path to every part of a JSON value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        path = (*above, str(key))
        yield path
        yield from places(part, path)


def at(value: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def replaced(value: Any, path: tuple[str, ...] | list[str], part: Any) -> Any:
    """The JSON value with another part at a path."""
    around = at(value, tuple(path[:-1]))
    around[int(path[-1]) if isinstance(around, list) else path[-1]] = part
    return value
