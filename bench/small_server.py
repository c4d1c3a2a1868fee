"""What a desk costs that follows 30 feeds on a small server: requests, data, disk, processor and memory a day.

The test site of `tests/watch` plays outlets without troubles, with a new story every three hours each; feeds are read
every quarter of an hour, articles at the usual ages. The clock is a scripted one: a week takes minutes. Pages of the
test site are small, and processor and memory are those of watch and site together.

    python -m bench.small_server 7
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import revtrack
from revtrack.archive.archive import Archive
from revtrack.watch.follows import DAY, HOUR
from revtrack.watch.watching import Watching
from tests.watch.loopback import Asked, Reply, ScriptedClock, serving
from tests.watch.outlets import TROUBLES, Outlet, TestSite

FEEDS = 30
EVERY = 3 * HOUR  # between two stories of an outlet
START = 1_790_000_000.0


def measure(days: int, folder: Path) -> dict[str, float]:
    """Figures a day, by name; megabytes are millions of bytes."""
    told: Counter[str] = Counter()
    clock = ScriptedClock(START)
    site = TestSite(0, START, days, EVERY)
    site.outlets = [Outlet(number, START, days, TROUBLES[0], EVERY) for number in range(FEEDS)]
    site.by_host = {one.host: one for one in site.outlets}

    def respond(asked: Asked) -> Reply:
        reply = site.respond(asked)
        feeds = site.by_host[asked.host].feed.path
        told["feeds" if asked.path == feeds else "robots" if asked.path == "/robots.txt" else "pages"] += 1
        told["unchanged"] += reply.status == 304
        told["sent"] += len(reply.body)
        return reply

    with serving(respond, clock) as server:
        site.open_at(server.port)
        Archive.create(folder)
        watching = Watching(revtrack.open(folder, sync=False))
        rows = [f'[[follow]]\nurl = "{one.url(one.feed.path)}"\n' for one in site.outlets]
        head = 'contact = "desk@paper.example"\nallow-private = true\n'
        watching.file.write_text(head + "".join(rows), encoding="utf-8")
        before = time.process_time()
        watching.run(seconds=days * DAY, clock=clock, names=site.names, warc=folder / "captures")
        spent = time.process_time() - before
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    archive = revtrack.open(folder)
    revisions = [one for article in archive.by_article() for one in article]
    archive.gc()
    state = sum(file.stat().st_size for file in folder.rglob("watch.sqlite*"))
    return {
        "requests": (told["feeds"] + told["pages"] + told["robots"]) / days,
        "feeds": told["feeds"] / days,
        "pages": told["pages"] / days,
        "unchanged": told["unchanged"] / days,
        "received_mb": told["sent"] / days / 1e6,
        "revisions": len(revisions) / days,
        "articles": len({one.article for one in revisions}) / days,
        "words": sum(one.words or 0 for one in revisions) / max(1, len(revisions)),
        "store_mb": (_size(folder / ".revtrack") - state) / days / 1e6,
        "state_mb": state / days / 1e6,
        "captures_mb": _size(folder / "captures") / days / 1e6,
        "cpu_seconds": (spent + children.ru_utime + children.ru_stime) / days,
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
    }


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def main() -> int:
    """Print the figures of so many days."""
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        for name, value in measure(days, Path(folder)).items():
            print(f"{name:<12} {value:12,.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
