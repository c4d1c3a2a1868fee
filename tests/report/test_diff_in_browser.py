"""The diff report as a reader meets it: on every screen, by keyboard, on paper, with and without its script."""

from __future__ import annotations

from typing import Any

import pytest

from revtrack.report import html
from tests.report.samples import EVERY, hospital, night, right_to_left, same, toll, turned, typeset, very_long
from tests.report.test_grown_story import compared
from tests.report.watched import assert_everyone_can_read_it, assert_nothing_ran, assert_nothing_sticks_out


@pytest.mark.parametrize("made", EVERY)
def test_nothing_runs_nothing_loads_and_nothing_sticks_out(visit: Any, made: Any) -> None:
    seen = visit(html.diff(made()))
    assert_nothing_sticks_out(seen)
    assert_nothing_ran(seen)


@pytest.mark.parametrize(
    ("made", "scheme"), [(toll, "light"), (toll, "dark"), (right_to_left, "light"), (same, "light")]
)
def test_everyone_can_read_it(visit: Any, made: Any, scheme: str) -> None:
    assert_everyone_can_read_it(visit(html.diff(made()), color_scheme=scheme))


def test_everyone_can_read_it_on_a_telephone(visit: Any) -> None:
    assert_everyone_can_read_it(visit(html.diff(night()), viewport={"width": 360, "height": 700}))


def test_without_its_script_all_is_there_and_nothing_is_dead(visit: Any) -> None:
    page = visit(html.diff(night()), java_script_enabled=False).page
    assert page.locator(".change, .added a").count() == 5
    assert page.locator(".bar").is_hidden()


def test_the_style_sheet_marks_without_colour_too(visit: Any) -> None:
    page = visit(html.diff(toll())).page
    decoration = "getComputedStyle(document.querySelector('{}')).textDecorationLine"
    assert page.evaluate(decoration.format("del")) == "line-through"
    assert page.evaluate(decoration.format("ins")) == "underline"


def test_the_list_leads_to_the_text_and_back(visit: Any) -> None:
    page = visit(html.diff(toll())).page
    page.click(".place")
    assert page.evaluate("document.querySelector(':target').textContent") == "1"
    page.click(".now sup a")
    assert page.evaluate("document.querySelector(':target').className") == "change lit"


def test_a_moved_passage_is_linked_both_ways(visit: Any) -> None:
    page = visit(html.diff(toll()), viewport={"width": 360, "height": 700}).page
    page.click("text=Moved from here")
    assert page.evaluate("document.querySelector(':target').textContent") == "Moved here"
    page.click(".now >> text=Moved here")
    assert page.evaluate("document.querySelector(':target').textContent") == "Moved from here"


def test_a_change_and_its_place_in_the_text_light_up_together(visit: Any) -> None:
    page = visit(html.diff(toll())).page
    page.hover(".change")
    assert page.locator(".article .now ins.lit").all_text_contents() == ["21"]
    page.locator(".now sup a").focus()
    assert page.locator(".change.lit").count() == 1


def test_keys_walk_from_change_to_change_and_can_be_switched_off(visit: Any) -> None:
    page = visit(html.diff(night())).page
    at = "document.activeElement.textContent"
    walked = []
    for key in "nnpp":
        page.keyboard.press(key)
        walked.append(page.evaluate(at))
    assert walked == ["Change 1", "Change 2", "Change 1", "5 quote"]
    assert page.inner_text("output") == "5 of 5"
    page.uncheck(".keys input")
    page.keyboard.press("n")
    assert page.evaluate(at) != "Change 1"


def test_new_text_is_folded_until_one_comes_to_it(visit: Any) -> None:
    """By a key, or by a filter."""
    page = visit(html.diff(turned())).page
    assert page.locator(".change:visible, .added a:visible").count() == 3
    for _ in "1234":
        page.keyboard.press("n")
    assert page.evaluate("document.activeElement.textContent") == "4 statement"
    assert page.locator(".change:visible, .added a:visible").count() == 4
    page.locator("#new").evaluate("details => details.open = false")
    page.select_option(".bar select >> nth=0", "low")
    assert page.locator(".change:visible, .added a:visible").count() == 3


@pytest.mark.parametrize(
    ("place", "value", "numbers"),
    [(0, "low", ["4", "5"]), (1, "quote", ["2", "5"]), (2, "yes", ["2"])],
)
def test_filters_leave_what_was_asked_for_and_say_how_many(
    visit: Any, place: int, value: str, numbers: list[str]
) -> None:
    page = visit(html.diff(night())).page
    page.select_option(f".bar select >> nth={place}", value)
    page.locator("details.block").evaluate_all("(all) => { for (const one of all) one.open = true; }")
    shown = page.locator(".change:visible, .added a:visible").evaluate_all(
        "(all) => all.map((one) => (one.querySelector('.number') ?? one).textContent.match(/[0-9]+/)[0])"
    )
    assert shown == numbers
    assert page.inner_text("output") == f"{len(numbers)} of 5 shown"


def test_a_link_to_a_change_that_is_filtered_away_shows_it(visit: Any) -> None:
    page = visit(html.diff(night())).page
    page.select_option(".bar select >> nth=0", "low")
    page.locator(".ruling a").first.focus()
    page.keyboard.press("Enter")
    page.locator(".change:visible, .added a:visible").nth(4).wait_for()


def test_the_list_leads_to_the_text_and_back_by_keyboard_alone(visit: Any) -> None:
    page = visit(html.diff(toll())).page
    page.locator(".place").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "1"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "number high"
    assert page.evaluate("document.activeElement.closest('.change') === document.querySelector(':target')")


def test_a_link_into_folded_lines_unfolds_them(visit: Any) -> None:
    page = visit(html.diff(toll())).page
    assert page.locator(".furniture-rows li").is_hidden()
    anchor = page.locator(".furniture-rows li").get_attribute("id")
    page.evaluate("(id) => { location.hash = id; }", anchor)
    page.locator(".furniture-rows[open] li").wait_for()


def test_what_is_lit_is_seen_in_forced_colours(visit: Any) -> None:
    seen = visit(html.diff(toll()), forced_colors="active")
    seen.page.hover(".change")
    outline = "(all) => all.map((one) => getComputedStyle(one).outlineStyle)"
    assert set(seen.page.locator(".now .lit").evaluate_all(outline)) == {"solid"}
    assert_everyone_can_read_it(seen)


def test_twice_as_large_nothing_sticks_out(visit: Any) -> None:
    """200 % on a small laptop is half its width, in sharper pixels."""
    page = visit(html.diff(night()), viewport={"width": 640, "height": 400}, device_scale_factor=2).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_without_motion_for_those_who_asked_for_none(visit: Any) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert visit(html.diff(toll()), reduced_motion="no-preference").page.evaluate(behaviour) == "smooth"
    assert visit(html.diff(toll()), reduced_motion="reduce").page.evaluate(behaviour) == "auto"


def test_unchanged_paragraphs_unfold_by_keyboard(visit: Any) -> None:
    page = visit(html.diff(toll())).page
    page.locator("details.folded summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("details.folded[open] .copy").count() == 2


def test_side_by_side_the_old_text_has_what_went_and_the_new_what_came(visit: Any) -> None:
    page = visit(html.diff(toll()), viewport={"width": 1440, "height": 900}).page
    assert page.locator(".was del:visible").count() > 0
    assert page.locator(".now del:visible").count() == 0
    page.check("#view-one")
    assert page.locator(".was:visible").count() == 0
    assert page.locator(".now del:visible").count() > 0


BOTTOM = "(one) => one.getBoundingClientRect().bottom"


@pytest.mark.parametrize(("width", "height", "leads"), [(360, 740, 2), (1440, 900, 3)])
def test_the_first_screen_tells_the_gravest_changes(visit: Any, width: int, height: int, leads: int) -> None:
    page = visit(html.diff(hospital()), viewport={"width": width, "height": height}).page
    bottoms = page.locator(".lead").evaluate_all(f"(all) => all.map({BOTTOM})")
    assert len(bottoms) == 3
    assert bottoms[leads - 1] <= height


def test_a_large_first_screen_has_the_less_serious_ones_and_the_verdict(visit: Any) -> None:
    page = visit(html.diff(hospital()), viewport={"width": 1440, "height": 900}).page
    assert page.locator(".further li").count() >= 3
    for part in (".further", ".ruling", ".strip"):
        assert page.locator(part).evaluate(BOTTOM) <= 900, part


def test_the_first_change_is_five_tab_stops_away_at_most(visit: Any) -> None:
    page = visit(html.diff(hospital(), home="index.html")).page
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("!!document.activeElement.closest('.lead')"))
    assert any(reached)


def test_a_change_is_copied_as_text(visit: Any) -> None:
    page = visit(html.diff(hospital())).page
    page.evaluate("navigator.clipboard.writeText = (words) => { window.copied = words; return Promise.resolve(); }")
    page.locator(".change .copier").nth(2).click()
    page.locator(".copier", has_text="Copied").wait_for()
    first, title, versions = page.evaluate("window.copied").split("\n")
    assert first == f"#{page.locator('.change .number').nth(2).text_content().removeprefix('Change ')} " + (
        page.locator(".change .message").nth(2).text_content()
    )
    assert title.startswith("Trust knew of fungus")
    assert "hospital" in versions


def test_on_a_very_wide_screen_the_text_stands_beside_the_passages(visit: Any) -> None:
    page = visit(html.diff(hospital()), viewport={"width": 2560, "height": 1300}).page
    passages, text = (page.locator(part).bounding_box() for part in ("#changes", "#text"))
    assert text["x"] > passages["x"] + passages["width"]
    assert abs(text["y"] - passages["y"]) < 1
    assert page.locator(".was:visible").count() == 0


def test_the_first_printed_page_is_a_summary(visit: Any) -> None:
    page = visit(html.diff(hospital())).page
    page.emulate_media(media="print")
    breaks = "(one) => getComputedStyle(one).breakBefore"
    assert [page.locator(part).evaluate(breaks) for part in ("#changes", "#text")] == ["page", "page"]
    page.set_viewport_size({"width": 690, "height": 980})  # the area of an A4 page inside its margins
    assert page.locator(".first").evaluate(BOTTOM) <= 980


@pytest.mark.parametrize(("old", "new"), [(1, 12), (5, 12)])
def test_the_page_of_a_grown_story_is_not_long(visit: Any, old: int, new: int) -> None:
    page = visit(html.diff(compared(old, new)), viewport={"width": 1440, "height": 900}).page
    assert page.evaluate("document.documentElement.scrollHeight") <= 9_000
    assert page.locator("#text").evaluate("(one) => one.getBoundingClientRect().top") <= 3_000


@pytest.mark.parametrize(("width", "height", "leads"), [(360, 740, 2), (1440, 900, 3)])
def test_the_first_screen_of_a_grown_story_does_too(visit: Any, width: int, height: int, leads: int) -> None:
    page = visit(html.diff(compared(1, 12)), viewport={"width": width, "height": height}).page
    assert page.locator(".lead").nth(leads - 1).evaluate(BOTTOM) <= height


def test_what_is_copied_from_the_new_text_is_the_new_text(visit: Any) -> None:
    """Nothing that only screen readers say, no number of a change, no space that the text has not."""
    page = visit(html.diff(typeset()), viewport={"width": 1440, "height": 900}).page
    select = """(kind) => { const all = [...document.querySelectorAll(kind)];
        getSelection().selectAllChildren(all.find((one) => one.textContent.includes("day")));
        return getSelection().toString(); }"""
    assert page.evaluate(select, ".now.item").strip() == "The port loses $3m a day"
    assert page.evaluate(select, ".was.item").strip() == "The port loses $ 2m a day"


def test_lists_quotations_and_tables_are_set(visit: Any) -> None:
    page = visit(html.diff(typeset())).page
    assert page.locator("ul.list > li .now.item").count() == 4
    assert page.locator(".now.counted .counter").all_text_contents() == ["1.", "2."]
    assert page.locator("blockquote.now").count() == 1
    assert page.locator("table.now th[scope=col]").all_text_contents() == ["Day", "Ships", "Berths"]
    assert page.locator("table.now tr:last-child td").count() == 3
    assert "[" not in page.locator(".now.body").first.inner_text()


def test_on_a_narrow_screen_there_is_one_text(visit: Any) -> None:
    page = visit(html.diff(toll()), viewport={"width": 768, "height": 900}).page
    assert page.locator(".was:visible").count() == 0
    assert page.locator(".view").is_hidden()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_with_everything_unfolded(visit: Any, paper: str) -> None:
    page = visit(html.diff(toll())).page
    page.emulate_media(media="print")
    assert page.locator(".bar").is_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
    assert page.locator("details.folded .copy").first.is_visible()
    severity = page.locator(".severity.high").first
    colours = severity.evaluate("(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]
    assert page.pdf(format=paper).startswith(b"%PDF")


def test_twenty_thousand_words_open_and_are_folded(visit: Any) -> None:
    seen = visit(html.diff(very_long()), viewport={"width": 1440, "height": 900})
    assert seen.page.locator("details.folded").count() == 18
    assert seen.page.evaluate("document.documentElement.scrollHeight") < 20_000
    assert_nothing_ran(seen)
