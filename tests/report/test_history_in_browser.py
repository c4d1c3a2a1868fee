"""The history as a reader meets it: on every screen, with any two revisions to compare."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from test_history_html import page as written

from revtrack.report import html
from tests.report.samples import EVERY_HISTORY, five_hundred, one_version, rising
from tests.report.watched import assert_everyone_can_read_it, assert_nothing_ran, assert_nothing_sticks_out


@pytest.mark.parametrize("made", EVERY_HISTORY)
def test_nothing_runs_nothing_loads_and_nothing_sticks_out(visit: Any, made: Any) -> None:
    seen = visit(written(made()))
    assert_nothing_sticks_out(seen)
    assert_nothing_ran(seen)


@pytest.mark.parametrize(("made", "scheme"), [(rising, "light"), (rising, "dark"), (one_version, "light")])
def test_everyone_can_read_it(visit: Any, made: Any, scheme: str) -> None:
    assert_everyone_can_read_it(visit(written(made()), color_scheme=scheme))


def test_any_two_revisions_can_be_compared(visit: Any) -> None:
    page = visit(written(rising())).page
    page.select_option("#pick-old", "2")
    assert page.inner_text("#picked h3") == "From version 2 to version 4"
    assert page.locator("#picked .passage").count() == 1
    page.select_option("#pick-new", "2")
    assert "later than the old one" in page.inner_text(".pick output")
    assert page.locator("#picked > *").count() == 0


def test_neighbours_are_shown_again_without_their_ids(visit: Any) -> None:
    page = visit(written(rising())).page
    page.select_option("#pick-old", "3")
    assert page.locator("#picked .passage").count() == 1
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_a_pair_that_is_not_kept_is_told_step_by_step(visit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("revtrack.report.html.ROOM", 10)
    page = visit(written(rising())).page
    page.select_option("#pick-new", "3")
    assert page.locator("#picked h4").all_inner_texts() == ["Version 2", "Version 3"]


def test_first_and_last_can_be_chosen_again(visit: Any) -> None:
    page = visit(written(rising())).page
    before = page.inner_text("#picked")
    page.select_option("#pick-old", "2")
    page.select_option("#pick-old", "1")
    assert page.inner_text("#picked") == before


def test_a_mark_on_the_time_line_leads_to_its_revision(visit: Any) -> None:
    page = visit(written(rising())).page
    page.locator(".column").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "revision-2"


def test_two_revisions_have_nothing_else_to_compare_and_their_links_unfold(visit: Any) -> None:
    seen = visit(written(rising()[:2]))
    assert seen.page.locator("#compare").count() == 0
    anchor = seen.page.locator("details .change").first.get_attribute("id")
    seen.page.evaluate("(id) => { location.hash = id; }", anchor)
    seen.page.locator("details[open] .change").first.wait_for()
    assert_nothing_ran(seen)


def test_a_time_line_that_goes_on_says_so(visit: Any) -> None:
    page = visit(written(five_hundred()), viewport={"width": 360, "height": 800}).page
    assert page.evaluate("getComputedStyle(document.querySelector('.scroll')).backgroundAttachment").startswith("local")
    page.emulate_media(media="print")
    assert page.evaluate("document.querySelector('.time-line').getBoundingClientRect().width") <= 360


def test_where_an_article_stood_is_told_once(visit: Any) -> None:
    made = [replace(step, revision=replace(step.revision, source="https://a.example/x")) for step in rising()]
    moved = replace(made[-1], revision=replace(made[-1].revision, source="https://a.example/y"))
    page = visit(written([*made[:-1], moved])).page
    assert page.locator(".moment .details > a").all_text_contents() == ["https://a.example/y", "https://a.example/x"]


def test_a_link_to_a_change_unfolds_it(visit: Any) -> None:
    seen = visit(written(rising()))
    anchor = seen.page.locator("details .change").first.get_attribute("id")
    seen.page.evaluate("(id) => { location.hash = id; }", anchor)
    seen.page.locator("details[open] .change").first.wait_for()
    assert seen.said == []


def test_five_hundred_revisions_open_and_scroll_inside_their_frame(visit: Any) -> None:
    seen = visit(written(five_hundred()), viewport={"width": 360, "height": 800})
    assert seen.page.locator(".moment").count() == 500
    assert seen.page.locator(".moments .moment:visible").count() == html.SHOWN
    assert 1_000 < seen.page.evaluate("document.querySelector('.time-line').parentElement.scrollWidth") < 2_000
    assert seen.page.evaluate("document.querySelectorAll('*').length") < 18_000
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_nothing_ran(seen)
