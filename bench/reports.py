"""`python -m bench.reports`: what the pages cost: their size, the time to make them and to open and scroll them.

    python -m bench.reports                       all three, with a site of 100 articles: about two minutes
    python -m bench.reports history               one of them: diff, history or site
    python -m bench.reports site --articles 3000  a larger site: three revisions an article, some 0.2 s of CPU each

Each is printed as soon as it is measured. A site is made twice, for the second run shows what a run without news costs;
its memory is the peak of the process. The longest frame is told on the clock and in CPU time of the page's main thread:
on a busy machine the clock counts what other programs take, too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.articles import article, revised
from bench.store import NOW, REVTRACK

PARTS = ("diff", "history", "site")
LONG, REVISIONS = 20_000, 500
START = datetime(2024, 10, 1, tzinfo=UTC)
CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.reports", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} [default: all of them]")
    parser.add_argument("--articles", type=int, nargs="*", default=[100], help="sizes of sites [default: 100]")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as name:
        for part in given.parts or PARTS:
            for told in _measured(part, Path(name), given.articles):
                print(json.dumps({part: told}, indent=2), flush=True)
    return 0


def _measured(part: str, folder: Path, sizes: Sequence[int]) -> Iterator[dict[str, Any]]:
    if part == "diff":
        yield _diffs(folder)
    elif part == "history":
        yield _history(folder)
    else:
        yield from (_site(folder, number) for number in sizes)


def _diffs(folder: Path) -> dict[str, dict[str, float]]:
    """The diff report of a usual pair and of a very long one."""
    found = {}
    for name, words in (("usual", 900), ("long", LONG)):
        old, new, page = (folder / f"{name}{suffix}" for suffix in ("-old.txt", "-new.txt", ".html"))
        old.write_text(article(words), encoding="utf-8")
        new.write_text(revised(article(words)), encoding="utf-8")
        used = _run("compare", str(old), str(new), "-o", str(page))
        found[name] = {"article_kb": _kb(new), "page_kb": _kb(page)} | used | _opened(page)
    return found


def _history(folder: Path) -> dict[str, float]:
    """The history report of an article with very many revisions."""
    store = folder / "history"
    _filled(store, 1, REVISIONS)
    page = folder / "history.html"
    used = _run("--store", str(store), "report", "story-0", "-o", str(page))
    return {"revisions": REVISIONS, "page_kb": _kb(page)} | used | _opened(page)


def _site(folder: Path, articles: int) -> dict[str, Any]:
    """The site of an archive with three revisions an article, made and made again."""
    store, target = folder / f"store-{articles}", folder / f"site-{articles}"
    _filled(store, articles, 3)
    command = ("--store", str(store), "site", str(target))
    first, second = _run(*command), _run(*command)
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    return {"articles": articles, "site_mb": round(size / 1e6, 1), "first": first, "second": second}


def _filled(folder: Path, articles: int, revisions: int) -> None:
    """A store with so many articles of 300 words and revisions of each."""
    from revtrack.store import Incoming, Store

    def texts() -> Iterator[Incoming]:
        for number in range(articles):
            first = text = article(300, number)
            for place in range(revisions):
                at = (START + timedelta(minutes=37 * place, hours=number)).strftime("%Y-%m-%dT%H:%M:%SZ")
                yield Incoming(text.encode(), f"story-{number}", at=at, by="Desk", note=f"take {place + 1}")
                text = revised(first, place)

    folder.mkdir()
    Store.init(folder).add_many(texts(), now=NOW)


def _run(*arguments: str) -> dict[str, float]:
    """Seconds of CPU and peak memory of one run of revtrack."""
    process = subprocess.Popen([REVTRACK, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return {"cpu_s": round(usage.ru_utime + usage.ru_stime, 2), "peak_mb": round(usage.ru_maxrss / 1024)}


def _opened(page: Path) -> dict[str, float]:
    """What it takes to read a page in Chromium, on the clock and of the processor; nothing where there is none.

    Seconds to load it, elements in it, and the longest frame, in milliseconds, of scrolling from its top to its end.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return {}
    if not os.path.exists(CHROMIUM):
        return {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        view = browser.new_page(viewport={"width": 1440, "height": 900})
        inside = view.context.new_cdp_session(view)
        inside.send("Performance.enable", {"timeDomain": "threadTicks"})
        start = time.perf_counter()
        view.goto(page.as_uri())
        loaded = time.perf_counter() - start
        used = {one["name"]: one["value"] for one in inside.send("Performance.getMetrics")["metrics"]}
        elements = view.evaluate("document.querySelectorAll('*').length")
        longest = view.evaluate(_SCROLL)
        view.reload()
        busiest = _busiest(view, inside)
        browser.close()
    return {
        "load_s": round(loaded, 2),
        "load_cpu_s": round(used["TaskDuration"], 2),
        "longest_frame_ms": round(longest),
        "longest_frame_cpu_ms": round(busiest * 1000),
        "elements": elements,
    }


def _busiest(view: Any, inside: Any) -> float:
    """The most seconds of CPU that one step of scrolling takes the page's main thread."""

    def used() -> float:
        metrics = inside.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")

    view.evaluate(_STEP, 0)
    tops = [*range(450, view.evaluate("document.documentElement.scrollHeight"), 450), 0]
    longest, last = 0.0, used()
    for top in tops:
        view.evaluate(_STEP, top)
        now = used()
        longest, last = max(longest, now - last), now
    return longest


# One step, until it is painted.
_STEP = """async (top) => {
  scrollTo({ top, behavior: "instant" });
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""

# Half a screen at a time and in the end a jump to the top, each painted before the next.
_SCROLL = """async () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const go = (top) => scrollTo({ top, behavior: "instant" });
  const root = document.documentElement;
  let last = await painted();
  let longest = 0;
  const frame = async () => {
    const now = await painted();
    longest = Math.max(longest, now - last);
    last = now;
  };
  for (let top = 0; top < root.scrollHeight; top += innerHeight / 2) {
    go(top);
    await frame();
  }
  go(0);
  await frame();
  return longest;
}"""


def _kb(path: Path) -> float:
    return round(path.stat().st_size / 1000, 1)


if __name__ == "__main__":
    sys.exit(main())
