"""CSV: rows with their places, and rows that break."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.errors import InputError
from revtrack.intake import column_map, limits, table
from revtrack.intake.column_map import TableLayout
from revtrack.intake.records import Item, Record, SetAside, Skipped

HEAD = "article,time,text\n"


def read(data: str | bytes, at: str = "") -> list[Item]:
    data = data.encode() if isinstance(data, str) else data
    return list(table.read(io.BytesIO(data), "wire.csv", at))


def told(items: list[Item]) -> list[tuple[str, str]]:
    return [(item.place, "good" if isinstance(item, Record) else item.reason) for item in items]


def test_rows_are_records() -> None:
    """Columns in any order and of any case, texts over several lines, blank rows passed over."""
    rows = 'TIME,Text,article,other\n2024-10-01,"One.\n\nTwo ""three"".",a,x\n\n2024-10-02,Four.,b,y\n'
    first, second = read("\ufeff" + rows)
    assert isinstance(first, Record)
    assert (first.place, first.article, first.content) == ("wire.csv:2", "a", b'One.\n\nTwo "three".\n')
    assert isinstance(second, Record)
    assert second.place == "wire.csv:6"


def test_broken_rows_do_not_hold_up_the_next() -> None:
    """Too few fields, a quotation mark inside a field, bytes that are no text, a row that ends in the middle."""
    data = HEAD.encode() + b'a,2024-10-01\nb,2024-10-01,"x"y\nc,2024-10-01,\xff\n'
    data += b'd,2024-10-01,Good.\ne,2024-10-01,"Open\n'
    found = told(read(data))
    assert [place for place, _ in found] == [f"wire.csv:{line}" for line in (2, 3, 4, 5, 6)]
    reasons = [reason for _, reason in found]
    assert "2 fields where the first row names 3" in reasons[0]
    assert "is not a CSV row" in reasons[1]
    assert "written twice" in reasons[1]
    assert "not UTF-8" in reasons[2]
    assert reasons[3] == "good"
    assert "unexpected end" in reasons[4]


def test_a_field_without_end_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quotation mark that is never closed costs what the limit allows, and the rows after it are read."""
    monkeypatch.setattr(limits, "MAX_FIELD", 1000)
    data = HEAD + 'a,2024-10-01,"' + "word\n" * 300 + "b,2024-10-01,Good.\n"
    found = read(data)
    assert isinstance(found[0], Skipped)
    assert "field larger" in found[0].reason
    assert isinstance(found[-1], Record)
    long, good = read(HEAD + "a,2024-10-01," + "x" * 5000 + "\nb,2024-10-01,Good.\n")
    assert isinstance(long, Skipped)
    assert isinstance(good, Record)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "article or source"),
        ("article,time,text\ra,2024,x\r", "lines end with CR"),
        ("a\0r\0t\0,\0", "--encoding utf-16-le"),
        ("article,time\n", "file or html or text"),
        ("text,time\n", "article or source"),
        ('article,"text\n', "not a CSV row"),
        ("article,text," + ",".join("abcdefghij" * 25) + "\n", "columns"),
    ],
)
def test_a_table_that_names_no_fields_is_refused(data: str, reason: str) -> None:
    """Every row of it would be bad."""
    with pytest.raises(InputError, match=reason):
        read(data)


def record(items: list[Item]) -> Record:
    [item] = items
    assert isinstance(item, Record), item
    return item


SCRAPED = "URL;Captured at;Body;id\nhttps://news.example/a;31.10.2024 15:04;At least 12 caf\u00e9s burned.;7\n"
MAPPED = TableLayout(
    {"article": "url", "time": "captured at", "text": "Body"}, "%d.%m.%Y %H:%M"
)  # of a German spreadsheet


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SCRAPED.encode(), ""),
        (SCRAPED.encode("utf-8-sig"), ""),
        (SCRAPED.encode("cp1252"), "windows-1252"),
        (SCRAPED.replace(";", "\t").encode("utf-16"), ""),
        (b"\xfe\xff" + SCRAPED.encode("utf-16-be"), "utf-8"),
        (("sep=;\r\n" + SCRAPED.replace("\n", "\r\n")).encode(), "utf8"),
        (SCRAPED.replace(";", "|").encode(), ""),
        (("\n \n" + SCRAPED).encode(), ""),
        (SCRAPED.replace(";7\n", ";7;;\n").encode(), ""),
    ],
    ids=["utf-8", "bom", "cp1252", "utf-16-tabs", "utf-16-be", "sep", "bars", "blank-lines", "empty-ends"],
)
def test_tables_as_spreadsheets_write_them(data: bytes, encoding: str) -> None:
    """Semicolons, tabs, byte order marks, `sep=;`: told by themselves; columns by their mapping."""
    item = record(list(table.read(io.BytesIO(data), "a.csv", "", MAPPED, encoding)))
    assert (item.article, item.time) == ("https://news.example/a", "2024-10-31T15:04:00Z")
    assert item.content.decode() == "At least 12 caf\u00e9s burned.\n"


def test_a_delimiter_inside_quotation_marks_is_none() -> None:
    """And in a text neither."""
    assert record(read('"a;b;c;d;e",article,time,text\nx,a,2024-10-01,One; two; three.\n')).article == "a"


@pytest.mark.parametrize(
    ("time", "read_as"),
    [
        ("45596", "2024-10-31T00:00:00Z"),  # as Excel counts days
        ("45596.627777778", "2024-10-31T15:04:00Z"),
        ("1730387040", "2024-10-31T15:04:00Z"),
        ("1730387040123", "2024-10-31T15:04:00Z"),  # milliseconds, as in JavaScript
        ("1730387040123456", "2024-10-31T15:04:00Z"),
        ("1730387040123456789", "2024-10-31T15:04:00Z"),  # nanoseconds, as in pandas
        ("2024-10-31 15:04:00+00:00", "2024-10-31T15:04:00Z"),
        ("\\N", "2020-01-01T00:00:00Z"),
        ("NULL", "2020-01-01T00:00:00Z"),
    ],
)
def test_times_as_programs_write_them(time: str, read_as: str) -> None:
    assert record(read(f"{HEAD}a,{time},One.\n", "2020-01-01T00:00:00Z")).time == read_as


def test_a_time_that_could_be_two_days_is_not_guessed() -> None:
    """The reason says how to tell which it is."""
    [bad] = read(f"{HEAD}a,10/11/2024,One.\n")
    assert isinstance(bad, Skipped)
    assert "--time-format" in bad.reason
    layout = TableLayout({}, "%d/%m/%Y")
    good, other = table.read(io.BytesIO(f"{HEAD}a,10/11/2024,One.\na,soon,One.\n".encode()), "a.csv", "", layout)
    assert isinstance(good, Record)
    assert good.time == "2024-11-10T00:00:00Z"
    assert isinstance(other, Skipped)
    assert "not written like --time-format %d/%m/%Y" in other.reason


def test_nothing_is_no_text() -> None:
    """As databases write it; a byline that is not there is none."""
    assert [type(item) for item in read(f"{HEAD}a,2024-10-01,\\N\nb,2024-10-01,\n")] == [Skipped, SetAside]
    assert record(read("article,time,text,by\na,2024-10-01,One.,\\N\n")).by == ""


@pytest.mark.parametrize(
    ("head", "mapping", "reason"),
    [
        ("url,captured,body", "article=url,time=capturd,text=body", "no column 'capturd': did you mean 'captured'?"),
        ("url,captured,body", "article=url,text=body,time=x", r"the columns are: url, captured, body"),
        ("url,url,body", "article=url,text=body", "2 columns 'url': rename"),
        ("url,body", "text=body", "--map article=COLUMN"),
        ("url,body,file", "article=url,text=text", "no column 'text'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_told(head: str, mapping: str, reason: str) -> None:
    """With the nearest name, and with all that are there."""
    layout = TableLayout(column_map.columns([mapping]))
    with pytest.raises(InputError, match=re.escape(reason)):
        list(table.read(io.BytesIO(f"{head}\n".encode()), "a.csv", "", layout))


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        ("article", "is not FIELD=COLUMN"),
        ("article=", "is not FIELD=COLUMN"),
        ("artikel=url", "did you mean 'article'"),
        ("zzz=url", "the fields are article, source"),
        ("text=a,text=b", "twice"),
        ("text=a\rb\n", "cannot be read"),
    ],
)
def test_a_mapping_that_is_none_is_told(mapping: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        column_map.columns([mapping])


def test_names_with_commas_stand_in_quotation_marks() -> None:
    assert column_map.columns(['"text=Body, full",article=url', "time=at"]) == {
        "text": "Body, full",
        "article": "url",
        "time": "at",
    }


def test_an_unknown_encoding_is_refused() -> None:
    for encoding in ("klingon", "hex", "idna", "\0"):
        with pytest.raises(InputError, match="there is no encoding"):
            list(table.read(io.BytesIO(b""), "a.csv", "", None, encoding))


def test_bytes_that_are_not_utf8_need_the_name_of_their_encoding() -> None:
    [item] = read(HEAD.encode() + b"a,2024-10-01,caf\xe9\n")
    assert isinstance(item, Skipped)
    assert "--encoding windows-1252" in item.reason


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5), st.sampled_from(",;\t|"), st.booleans())
def test_what_a_writer_of_csv_writes_is_read(rows: list[tuple[str, str]], delimiter: str, has_bom: bool) -> None:
    """Whatever stands in the cells, with any delimiter, each row is a record or has a reason."""
    told = io.StringIO()
    writer = csv.writer(told, delimiter=delimiter)
    writer.writerow(("article", "time", "text", "title"))
    writer.writerows((f"a{number}", "2024-10-01", f"x{text}\ny", title) for number, (text, title) in enumerate(rows))
    items = read(("\ufeff" if has_bom else "") + told.getvalue())
    assert len(items) == len(rows)
    for item, (text, _) in zip(items, rows, strict=True):
        assert isinstance(item, Record)
        assert f"x{text}" in item.content.decode()
