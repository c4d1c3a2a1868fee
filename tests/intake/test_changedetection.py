"""The data folders of changedetection.io, old and new, whole and damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from revtrack.errors import InputError
from revtrack.intake import changedetection, limits
from revtrack.intake.records import Item, Record, SetAside, Skipped
from tests.intake import other_archives
from tests.intake.other_archives import FERRY, FIRST, SECOND, WATCH

brotli = pytest.importorskip("brotli")


def read(folder: Path) -> list[Item]:
    return list(changedetection.read(str(folder)))


def reasons(items: list[Item]) -> list[str]:
    return [one.reason if isinstance(one, Skipped | SetAside) else "good" for one in items]


def test_snapshots_are_records(tmp_path: Path) -> None:
    """In the order of the history, lines as paragraphs, under the address that was watched."""
    first, second = read(other_archives.changedetection(tmp_path / "datastore"))
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.source, first.time, first.article) == (FERRY, "2024-10-31T15:04:00Z", "")
    assert (first.content.decode(), second.content.decode()) == (f"{FIRST}\n", f"{SECOND}\n")


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("a.txt.br", "a.txt.br"),
        ("a.txt.br", "a.txt"),
        ("a.txt", "a.txt.br"),
        ("a.stripped.txt", f"/datastore/{WATCH}/a.stripped.txt"),
        ("a.txt", f"C:\\data\\{WATCH}\\a.txt"),
    ],
)
def test_snapshots_as_any_version_names_them(tmp_path: Path, name: str, entry: str) -> None:
    """Packed with Brotli or not, by name or by the whole path that it had."""
    data = brotli.compress(FIRST.encode()) if name.endswith(".br") else FIRST.encode()
    [item] = read(other_archives.changedetection(tmp_path / "datastore", {name: data}, f"1730387040,{entry}\n"))
    assert isinstance(item, Record), item
    assert item.content.decode() == f"{FIRST}\n"


def test_newer_versions_have_a_file_a_watch(tmp_path: Path) -> None:
    folder = other_archives.changedetection(tmp_path / "datastore")
    (folder / "url-watches.json").unlink()
    (folder / WATCH / "watch.json").write_text(json.dumps({"url": f"source:{FERRY}", "title": "Ferry"}))
    page = other_archives.news_page(FIRST)
    (folder / WATCH / "a.txt").write_text(page)
    item, _ = read(folder)
    assert isinstance(item, Record)
    assert item.source == FERRY
    assert item.content.decode().startswith(f"# Ferry toll rises\n\n{FIRST}")


def test_two_watches_of_one_address_are_two_articles(tmp_path: Path) -> None:
    """Each may have another part of the page."""
    folder = other_archives.changedetection(tmp_path / "datastore")
    other = WATCH.replace("6d2c", "7e3d")
    (folder / other).mkdir()
    (folder / other / "history.txt").write_text("1730387040,a.txt\n")
    (folder / other / "a.txt").write_text(FIRST)
    watching = {one: {"url": FERRY} for one in (WATCH, other)}
    (folder / "url-watches.json").write_text(json.dumps({"watching": watching}))
    names = {item.article for item in read(folder) if isinstance(item, Record)}
    assert names == {"news.example/ferry 6d2c1f0a", "news.example/ferry 7e3d1f0a"}


def test_bad_snapshots_do_not_hold_up_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines and files that are damaged, of another kind, too large, elsewhere, or no article."""
    monkeypatch.setattr(limits, "MAX_PAGE", 100_000)
    outside = tmp_path / "outside.txt"
    outside.write_text(FIRST)
    snapshots = {
        "bomb.txt.br": brotli.compress(b"a" * 1_000_000),
        "cut.txt.br": brotli.compress(FIRST.encode() * 50)[:-9],
        "noise.txt.br": b"\xff" * 50,
        "large.txt": b"a " * 100_000,
        "shot.png": b"\x89PNG",
        "empty.txt": b"\n",
        "consent.txt": b"We use cookies. Accept all cookies to go on.",
        "good.txt": b"\xff" + FIRST.encode(),
    }
    entries = ["soon,good.txt", "what is this", "1730387040,../../outside.txt", "1730387040,link.txt", ""]
    history = "\n".join([*entries, *(f"1730387040,{name}" for name in snapshots)])
    folder = other_archives.changedetection(tmp_path / "datastore", snapshots, history)
    (folder / WATCH / "link.txt").symlink_to(outside)
    wanted = (
        "not a date",
        "is not TIME,FILE",
        "which is not there",
        "which is not there",
        "larger than",
        "ends in the middle",
        "is not packed with Brotli",
        "larger than",
        r"another kind than text (.png)",
        "is an empty page",
        "is a cookie notice",
        "good",
    )
    found = reasons(read(folder))
    assert len(found) == len(wanted)
    assert [want for want, reason in zip(wanted, found, strict=True) if want not in reason] == []


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """With what was looked for."""
    (tmp_path / "empty").mkdir()
    other_archives.changedetection(tmp_path / "broken")
    (tmp_path / "broken/url-watches.json").write_text("{")
    for name, reason in (
        ("empty", "has neither url-watches.json"),
        ("gone", "is not a folder"),
        ("broken", "is not JSON"),
    ):
        with pytest.raises(InputError, match=reason):
            read(tmp_path / name)
    (tmp_path / "broken/url-watches.json").write_text('{"watching": {"x": 5}}')
    assert reasons(read(tmp_path / "broken")) == [
        "has no address in url-watches.json or watch.json: its article is unknown"
    ]


def test_without_brotli_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    folder = other_archives.changedetection(tmp_path / "datastore", {"a.txt.br": b"x"}, "1730387040,a.txt.br")
    with pytest.raises(InputError, match=r"install.*\[archives\]"):
        read(folder)
