"""What axe finds on the pages, in every state that a reader may meet them in: `python -m bench.axe`.

Every report on its own and every kind of page of a site, of the sample article and of a story that grew, is opened on a
telephone and on a large screen, light, dark and in forced colours, as it opens and with all unfolded. All rules of axe
are run, the size of targets (WCAG 2.2) with them. Exits with 1 if there is a violation.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "north-korea-troops"
PAGE = ROOT / "revtrack" / "browser" / "assets"
STORY = ROOT / "fixtures" / "grown-story"
REVTRACK = str(Path(sys.executable).with_name("revtrack"))
CHROMIUM = "/usr/bin/chromium"
SCREENS = ((360, 740), (1440, 900))
# Colours, and whether the page is seen as it opens, too, before all is unfolded.
COLOURS = (({"color_scheme": "light"}, True), ({"color_scheme": "dark"}, False), ({"forced_colors": "active"}, False))
OPTIONS = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"


class Findings(NamedTuple):
    """What axe found on one page: how many states it was in, and the places of each rule that is broken."""

    states: int
    broken: Counter[str]


def main() -> int:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    total: Counter[str] = Counter()
    parser = argparse.ArgumentParser(prog="python -m bench.axe", description=__doc__)
    parser.add_argument("pages", nargs="*", help="only pages whose name has one of these words")
    wanted = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        pages = [one for one in _written(Path(name)) if not wanted or any(word in one[0] for word in wanted)]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        print("| page | states | violations |\n| --- | --- | --- |")
        for title, path in pages:
            found = _found(browser, Axe(), path)
            total += found.broken
            told = ", ".join(f"{rule} ({number})" for rule, number in sorted(found.broken.items())) or "none"
            print(f"| {title} | {found.states} | {told} |", flush=True)
        browser.close()
    return bool(total)


def _found(browser: Any, axe: Any, path: Path) -> Findings:
    broken: Counter[str] = Counter()
    states = 0
    for width, height in SCREENS:
        for colours, folded in COLOURS:
            page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce", **colours)
            page.goto(path.as_uri())
            for unfolded in (False, True)[not folded :]:
                if unfolded:
                    page.evaluate(UNFOLD)
                states += 1
                for one in axe.run(page, options=OPTIONS).response["violations"]:
                    broken[one["id"]] += len(one["nodes"])
            page.close()
    return Findings(states, broken)


def _written(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each kind of page once, from a store with the sample article and the grown story."""
    store = ("--store", str(folder / "store"))
    _run("init", str(folder / "store"))
    with (SEED / "revisions.tsv").open(encoding="utf-8", newline="") as file:
        for file_name, time, by, note, source in list(csv.reader(file, delimiter="\t"))[1:]:
            known = ("--as", SEED.name, "--at", time, "--by", by, "-m", note, "--source", source)
            _run(*store, "add", str(SEED / file_name), *known)
    for number in range(1, 13):
        time = f"2024-10-{number:02}T08:00:00Z"
        _run(*store, "add", str(STORY / f"{number}.txt"), "--as", STORY.name, "--at", time, "-m", f"Lead {number}")
    _run(*store, "diff", STORY.name, "11", "12", "-o", str(folder / "step.html"))
    _run(*store, "diff", STORY.name, "1", "12", "-o", str(folder / "grown.html"))
    _run(*store, "report", SEED.name, "-o", str(folder / "history.html"))
    _run(*store, "search", "soldiers", "--format", "html", "-o", str(folder / "search.html"))
    _run(*store, "stats", "--format", "html", "-o", str(folder / "stats.html"))
    _run(*store, "digest", "--since", "2024-01-01", "--format", "html", "-o", str(folder / "digest.html"))
    site = folder / "site"
    _run(*store, "site", str(site))
    yield "diff of two versions", folder / "step.html"
    yield "diff of a story that grew, first to last", folder / "grown.html"
    yield "history", folder / "history.html"
    yield "search results", folder / "search.html"
    yield "statistics", folder / "stats.html"
    yield "digest", folder / "digest.html"
    yield "site: front page", site / "index.html"
    for path in sorted(site.glob("*-1.html")):
        yield f"site: {path.name}", path
    yield "site: an article", site / "a" / SEED.name / "index.html"
    yield "site: one step", site / "a" / SEED.name / "r1-2.html"
    yield "site: a speaker", min(site.glob("s/*.html"))
    # As it opens: what it shows of two versions is tested where it runs, in tests/browser.
    shutil.copytree(PAGE, folder / "page")
    yield "page that compares in the browser", folder / "page" / "index.html"


def _run(*arguments: str) -> None:
    subprocess.run([REVTRACK, *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
