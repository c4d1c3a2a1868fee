"""What WordPress gives through its REST API: which versions readers saw, and when."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.errors import InputError
from revtrack.intake import json_items, limits, wordpress
from revtrack.intake.records import Item, Record, SetAside, Skipped
from tests.intake import other_archives
from tests.intake.other_archives import FERRY, FIRST, SECOND, post, revision


def read(folder: Path, *values: Any) -> list[Item]:
    folder.mkdir(exist_ok=True)
    (folder / "all.json").write_text(json.dumps(list(values)))
    return list(wordpress.read(str(folder)))


def told(items: list[Item]) -> list[str]:
    return [one.time[11:16] if isinstance(one, Record) else one.reason for one in items]


def test_posts_and_revisions_are_records(tmp_path: Path) -> None:
    """Whatever file stands first; the post is its own latest version."""
    current, first = wordpress.read(str(other_archives.wordpress(tmp_path / "export")))
    assert isinstance(current, Record)
    assert isinstance(first, Record)
    assert (first.source, first.by, first.time) == (FERRY, "Bo Lind", "2024-10-31T12:00:00Z")
    assert first.content.decode() == f"Ferry toll rises\n\n{FIRST}\n"
    assert (current.source, current.by, current.time) == (FERRY, "Ann Editor", "2024-10-31T15:00:00Z")
    assert current.content.decode() == f"Ferry toll rises – again\n\n{SECOND}\n"


def test_drafts_are_no_versions(tmp_path: Path) -> None:
    """What was saved last before publication is what readers saw first; autosaves they never saw."""
    drafts = [revision(number, f"0{number}:00") for number in (7, 8, 9)]
    autosave = revision(11, "13:00", slug="7-autosave-v1")
    found = told(read(tmp_path, *drafts, revision(10, "12:00"), autosave, post()))
    assert found[2:4] == ["10:00", "12:00"]
    assert found[5] == "15:00"
    assert "before the post was published" in found[0]
    assert "before the post was published" in found[1]
    assert "by the editor by itself" in found[4]


def test_what_readers_may_not_see_is_set_aside(tmp_path: Path) -> None:
    items = read(
        tmp_path,
        post(status="private"),
        revision(9, "12:00"),
        post(8, content={"rendered": "", "protected": True}),
        post(9, content={"rendered": "<p></p>"}),
    )
    assert all(isinstance(item, SetAside) for item in items)
    reasons = told(items)
    assert "its status is private" in reasons[0]
    assert "its status is private" in reasons[1]
    assert "password" in reasons[2]
    assert "no text" in reasons[3]


def test_bad_values_do_not_hold_up_the_next(tmp_path: Path) -> None:
    """Revisions of posts that were not exported, without times or contents; what is no object."""
    lonely = revision(9, "12:00", parent=8)
    timeless = post(9, modified_gmt="0000-00-00T00:00:00", date_gmt=None)
    empty = {key: value for key, value in revision(10, "12:00").items() if key != "content"}
    hostile = post(True, link=5, title=[], author={}, _embedded={"author": [5, {"id": 1 << 70, "name": "x"}]})
    items = read(tmp_path, lonely, timeless, empty, 5, hostile, {"name": "x"}, post())
    reasons = told(items)
    assert [isinstance(item, Record) for item in items] == [False, False, False, False, False, True]
    assert "belongs to post 8, which is not there" in reasons[0]
    assert "no modified_gmt" in reasons[1]
    assert "no content" in reasons[2]
    assert "neither a post" in reasons[3]
    assert "belongs to post 0" in reasons[4]


def test_authors_may_stand_in_the_posts(tmp_path: Path) -> None:
    [item] = read(tmp_path, post(_embedded={"author": [{"id": 2, "name": "Ann &amp; Bo"}]}))
    assert isinstance(item, Record)
    assert item.by == "Ann & Bo"


def test_half_a_sign_does_not_end_the_import(tmp_path: Path) -> None:
    """JSON can hold it, and no table can."""
    odd = post(8, link="https://paper.example/\ud800", status="\ud800", author=2)
    items = read(tmp_path, odd, {"id": 2, "name": "Ada \ud800"}, post(author=2))
    assert [type(item) for item in items] == [SetAside, Record]
    assert isinstance(items[-1], Record)
    assert items[-1].by == "Ada ?"


def test_what_is_no_export_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no \.json file"):
        list(wordpress.read(str(tmp_path)))
    with pytest.raises(InputError, match="has no posts: export"):
        read(tmp_path, revision(9, "12:00"))


ITEM = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=4)


@given(st.lists(st.dictionaries(st.text(max_size=3), ITEM), max_size=5), st.sampled_from([None, 2]), st.integers(9, 99))
def test_items_are_found_however_the_file_is_laid_out(items: list[Any], indent: int | None, size: int) -> None:
    """On one line or many, one array or several, in pieces of any size."""

    class Piecewise(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            return super().read(size)

    data = json.dumps(items, indent=indent, ensure_ascii=False) + "\n" + json.dumps(items)
    found = list(json_items.read(Piecewise(data.encode()), "a.json"))
    assert [one[1] for one in found if not isinstance(one, Skipped)] == items * 2


@pytest.mark.parametrize(
    ("data", "good", "reason"),
    [
        (b'[{"a": 1}, {"b": ', 1, "not JSON"),
        (b'[{"a": 1}', 1, "ends in the middle"),
        (b'[{"a": 1}, nonsense, {"b": 2}]', 1, "not JSON"),
        (b"[" + b'{"a":' * 100_000, 0, "too deep"),
        (b'[{"a": "' + b"x" * 300_000, 0, "larger than"),
        (b"\x1f\x8b\x00", 0, "not JSON"),
    ],
)
def test_what_is_no_json_ends_the_file(data: bytes, good: int, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LINE", 200_000)
    *found, last = json_items.read(io.BytesIO(data), "a.json")
    assert len(found) == good
    assert isinstance(last, Skipped)
    assert reason in last.reason
