"""What is known of a rule without compiling it, held against the compiled rule."""

from __future__ import annotations

import random
import re

import pytest

from revtrack.claims.dates import date_words, grammar
from revtrack.text import rule_shapes
from revtrack.text.letters import compact, rules, written

BITS = {"the": 1, "last": 2, "day": 4, "of": 8, "month": 16}
KNOWN = {kind: rule_shapes.of_letter(bit) for kind, bit in BITS.items()}


def shape(body: str) -> rule_shapes.RuleShape:
    return rule_shapes.of_rule(body, KNOWN)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("day", (4, 0, (4,), True, False, 1)),
        ("the? day", (1 | 4, 4, (4,), True, False, 2)),
        ("(the | last)? day (of? month)?", (1 | 2 | 4, 4 | 8 | 16, (4,), True, False, 4)),
        ("day{0,2} month", (4 | 16, 4 | 16, (16,), True, False, 3)),
        ("last day | of month", (2 | 8, 4 | 16, (2 | 8,), False, False, 2)),
        ("(?<= of) the (?= month | $) day", (1, 4, (1, 4), False, False, 2)),
        ("the? last?", (1 | 2, 2, (), True, True, 2)),
    ],
)
def test_the_shape_of_a_rule(body: str, expected: rule_shapes.RuleShape) -> None:
    assert shape(body) == expected


def test_a_rule_is_parted_at_its_own_bars_only() -> None:
    assert rule_shapes.alternatives("day (of | the)? month | last") == ["day (of | the)? month ", " last"]


def test_the_forms_of_dates_found_one_by_one_are_those_of_the_whole_grammar() -> None:
    known = dict(date_words.letters())
    for name, body in rules(grammar._PARTS):
        known[name] = compact(f"(?:{written(body, known.__getitem__)})")
    forms = [(name, compact(written(body, known.__getitem__))) for name, body in rules(grammar._FORMS)]
    whole = re.compile("|".join(f"(?P<{name}>{form})" for name, form in forms))
    chance = random.Random(17)
    kinds = list(date_words.letters().values())
    for _ in range(300):
        line = "".join(chance.choices(kinds, k=60))
        expected = [(match.lastgroup, *match.span()) for match in whole.finditer(line)]
        assert list(grammar.find(line)) == expected
