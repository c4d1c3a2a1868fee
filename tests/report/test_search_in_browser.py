"""The pages of `search` and `stats` as a reader meets them: on every screen, with any reader, whatever they hold."""

from __future__ import annotations

from typing import Any

import pytest
from samples import EVIL
from test_search_page import hostile, numbers, result
from watched import assert_everyone_can_read_it, assert_nothing_ran, assert_nothing_sticks_out

from revtrack.model.ledger import Answer, Question
from revtrack.report import search_page, stats_page

LONG = "Rindfleischetikettierung" * 20
PAGES = {
    "hostile answer": lambda: search_page.html(*hostile()),
    "unbroken answer": lambda: search_page.html(Question(LONG), Answer((result(LONG, 1, LONG),), 9)),
    "empty answer": lambda: search_page.html(Question("volcano"), Answer((), 0)),
    "numbers": lambda: stats_page.html(numbers()),
    "hostile numbers": lambda: stats_page.html(numbers(EVIL)),
    "unbroken numbers": lambda: stats_page.html(numbers(LONG)),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_runs_nothing_sticks_out_and_everyone_can_read_it(visit: Any, name: str, scheme: str) -> None:
    seen = visit(PAGES[name](), color_scheme=scheme)
    assert_everyone_can_read_it(seen)
    assert_nothing_sticks_out(seen)
    assert_nothing_ran(seen)
