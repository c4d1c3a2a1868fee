"""`python -m bench.watching [N]`: what one run of `watch` over N addresses costs, 2,000 if not said.

A server in a process of its own gives out pages of 900 words, five of them a host, each with a box that differs at
every look. Four runs look at all of them: the first finds them, in the second one in ten was edited, in the third none
was, in the fourth the server says of each that it is as it was (304). CPU is that of this process and of the Git that
it starts, memory the most that was ever used. There is no delay between two requests to a host, which a real run has.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import resource
import socket
import sys
import tempfile
import time
from html import escape
from pathlib import Path
from zlib import crc32

import revtrack
from bench.articles import article, revised
from revtrack.watch.watching import Watching

WORDS, EACH = 900, 5
FOUND, EDITED, BOXES, UNCHANGED = range(4)
RUNS = ("all are new", "one in ten was edited", "only boxes differ", "nothing was changed (304)")


def text_of(number: int, run: int) -> str:
    """The text of a page in a run."""
    first = article(WORDS, number)
    return revised(first, number) if run >= EDITED and number % 10 == 0 else first


def page_of(number: int, run: int) -> bytes:
    """The page of a number."""
    headline, *paragraphs = text_of(number, run).split("\n\n")
    title = f"{escape(headline)} {number}"
    copy = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    box = f"<aside class='related'><p>{run} readers comment on this now</p></aside>" * 3
    return (
        f"<!doctype html><html><head><title>{title}</title><script>{'x = 1;' * 2000}</script></head>"
        f"<body><nav class='top'><a href='/'>Home</a></nav><article class='story'><h1>{title}</h1>"
        f"{copy}</article>{box}</body></html>"
    ).encode()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, run: int) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    path = head.split(b" ", 2)[1].decode()
    if path == "/robots.txt":
        writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    elif run == UNCHANGED and b"if-none-match" in head.lower():
        writer.write(b"HTTP/1.1 304 Not Modified\r\n\r\n")
    else:
        body = page_of(int(path[1:]), run)
        facts = f'Content-Type: text/html; charset=utf-8\r\nETag: "{crc32(body)}"\r\nContent-Length: {len(body)}'
        writer.write(f"HTTP/1.1 200 OK\r\n{facts}\r\n\r\n".encode() + body)
    await writer.drain()
    writer.close()


def _serve(listening: socket.socket, run: multiprocessing.sharedctypes.Synchronized) -> None:  # type: ignore[type-arg]
    async def serve() -> None:
        server = await asyncio.start_server(
            lambda reader, writer: _answer(reader, writer, run.value), sock=listening, backlog=512
        )
        await server.serve_forever()

    asyncio.run(serve())


def _cpu() -> float:
    uses = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in uses)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.watching", description=__doc__)
    parser.add_argument("addresses", type=int, nargs="?", default=2000)
    wanted = parser.parse_args(arguments).addresses
    context = multiprocessing.get_context("fork")
    run = context.Value("i", FOUND)
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    port = listening.getsockname()[1]
    server = context.Process(target=_serve, args=(listening, run), daemon=True)
    server.start()
    hosts = [f"host{n}.example" for n in range(-(-wanted // EACH))]
    with tempfile.TemporaryDirectory() as folder:
        watching = Watching(revtrack.Archive.create(Path(folder) / "desk"))
        rows = "".join(
            f'[[follow]]\nurl = "http://{hosts[n // EACH]}:{port}/{n}"\nkind = "page"\n' for n in range(wanted)
        )
        head = 'contact = "desk@paper.example"\nallow-private = true\ndelay = "0s"\n'
        watching.file.write_text(head + rows)
        print(f"{wanted:,} addresses on {len(hosts):,} hosts, {WORDS} words each")
        for number, what in enumerate(RUNS):
            run.value = number
            before, start = _cpu(), time.monotonic()
            counts = watching.run(everything=True, names=dict.fromkeys(hosts, "127.0.0.1"))
            cpu, clock = _cpu() - before, time.monotonic() - start
            print(
                f"{what}: {counts.requests:,} requests, {counts.new:,} new, {counts.revised:,} revised;"
                f" {cpu:.1f} s CPU ({1000 * cpu / wanted:.1f} ms an address), {clock:.1f} s",
                flush=True,
            )
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB, disk {size / 1e6:.1f} MB")
    server.terminate()
    return 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    raise SystemExit(main(sys.argv[1:]))
