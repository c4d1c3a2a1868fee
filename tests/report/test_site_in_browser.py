"""A site as a reader meets it, opened from the disk: readable, harmless, searchable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from revtrack.cli import main
from tests.report.samples import EVIL
from tests.report.watched import assert_everyone_can_read_it, assert_nothing_ran, assert_nothing_sticks_out

COPY = "{}\n\nAt least {} people died when a ferry sank on Monday, police said.\n\n“We {},” said Ada Lind{}.\n"
TAKES = ((12, "search on"), (21, "search on"), (21, "never stop"), (30, "never stop"))
UNBROKEN = "Rindfleischetikettierung" * 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive with an ordinary article, a hostile one, and one that never breaks."""
    top = tmp_path_factory.mktemp("archive")

    def run(*args: str, stdin: str = "") -> None:
        result = CliRunner().invoke(main, ["--store", str(top / "store"), *args], input=stdin)
        assert result.exit_code == 0, result.output

    run("init", str(top / "store"))
    for name, title, more in (("ferry", "Fähre sinkt", ""), ("evil", EVIL, EVIL), ("long", UNBROKEN, UNBROKEN)):
        for day, (toll, heard) in enumerate(TAKES, 1):
            known = ("--by", more[:200] or "Night desk", "-m", more[:200] or "Lead", "--source", "javascript:owned=1")
            text = COPY.format(title, toll, heard, more)
            run("add", "-", "--as", name, "--at", f"2024-10-0{day}", *known, stdin=text)
    run("site", str(top / "site"))
    return top / "site"


PAGES = (
    "index.html",
    "articles-1.html",
    "speakers-1.html",
    "s/*.html",
    "a/evil/index.html",
    "a/evil/r1-2.html",
    "a/long/index.html",
    "a/ferry/r3-4.html",
)
TEMPLATES = ("index.html", "articles-1.html", "speakers-1.html", "s/*.html", "a/evil/index.html", "a/evil/r1-2.html")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_and_nothing_sticks_out(visit: Any, folder: Path, name: str) -> None:
    seen = visit(sorted(folder.glob(name))[0])
    assert_nothing_sticks_out(seen)
    assert_nothing_ran(seen, allowed=(folder.as_uri(),))
    assert seen.page.evaluate("getComputedStyle(document.body).maxWidth") != "none"


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_read_it(visit: Any, folder: Path, name: str, scheme: str) -> None:
    assert_everyone_can_read_it(visit(sorted(folder.glob(name))[0], color_scheme=scheme))


def test_the_search_finds_words_and_beginnings_of_words(visit: Any, folder: Path) -> None:
    seen = visit(folder / "index.html")
    seen.page.fill("#search", "fahre peop")
    seen.page.locator(".found a").wait_for()
    assert seen.page.locator(".found a").all_inner_texts() == ["Fähre sinkt"]
    assert "1 found" in seen.page.inner_text(".search .aside")
    seen.page.click(".found a")
    assert seen.page.url == (folder / "a/ferry/index.html").as_uri()
    assert_nothing_ran(seen, allowed=(folder.as_uri(),))


def test_the_search_shows_hostile_titles_as_text(visit: Any, folder: Path) -> None:
    seen = visit(folder / "index.html")
    seen.page.fill("#search", "owned")
    seen.page.locator(".found a").wait_for()
    assert "<svg onload=owned=1>" in seen.page.inner_text(".found a")
    assert_nothing_ran(seen, allowed=(folder.as_uri(),))


def test_a_word_that_is_nowhere_is_not_found(visit: Any, folder: Path) -> None:
    page = visit(folder / "articles-1.html").page
    page.fill("#search", "zzzz")
    page.locator("text=0 found").wait_for()
    assert page.locator(".found li").count() == 0


@pytest.mark.parametrize("name", ["severity", "kind", "label", "notice", "speaker"])
def test_filters_of_the_front_page_leave_what_was_asked_for(visit: Any, folder: Path, name: str) -> None:
    page = visit(folder / "index.html").page
    value = page.locator(f"[data-filter={name}] option").nth(1).evaluate("(option) => option.value")
    page.select_option(f"[data-filter={name}]", value)
    kept = page.locator(".entry:visible").evaluate_all(
        "(entries, name) => entries.map((entry) => entry.dataset[name].split('|'))", name
    )
    assert all(value in own for own in kept)
    assert page.inner_text(".bar output").startswith(f"{len(kept)} of ")


def test_without_its_script_all_is_there_and_nothing_is_dead(visit: Any, folder: Path) -> None:
    page = visit(folder / "index.html", java_script_enabled=False).page
    assert page.locator(".entry").count() > 0
    assert page.locator(".search").is_hidden()
    assert page.locator(".bar").is_hidden()
