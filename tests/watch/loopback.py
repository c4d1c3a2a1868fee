"""A server on loopback for all the outlets of a test, and a clock that jumps to when something is due.

The server answers for every host by name, in the loop of the run itself, so that nothing depends on threads. It counts
how many requests a host has at one time, and notes each with the moment on the test's clock.
"""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple


class ScriptedClock:
    """Stands still while anyone is asked, and jumps to the next time at which something is due."""

    def __init__(self, start: float) -> None:
        self._now = start
        self.server: Loopback | None = None

    def now(self) -> float:
        return self._now

    async def wait(self, tasks: set[asyncio.Task[Any]], until: float | None) -> None:
        if self.server:
            await self.server.answer_here()
        if tasks:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        elif until is not None:
            self._now = max(self._now, until)


class Asked(NamedTuple):
    """A request as it came."""

    time: float
    host: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


class Reply(NamedTuple):
    """What is answered: `then` says what goes wrong on the line: nothing, `cut`, `slow` or `endless`."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = {}
    then: str = ""
    reason: str = "Said"


Respond = Callable[[Asked], Reply]


class Loopback:
    """The server; `asked` is what came, `at_once` the most requests that a host had at a time."""

    def __init__(self, respond: Respond, now: Callable[[], float]) -> None:
        self._respond, self._now = respond, now
        self.asked: list[Asked] = []
        self.at_once: Counter[str] = Counter()
        self._open: Counter[str] = Counter()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: asyncio.Server | None = None
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port: int = self.socket.getsockname()[1]

    async def answer_here(self) -> None:
        """Answer in the loop that is running, from now on."""
        if self._loop is not asyncio.get_running_loop():
            self._loop = asyncio.get_running_loop()
            self._server = await asyncio.start_server(self._serve, sock=self.socket.dup())

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
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
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        asked = Asked(self._now(), headers["host"].partition(":")[0], path, headers, body)
        self.asked.append(asked)
        self._open[asked.host] += 1
        self.at_once[asked.host] = max(self.at_once[asked.host], self._open[asked.host])
        try:
            return await self._answer(self._respond(asked), reader, writer)
        finally:
            self._open[asked.host] -= 1

    async def _answer(self, reply: Reply, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        length = len(reply.body) + (1000 if reply.then else 0)
        lines = [
            f"HTTP/1.1 {reply.status} {reply.reason}",
            *(f"{name}: {value}" for name, value in reply.headers.items()),
        ]
        if reply.then != "endless" and reply.status != 304:
            lines.append(f"Content-Length: {length}")
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + reply.body)
        await writer.drain()
        if reply.then == "slow":
            await reader.read(1)  # until the other side has lost its patience
        while reply.then == "endless" and not reader.at_eof():
            writer.write(b"<!-- more to come -->\n" * 4000)
            await writer.drain()
        return not reply.then


@contextmanager
def serving(respond: Respond, clock: ScriptedClock) -> Iterator[Loopback]:
    """A server for the runs within the block that go by the clock."""
    server = Loopback(respond, clock.now)
    clock.server = server
    try:
        yield server
    finally:
        server.socket.close()
