"""No host ends a run or reaches a private machine, whatever it answers and whatever it names."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from revtrack.watch import feeds, page_reading, safe_addresses
from revtrack.watch.follows import HOUR
from revtrack.watch.wire import Wire
from revtrack.watch.wire_answer import NoAnswer, WireAnswer
from tests.watch.courier_desk import PAGE, CourierDesk
from tests.watch.loopback import Loopback, Reply

GOOD = PAGE.format(title="Ferry runs aground", toll=12).encode()
HTML = {"Content-Type": "text/html"}
ODD_BYTES, HALF_SIGN = "\xff\xfe", "\ud800"
JSON_FEED = {"version": "https://jsonfeed.org/version/1"}
ANSWERS = {
    "/etag": Reply(200, GOOD, {**HTML, "ETag": ODD_BYTES}),
    "/modified": Reply(200, GOOD, {**HTML, "Last-Modified": ODD_BYTES}),
    "/date": Reply(200, GOOD, {**HTML, "Date": ODD_BYTES}),
    "/type": Reply(200, GOOD, {"Content-Type": ODD_BYTES}),
    "/charset": Reply(200, GOOD, {"Content-Type": f"text/html; charset={ODD_BYTES}"}),
    "/reason": Reply(200, GOOD, HTML, reason=ODD_BYTES),
    "/there": Reply(302, headers={"Location": f"http://{ODD_BYTES}/"}),
    "/wide": Reply(302, headers={"Location": "http://１２７.０.０.１/".encode().decode("latin-1")}),
    "/busy": Reply(429, headers={"Retry-After": ODD_BYTES}),
    "/never": Reply(503, headers={"Retry-After": "Wed, 21 Oct 99999 07:28:00 GMT"}),
    "/byline": Reply(200, GOOD.replace(b"<body>", b'<meta name="author" content="Eve&#10;X: 1&#0;"><body>'), HTML),
    "/title": Reply(200, GOOD.replace(b"aground</h1>", b"aground &#xd800;&#0;</h1>"), HTML),
    "/canonical": Reply(200, GOOD.replace(b"<title>", b'<link rel="canonical" href="http://\xff/"><title>'), HTML),
}
FEEDS = {
    "/half.json": json.dumps(
        JSON_FEED | {"items": [{"url": f"http://courier.example/{HALF_SIGN}"}, {"url": f"http://{HALF_SIGN}/"}]}
    ).encode(),
    "/odd.json": json.dumps(JSON_FEED | {"items": [{"url": 5}, 5, None, {"url": "http://["}, {"id": "\0"}]}).encode(),
    "/nul.xml": b'<?xml version="1.0" encoding="\0"?><rss></rss>',
    "/hex.xml": b'<?xml version="1.0" encoding="hex"?><rss></rss>',
}


def test_no_answer_ends_a_run(desk: CourierDesk, tmp_path: Path) -> None:
    """Each is an event of its own at most, and those behind it are asked; so it is in the next run."""
    desk.courier.pages |= ANSWERS | {
        path: Reply(200, body, {"Content-Type": "text/xml"}) for path, body in FEEDS.items()
    }
    desk.watching.add(map(desk.url, FEEDS), kind="feed")
    desk.follow(*ANSWERS)
    desk.courier.story("/ferry", 12)
    desk.follow("/ferry")
    desk.run(once=True, warc=tmp_path / "captures")
    asked = {one.path for one in desk.server.asked}
    assert asked >= {*ANSWERS, *FEEDS, "/ferry"}
    desk.courier.story("/ferry", 21)
    desk.run(seconds=2 * HOUR)
    events = list(desk.watching.events())
    assert [one.kind for one in events if one.url == desk.url("/ferry")] == ["new", "revised"]
    assert not [one for one in events if "report this fault" in one.detail]
    assert desk.archive.verify().findings == ()


def test_a_fault_of_the_reader_is_told_and_others_are_read(desk: CourierDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = page_reading.read

    def stumbles(answer: WireAnswer) -> page_reading.PageReading | page_reading.NoReading:
        if answer.url.endswith("/odd"):
            raise IndexError("list index out of range")
        return read(answer)

    monkeypatch.setattr(page_reading, "read", stumbles)
    for path in ("/odd", "/ferry"):
        desk.courier.story(path, 12)
    desk.follow("/odd", "/ferry")
    desk.run(seconds=2 * HOUR)
    told = {one.url: one.detail for one in desk.watching.events()}
    assert told[desk.url("/ferry")] == ""
    assert told[desk.url("/odd")] == "could not be read: please report this fault of revtrack (IndexError)"


PRIVATE = (
    "http://１２７.０.０.１/",
    "http://127。0。0。1/",
    "http://127.0.0.1。/",
    "http://①②⑦.⓪.⓪.①/",
    "http://ⓛocalhost/",
    "http://[::127.0.0.1]/",
    "http://[fec0::1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[2002:7f00:1::]/",
    "http://192.0.0.192/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.100.100.200/",
    "http://u@127.0.0.1/",
    f"http://{HALF_SIGN}.example/",
)


@pytest.mark.parametrize("url", PRIVATE)
def test_a_private_machine_is_known_however_it_is_written(url: str) -> None:
    assert safe_addresses.objection(url, allow_private=False)


@pytest.mark.parametrize("host", ["news.example", "münchen.example", "straße.example", "203.0.115.7", "[2606:4700::1]"])
def test_a_public_host_is_not_refused(host: str) -> None:
    assert not safe_addresses.objection(f"https://{host}/a", allow_private=False)


@pytest.mark.parametrize("host", ["１２７.０.０.１", "2130706433", "0x7f.1", "127.1", "localhost."])
def test_a_private_machine_is_not_reached(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even by a name that looked well: what is connected to is checked once more."""
    monkeypatch.setattr(safe_addresses, "_is_plain", lambda _: True)

    async def ask() -> tuple[WireAnswer | NoAnswer, int]:
        server = Loopback(lambda _: Reply(200, b"secret"), lambda: 0.0)
        await server.answer_here()
        async with Wire("desk@paper.example") as wire:
            got = await wire.ask(f"http://{host}:{server.port}/", {})
        server.socket.close()
        return got, len(server.asked)

    got, asked = asyncio.run(ask())
    assert isinstance(got, NoAnswer)
    assert asked == 0


def test_only_addresses_of_the_web_are_taken_from_a_feed() -> None:
    """No other can be an article, and each would be an event and a link in messages."""
    links = ("mailto:desk@paper.example", "javascript:alert(1)", "HTTPS://news.example/b", "/a")
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    found = feeds.read(f"<rss><channel>{items}</channel></rss>".encode(), "https://news.example/rss")
    assert found == feeds.FeedAddresses(("https://news.example/b", "https://news.example/a"))
