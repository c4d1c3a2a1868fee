"""A server on loopback for all the outlets of a test, and a clock that jumps to when something is due.

The server runs in a thread of its own and answers for every host by name. It counts how many requests a host has at one
time, and notes each with the moment on the test's clock.
"""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple


class ScriptedClock:
    """Stands still while anyone is asked, and jumps to the next time at which something is due."""

    def __init__(self, start: float) -> None:
        self._now = start

    def now(self) -> float:
        return self._now

    async def wait(self, tasks: set[asyncio.Task[Any]], until: float | None) -> None:
        if tasks:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        elif until is not None:
            self._now = max(self._now, until)
            await asyncio.sleep(0)


class Asked(NamedTuple):
    """A request as it came."""

    time: float
    host: str
    path: str
    headers: Mapping[str, str]


class Reply(NamedTuple):
    """What is answered: `then` says what goes wrong once the body is sent: nothing, `cut` or `endless`."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = {}
    then: str = ""


Respond = Callable[[Asked], Reply]


class Loopback:
    """The server; `names` is where its hosts are, `asked` what came, `at_once` the most requests at a time."""

    def __init__(self, respond: Respond, now: Callable[[], float]) -> None:
        self._respond, self._now = respond, now
        self.asked: list[Asked] = []
        self.at_once: Counter[str] = Counter()
        self._open: Counter[str] = Counter()
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        path = head[0].split(" ")[1]
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
        asked = Asked(self._now(), headers["host"].partition(":")[0], path, headers)
        self.asked.append(asked)
        self._open[asked.host] += 1
        self.at_once[asked.host] = max(self.at_once[asked.host], self._open[asked.host])
        try:
            return await self._answer(self._respond(asked), writer)
        finally:
            self._open[asked.host] -= 1

    async def _answer(self, reply: Reply, writer: asyncio.StreamWriter) -> bool:
        length = len(reply.body) + (1000 if reply.then == "cut" else 0)
        lines = [f"HTTP/1.1 {reply.status} Said", *(f"{name}: {value}" for name, value in reply.headers.items())]
        if reply.then != "endless" and reply.status != 304:
            lines.append(f"Content-Length: {length}")
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + reply.body)
        await writer.drain()
        while reply.then == "endless":
            writer.write(b"<!-- more to come -->\n")
            await writer.drain()
            await asyncio.sleep(0.02)
        return not reply.then


@contextmanager
def serving(respond: Respond, now: Callable[[], float]) -> Iterator[Loopback]:
    """A server that runs as long as the block."""
    server = Loopback(respond, now)
    loop = asyncio.new_event_loop()
    ready = threading.Event()

    async def start() -> asyncio.Server:
        listening = await asyncio.start_server(server.serve, "127.0.0.1", server.port)
        server.port = listening.sockets[0].getsockname()[1]
        ready.set()
        return listening

    async def cancel_all() -> None:
        waiting = asyncio.all_tasks() - {asyncio.current_task()}
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    def work() -> None:
        listening = loop.run_until_complete(start())
        loop.run_forever()
        listening.close()
        loop.run_until_complete(cancel_all())
        loop.close()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
