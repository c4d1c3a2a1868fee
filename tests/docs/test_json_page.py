"""docs/json.md: its tables have every field of the model, and every value that is one of a closed list."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import revtrack
from revtrack.model import AnyClaim, Claims, Diff, WordAccount
from revtrack.model.claim import Claim

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \| (.*) \|$", PAGE, re.MULTILINE)
KINDS = {kind.kind: kind for kind in get_args(AnyClaim)}


def told(kind: str) -> dict[str, str]:
    """The fields of a kind as the page has them, and what it says of each."""
    return {name: value for own, names, value in ROWS if own == kind for name in re.findall(r"\w+", names)}


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_of_a_claim(kind: str) -> None:
    common = {field.name for field in fields(Claim)}
    assert set(told(kind)) == {field.name for field in fields(KINDS[kind])} - common


@pytest.mark.parametrize("kind", KINDS)
def test_the_closed_lists_of_a_claim(kind: str) -> None:
    hints = get_type_hints(KINDS[kind])
    for name, value in told(kind).items():
        values = get_args(hints[name])
        if values and all(isinstance(one, str) for one in values):
            assert tuple(re.findall(r"`(\w+)`", value)) == values, name


def test_the_fields_of_a_diff() -> None:
    section = PAGE.partition("## Diff")[2]
    names = [name for row in re.findall(r"^\| (`.*?`) \|", section, re.MULTILINE) for name in re.findall(r"\w+", row)]
    assert set(names) == set(revtrack.compare("It cost $5.", "It cost $6.").to_dict())
    [words] = re.findall(r"^\| `words` \| (.*): see below \|$", section, re.MULTILINE)
    assert re.findall(r"`(\w+)`", words) == [field.name for field in fields(WordAccount)]


def test_a_diff_saved_before_words_were_counted_is_read() -> None:
    diff = revtrack.compare("The court upheld the ban.", "The court overturned the ban.")
    saved = diff.to_dict()
    assert Diff.from_dict(saved) == diff
    del saved["words"]
    assert Diff.from_dict(saved).words == WordAccount()


def test_the_keys_of_claims() -> None:
    [shown] = re.findall(r'^    (\{"schema": "revtrack.claims/1".*?\})$', PAGE, re.MULTILINE | re.DOTALL)
    assert set(re.findall(r'"(\w+)":', shown)) == set(Claims("", "en", (), (), ()).to_dict())
