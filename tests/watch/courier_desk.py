"""A small outlet whose pages can be changed, and a store that watches it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import revtrack
from revtrack.watch.watching import RunCounts, Watching
from tests.watch.loopback import Asked, Loopback, Reply, ScriptedClock, serving

START = 1_790_000_000.0
HOSTS = ("courier.example", "other.example", "hook.example", "web.archive.org")
PAGE = """<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>At least {toll} people were hurt when a ferry ran aground near Orrin on Monday, harbour master Ada Lind said.</p>
<p>The council will meet on Friday to talk about the two buoys that were missing from the channel.</p>
</article></body></html>"""


class Courier:
    """The outlet, and a hook beside it that takes what is posted: `answers` are given in turn, then 200."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply] = {"/robots.txt": Reply(404)}
        self.posted: list[Asked] = []
        self.answers: dict[str, list[Reply]] = defaultdict(list)

    def put(self, path: str, body: str, kind: str = "text/html; charset=utf-8", status: int = 200) -> None:
        self.pages[path] = Reply(status, body.encode(), {"Content-Type": kind})

    def story(self, path: str, toll: int, title: str = "Ferry runs aground") -> None:
        self.put(path, PAGE.format(title=title, toll=toll))

    def respond(self, asked: Asked) -> Reply:
        if asked.host in ("hook.example", "web.archive.org"):
            self.posted.append(asked)
            left = self.answers[asked.path]
            return left.pop(0) if left else Reply(200)
        return self.pages.get(asked.path, Reply(404, b"<html><title>Not found</title></html>"))


class CourierDesk:
    """A store that watches, with the server that it asks."""

    def __init__(self, folder: Path, courier: Courier, server: Loopback, clock: ScriptedClock) -> None:
        self.courier, self.server, self.clock = courier, server, clock
        revtrack.Archive.create(folder)
        self.archive = revtrack.open(folder, sync=False)
        self.watching = Watching(self.archive)
        self.file = self.watching.file
        self.names = dict.fromkeys(HOSTS, "127.0.0.1")
        self.file.write_text('contact = "desk@paper.example"\nallow-private = true\n')

    def url(self, path: str, host: str = "courier.example") -> str:
        return f"http://{host}:{self.server.port}{path}"

    def follow(self, *paths: str) -> None:
        self.watching.add([self.url(path) for path in paths], kind="page")

    def write(self, more: str) -> None:
        """Put more into watch.toml, above its tables."""
        self.file.write_text(more + self.file.read_text())

    def notify(self, **keys: str) -> None:
        """Add a notifier; values are TOML."""
        rows = "".join(f"{name.replace('_', '-')} = {value}\n" for name, value in keys.items())
        self.file.write_text(f"{self.file.read_text()}\n[[notify]]\n{rows}")

    def run(self, **how) -> RunCounts:
        return self.watching.run(clock=self.clock, names=self.names, **how)


@contextmanager
def courier_desk(folder: Path) -> Iterator[CourierDesk]:
    courier, clock = Courier(), ScriptedClock(START)
    with serving(courier.respond, clock) as server:
        yield CourierDesk(folder, courier, server, clock)
