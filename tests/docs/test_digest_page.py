"""docs/digest.md: its tables have every field of the JSON."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from revtrack.model.digests import Acknowledgement, DeskCount, Digest, DigestChange

PAGE = (Path(__file__).parents[2] / "docs" / "digest.md").read_text(encoding="utf-8")
CHANGE = DigestChange("a", "", "", "", 1, 2, "", 1, "figure", ("value",), "high", "", None, None, "silent")


def test_the_tables_have_every_field() -> None:
    whole, change = PAGE.partition("## JSON")[2].split("Each change:")
    assert fields(whole) == set(Digest("", "", 0, 0, (), 0).to_dict())
    assert fields(change) == set(CHANGE.to_dict())
    [desks] = re.findall(r"^\| `desks` \| (.*) \|$", whole, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", desks)) == set(DeskCount("", "", 0, 0, 0).to_dict())
    [ways] = re.findall(r"^\| `acknowledgement` \| (.*) \|$", change, re.MULTILINE)
    assert tuple(re.findall(r"`(\w+)`", ways)) == get_args(Acknowledgement)


def fields(section: str) -> set[str]:
    cells = re.findall(r"^\| (`.*?`) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"\w+", cell)}
