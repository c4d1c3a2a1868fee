"""The examples of every `--help` are run as they stand."""

from __future__ import annotations

import bz2
import gzip
import json
import re
import shlex
import shutil
import sqlite3
import subprocess
from pathlib import Path

import click
import pytest

from revtrack.cli import COMMANDS, main
from revtrack.watch.wire_answer import NoAnswer
from tests.browser import false_runtime
from tests.commands.made_once import made_once
from tests.commands.newsdesk import FIRST, SECOND, Desk, drafted
from tests.intake import other_archives
from tests.intake.documents.writers import docx_package, to_docx, to_html
from tests.watch.loopback import ScriptedClock


def examples() -> list[str]:
    """Every line below `Examples:` in the help of revtrack and its commands."""
    group = click.Context(main)
    commands = [main.get_command(group, name) or main for name in COMMANDS]
    below = [one for command in commands if isinstance(command, click.Group) for one in command.commands.values()]
    helps = [command.help or "" for command in (main, *commands, *below)]
    return [line for text in helps for line in re.findall(r"^ *(revtrack .+)$", text.partition("Examples:")[2], re.M)]


@pytest.fixture
def story(empty: Desk, all_that_is_named: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A store with two revisions of `story`, and the files that the examples name."""
    shutil.copytree(all_that_is_named, empty.folder, dirs_exist_ok=True)
    _, integrity = false_runtime.write(empty.folder)
    monkeypatch.setattr("revtrack.browser.runtime.INTEGRITY", integrity)
    monkeypatch.setattr("revtrack.browser.started.made", lambda _, code: (b"memory", code))
    monkeypatch.setattr("revtrack.watch.watching.SystemClock", lambda: ScriptedClock(0))
    monkeypatch.setattr("revtrack.watch.wire.Wire.ask", no_answer)
    return empty


async def no_answer(_: object, url: str, __: object) -> NoAnswer:
    """What `watch run` gets: the hosts that the examples name are not there."""
    return NoAnswer(url, "cannot be reached")


@pytest.fixture(scope="session")
def all_that_is_named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `story` is a copy of."""
    with made_once(tmp_path_factory) as (folder, monkeypatch):
        fill(drafted(folder, monkeypatch))
        return folder


def fill(empty: Desk) -> None:
    empty.ok("init")
    empty.ok("init", "newsdesk")
    subprocess.run(["git", "-C", str(empty.folder), "init", "-q", "--bare", "backup.git"], check=True)
    for name in ("draft.txt", "story.txt"):
        empty.write(name, FIRST)
    empty.ok("add", "story.txt", "--at", "2024-10-30")
    empty.write("final.txt", SECOND)
    empty.write("story.txt", SECOND)
    empty.write("updated.txt", f"Toll rises\n\nUpdated 31 October 2024, 15:04 GMT\n\n{SECOND}")
    empty.write("draft.docx", to_docx(f"# {FIRST}"))
    empty.write("published.html", to_html(f"# {SECOND}"))
    deleted = "<w:del><w:r><w:delText>at least 12</w:delText></w:r></w:del>"
    inserted = "<w:ins><w:r><w:t>21</w:t></w:r></w:ins>"
    body = f"<w:p><w:r><w:t>Toll: </w:t></w:r>{deleted}{inserted}<w:r><w:t> people</w:t></w:r></w:p>"
    empty.write("story.docx", docx_package(body))
    empty.ok("add", "story.txt", "--at", "2024-10-31")
    for args in (["init"], ["add", "draft.txt"], ["commit", "-m", "Publish"]):
        identity = ["-c", "user.name=A", "-c", "user.email=a@news.example"]
        subprocess.run(["git", *identity, *args], check=True, capture_output=True)
    empty.write("pairs.jsonl", json.dumps({"id": 1, "old": FIRST, "new": SECOND}) + "\n")
    for name in ("news/ferry.md", "article.md"):
        empty.write(name, SECOND)
    empty.ok("diff", "story", "--format", "json", "-o", "diff.json")
    archives(empty)
    follows = "".join(
        f'[[follow]]\nurl = "https://news.example/{name}"\nname = "{name}"\n' for name in ("rss.xml", "terms")
    )
    told = "".join(f'[[notify]]\nkind = "atom"\nname = "{name}"\nfile = "{name}.xml"\n' for name in ("slack", "desk"))
    empty.write("watch.toml", f'contact = "desk@paper.example"\n{follows}{told}')


def archives(desk: Desk) -> None:
    """What other systems leave behind."""
    record = {"article": "wire", "text": FIRST, "time": "2024-10-31"}
    desk.write("wire.jsonl", json.dumps(record))
    desk.write("wire.csv", 'article,time,text\nwire,2024-10-31,"At least 12 people died."\n')
    for name, file in (("newsroom", "news/ferry.md"), ("articles", "www.news.example/2024/ferry.html")):
        desk.write(f"{name}/{file}", "October 31\nFerry toll rises\nBy A. Editor\nAt least 12 people died.\n")
        for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "Publish"]):
            identity = ["-c", "user.name=A", "-c", "user.email=a@news.example"]
            subprocess.run(["git", "-C", str(desk.folder / name), *identity, *args], check=True, capture_output=True)
    with sqlite3.connect(desk.folder / "newsniffer.db") as made:
        made.execute("CREATE TABLE entryversion (entry_id, version, title, created, url, text)")
        made.execute("INSERT INTO entryversion VALUES (1, 0, 'Toll', '2024-10-31', 'http://news.example/a', 'Words.')")
    made.close()
    desk.write("scraped.csv", "url,captured_at,body\nhttp://news.example/a,1730387040,At least 12 died.\n")
    desk.write("excel.csv", "article;time;text\na;31.10.2024 15:04;Drei Caf\u00e9s.\n".encode("cp1252"))
    script = "CREATE TABLE snapshots (url, captured_at, body, page)"
    row = ("http://news.example/a", 1730387040, "Words.", f"<h1>Toll</h1><p>{FIRST}</p>")
    other_archives.database(desk.folder / "scraped.db", script, row, table="snapshots")
    other_archives.diffengine(desk.folder / "diffengine-home")
    other_archives.changedetection(desk.folder / "datastore")
    other_archives.open_terms(desk.folder / "contrib-versions")
    other_archives.wordpress(desk.folder / "wordpress")
    desk.write("wikinews.xml", other_archives.wiki_dump())
    desk.write("wikinews.xml.bz2", bz2.compress(other_archives.wiki_dump()))
    desk.write("captures.cdx", "example,news)/ferry 20241031120000 http://news.example/ferry text/html 200 A 1\n")
    desk.write("captures.json", '[["timestamp", "original"], ["20241031120000", "http://news.example/ferry"]]')
    page = f'<meta name="date" content="2024-10-31"><h1>Ferry toll rises</h1><p>{FIRST}</p>'
    desk.write("captures/ferry.html", page)
    answer = other_archives.warc_answer("2024-10-31T12:00:00Z", "http://news.example/ferry", page)
    desk.write("captures/crawl.warc.gz", gzip.compress(answer))


def test_every_command_has_an_example() -> None:
    """Each is used in its own help."""
    assert {line.split()[1] for line in examples()} == set(COMMANDS)


@pytest.mark.parametrize("line", examples())
def test_examples_work(line: str, request: pytest.FixtureRequest) -> None:
    """What help shows can be typed; `init` comes first, where no store is yet."""
    _, *args = shlex.split(re.split(r" [<>] ", line)[0])
    desk: Desk = request.getfixturevalue("empty" if args[0] == "init" else "story")
    if args[0] in ("undo", "join"):
        desk.ok("add", "draft.txt")  # now: an undo goes back an hour
    named = re.search(r" < (\S+)", line)
    stdin = desk.folder / (named[1] if named else "second.txt")
    result = desk.run(*args, stdin=stdin.read_bytes())
    assert result.exit_code == 0, result.stderr
