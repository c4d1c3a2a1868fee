"""The pages of `search` and `stats` as a reader meets them: on every screen, with any reader, whatever they hold."""

from __future__ import annotations

from typing import Any

import pytest
from test_search_page import hostile, numbers, result

from revtrack.model.queries import Answer, Question
from revtrack.report import search_page, stats_page
from tests.report.samples import EVIL
from tests.report.watched import assert_everyone_can_read_it, assert_nothing_ran, assert_nothing_sticks_out

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
def test_nothing_runs_and_nothing_sticks_out(visit: Any, name: str) -> None:
    seen = visit(PAGES[name]())
    assert_nothing_sticks_out(seen)
    assert_nothing_ran(seen)


@pytest.mark.parametrize("name", ["hostile answer", "hostile numbers"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_read_it(visit: Any, name: str, scheme: str) -> None:
    assert_everyone_can_read_it(visit(PAGES[name](), color_scheme=scheme))


def test_everyone_can_read_that_nothing_was_found(visit: Any) -> None:
    assert_everyone_can_read_it(visit(PAGES["empty answer"]()))
