"""The page as people use it, in Chromium: it requests nothing from elsewhere and answers as the command line does."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from revtrack.browser import inside
from tests.browsers import WAIT, Visit
from tests.intake.documents import writers
from tests.report import watched

ROOT = Path(__file__).resolve().parents[2]
OLD = "At least 12 people died when a ferry sank, police said.\n"
NEW = "At least 21 people died when a ferry sank, police said.\n"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def requested() -> list[str]:
    return []


@pytest.fixture(scope="module")
def page(browser: Any, address: str, requested: list[str]) -> Iterator[Any]:
    """The page, loaded once; whatever any of its parts requests is noted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(WAIT)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.on("request", lambda request: requested.append(request.url))
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#state:text('Ready.')")
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
    """The page's policy lets no test evaluate text in it, so it is asked again and again."""
    while not holds():
        time.sleep(0.1)


def test_two_versions_are_compared_while_they_are_typed(page: Any) -> None:
    report = compare(page, OLD, NEW)
    assert "12" in report.locator("del").first.inner_text()
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


def test_the_json_is_the_command_line_s_for_every_fixture(page: Any) -> None:
    """Byte for byte, in a Python of another version that has no compiled loops; files are read in the page, too."""
    files = [path for path in sorted((ROOT / "fixtures").glob("*/*")) if path.stem.isdecimal()]
    pairs = [(old, new) for old, new in pairwise(files) if old.parent == new.parent]
    assert len(pairs) > 20
    for old, new in pairs:
        there = page.evaluate(
            """async ([old, changed]) => {
                window.other ??= await (await import('./revtrack.mjs')).start();
                const read = ({ name, bytes }) => window.other.read(name, new Uint8Array(bytes));
                return window.other.report(await read(old), await read(changed), 'json');
            }""",
            [{"name": path.name, "bytes": list(path.read_bytes())} for path in (old, new)],
        )
        before, after = (inside.read(path.name, path.read_bytes()) for path in (old, new))
        assert there == inside.compared(before, after, "json"), (old.parent.name, new.name)


def test_a_hundred_comparisons_take_no_more_memory_than_ten(page: Any) -> None:
    """The memory of WebAssembly only ever grows: between the tenth and the hundredth it stays."""
    grown = page.evaluate(
        """async () => {
            const other = await (await import('./revtrack.mjs')).start();
            const same = 'The ferry sank off Port Almery. '.repeat(40);
            const text = (n) => `${same}At least ${n} people died, police said.`;
            const sizes = [];
            for (let n = 1; n <= 100; n++) {
                await other.report(text(n), text(n + 1), 'html');
                if (n === 10 || n === 100) sizes.push(await other.memory());
            }
            other.stop();
            return sizes;
        }"""
    )
    assert grown[1] <= grown[0] * 1.2, grown


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


def test_two_revisions_of_wordpress_are_compared(page: Any) -> None:
    """Against answers as its REST interface gives them to a signed-in editor; a refusal is told."""
    answers = {
        number: {
            "id": number,
            "parent": 7,
            "title": {"raw": "Ferry sinks", "rendered": "Ferry sinks"},
            "content": {
                "raw": f"<!-- wp:paragraph --><p>{text}</p><!-- /wp:paragraph -->",
                "rendered": f"<p>{text}</p>\n",
                "protected": False,
            },
        }
        for number, text in ((12, OLD.strip()), (15, NEW.strip()))
    }
    diff, asked, refused = page.evaluate(
        """async (answers) => {
            const { compareRevisions } = await import('./wordpress.mjs');
            const revtrack = await (await import('./revtrack.mjs')).start();
            const asked = [];
            const fetch = async (address, { headers }) => {
                asked.push([address, headers['X-WP-Nonce']]);
                const found = answers[address.match(/revisions.(\\d+)/)[1]];
                return new Response(JSON.stringify(found ?? {}), { status: found ? 200 : 404 });
            };
            const post = { site: 'https://news.example/blog/', post: 7, old: 12, nonce: 'abc', fetch };
            const diff = await compareRevisions(revtrack, { ...post, new: 15 });
            const refused = await compareRevisions(revtrack, { ...post, new: 99 }).catch((error) => error.message);
            revtrack.stop();
            return [diff, asked, refused];
        }""",
        answers,
    )
    assert [change["message"] for change in diff["changes"]] == [
        change["message"] for change in json.loads(inside.compared(OLD, NEW, "json"))["changes"]
    ]
    assert asked[0] == ["https://news.example/blog/wp-json/wp/v2/posts/7/revisions/12?context=edit", "abc"]
    assert refused == "revision 99: WordPress answers 404"


def test_it_opens_without_a_network_once_it_was_loaded(page: Any) -> None:
    page.wait_for_selector("#offline:visible")
    context = page.context
    context.set_offline(True)
    try:
        again = context.new_page()
        again.goto(page.url)
        again.wait_for_selector("#state:text('Ready.')")
        again.close()
    finally:
        context.set_offline(False)


def test_files_are_dropped_and_word_s_are_read(page: Any) -> None:
    page.click("#clear")  # what other tests typed has the same words
    for side, text in (("old", OLD), ("new", NEW)):
        page.evaluate(
            """([side, bytes]) => {
                const data = new DataTransfer();
                data.items.add(new File([new Uint8Array(bytes)], 'story.docx'));
                document.getElementById(`${side}-pane`).dispatchEvent(
                    new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }""",
            [side, list(writers.to_docx(text))],
        )
    wait_until(lambda: "12 people died" in page.input_value("#old") and "21 people died" in page.input_value("#new"))


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        pytest.param(
            "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--StartFragment-->"
            "<h1>Ferry sinks<o:p></o:p></h1>"
            "<p class=MsoNormal>At least <b style='mso-bidi-font-weight:normal'>21</b> people died.<o:p></o:p></p>"
            "<!--EndFragment--></body></html>",
            "# Ferry sinks",
            id="Word",
        ),
        pytest.param(
            "<meta charset='utf-8'><b style='font-weight:normal;' id='docs-internal-guid-1'>"
            "<h1 dir='ltr'><span>Ferry sinks</span></h1>"
            "<p dir='ltr'><span style='font-size:11pt'>At least 21 people died.</span></p></b>",
            "# Ferry sinks",
            id="Google Docs",
        ),
        pytest.param(
            "<!-- wp:heading --><h2 class='wp-block-heading'>Ferry sinks</h2><!-- /wp:heading -->"
            "<!-- wp:list --><ul>"
            "<li>At least 21 people died.</li></ul><!-- /wp:list -->",
            "- At least 21 people died.",
            id="a CMS",
        ),
    ],
)
def test_what_editors_copy_is_pasted_as_text(markup: str, told: str) -> None:
    pasted = inside.pasted(markup, "Ferry sinks\nAt least 21 people died.")
    assert told in pasted
    assert "<" not in pasted
    assert "At least 21 people died." in pasted or "At least **21** people died." in pasted


def test_the_keyboard_alone_reaches_everything(page: Any) -> None:
    compare(page, OLD, NEW)
    page.focus("#old")
    reached = set()
    for _ in range(40):
        reached.add(page.evaluate("document.activeElement.id"))
        page.keyboard.press("Tab")
    buttons = {
        "new",
        "example",
        "swap",
        "clear",
        "remember",
        "copy-text",
        "copy-markdown",
        "save",
        "new-claims",
        "draft",
    }
    assert buttons | {"new-file", "style", "old-claims"} <= reached
    page.focus("#new-claims")
    page.keyboard.press("Enter")
    page.wait_for_selector("#claims:visible")
    assert "claim" in page.inner_text("#claims-title")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_read_it(page: Any, scheme: Any) -> None:
    """With a report, claims and a draft on it; on a small telephone nothing sticks out."""
    # Texts that were not on the page before: a comparison still to come would hide the draft.
    compare(page, OLD, NEW.replace("ferry", "ferry in the dark" if scheme == "dark" else "ferry by day"))
    page.click("#new-claims")
    page.wait_for_selector("#claims:visible")
    page.click("#draft")
    page.wait_for_selector("#drafted:visible")
    page.emulate_media(color_scheme=scheme, forced_colors="active" if scheme == "dark" else "none")
    watched.assert_nothing_sticks_out(Visit(page))
    assert_axe_is_content(page)
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.set_viewport_size({"width": 1280, "height": 900})


def assert_axe_is_content(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(
        page, context={"exclude": [["iframe"]]}, options={"resultTypes": ["violations"], "preload": False}
    )
    assert found.violations_count == 0, found.generate_report()


def test_nothing_is_remembered_unless_it_is_asked_for(page: Any) -> None:
    compare(page, OLD, NEW)
    assert page.evaluate("localStorage.length") == 0
    page.check("#remember")
    assert page.evaluate("JSON.parse(localStorage.getItem('revtrack'))") == [OLD, NEW]
    page.uncheck("#remember")
    assert page.evaluate("localStorage.length") == 0


def test_nothing_was_requested_from_elsewhere(page: Any, address: str, requested: list[str]) -> None:
    """The last test of the module: all that the others made the page do."""
    assert len(requested) > 5
    assert [url for url in requested if not url.startswith((address, "data:", "blob:", "about:"))] == []
