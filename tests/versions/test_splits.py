"""Splits and merges: the rest of a sentence cut in two belongs to it; a new sentence beside it does not."""

from __future__ import annotations

import pytest

import revtrack


def operations(old: str, new: str) -> list[str]:
    return [op.op for op in revtrack.compare(old, new).sentences]


PARTS = "The ferry Halden left Arvo on Monday. It sank before dawn near the northern cape."
WHOLE = "The ferry Halden left Arvo on Monday and sank before dawn near the northern cape."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (PARTS, PARTS, ["equal", "equal"]),
        (PARTS, PARTS + " Nobody was hurt.", ["equal", "equal", "add"]),
        (PARTS + " Nobody was hurt.", PARTS, ["equal", "equal", "delete"]),
        (WHOLE, PARTS, ["split"]),
        (PARTS, WHOLE, ["merge"]),
    ],
)
def test_what_became_of_the_sentences(old: str, new: str, expected: list[str]) -> None:
    assert operations(old, new) == expected


def test_claims_of_a_split_sentence_are_kept() -> None:
    assert revtrack.compare(WHOLE, PARTS).changes == ()
