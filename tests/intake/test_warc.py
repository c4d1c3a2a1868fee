"""WARC files as crawlers write them, and as nobody should; and what becomes of their captures."""

from __future__ import annotations

import gzip
import io
import random
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.intake import sites

pytest.importorskip("warcio")

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from revtrack.errors import InputError
from revtrack.intake import captures, limits, warc, web
from revtrack.intake.captures import Capture
from revtrack.intake.records import Item, Record, SetAside, Skipped

HTML = "text/html; charset=utf-8"
One = tuple[str, str, str, str, str | bytes]


def packed(ones: Iterable[One], gz: bool = True) -> bytes:
    """A file of answers: address, time, status, type, body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gz)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "crawler"}))
    for address, time, status, kind, body in ones:
        data = body.encode() if isinstance(body, str) else body
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(data), http_headers=headers, warc_headers_dict={"WARC-Date": time}
        )
        writer.write_record(record)
    return out.getvalue()


def read(data: bytes) -> list[Capture | Skipped | SetAside]:
    return list(warc.read(io.BufferedReader(io.BytesIO(data)), "a.warc"))


def records(data: bytes) -> list[Item]:
    return [captures.record(one) if isinstance(one, Capture) else one for one in read(data)]


GOOD: One = (f"{sites.ADDRESS}?utm_source=x", "2024-05-14T17:00:00Z", "200 OK", HTML, sites.GRAPH)


@pytest.mark.parametrize("gz", [True, False], ids=["gzip", "plain"])
def test_a_capture_is_a_record(gz: bool) -> None:
    """Under the page's own address, at the time of the capture, with what the page claims of itself."""
    [item] = records(packed([GOOD], gz))
    assert isinstance(item, Record)
    assert item.content.decode().split("\n\n")[:2] == [f"# {sites.HEADLINE}", "By Ruth Calloway and Jonas Eklund"]
    assert (item.source, item.time, item.claimed) == (sites.ADDRESS, "2024-05-14T17:00:00Z", "2024-05-14T16:05:00Z")
    assert item.place == f"a.warc:2 ({sites.ADDRESS}?utm_source=x)"


def test_what_is_no_page_is_passed_over_and_what_is_no_article_set_aside() -> None:
    """Pictures are nothing; errors, front pages and puzzles are told."""
    found = records(
        packed(
            [
                ("https://news.example/a.png", GOOD[1], "200 OK", "image/png", b"\x89PNG"),
                (sites.ADDRESS, GOOD[1], "503 Busy", HTML, sites.GRAPH),
                ("https://news.example/", GOOD[1], "200 OK", HTML, sites.page()),
                (sites.ADDRESS, GOOD[1], "200 OK", HTML, sites.page(title="Just a moment...", copy=("Wait.",))),
                ("http://[", GOOD[1], "200 OK", HTML, sites.page()),
                GOOD,
            ]
        )
    )
    assert [type(item) for item in found] == [SetAside, SetAside, SetAside, Record, Record]
    assert [item.reason.split(",")[0] for item in found if isinstance(item, SetAside)] == [
        "is a response with status 503",
        "is a front page",
        "is a check for robots",
    ]


def test_a_page_that_is_packed_for_the_wire_is_unpacked_so_far_and_no_further() -> None:
    """A bomb inside an answer costs what the limit of a page allows."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for body in (sites.GRAPH.encode(), b" " * 50_000_000):
        told = [("Content-Type", HTML), ("Content-Encoding", "gzip")]
        headers = StatusAndHeaders("200 OK", told, protocol="HTTP/1.1")
        data = io.BytesIO(gzip.compress(body))
        writer.write_record(
            writer.create_warc_record(
                GOOD[0], "response", payload=data, http_headers=headers, warc_headers_dict={"WARC-Date": GOOD[1]}
            )
        )
    good, bomb = records(out.getvalue())
    assert isinstance(good, Record)
    assert isinstance(bomb, Skipped)
    assert "larger than 5 MB" in bomb.reason


HEAD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x>\r\nWARC-Date: 2024-05-14T08:00:00Z\r\n"
    b"WARC-Target-URI: http://news.example/a\r\nContent-Type: application/http; msgtype=response\r\n"
)
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def bomb(tmp_path: Path, piece: bytes, times: int) -> bytes:
    with gzip.open(tmp_path / "bomb.gz", "wb") as file:
        file.write(HEAD + b"Content-Length: 3000000000\r\n\r\n" + ANSWER)
        for _ in range(times):
            file.write(piece)
    return (tmp_path / "bomb.gz").read_bytes()


@pytest.mark.parametrize("piece", [b"\n" * 1_000_000, b"a" * 1_000_000], ids=["lines", "one-line"])
def test_a_bomb_ends_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: bytes) -> None:
    """By how much more comes out than went in, or by a stretch without a line end."""
    monkeypatch.setattr(limits, "FREE", 10_000_000)
    monkeypatch.setattr(limits, "MAX_UNBROKEN", 8_000_000)
    found = read(bomb(tmp_path, piece, 40))
    assert isinstance(found[-1], Skipped)
    assert "times its size" in found[-1].reason or "without a line end" in found[-1].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed([GOOD])[:-200], "middle of a packed record"),
        (packed([GOOD], gz=False)[:-200], ""),
        (HEAD + b"Content-Length: 1000000000\r\n\r\n" + ANSWER + b"<p>x", ""),
        (HEAD + b"Content-Length: 99999999999999\r\n\r\n" + ANSWER, "GB"),
        (HEAD + b"Content-Length: -5\r\n\r\n" + ANSWER, ""),
        (HEAD + b"Content-Length: many\r\n\r\n" + ANSWER, ""),
        (HEAD.replace(b"2024-05-14T08:00:00Z", b"soon") + b"Content-Length: 47\r\n\r\n" + ANSWER, "WARC-Date"),
        (HEAD.replace(b"example/a", b"example/" + b"a" * 5000) + b"Content-Length: 47\r\n\r\n" + ANSWER, "address"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00" + b"\xff" * 100, "rest of the file is not read"),
        (b"what is this\n" * 10, "rest of the file is not read"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000 + b"\r\n\r\n", ""),
        (b"WARC/1.0\r\n" + b"a" * 500, "a record without a type"),
        (HEAD + b"Content-Length: -5\r\n\r\n" + ANSWER, "smaller than nothing"),
    ],
    ids=[
        "cut-gzip",
        "cut",
        "1-gb",
        "length",
        "negative",
        "word",
        "date",
        "address",
        "gzip",
        "text",
        "headers",
        "untyped",
        "below-zero",
    ],
)
def test_damaged_files_end_with_a_reason(data: bytes, reason: str) -> None:
    """No traceback, no endless reading, no page out of nothing."""
    found = records(data)
    assert all(isinstance(one, Skipped | SetAside) for one in found)
    if reason:
        assert isinstance(found[-1], Skipped)
        assert reason in found[-1].reason


def test_noise_is_survived() -> None:
    """A file with some bytes changed at random gives items or reasons, whatever they are."""
    chance, good = random.Random(3), packed([GOOD] * 3, gz=False)
    for _ in range(60):
        data = bytearray(good)
        for _ in range(5):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert all(isinstance(one, Capture | Skipped | SetAside) for one in read(bytes(data)))


def capture(time: str, claimed: str = "", article: str = "a") -> Record:
    return Record("", article, b"", f"2024-05-14T{time}:00Z", claimed=claimed and f"2024-05-14T{claimed}:00Z")


@pytest.mark.parametrize(
    ("ones", "times"),
    [
        ([capture("08:00", "07:30")], ["07:30"]),
        ([capture("08:00")], ["08:00"]),
        ([capture("08:00", "09:00")], ["08:00"]),
        ([capture("08:00", "07:30"), capture("10:00", "09:00")], ["07:30", "09:00"]),
        ([capture("08:00", "07:30"), capture("10:00", "07:30")], ["07:30", "10:00"]),
        ([capture("08:00", "07:30"), capture("10:00", "08:00")], ["07:30", "10:00"]),
        ([capture("08:00", "07:30"), capture("10:00", "07:00", "b")], ["07:30", "07:00"]),
    ],
    ids=["stated", "silent", "ahead", "edited", "stealth", "before", "another"],
)
def test_when_a_revision_was_made(ones: list[Record], times: list[str]) -> None:
    """When the page says so, if it was captured since and not before; else when it was captured."""
    assert [one.time[11:16] for one in captures.dated(ones, lambda _: ())] == times


@pytest.mark.parametrize(
    ("kept", "time"), [("07:00", "07:30"), ("07:30", "08:00"), ("08:00", "08:00"), ("08:01", "07:30")]
)
def test_what_is_kept_since_speaks_against_a_stated_time(kept: str, time: str) -> None:
    """A capture of the same crawl may have been imported before."""
    [one] = captures.dated([capture("08:00", "07:30")], lambda name: [f"2024-05-14T{kept}:00Z"] if name == "a" else [])
    assert one.time[11:16] == time


def test_files_and_folders(tmp_path: Path) -> None:
    """All files below, by their names, links not followed; a saved page has the time that it states."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b/a.html").write_text(sites.GRAPH)
    (tmp_path / "b/none.HTM").write_text(sites.OLD)
    (tmp_path / "a.warc.gz").write_bytes(packed([GOOD]))
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "link.html").symlink_to("/etc/passwd")
    found = list(web.read(str(tmp_path), "2020-01-01T00:00:00Z"))
    assert all(isinstance(one, Record) for one in found)
    assert [(one.place[:11], one.time[:10], one.path) for one in found if isinstance(one, Record)] == [
        ("a.warc.gz:2", "2024-05-14", ""),
        ("b/a.html", "2024-05-14", ""),
        ("b/none.HTM", "2020-01-01", "b/none.HTM"),
    ]
    [item] = web.read(str(tmp_path / "b/none.HTM"))
    assert isinstance(item, Skipped)
    assert "states no time" in item.reason


def test_what_holds_no_pages_is_refused(tmp_path: Path) -> None:
    """With the names of what is looked for."""
    (tmp_path / "notes.txt").write_text("x")
    for path in (tmp_path, tmp_path / "notes.txt"):
        with pytest.raises(InputError, match=r"\.warc\.gz, \.html"):
            list(web.read(str(path)))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line."""
    monkeypatch.setitem(__import__("sys").modules, "warcio.archiveiterator", None)
    with pytest.raises(InputError, match=r"add it with `.*install.*\[archives\]"):
        read(b"")


def test_what_brotli_packed_is_unpacked_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    """Captures as browsers get them; a bomb, a cut one, and what is none."""
    brotli = pytest.importorskip("brotli")
    monkeypatch.setattr(limits, "MAX_PAGE", 100_000)
    page = brotli.compress(sites.GRAPH.encode())
    bodies = (page, brotli.compress(b"a" * 50_000_000), page[:-20], b"\xff" * 50)
    data = b""
    for number, body in enumerate(bodies):
        one = packed([(f"{sites.ADDRESS}/{number}", *GOOD[1:4], body)], gz=False)
        data += one.replace(b"Content-Type: text/html", b"Content-Encoding: br\r\nContent-Type: text/html")
    good, bomb, cut, noise = records(_counted(data))
    assert isinstance(good, Record)
    assert sites.HEADLINE in good.content.decode()
    for item, reason in ((bomb, "larger than"), (cut, "ends in the middle"), (noise, "not packed with Brotli")):
        assert not isinstance(item, Record)
        assert reason in item.reason


def _counted(data: bytes) -> bytes:
    """Records with their lengths as they are, after a header was put in."""
    more = len(b"Content-Encoding: br\r\n")

    def counted(found: re.Match[bytes]) -> bytes:
        return b"%s%d%s" % (found[1], int(found[2]) + more, found[3])

    pattern = rb"(WARC-Type: response\r\n(?:[^\r]+\r\n)*?Content-Length: )(\d+)(\r\n)"
    return re.sub(pattern, counted, data)
