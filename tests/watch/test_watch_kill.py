"""Runs that are killed at fifty different moments lose nothing and double nothing, and two runs do not ask twice."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import revtrack
from revtrack.git import lock
from revtrack.watch.follows import HOUR
from revtrack.watch.watching import LOCK, OtherRunError, Watching
from tests.watch.loopback import Asked, Loopback, Reply, ScriptedClock

START = 1_790_000_000.0
HOSTS = ("courier.example", "herald.example")
HOOK = "hook.example"
KILLS = 50
PAGE = """<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>At least {toll} people were hurt when a ferry ran aground near Orrin on Monday, harbour master Ada Lind said.</p>
<p>The council of the {host} will meet on Friday to talk about the two buoys that were missing from the channel.</p>
</article></body></html>"""


class Town:
    """Two papers with a feed and two stories each; every round, one story of each has another toll.

    `told` is what came to a web hook.
    """

    def __init__(self) -> None:
        self.round = 0
        self.port = 0
        self.told: list[dict[str, Any]] = []

    def respond(self, asked: Asked) -> Reply:
        if asked.host == HOOK:
            self.told.append(json.loads(asked.body))
            return Reply(200)
        if asked.path == "/rss.xml":
            links = "".join(f"<item><link>http://{asked.host}:{self.port}/{n}</link></item>" for n in range(2))
            return Reply(200, f'<rss version="2.0"><channel><title>News</title>{links}</channel></rss>'.encode())
        if asked.path in ("/0", "/1"):
            number = int(asked.path[1:])
            page = PAGE.format(title=f"Ferry {number} runs aground", toll=self.toll(number), host=asked.host)
            return Reply(200, page.encode(), {"Content-Type": "text/html"})
        return Reply(404)

    def toll(self, number: int) -> int:
        return 12 + (self.round + number) // 2


@contextmanager
def in_a_thread(town: Town) -> Iterator[Loopback]:
    """A server that other processes can ask."""
    server = Loopback(town.respond, lambda: 0.0)
    town.port = server.port
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        await server.answer_here()
        await asyncio.Event().wait()

    task = loop.create_task(serve())

    def work() -> None:
        try:
            loop.run_until_complete(task)
        except asyncio.CancelledError:
            pass
        finally:
            loop.close()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join(10)
        server.socket.close()


def desk(folder: Path, town: Town) -> Watching:
    watching = Watching(revtrack.Archive.create(folder))
    rows = "".join(f'[[follow]]\nurl = "http://{host}:{town.port}/rss.xml"\n' for host in HOSTS)
    hook = f'[[notify]]\nkind = "webhook"\nurl = "http://{HOOK}:{town.port}/"\nallow-private = true\n'
    watching.file.write_text(f'contact = "desk@paper.example"\nallow-private = true\n{rows}{hook}')
    return watching


def run(folder: Path, now: float) -> None:
    """One run over everything."""
    watching = Watching(revtrack.open(folder, sync=False))
    watching.run(everything=True, clock=ScriptedClock(now), names=dict.fromkeys((*HOSTS, HOOK), "127.0.0.1"))


def forked(folder: Path, now: float, killed_at: int) -> int:
    """A run in a process of its own, which is killed at its call with a number; gives how many calls it made."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        os.waitpid(child, 0)
        with os.fdopen(reader, "rb") as counted:
            return int(counted.read() or b"0")
    calls = 0

    def count(_: FrameType, what: str, __: object) -> None:
        nonlocal calls
        calls += what in ("call", "c_call")
        if calls == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        sys.setprofile(count)
        run(folder, now)
        sys.setprofile(None)
        os.write(writer, str(calls).encode())
    finally:
        os._exit(0)


@pytest.mark.kill
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are forked")
def test_killed_at_fifty_moments(tmp_path: Path) -> None:
    """Each run that is killed is followed by one that goes on; then the archive has every toll once, in order.

    And every revision was told once: a message that was sent twice, since a run was killed before it knew, is the same
    message under the same id.
    """
    town = Town()
    with in_a_thread(town):
        watching = desk(tmp_path / "desk", town)
        run(tmp_path / "desk", START)
        for round in range(1, 9):  # until everything that is read once was read, and what is remembered is remembered
            town.round = round
            run(tmp_path / "desk", START + HOUR * round)
        town.round = 9
        whole = forked(tmp_path / "desk", START + HOUR * 9, -1)
        assert whole > 10_000
        ended = 0
        for kill in range(KILLS):
            town.round += 1
            now = START + HOUR * (kill + 10)
            ended += forked(tmp_path / "desk", now, whole * (kill + 1) // (KILLS + 1)) > 0
            run(tmp_path / "desk", now + HOUR / 2)
        run(tmp_path / "desk", START + HOUR * (KILLS + 13))  # when each story may be told of again
        assert ended < KILLS / 5  # how many calls a run makes hangs a little on how what is sent comes in
    archive = revtrack.open(tmp_path / "desk")
    commits = []
    for revisions in archive.by_article():
        tolls = [int(archive.text(one).partition("At least ")[2].split(" ")[0]) for one in revisions]
        assert tolls == list(range(12, tolls[-1] + 1)), revisions[0].source
        assert tolls[-1] == town.toll(int(revisions[0].source[-1]))
        commits += [one.commit for one in revisions]
    told = [event.revision for event in watching.events(("new", "revised"))]
    assert len(commits) > 4 * KILLS / 2
    assert sorted(told) == sorted(commits)
    assert archive.verify().findings == ()
    once = {one["id"]: one for one in town.told}
    assert all(one == once[one["id"]] for one in town.told)
    assert len(town.told) - len(once) <= KILLS  # one message is on its way at a time
    for revisions in archive.by_article():
        steps = [(one["old"], one["new"]) for one in once.values() if one["article"] == revisions[0].article]
        assert steps[0][0] == revisions[0].commit
        assert [old for old, _ in steps[1:]] == [new for _, new in steps[:-1]]
        assert steps[-1][1] == revisions[-1].commit


def test_two_runs_do_not_ask_twice(tmp_path: Path) -> None:
    """While one is at work another does not begin, and does not ask anybody anything."""
    town = Town()
    with in_a_thread(town) as server:
        desk(tmp_path / "desk", town)
        with lock.hold(tmp_path / "desk" / ".revtrack" / LOCK, 0), pytest.raises(OtherRunError, match="another run"):
            run(tmp_path / "desk", START)
        assert server.asked == []
        run(tmp_path / "desk", START)
    assert len(server.asked) == 2 * (1 + 1 + 2)  # robots.txt, feed, two stories
