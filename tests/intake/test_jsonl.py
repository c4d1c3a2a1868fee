"""JSON lines: good records, bad ones with their place, and lines that are made to do harm."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.errors import InputError
from revtrack.intake import jsonl, limits, lines
from revtrack.intake.records import Item, Record, SetAside, Skipped, until_strange

GOOD: dict[str, Any] = {"article": "storm", "text": "At least 12 people died.", "time": "2024-10-31T15:04Z"}


def read(data: bytes, at: str = "") -> list[Item]:
    return list(jsonl.read(io.BytesIO(data), "wire.jsonl", at))


def one(**fields: Any) -> Item:
    [item] = read(json.dumps(GOOD | fields).encode())
    return item


def test_a_record_has_what_its_line_says() -> None:
    """Its place is the line; blank lines count, and a byte order mark is none of it."""
    line = json.dumps(GOOD | {"title": "Toll rises", "by": "Ann Lee", "note": "First", "source": "https://n.example/a"})
    [item] = read(b"\xef\xbb\xbf\n\n" + line.encode())
    text = b"Toll rises\n\nBy Ann Lee\n\nAt least 12 people died.\n"
    assert item == Record(
        "wire.jsonl:3", "storm", text, "2024-10-31T15:04:00Z", by="Ann Lee", note="First", source="https://n.example/a"
    )


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"article": None}, 'neither "article" nor "source"'),
        ({"article": ["storm"]}, '"article" is not a string'),
        ({"text": 1.5}, '"text" is not a string'),
        ({"text": None}, 'neither "text" nor "html"'),
        ({"time": None}, 'has no "time"'),
        ({"time": "soon"}, "its time 'soon' is not a date"),
        ({"time": {}}, "is not a date"),
        ({"text": "half \ud83d"}, "lone surrogates"),
        ({"title": "half \ud83d"}, "lone surrogates"),
        ({"note": "half \ud83d"}, "lone surrogates"),
        ({"text": "", "file": "a\0.txt"}, "is no path"),
        ({"text": "", "file": "half \ud83d"}, "is no path"),
        ({"text": "word " * 1_000_001}, "larger than 5 MB"),
    ],
)
def test_a_bad_field_is_told(fields: dict[str, Any], reason: str) -> None:
    """With the place and what to do."""
    item = one(**fields)
    assert isinstance(item, Skipped)
    assert item.place == "wire.jsonl:1"
    assert reason in item.reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"nonsense", "is not JSON"),
        (b'{"article": "storm"', "is not JSON"),
        (b"[1, 2]", "is not an object"),
        (b'"text"', "is not an object"),
        (b"\xff\xfe{}", "is not UTF-8 at byte 1"),
        (b"[" * 200_000, "JSON"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "is not JSON"),
    ],
    ids=["words", "cut", "list", "string", "bytes", "deep", "digits"],
)
def test_a_bad_line_does_not_hold_up_the_next(line: bytes, reason: str) -> None:
    """It is named, and the one below it is read."""
    bad, good = read(line + b"\n" + json.dumps(GOOD).encode())
    assert isinstance(bad, Skipped)
    assert reason in bad.reason
    assert isinstance(good, Record)
    assert good.place == "wire.jsonl:2"


def test_a_line_without_end_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is above the limit is read over."""
    monkeypatch.setattr(limits, "MAX_LINE", 1000)
    bad, good = read(b"x" * 10_000_000 + b"\n" + json.dumps(GOOD).encode())
    assert isinstance(bad, Skipped)
    assert isinstance(good, Record)


def test_a_line_whose_end_is_not_in_sight_ends_the_reading() -> None:
    """A device of zeros would be read for ever."""

    class Zeros(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            buffer[:] = bytes(len(buffer))
            return len(buffer)

    with pytest.raises(InputError, match=r"zero: has \d+ MB without a line end"):
        list(jsonl.read(io.BufferedReader(Zeros()), "zero"))


@pytest.mark.parametrize("line", [b"y\n", b"\xff\n", b"{}\n", b"[]\n"])
def test_a_file_of_another_kind_is_not_told_line_by_line(line: bytes) -> None:
    """As many bad lines as there may be are told, and no more; one record among them, and all are."""
    name = "wire.jsonl"
    endless = io.BytesIO(line * (limits.MAX_STRANGE + 9))
    with pytest.raises(InputError, match="none of its first 1,000 lines is a record"):
        list(until_strange(jsonl.read(endless, name), name))
    known = io.BytesIO(json.dumps(GOOD).encode() + b"\n" + line * (limits.MAX_STRANGE + 9))
    assert len(list(until_strange(jsonl.read(known, name), name))) == limits.MAX_STRANGE + 10


def test_ten_megabytes_in_a_line_are_read_and_told() -> None:
    """Below the limit of a line, above that of a text."""
    item = one(text="x" * 10_000_000)
    assert isinstance(item, Skipped)
    assert "larger than 5 MB" in item.reason


def test_a_text_that_was_lost_is_set_aside() -> None:
    """An empty text is a capture that failed, not an error of the archive."""
    assert isinstance(one(text=" \n"), SetAside)


def test_a_time_for_those_that_have_none() -> None:
    """It is used for no other."""
    line = json.dumps({"article": "a", "text": "One."}) + "\n" + json.dumps(GOOD)
    times = [item.time for item in read(line.encode(), "2020-01-01T00:00:00Z") if isinstance(item, Record)]
    assert times == ["2020-01-01T00:00:00Z", "2024-10-31T15:04:00Z"]


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08", b"PK\x03\x04", b"BZh9"])
def test_a_packed_file_is_not_opened(data: bytes) -> None:
    """It says so at once instead of skipping every line."""
    with pytest.raises(InputError, match="decompress it first"):
        read(data)


@given(st.lists(st.binary(max_size=30)), st.integers(1, 20))
def test_lines_are_all_there(pieces: list[bytes], limit: int) -> None:
    """Those within the limit as they are, None for each other one."""
    data = b"\n".join(pieces)
    whole = io.BytesIO(data).readlines()
    found = list(lines.of(io.BytesIO(data), limit, "wire.jsonl"))
    assert found == [line if len(line.rstrip(b"\n")) <= limit else None for line in whole]


FIELDS = st.sampled_from([*GOOD, "title", "by", "source", "note"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda one: st.lists(one) | st.dictionaries(FIELDS, one),
    max_leaves=8,
)


@given(VALUES)
def test_no_value_is_too_odd(value: Any) -> None:
    """Whatever JSON holds becomes an item or a reason."""
    [item] = read(json.dumps(value).encode())
    assert isinstance(item, Record | Skipped | SetAside)


def test_a_record_may_name_a_file(tmp_path: Path) -> None:
    """By its path from the folder of the list, and no file outside it."""
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "ferry.md").write_text("At least 12 people died.\n")
    (tmp_path / "secret.md").write_text("No.\n")
    (tmp_path / "wire" / "link.md").symlink_to(tmp_path / "secret.md")
    names = ("ferry.md", "../secret.md", "link.md", "/etc/passwd", "none.md")
    lines = [json.dumps({"article": "ferry", "file": name, "time": "2024-10-31", "by": "Ann"}) for name in names]
    found = list(jsonl.read(io.BytesIO("\n".join(lines).encode()), str(tmp_path / "wire" / "list.jsonl")))
    first = found[0]
    assert isinstance(first, Record)
    assert (first.article, first.content, first.suffix, first.by) == (
        "ferry",
        b"At least 12 people died.\n",
        ".md",
        "Ann",
    )
    assert [type(item) for item in found[1:]] == [Skipped] * 4
