"""CDX lists in all their forms, with captures from WARC files."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from revtrack.errors import InputError
from revtrack.intake import cdx, web
from revtrack.intake.captures import Capture
from revtrack.intake.records import Item, Record, SetAside, Skipped
from tests.intake import other_archives
from tests.intake.other_archives import FIRST, SECOND

A = "http://news.example:80/ferry"
B = "https://other.example/x"


def page(time: str, address: str, text: str) -> Capture:
    return Capture(f"w:{time}", other_archives.news_page(text).encode(), address, f"2024-10-31T{time}:00:00Z")


CAPTURES = [page("10", "https://news.example/ferry/", FIRST), page("11", A, SECOND), page("12", B, FIRST)]


def row(time: str, address: str = A, mime: str = "text/html", status: str = "200", digest: str = "AAA") -> list[str]:
    return ["example,news)/ferry", f"202410{time}0000", address, mime, status, digest, "1234"]


ROWS = [row("3110"), row("3111", digest="BBB"), row("3113", mime="warc/revisit", status="-")]
NAMES = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
LETTERS = "\n".join(
    [" CDX N b a m s k r M S V g", *(" ".join([*one[:6], "-", "-", one[6], "7", "a.warc.gz"]) for one in ROWS)]
)
CDXJ = "\n".join(
    f"{key} {time} " + json.dumps({"url": url, "mime": mime, "status": status, "digest": digest})
    for key, time, url, mime, status, digest, _ in ROWS
)


def read(data: str, found: list[Capture | Skipped | SetAside] | None = None) -> list[Item]:
    return list(cdx.read(io.BytesIO(data.encode()), "a.cdx", CAPTURES if found is None else found))


@pytest.mark.parametrize(
    "data",
    [
        "\n".join(map(" ".join, ROWS)) + "\n",
        LETTERS,
        LETTERS.partition("\n")[2],
        CDXJ,
        json.dumps([NAMES, *ROWS]),
        "[" + ",\n ".join(json.dumps(one) for one in [NAMES, *ROWS]) + "]\n",
        "\n".join(json.dumps(dict(zip(NAMES, one, strict=True))) for one in ROWS),
    ],
    ids=["columns", "letters", "eleven", "cdxj", "one-line", "wayback", "objects"],
)
def test_captures_that_are_listed(data: str) -> None:
    """And no others; where the page was as before, it is what it was then."""
    found = read(data)
    assert all(isinstance(item, Record) for item in found), found
    told = sorted(
        (item.time[11:13], "12 people" in item.content.decode()) for item in found if isinstance(item, Record)
    )
    assert told == [("10", True), ("11", False), ("13", True)]


def test_columns_of_ones_own_choice() -> None:
    """`fl=timestamp,original` gives no names."""
    assert [type(item) for item in read(f"20241031100000 {A}\n")] == [Record]


def test_what_is_missing_or_bad_is_named() -> None:
    rows = [
        row("3110"),
        row("3115"),
        row("3116", status="404"),
        row("3117", mime="image/png"),
        row("3118", mime="warc/revisit", digest="ZZZ"),
        ["nonsense"],
        row("9999"),
    ]
    found = read("\n".join(map(" ".join, rows)))
    places = {item.place: item for item in found}
    assert len(found) == len(places) == 6
    assert isinstance(places["w:10"], Record)
    reasons = {place: item.reason for place, item in places.items() if isinstance(item, Skipped | SetAside)}
    assert "is in none of the WARC files" in reasons["a.cdx:2"]
    assert "status 404" in reasons["a.cdx:3"]
    assert "repeats a capture that is in none" in reasons["a.cdx:5"]
    assert "not a row of a CDX list" in reasons["a.cdx:6"]
    assert "not a row" in reasons["a.cdx:7"] or "time" in reasons["a.cdx:7"]


def test_half_a_sign_does_not_end_the_import() -> None:
    """JSON can hold it, and no table can."""
    odd = dict(zip(NAMES, row("3110"), strict=True)) | {"original": "http://paper.example/\ud800", "digest": "\ud800"}
    found = read(f"{json.dumps(odd)}\n{json.dumps(dict(zip(NAMES, row('3110'), strict=True)))}")
    assert [type(one) for one in found] == [Record, Skipped]


@pytest.mark.parametrize("data", ["", "[]", "[[", "words and words\n", json.dumps([NAMES]), '[{"a": {}}]', "{"])
def test_what_is_no_list_is_refused(data: str) -> None:
    with pytest.raises(InputError, match="lists no capture of a page"):
        read(data)


def test_files_that_are_no_warc_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    for path in (tmp_path, tmp_path / "a.html"):
        with pytest.raises(InputError, match=r"\.warc, \.warc\.gz"):
            list(web.archived(str(path)))
