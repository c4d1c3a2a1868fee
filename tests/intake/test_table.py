"""CSV: rows with their places, and rows that break."""

from __future__ import annotations

import io

import pytest

from revtrack.errors import InputError
from revtrack.intake import limits, table
from revtrack.intake.records import Item, Record, Skipped

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
