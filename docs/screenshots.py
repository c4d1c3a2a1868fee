"""Makes the screenshots of docs/reports.md from the sample article: `make screenshots`.

The pages are those of `revtrack diff`, `report` and `site`; each picture is one screen of one of them. Colours are
reduced by the browser's own JPEG, so that a picture stays below 100 KB.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "screenshots"
SEED = ROOT / "seeds" / "north-korea-troops"
REVTRACK = str(Path(sys.executable).with_name("revtrack"))
CHROMIUM = ("/usr/bin/chromium", ["--no-sandbox", "--disable-gpu"])

# name: page, what stands at the top, width, height, colour scheme
PICTURES = {
    "diff": ("diff.html", "body", 1100, 860, "light"),
    "passages": ("diff.html", "#changes", 1280, 820, "light"),
    "text": ("diff.html", "#text", 1280, 820, "light"),
    "telephone": ("diff.html", "body", 360, 740, "dark"),
    "history": ("history.html", "body", 1100, 820, "light"),
    "claims": ("history.html", "#claims", 1100, 620, "light"),
    "site": ("site/index.html", "body", 1100, 700, "dark"),
}


def main() -> None:
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _written(folder)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM[0], args=CHROMIUM[1])
            for picture in PICTURES:
                _taken(browser, folder, picture)
            browser.close()


def _written(folder: Path) -> None:
    """The pages, from a store with the revisions of the sample article."""
    store = ("--store", str(folder / "store"))
    _run("init", str(folder / "store"))
    with (SEED / "revisions.tsv").open(encoding="utf-8", newline="") as file:
        for file_name, time, by, note, source in list(csv.reader(file, delimiter="\t"))[1:]:
            known = ("--as", SEED.name, "--at", time, "--by", by, "-m", note, "--source", source)
            _run(*store, "add", str(SEED / file_name), *known)
    _run(*store, "diff", SEED.name, "3", "6", "-o", str(folder / "diff.html"))
    _run(*store, "report", SEED.name, "-o", str(folder / "history.html"))
    _run(*store, "site", str(folder / "site"))


def _taken(browser: Browser, folder: Path, picture: str) -> None:
    page, top, width, height, scheme = PICTURES[picture]
    view = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    view.goto((folder / page).as_uri())
    view.evaluate("(top) => document.querySelector(top).scrollIntoView({ behavior: 'instant' })", top)
    view.screenshot(path=OUT / f"{picture}.jpg", type="jpeg", quality=48)
    view.close()


def _run(*arguments: str) -> None:
    subprocess.run([REVTRACK, *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
