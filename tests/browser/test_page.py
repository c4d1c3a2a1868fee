"""The page as people use it, in Chromium: it requests nothing from elsewhere and answers as the command line does."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from revtrack.browser import inside

ROOT = Path(__file__).resolve().parents[2]
LOAD, ANSWER = 120_000, 60_000
OLD = "At least 12 people died when a ferry sank, police said.\n"
NEW = "At least 21 people died when a ferry sank, police said.\n"

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("page")]


@pytest.fixture(scope="module")
def requested() -> list[str]:
    return []


@pytest.fixture(scope="module")
def page(browser: Any, address: str, requested: list[str]) -> Iterator[Any]:
    """The page, loaded once; whatever any of its parts requests is noted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.on("request", lambda request: requested.append(request.url))
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#state:text('Ready.')", timeout=LOAD)
    yield page
    context.close()


def compare(page: Any, old: str, new: str) -> Any:
    """Type both versions, wait for the answer, and give the report."""
    page.fill("#old", old)
    page.fill("#new", new)
    report = inside.compared(old, new, "html")
    wait_until(lambda: page.get_attribute("#report", "srcdoc") == report)
    return page.frame_locator("#report")


def wait_until(holds: Callable[[], bool]) -> None:
    """The page's policy lets no test evaluate text in it, so the page is asked again and again."""
    end = time.monotonic() + ANSWER / 1000
    while not holds():
        assert time.monotonic() < end, "the page does not get there"
        time.sleep(0.1)


def test_two_versions_are_compared_while_they_are_typed(page: Any) -> None:
    report = compare(page, OLD, NEW)
    assert "12" in report.locator("del").first.inner_text(timeout=ANSWER)
    assert "21" in report.locator("ins").first.inner_text()


def test_the_report_is_the_command_line_s(page: Any) -> None:
    """Byte for byte, whichever way round."""
    compare(page, NEW, OLD)
    assert page.get_attribute("#report", "srcdoc") == inside.compared(NEW, OLD, "html")
    assert page.inner_text("#state") == "Compared."


def test_swap_copy_save_and_draft(page: Any) -> None:
    compare(page, OLD, NEW)
    page.click("#copy-text")
    page.wait_for_selector("#state:text('Copied as text.')")
    assert "at least 12 -> at least 21" in page.evaluate("navigator.clipboard.readText()")
    page.click("#copy-markdown")
    page.wait_for_selector("#state:text('Copied as Markdown.')")
    assert "**" in page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as saving:
        page.click("#save")
    assert Path(saving.value.path()).read_text(encoding="utf-8") == inside.compared(OLD, NEW, "html")
    page.click("#draft")
    page.wait_for_selector("#drafted:visible")
    assert "12" in page.input_value("#draft-text")
    page.click("#swap")
    wait_until(lambda: page.get_attribute("#report", "srcdoc") == inside.compared(NEW, OLD, "html"))
    assert page.input_value("#old") == NEW


def test_a_file_is_chosen_and_a_wrong_one_is_told(page: Any, tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text(f"<article><h1>Ferry sinks</h1><p>{NEW}</p></article>", encoding="utf-8")
    page.set_input_files("#new-file", tmp_path / "story.html")
    wait_until(lambda: page.input_value("#new").startswith("# Ferry sinks"))
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    page.set_input_files("#new-file", tmp_path / "scan.pdf")
    page.wait_for_selector("#state.wrong")
    assert "does not read PDF" in page.inner_text("#state")


def test_markup_is_pasted_as_text(page: Any) -> None:
    page.fill("#new", "")
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData('text/html', '<h2>Ferry sinks</h2><p>At least <b>21</b> people died.</p>');
            data.setData('text/plain', 'Ferry sinks At least 21 people died.');
            document.getElementById('new').dispatchEvent(
                new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    wait_until(lambda: page.input_value("#new").startswith("## Ferry sinks"))


def test_hostile_text_is_shown_and_not_run(page: Any) -> None:
    hostile = '<img src=x onerror="top.wrong = 1"><script>top.wrong = 1</script> said 12 people died.\n'
    compare(page, hostile, hostile.replace("12", "21"))
    assert page.evaluate("window.wrong") is None


def test_the_json_is_the_command_line_s_for_every_fixture(page: Any, address: str) -> None:
    """Byte for byte, in a Python of another version that has no compiled loops."""
    folders = [folder for folder in sorted((ROOT / "fixtures").iterdir()) if (folder / "1.txt").exists()]
    assert len(folders) > 5
    for folder in folders:
        old, new = ((folder / name).read_bytes().decode("utf-8-sig") for name in ("1.txt", "2.txt"))
        there = page.evaluate(
            """async ([old, changed]) => {
                window.other ??= await (await import('./revtrack.mjs')).start();
                return window.other.report(old, changed, 'json');
            }""",
            [old, new],
        )
        assert there == inside.compared(old, new, "json"), folder.name
    page.evaluate("window.other.stop()")


def test_the_module_gives_a_diff(page: Any) -> None:
    diff = page.evaluate(
        """async ([old, changed]) => {
            const revtrack = await (await import('./revtrack.mjs')).start();
            const diff = await revtrack.compare(old, changed);
            revtrack.stop();
            return diff;
        }""",
        [OLD, NEW],
    )
    assert diff == json.loads(inside.compared(OLD, NEW, "json"))


def test_it_opens_without_a_network_once_it_was_loaded(page: Any) -> None:
    context = page.context
    context.set_offline(True)
    try:
        again = context.new_page()
        again.goto(page.url)
        again.wait_for_selector("#state:text('Ready.')", timeout=LOAD)
        again.close()
    finally:
        context.set_offline(False)


def test_nothing_is_remembered_unless_it_is_asked_for(page: Any) -> None:
    compare(page, OLD, NEW)
    assert page.evaluate("localStorage.length") == 0
    page.check("#remember")
    assert page.evaluate("JSON.parse(localStorage.getItem('revtrack'))") == [OLD, NEW]
    page.uncheck("#remember")
    assert page.evaluate("localStorage.length") == 0


def test_nothing_was_requested_from_elsewhere(page: Any, address: str, requested: list[str]) -> None:
    """The last test of the module: all that the others made the page do."""
    assert len(requested) > 10
    assert [url for url in requested if not url.startswith((address, "data:", "blob:", "about:"))] == []
