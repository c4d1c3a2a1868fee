"""`revtrack site`: which files there are, what a second run writes, and what stays out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import false_runtime
from tests.commands.newsdesk import FIRST, SECOND, Desk


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def site(desk: Desk, *args: str) -> str:
    """What `revtrack site` says of the files."""
    return desk.ok("site", "public", *args).partition("files: ")[2].strip()


def test_the_site_has_its_pages(desk: Desk) -> None:
    """Front page, lists, feeds, the article with a page for each step, and who spoke."""
    site(desk)
    made = set(files(desk.folder / "public"))
    assert {
        "index.html",
        "articles-1.html",
        "speakers-1.html",
        "feed.xml",
        "unacknowledged.xml",
        "style.css",
        "site.js",
        "a/ferry/index.html",
        "a/ferry/r1-2.html",
        "a/ferry/r2-3.html",
        "a/ferry/feed.xml",
        "a/ferry/entry.json",
    } <= made
    assert any(name.startswith("s/ada-lind-") for name in made)
    assert any(name.startswith("search/") for name in made)


def test_every_link_leads_to_a_file_or_away(desk: Desk) -> None:
    """No page links to one that is not there."""
    from posixpath import dirname, join, normpath

    site(desk)
    made = files(desk.folder / "public")
    for name, data in made.items():
        for link in re.findall(r'(?:href|src)="([^"#]+)', data.decode()) if name.endswith((".html", ".xml")) else []:
            assert link.startswith("http") or normpath(join(dirname(name), link)) in made, (name, link)


def test_a_second_run_writes_nothing(desk: Desk) -> None:
    """The same archive, the same bytes, and no file touched."""
    site(desk)
    before = {path: path.stat().st_mtime_ns for path in (desk.folder / "public").rglob("*")}
    assert site(desk).startswith("0 written, ")
    assert {path: path.stat().st_mtime_ns for path in (desk.folder / "public").rglob("*")} == before


def test_an_added_revision_writes_what_it_changed_and_gives_the_bytes_of_a_fresh_site(desk: Desk) -> None:
    """Incremental or anew: the site is the same."""
    desk.ok("add", "second.txt", "--as", "calm", "--at", "2024-10-30")
    site(desk)
    calm = (desk.folder / "public/a/calm/index.html").stat().st_mtime_ns
    desk.ok("add", "first.txt", "--as", "ferry", "--at", "2024-11-02")
    site(desk)
    assert (desk.folder / "public/a/calm/index.html").stat().st_mtime_ns == calm
    incremental = files(desk.folder / "public")
    desk.run("site", "fresh")
    assert files(desk.folder / "fresh") == incremental


def test_rebuild_makes_the_same_bytes(desk: Desk) -> None:
    """Nothing depends on what was there before."""
    site(desk)
    assert site(desk, "--rebuild").startswith("0 written, ")


def test_two_processes_make_the_same_bytes(desk: Desk) -> None:
    """And count what they wrote alike."""
    for name in ("aid", "boat", "calm"):
        for text in ("first.txt", "second.txt"):
            desk.ok("add", text, "--as", name, "--at", "2024-10-30" if text == "first.txt" else "2024-10-31")
    alone = site(desk)
    assert desk.ok("site", "fresh", "--jobs", "2").partition("files: ")[2].strip() == alone
    assert files(desk.folder / "fresh") == files(desk.folder / "public")
    assert desk.ok("site", "fresh", "--jobs", "2").partition("files: ")[2].startswith("0 written, ")


def _die(_: object) -> None:
    os._exit(9)


def test_a_process_that_is_ended_is_told_and_nothing_is_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system ends for want of memory is no traceback, and the next run goes on."""
    with monkeypatch.context() as patched:
        patched.setattr("revtrack.site.builder._work", _die)
        assert "with fewer --jobs" in desk.fails("site", "public", "--jobs", "2")
    assert not site(desk).startswith("0 written")
    desk.ok("site", "fresh")
    assert files(desk.folder / "fresh") == files(desk.folder / "public")


def test_a_process_leaves_with_the_one_it_works_for() -> None:
    """Where that is killed: what is read here ends only when both have gone."""
    code = "import os; from revtrack.site import builder; asker = os.getpid(); os.fork() or builder._leave_with(asker)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_long_lists_are_told_in_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of articles, of speakers, and of one speaker: every item stands on one of them."""
    monkeypatch.setattr("revtrack.report.site_pages.LISTED", 1)
    desk.ok("add", "first.txt", "--as", "calm", "--at", "2024-10-30")
    site(desk)
    made = {name: data.decode() for name, data in files(desk.folder / "public").items() if name.endswith(".html")}
    assert 'href="a/ferry/index.html"' in made["articles-1.html"]
    assert 'href="a/calm/index.html"' in made["articles-2.html"]
    [ada] = [name.removesuffix(".html") for name in made if name.startswith("s/ada-lind-") and name.count(".") == 1]
    pages = [made[f"{ada}.html"], made[f"{ada}.2.html"]]
    assert ["../a/ferry/index.html" in page for page in pages] == [True, False]
    assert ["../a/calm/index.html" in page for page in pages] == [False, True]
    assert f'href="{ada.removeprefix("s/")}.2.html"' in pages[0]


def test_pages_of_what_is_gone_are_removed(desk: Desk) -> None:
    """A file that the site no longer has, in any of its folders."""
    site(desk)
    for name in ("a/ferry/r7-8.html", "a/boat/index.html", "s/nobody.html", "search/0.js", "articles-9.html"):
        path = desk.folder / "public" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("old")
    assert site(desk, "--rebuild").endswith("5 removed")


def test_an_article_that_was_interrupted_is_made_again(desk: Desk) -> None:
    """Its entry is written last, and a damaged one counts as none."""
    site(desk)
    before = files(desk.folder / "public")
    (desk.folder / "public/a/ferry/entry.json").write_text("{")
    (desk.folder / "public/a/ferry/index.html").write_text("half")
    site(desk)
    assert files(desk.folder / "public") == before


def test_a_folder_with_other_files_is_left_alone(desk: Desk) -> None:
    """Nothing is written to, or removed from, a folder that is not a site of revtrack."""
    desk.write("public/thesis.txt", "years of work")
    assert "was not written by `revtrack site`" in desk.fails("site", "public")
    assert files(desk.folder / "public") == {"thesis.txt": b"years of work"}
    assert "is a file" in desk.fails("site", "first.txt")


@pytest.mark.parametrize(
    "head",
    [
        "draft: true",
        "status: Draft",
        "published: false",
        "embargo: 2999-01-01",
        "embargo: soon",
        "draft: on # not yet",
        "params:\n  draft: true",
        "private: true",
        "publishDate: 2999-01-01",
    ],
)
def test_drafts_stay_out_unless_asked_for(empty: Desk, head: str) -> None:
    """Front matter holds a version back; one that is published later is compared with the last published one."""
    empty.ok("init")
    for number, (lines, text) in enumerate([("", FIRST), (head, SECOND), ("", SECOND)], 1):
        empty.write(f"{number}.md", f"---\ntitle: Ferry\n{lines}\n---\n\n{text}")
        empty.ok("add", f"{number}.md", "--as", "ferry", "--at", f"2024-10-0{number}")
    site(empty)
    assert {"a/ferry/r1-3.html"} == {name for name in files(empty.folder / "public") if "/ferry/r" in name}
    site(empty, "--include-drafts")
    assert (empty.folder / "public/a/ferry/r1-2.html").exists()


def test_an_empty_archive_does_not_empty_a_site(desk: Desk) -> None:
    """Unless that is what was asked for."""
    site(desk)
    before = files(desk.folder / "public")
    shutil.rmtree(desk.folder / ".revtrack")
    desk.ok("init")
    result = desk.run("site", "public")
    assert result.exit_code == 2
    assert "has pages of articles, and the archive has none to publish" in result.stderr
    assert files(desk.folder / "public") == before
    site(desk, "--prune-all")
    assert not [name for name in files(desk.folder / "public") if name.startswith("a/")]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
@pytest.mark.parametrize("link", ["a", "a/ferry"])
def test_a_symbolic_link_does_not_lead_out_of_the_site(desk: Desk, link: str) -> None:
    """Nothing behind it is written or removed."""
    site(desk)
    outside = desk.folder / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("Of somebody else.")
    shutil.rmtree(desk.folder / "public" / link)
    (desk.folder / "public" / link).symlink_to(outside)
    result = desk.run("site", "public", "--rebuild")
    assert result.exit_code == 2
    assert f"public/{link}: is a symbolic link" in result.stderr
    assert [path.name for path in outside.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize("link", ["index.html", "a/ferry/r1-2.html", ".revtrack-site"])
def test_a_file_of_the_site_that_is_a_symbolic_link_is_not_written_through(desk: Desk, link: str) -> None:
    """What it leads to may be anything that this user may write."""
    site(desk)
    kept = desk.folder / "kept.txt"
    kept.write_text("Of somebody else.")
    (desk.folder / "public" / link).unlink()
    (desk.folder / "public" / link).symlink_to(kept)
    assert f"public/{link}: is a symbolic link" in desk.run("site", "public", "--rebuild").stderr
    assert kept.read_text() == "Of somebody else."


def test_a_draft_alone_has_no_page(empty: Desk) -> None:
    """Nor is its name told anywhere."""
    empty.ok("init")
    empty.write("secret.md", f"---\ndraft: true\n---\n\n{FIRST}")
    empty.ok("add", "secret.md")
    site(empty)
    assert not [name for name, data in files(empty.folder / "public").items() if b"secret" in data or "secret" in name]


def test_a_version_of_the_future_is_embargoed(desk: Desk) -> None:
    """Until its time has come."""
    desk.ok("add", "first.txt", "--as", "ferry", "--at", "2999-01-01")
    site(desk)
    assert not (desk.folder / "public/a/ferry/r3-4.html").exists()
    assert b"2999-01-01" in (desk.folder / "public/a/ferry/entry.json").read_bytes()


def test_an_embargo_that_has_passed_shows_the_article(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Although nothing was added since."""
    desk.write("held.md", f"---\nembargo: 2024-12-01\n---\n\n{SECOND}")
    monkeypatch.setattr("revtrack.site.builder.clock", lambda: "2024-11-15T00:00:00Z")
    desk.ok("add", "held.md", "--as", "ferry", "--at", "2024-11-10")
    site(desk)
    assert not (desk.folder / "public/a/ferry/r3-4.html").exists()
    monkeypatch.setattr("revtrack.site.builder.clock", lambda: "2024-12-02T00:00:00Z")
    site(desk)
    assert (desk.folder / "public/a/ferry/r3-4.html").exists()


@pytest.fixture
def page_parts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> str:
    """The runtime of the page that compares two versions, in place of the real one."""
    path, integrity = false_runtime.write(desk.folder)
    monkeypatch.setattr("revtrack.browser.runtime.INTEGRITY", integrity)
    monkeypatch.setattr("revtrack.browser.started.made", lambda _, code: (b"memory", code))
    return str(path)


def test_the_page_that_compares_has_the_texts_that_the_site_shows(desk: Desk, page_parts: str) -> None:
    """And an article of one version does not lead there."""
    desk.ok("add", "first.txt", "--as", "once", "--at", "2024-11-01")
    site(desk, "--with-page", "--runtime", page_parts)
    made = files(desk.folder / "public")
    assert {"compare/index.html", "compare/revtrack.mjs"} <= set(made)
    assert b"compare/" in made["a/ferry/index.html"]
    assert b"compare/" not in made["a/once/index.html"]
    numbers = [one["number"] for one in json.loads(made["a/ferry/versions.json"])["versions"]]
    assert numbers == [1, 2, 3]
    assert made["a/ferry/r1.txt"] == (desk.folder / "first.txt").read_bytes()


def test_the_page_that_compares_has_no_text_that_is_held_back(desk: Desk, page_parts: str) -> None:
    """Neither a draft nor a version under embargo, whatever was public before; what is held back later goes."""
    desk.write("draft.md", f"---\ndraft: true\n---\n\n{SECOND} The pier was sold in secret.")
    desk.ok("add", "draft.md", "--as", "ferry", "--at", "2024-11-10")
    desk.write("soon.md", f"{SECOND} The pier will be sold in secret.")
    desk.ok("add", "soon.md", "--as", "ferry", "--at", "2999-01-01")
    desk.write("alone.md", f"---\nembargo: 2999-01-01\n---\n\n{SECOND} All of it in secret.")
    desk.ok("add", "alone.md")
    site(desk, "--with-page", "--runtime", page_parts)
    made = files(desk.folder / "public")
    assert {"compare/index.html", "a/ferry/versions.json"} <= set(made)
    assert [name for name, data in made.items() if b"in secret" in data] == []


def test_ids_of_feeds_stay_when_an_older_version_is_added(desk: Desk) -> None:
    """Numbers shift then; what a reader of the feed has seen is not new again."""

    def ids() -> set[str]:
        return set(re.findall("<id>urn:revtrack:article:(.*?)</id>", (desk.folder / "public/feed.xml").read_text()))

    site(desk)
    before = ids()
    desk.write("older.txt", FIRST.replace("At least 12", "At least 9"))
    desk.ok("add", "older.txt", "--as", "ferry", "--at", "2024-10-31T06:00:00Z")
    site(desk)
    assert before < ids()


def test_feeds_of_two_sites_have_two_ids(desk: Desk) -> None:
    """Where it is known what they are."""
    site(desk, "--base-url", "https://changes.example/x/")
    for name in ("feed.xml", "unacknowledged.xml", "a/ferry/feed.xml"):
        text = (desk.folder / "public" / name).read_text(encoding="utf-8")
        assert f"<id>https://changes.example/x/{name}</id>" in text


def test_feeds_link_to_where_the_site_will_be(desk: Desk) -> None:
    """With --base-url; else to the files beside them."""
    site(desk)
    assert 'href="a/ferry/r1-2.html"' in (desk.folder / "public/feed.xml").read_text(encoding="utf-8")
    site(desk, "--base-url", "https://changes.example/x")
    for name in ("feed.xml", "a/ferry/feed.xml"):
        text = (desk.folder / "public" / name).read_text(encoding="utf-8")
        assert 'href="https://changes.example/x/a/ferry/r1-2.html"' in text


def test_an_empty_store_makes_an_empty_site(empty: Desk) -> None:
    """With a front page that says so."""
    empty.ok("init")
    site(empty)
    assert "No claims have changed" in (empty.folder / "public/index.html").read_text(encoding="utf-8")


def test_links_to_names_and_diffs_of_before_lead_on(desk: Desk) -> None:
    """After a renaming a diff leads to itself; after a joining to the one that brought the same revision."""
    desk.ok("rename", "ferry", "crossing")
    site(desk)
    made = files(desk.folder / "public")
    for name in ("index.html", "r1-2.html", "r2-3.html"):
        assert f'url=../crossing/{name}"' in made[f"a/ferry/{name}"].decode()

    (desk.folder / "gale.txt").write_text(FIRST.replace("ferry", "gale"))
    desk.ok("add", "gale.txt", "--at", "2020-01-01")
    (desk.folder / "gale.txt").write_text(SECOND.replace("ferry", "gale"))
    desk.ok("add", "gale.txt", "--at", "2020-01-02")
    desk.ok("join", "crossing", "gale")
    site(desk)
    made = files(desk.folder / "public")
    assert 'url=../gale/r3-4.html"' in made["a/ferry/r1-2.html"].decode()
    assert 'url=../gale/r4-5.html"' in made["a/crossing/r2-3.html"].decode()
    assert not [name for name in made if name.startswith("a/ferry/r3")]
    assert site(desk).startswith("0 written")


def test_links_to_pages_are_previewed_by_a_card(desk: Desk) -> None:
    """With an address of the site and the extra that draws; a second run writes nothing."""
    pytest.importorskip("resvg_py")
    site(desk)
    assert "og:image" not in (desk.folder / "public/a/ferry/r1-2.html").read_text(encoding="utf-8")
    site(desk, "--base-url", "https://changes.example/x")
    for name in ("r1-2.html", "index.html"):
        page = (desk.folder / "public/a/ferry" / name).read_text(encoding="utf-8")
        picture = re.search('<meta property="og:image" content="https://changes.example/x/(a/ferry/r.-..png)">', page)
        assert picture
        assert (desk.folder / "public" / picture[1]).read_bytes().startswith(b"\x89PNG")
    assert site(desk, "--base-url", "https://changes.example/x").startswith("0 written")
