"""Expressions that wait for their first use do what compiled ones do."""

from __future__ import annotations

import re

import pytest

from revtrack.text.expressions import expression


def test_nothing_is_compiled_before_use() -> None:
    faulty = expression("(never closed")
    with pytest.raises(re.error, match="unterminated"):
        faulty.search("a text")


def test_it_does_what_a_compiled_one_does() -> None:
    year = expression(r"\b(?P<year>FY\d{2})\b", re.IGNORECASE)
    for _ in range(2):
        assert [found["year"] for found in year.finditer("fy19 and FY20")] == ["fy19", "FY20"]
        assert year.sub("?", "in FY21.") == "in ?."
        assert year.fullmatch("FY1") is None
    assert year.groupindex == {"year": 1}
