"""The network, on loopback: what is refused, what is too much, and what is kept as evidence."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

import pytest
from click.testing import CliRunner

import revtrack
from revtrack.archive import import_sources
from revtrack.cli import main
from revtrack.watch import extra
from revtrack.watch.follows import HOUR
from revtrack.watch.wire import Wire, WireLimits
from revtrack.watch.wire_answer import NoAnswer, WireAnswer
from tests.watch.courier_desk import PAGE, Courier, CourierDesk
from tests.watch.loopback import Loopback, Reply

HTML = {"Content-Type": "text/html"}
PATIENT = WireLimits(body=1000)
HURRIED = WireLimits(body=1000, total=0.4, quiet=0.2)  # only for an answer that never comes


def asked(reply: Reply, *, private: bool = True, host: str = "courier.example") -> WireAnswer | NoAnswer:
    """What the wire makes of an answer."""

    async def ask() -> WireAnswer | NoAnswer:
        server = Loopback(lambda _: reply, lambda: 0.0)
        await server.answer_here()
        limits = HURRIED if reply.then == "slow" else PATIENT
        async with Wire("desk@paper.example", allow_private=private, limits=limits, names={host: "127.0.0.1"}) as wire:
            try:
                return await wire.ask(f"http://{host}:{server.port}/a", {})
            finally:
                server.socket.close()

    return asyncio.run(ask())


def test_an_answer_has_its_facts() -> None:
    got = asked(Reply(200, b"<p>Hello", {"Content-Type": "Text/HTML; Charset=UTF-8", "ETag": '"a"'}))
    assert isinstance(got, WireAnswer)
    assert (got.status, got.body, got.content_type, got.charset) == (200, b"<p>Hello", "text/html", "utf-8")
    assert got.headers["etag"] == '"a"'


def test_what_is_packed_is_unpacked() -> None:
    packed = gzip.compress(b"a" * 900)
    got = asked(Reply(200, packed, {"Content-Encoding": "gzip"}))
    assert isinstance(got, WireAnswer)
    assert (got.body, got.raw) == (b"a" * 900, packed)


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(200, b"a" * 1001), "is larger than 0.001 MB"),
        (Reply(200, gzip.compress(b"0" * 30_000_000), {"Content-Encoding": "gzip"}), "is larger than 0.001 MB"),
        (Reply(200, gzip.compress(b"abc" * 99)[:-9], {"Content-Encoding": "gzip"}), "was cut off on its way"),
        (Reply(200, b"abc", {"Content-Encoding": "gzip"}), "gave no proper answer (error)"),
        (Reply(200, b"abc", {"Content-Encoding": "br"}), "is packed as br, which was not asked for"),
        (Reply(200, b"abc", then="cut"), "was cut off on its way"),
        (Reply(200, b"abc", then="slow"), "took too long to answer"),
        (Reply(200, b"abc", then="endless"), "is larger than 0.001 MB"),
    ],
)
def test_what_is_no_answer(reply: Reply, reason: str) -> None:
    got = asked(reply)
    assert isinstance(got, NoAnswer)
    assert (got.reason, got.final) == (reason, False)


def test_a_name_of_a_private_machine_is_not_asked() -> None:
    """The name looks public; what it leads to is checked, and what was checked is what is connected to."""
    got = asked(Reply(200, b"secret"), private=False)
    assert got == NoAnswer(got.url, "is on this machine or in its network", final=True)


def test_redirects_are_checked_again(desk: CourierDesk, courier: Courier) -> None:
    """A page may not send the watch where the feed could not have: here to a file, and in a circle."""
    for number, there in enumerate(("file:///etc/passwd", "http://u:p@courier.example/", "/2", "ftp://x.example/")):
        courier.pages[f"/{number}"] = Reply(302, headers={"Location": there})
    courier.pages["/2"] = Reply(302, headers={"Location": "/2"})
    desk.watching.add([desk.url(f"/{number}") for number in range(4)], kind="page")
    counts = desk.run(seconds=3 * HOUR)
    assert (counts.new, counts.revised) == (0, 0)
    assert {one.path for one in desk.server.asked} == {"/robots.txt", "/0", "/1", "/2", "/3"}
    assert {event.kind for event in desk.watching.events()} == {"forbidden", "failing"}


def test_a_raw_answer_is_evidence(desk: CourierDesk, courier: Courier, tmp_path: Path) -> None:
    """It is named in the commit, and can be imported as any other capture."""
    courier.put("/ferry", PAGE.format(title="Ferry runs aground", toll=12))
    desk.watching.add([desk.url("/ferry")], kind="page")
    desk.run(once=True, warc=tmp_path / "captures")
    [event] = desk.watching.events()
    record = dict(event.facts)["WARC-Record"]
    [file] = (tmp_path / "captures").iterdir()
    assert record.encode() in gzip.decompress(file.read_bytes())
    other = revtrack.Archive.create(tmp_path / "other")
    other.import_records(import_sources.web(str(tmp_path / "captures")))
    [listing] = other.articles()
    assert other.text(listing.article) == desk.archive.text(event.article)


def test_without_the_extra_the_command_says_how_to_add_it(
    desk: CourierDesk, courier: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extra, "import_module", lambda name: (_ for _ in ()).throw(ImportError(name)))
    result = CliRunner().invoke(main, ["watch", "run", "--once", "--store", str(desk.archive.path)])
    assert result.exit_code == 2
    assert "add it with" in result.output
    assert "[watch]" in result.output


def test_the_commands(desk: CourierDesk, courier: Courier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Follow, look, list, log, and follow no more."""
    monkeypatch.setattr("revtrack.watch.watching.SystemClock", lambda: desk.clock)
    url = desk.url("/ferry").replace("courier.example", "127.0.0.1")
    courier.put("/ferry", PAGE.format(title="Ferry runs aground", toll=12))

    def ok(*args: str) -> str:
        result = CliRunner().invoke(main, ["--store", str(desk.archive.path), "watch", *args], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    assert ok("add", url, "--every", "30m", "--name", "ferry") == f"{url}: followed as a page, every 30m\n"
    assert "followed already" in ok("add", url)
    assert ok("run", "--once").endswith("2 requests: 1 new, 0 revised, 0 set aside\n")
    courier.put("/ferry", "<html><title>Subscribe to read</title><p>It is worth it.", status=200)
    assert "set aside" not in ok("run", "--once", "--quiet")
    assert "is a paywall" in ok("run", "--all")
    assert "ferry: " in ok("list")
    assert "1 article" in ok("list")
    assert [line.split()[1:3] for line in ok("log").splitlines()] == [["new", "ferry"], ["aside", "ferry:"]]
    assert len(ok("log", "--aside").splitlines()) == 1
    assert '"revtrack.watch-log/1"' in ok("log", "--format", "json")
    assert '"revtrack.watchlist/1"' in ok("list", "--format", "json")
    assert ok("remove", "ferry") == f"{url}: followed no more\n"
    assert ok("run", "--all") == "0 requests: 0 new, 0 revised, 0 set aside\n"
