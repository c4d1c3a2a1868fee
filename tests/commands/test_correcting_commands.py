"""`undo`, `rename`, `join` and `sync` on the command line: what they say, and every command under an old name."""

from __future__ import annotations

import json

from tests.commands.newsdesk import FIRST, SECOND, Desk


def test_undo_says_what_it_took_back_and_the_log_says_so(empty: Desk) -> None:
    """The archive reads as before; the text can still be printed."""
    empty.ok("init")
    for name, text in (("story.txt", FIRST), ("wrong.txt", SECOND)):
        empty.write(name, text)
        empty.ok("add", name, "--as", "story")
    before = empty.ok("show", "story@1")
    said = empty.ok("undo", "-m", "Wrong file")
    assert said.startswith("story: the revision of ")
    commit = said.partition(" taken back (")[2].partition(",")[0]
    assert empty.ok("show", "story") == before
    assert SECOND.strip() in empty.ok("show", f"story@{commit}")
    log = empty.ok("log", "story")
    assert "taken back" in log
    assert '"Wrong file"' in log
    [act] = json.loads(empty.ok("log", "story", "--format", "json"))["acts"]
    assert (act["kind"], act["article"], act["revision"]["commit"][:10]) == ("undo", "story", commit)
    shown = empty.run("history", "story")
    assert "1 revision taken back and not shown" in shown.stderr
    history = json.loads(empty.run("history", "story", "--format", "json").stdout)
    assert [one["commit"][:10] for one in history["taken_back"]] == [commit]
    assert "everything is as it was added" in empty.ok("verify")
    empty.ok("undo")
    nothing = empty.run("undo")
    assert nothing.exit_code == 2
    assert "nothing was added by" in nothing.stderr


def test_every_command_knows_the_old_name(desk: Desk) -> None:
    """Reading, searching, adding, importing, exporting; the site leads from the old address to the new one."""
    asked = ("diff", "history", "blame", "claims", "show", "log", "export changes --article", "stats --article")
    before = [desk.ok(*command.split(), "ferry") for command in asked]
    desk.ok("site", "public")
    assert desk.ok("rename", "ferry", "harbour-fire").startswith("ferry renamed to harbour-fire")
    after = [desk.ok(*command.split(), "ferry") for command in asked]
    for old, new in zip(before, after, strict=True):
        head = new.partition("\nTaken back, renamed, joined")[0].rstrip("\n")
        assert head.replace("harbour-fire", "ferry").split() == old.split()
    found = json.loads(desk.ok("search", "--article", "ferry", "--format", "json"))["results"]
    assert {one["article"] for one in found} == {"harbour-fire"}
    desk.ok("site", "public")
    old = (desk.folder / "public/a/ferry/index.html").read_text()
    assert '<a href="../harbour-fire/index.html">harbour-fire</a>' in old
    assert (desk.folder / "public/a/harbour-fire/index.html").exists()
    pages = sorted(path.name for path in (desk.folder / "public/a/ferry").iterdir())
    assert pages == ["index.html", "r1-2.html", "r2-3.html"]
    assert "../harbour-fire/r1-2.html" in (desk.folder / "public/a/ferry/r1-2.html").read_text()


def test_sync_says_what_came_and_went(desk: Desk) -> None:
    """With a warning in other commands where both grew before."""
    desk.ok("init", "copy")
    assert desk.ok("sync", "copy").startswith(
        f"{desk.folder}/copy: 0 revisions received, 3 revisions sent; both now end"
    )
    assert desk.ok("sync") == f"{desk.folder}/copy: both copies are the same\n"
    desk.write("more.txt", FIRST)
    assert "warning" not in desk.run("add", "more.txt").stderr
    added = desk.run("add", "more.txt", "--as", "other", "--store", "copy")
    assert added.exit_code == 0
    for command in (["list"], ["log"], ["verify"], ["add", "more.txt", "--as", "third"]):
        assert "warning: " in (result := desk.run(*command)).stderr
        assert "have both grown: run `revtrack sync`" in result.stderr
    done = json.loads(desk.ok("sync", "--format", "json"))
    assert (done["received"], done["sent"], done["merged"]) == (1, 2, True)
    assert desk.run("list").stderr == ""
    nowhere = desk.run("sync", "nowhere")
    assert (nowhere.exit_code, "no such folder" in nowhere.stderr) == (2, True)


def test_join_makes_one_article_of_two(two: Desk) -> None:
    """And `undo` takes that back."""
    before = two.ok("list")
    names = [line.split()[0] for line in before.splitlines()]
    assert two.ok("join", *names).startswith(f"{names[0]} joined to {names[1]}")
    assert len(two.ok("list").splitlines()) == 1
    assert two.ok("undo").startswith("what was done to")
    assert two.ok("list") == before
