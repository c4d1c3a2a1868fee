"""JSON written by hand is what `json` writes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from revtrack.report import indented_json

VALUES = [
    {},
    [],
    (),
    {"a": {}, "b": [], "c": [[]], "d": ()},
    [1, 0, True, False, None, 1.5, -3, 1e30, float("inf")],
    {"text": 'A "quoted" line\nwith a tab\t, \u201ccurly\u201d and \U0001f6a2 \u2028', "\u00e9": "\x00\x7f"},
    {"claims": [{"spans": [[1, 2], [3, 4]], "value": None}, {"spans": [], "value": "3.5"}], "n": (1, (2, "x"))},
    "alone",
    7,
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("escaped", [True, False])
def test_it_is_as_json_writes_it(value: Any, escaped: bool) -> None:
    assert indented_json.written(value, escaped=escaped) == json.dumps(value, ensure_ascii=escaped, indent=2)
