"""`revtrack import`: what becomes of each record, and the same store however often, in any order, however killed."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import revtrack
from revtrack.archive import import_run
from revtrack.intake.records import Record
from revtrack.store import Store
from tests.commands.newsdesk import Desk

WORDS = "At least 12 people died when the ferry sank, police said on Monday. " * 4


def line(text: str = WORDS, time: str = "2024-10-31", article: str = "storm", **fields: Any) -> str:
    return json.dumps({"article": article, "text": text, "time": time} | fields) + "\n"


@pytest.fixture
def store(empty: Desk) -> Desk:
    empty.ok("init")
    return empty


def kept(folder: Path) -> list[tuple[str, str, str, bytes]]:
    """What matters of all revisions."""
    store = Store(folder)
    history = store.history()
    texts = store.read_many(history)
    return sorted((one.article, one.time, one.by, text) for one, text in zip(history, texts, strict=True))


def test_no_record_is_no_revision(store: Desk) -> None:
    """Nothing to do is done."""
    store.write("wire.jsonl", "\n\n")
    assert store.ok("import", "jsonl", "wire.jsonl") == "0 records: 0 added, 0 already known, 0 set aside, 0 skipped\n"


def test_what_becomes_of_records(store: Desk) -> None:
    """Added, known, set aside, skipped: each counted, the last two named; the exit code tells of bad ones alone."""
    good = line() + line(WORDS + "More.", "2024-11-02", by="Ann Lee") + line("Cut off.", "2024-11-01")
    store.write("wire.jsonl", good)
    result = store.run("import", "jsonl", "wire.jsonl")
    assert result.exit_code == 0
    assert result.stdout == "3 records: 2 added, 0 already known, 1 set aside, 0 skipped\n"
    assert result.stderr.startswith("wire.jsonl:3: set aside: storm: has 2 words")
    store.write("wire.jsonl", "nonsense\n" + good)
    result = store.run("import", "jsonl", "wire.jsonl", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "schema": "revtrack.import/1",
        "records": 4,
        "added": 0,
        "known": 2,
        "set_aside": 1,
        "skipped": 1,
    }
    assert result.stderr.splitlines()[0].startswith("wire.jsonl:1: is not JSON")
    assert [by for _, _, by, _ in kept(store.folder)] == ["", "Ann Lee"], "and nobody else, not who imports"
    assert store.run("import", "jsonl", "wire.jsonl", "--force").stdout.startswith("4 records: 1 added")


def test_strict_adds_nothing(store: Desk) -> None:
    """The first bad record stops it, wherever it stands."""
    store.write("wire.jsonl", line() + "nonsense\n")
    assert "wire.jsonl:2: is not JSON" in store.fails("import", "jsonl", "wire.jsonl", "--strict")
    assert kept(store.folder) == []


def test_options(store: Desk) -> None:
    """Standard input, a time for those without, a prefix, the first records only."""
    lines = json.dumps({"article": "storm", "text": WORDS}) + "\n" + line(article="court")
    store.ok("import", "jsonl", "-", "--at", "2020-01-01", "--prefix", "wire-", "--limit", "1", stdin=lines.encode())
    assert [(name, time) for name, time, _, _ in kept(store.folder)] == [("wire-storm", "2020-01-01T00:00:00Z")]
    result = store.run("import", "jsonl", "-", stdin=b"nonsense")
    assert result.stderr.startswith("standard input:1: ")


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("jsonl", "missing.jsonl"), "no such file"),
        (("jsonl", "."), "is a directory"),
        (("jsonl", "first.txt", "--at", "soon"), "is not a date"),
        (("csv", "first.txt"), "names no column"),
        (("csv", "missing.csv"), "no such file"),
        (("newsedits", "first.txt"), "not an SQLite database"),
        (("newsedits", "missing.db"), "no such file"),
        (("git", "."), "is not a Git repository"),
        (("git", "missing"), "is not a Git repository"),
        (("git", ".revtrack"), "is a revtrack store"),
        (("newsdiffs", "."), "has no Git repository"),
        (("newsdiffs", "missing"), "cannot be read"),
        (("web", "missing"), "no such file"),
        (("web", "first.txt"), "neither a WARC nor an HTML file"),
        (("web", "."), "holds no file"),
        (("jsonl", "first.txt", "--store", "missing"), "no such folder"),
        (("jsonl", "first.txt", "--limit", "0"), "--limit"),
    ],
)
def test_what_cannot_be_read(store: Desk, args: tuple[str, ...], reason: str) -> None:
    """One line, exit code 2, and the store as it was."""
    assert reason in store.fails("import", *args)
    assert kept(store.folder) == []


def test_a_newsroom_of_ones_own_is_not_written_to(empty: Desk) -> None:
    """Its articles are committed with git."""
    subprocess.run(["git", "init", "-q"], check=True)
    assert "only reads" in empty.fails("import", "jsonl", "-", stdin=line().encode())


@pytest.mark.parametrize("article", ["../../etc/passwd", "C:\\x", "a\0b", "CON", "x" * 500, "Who was it?", "\u202e"])
def test_no_name_leads_out_of_the_store(store: Desk, article: str) -> None:
    """It becomes a safe one, and the record is not lost."""
    store.ok("import", "jsonl", "-", stdin=line(article=article).encode())
    [(name, _, _, _)] = kept(store.folder)
    assert "___" in name
    assert store.ok("verify").endswith("everything is as it was added.\n")


def test_texts_that_are_none_are_skipped(store: Desk) -> None:
    """NUL bytes, HTML in the place of text: what `add` refuses."""
    result = store.run("import", "jsonl", "-", stdin=(line("a\0b") + line("<!doctype html><p>x") + line()).encode())
    assert result.exit_code == 1
    assert "is binary" in result.stderr
    assert "is HTML" in result.stderr
    assert len(kept(store.folder)) == 1


def test_a_text_that_comes_again_later_is_a_revision(store: Desk) -> None:
    """A, B, A: the third is none of the first, whatever the order of the lines."""
    lines = [line(time=f"2024-10-0{day}", text=WORDS + end) for day, end in ((1, "A"), (2, "B"), (3, "A"), (4, "A"))]
    for order in ((0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)):
        folder = store.folder / "".join(map(str, order))
        store.ok("init", str(folder))
        stream = "".join(lines[place] for place in order).encode()
        for added in (3, 0):
            counts = store.ok("import", "jsonl", "-", "--store", str(folder), stdin=stream)
            assert f" {added} added, {4 - added} already known" in counts
        assert [time[:10] for _, time, _, _ in kept(folder)] == ["2024-10-01", "2024-10-02", "2024-10-03"]


ONE = st.tuples(st.sampled_from("AB"), st.integers(1, 12), st.integers(0, 9))


@settings(max_examples=settings().max_examples // 4)
@given(st.lists(ONE, unique_by=lambda one: one[2], max_size=10), st.randoms(use_true_random=False), st.integers(1, 4))
def test_the_same_records_are_the_same_store(
    tmp_path_factory: pytest.TempPathFactory, ones: list[tuple[str, int, int]], chance: Any, part: int
) -> None:
    """In any order, some of them twice, in parts of any size, imported again and again."""
    folder = tmp_path_factory.mktemp("stores")
    records = [
        Record(f"{hour}", "storm", " ".join([word] * count).encode(), f"2024-10-31T0{hour}:00:00Z")
        for word, count, hour in ones
    ]
    results = []
    for turn in range(2):
        store = Store.init(folder / str(turn))
        archive = revtrack.open(store.path)
        before, import_run.PART = import_run.PART, part if turn else 1000
        try:
            shuffled = records + (chance.sample(records, len(records) // 2) if turn else [])
            chance.shuffle(shuffled)
            for _ in range(2):
                assert archive.import_records(shuffled).skipped == 0
        finally:
            import_run.PART = before
        results.append(kept(store.path))
    assert results[0] == results[1]


# Is killed with its git some time after it has added one part more: at once, or while it works on the next ones.
KILLED = """
import os, signal, sys, threading
from revtrack.cli import main
from revtrack.archive import import_run
from revtrack.store import Store
import_run.PART = 40
add_many = Store.add_many
def dying(*given, **more):
    done = add_many(*given, **more)
    if done.added:
        threading.Timer(float(sys.argv[1]), os.killpg, (0, signal.SIGKILL)).start()
        if not float(sys.argv[1]):
            signal.pause()
    return done
Store.add_many = dying
main(["import", "jsonl", "wire.jsonl", "--quiet"])
"""


@pytest.mark.kill
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="only POSIX kills a group of processes")
def test_killed_in_the_middle_and_run_again(store: Desk) -> None:
    """What was added stays, the rest is added by the next run, nothing twice."""
    lines = [
        line(f"{WORDS} {number}", f"2024-10-{1 + number % 28:02}T{number // 28:02}:00:00Z", f"story-{number % 7}")
        for number in range(600)
    ]
    store.write("wire.jsonl", "".join(lines))
    store.ok("init", "whole")
    store.ok("import", "jsonl", "wire.jsonl", "--store", "whole")
    for turn in range(4):
        command = [sys.executable, "-c", KILLED, str(0.02 * turn)]
        killed = subprocess.run(command, start_new_session=True, stdout=subprocess.DEVNULL)
        if not turn:
            assert killed.returncode == -signal.SIGKILL
            assert len(kept(store.folder)) == 40
    store.ok("import", "jsonl", "wire.jsonl")
    assert kept(store.folder) == kept(store.folder / "whole")
    assert store.ok("import", "jsonl", "wire.jsonl").startswith("600 records: 0 added, 600 already known")
    assert store.ok("verify").endswith("everything is as it was added.\n")


def test_git_then_more_of_it(store: Desk) -> None:
    """An article goes on when its file was renamed since the last import; notes and authors come along."""

    def git(*args: str, day: int = 1) -> None:
        dates = {f"GIT_{who}_DATE": f"2024-10-0{day}T10:00:00Z" for who in ("AUTHOR", "COMMITTER")}
        identity = ["-c", "user.name=Ann Lee", "-c", "user.email=ann@news.example"]
        subprocess.run(["git", "-C", "room", *identity, *args], check=True, env=os.environ | dates)

    store.write("room/news/ferry.md", WORDS)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "First report")
    assert store.ok("import", "git", "room").startswith("1 record: 1 added")
    git("mv", "news/ferry.md", "sport.md")
    git("commit", "-qm", "Moved", day=2)
    store.write("room/sport.md", WORDS.replace("12", "21"))
    store.write("room/page.html", "<p>x")
    git("add", ".")
    git("commit", "-qm", "Corrects the toll", day=3)
    assert store.ok("import", "git", "room").startswith("2 records: 1 added, 1 already known")
    first, second = Store(store.folder).history()
    assert (first.article, second.article) == ("news__ferry", "news__ferry")
    assert (second.by, second.note, second.time) == ("Ann Lee", "Corrects the toll", "2024-10-03T10:00:00Z")


def test_newsdiffs_in_one_repository_or_several(store: Desk) -> None:
    """One article goes on from one month to the next."""
    for month, toll in ((5, "12"), (6, "21")):
        text = f"June 1\nToll rises\nBy ANN LEE\n{WORDS.replace('12', toll)}\n"
        store.write(f"articles/2012-0{month}/www.news.example/storm.html", text)
        for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "Adding file www.news.example/storm.html"]):
            identity = ["-c", "user.name=N", "-c", "user.email=n@news.example"]
            dates = {"GIT_AUTHOR_DATE": f"2012-0{month}-01T10:00:00Z"}
            folder = f"articles/2012-0{month}"
            subprocess.run(["git", "-C", folder, *identity, *args], check=True, env=os.environ | dates)
    assert store.ok("import", "newsdiffs", "articles").startswith("2 records: 2 added")
    first, second = Store(store.folder).revisions("www.news.example__storm")
    assert (first.source, second.time) == ("http://www.news.example/storm.html", "2012-06-01T10:00:00Z")


def answer(at: str, address: str, toll: int, stated: str = "") -> bytes:
    """A WARC record of a page about a ferry."""
    head = f'<meta property="article:modified_time" content="{stated}">' if stated else ""
    page = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        f"<html><head>{head}</head><body><article><h1>Toll rises</h1>"
        f"<p>At least {toll} people died when the ferry sank off Port Almery, police said on Monday evening.</p>"
        "<p>The search for survivors goes on through the night, the coast guard added later.</p></article>"
    )
    told = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a>\r\nWARC-Date: {at}\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(page)}\r\n\r\n"
    )
    return f"{told}{page}\r\n\r\n".encode()


def test_captures_of_the_web(store: Desk) -> None:
    """Of one address however it was reached, in order whatever the files' order, folded where nothing changed."""
    pytest.importorskip("warcio")
    address = "https://news.example/2024/ferry"
    late = answer("2024-05-14T12:00:00Z", f"{address}?fbclid=7", 21, "2024-05-14T08:30:00Z")
    later = answer("2024-05-14T13:00:00Z", f"{address}/", 34, "2024-05-14T08:30:00Z")
    early = answer("2024-05-14T09:00:00Z", f"{address}?utm_source=feed", 12, "2024-05-14T08:30:00Z")
    again = answer("2024-05-14T10:00:00Z", address.replace("https", "http"), 12, "2024-05-14T08:30:00Z")
    store.write("captures/a.warc", late + later)
    store.write("captures/b.warc.gz", gzip.compress(early) + gzip.compress(again))
    for counts in ("4 records: 3 added, 1 already known", "4 records: 0 added, 4 already known"):
        assert store.ok("import", "web", "captures").startswith(counts)
    assert [(name, time) for name, time, _, _ in kept(store.folder)] == [
        ("news.example__2024__ferry", f"2024-05-14T{time}:00Z") for time in ("08:30", "12:00", "13:00")
    ]
    for toll, (*_, text) in zip((12, 21, 34), kept(store.folder), strict=True):
        assert f"At least {toll} people".encode() in text
    assert store.run("import", "web", "captures/a.warc").exit_code == 0
    assert len(kept(store.folder)) == 3


MEMORY = """
import re, sys
from revtrack.cli import main
main(["import", "jsonl", sys.argv[1], "--store", sys.argv[2], "--quiet"], standalone_mode=False)
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


@pytest.mark.large
@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="the most memory a program took is told by Linux")
def test_memory_does_not_grow_with_the_archive(store: Desk) -> None:
    """Five times the records, 30 MB of texts, take about the same memory."""
    sizes = []
    for count in (200, 1000):
        lines = (line(f"{WORDS} {number} " * 100, "2024-10-01", f"story-{number}") for number in range(count))
        store.write("wire.jsonl", "".join(lines))
        store.ok("init", str(count))
        command = [sys.executable, "-c", MEMORY, "wire.jsonl", str(count)]
        sizes.append(int(subprocess.run(command, capture_output=True, check=True).stdout.split()[-1]))
    assert sizes[1] < sizes[0] * 1.25


def test_without_a_source_the_help_is_shown(empty: Desk) -> None:
    """As `revtrack` alone does, line by line on standard error."""
    result = empty.run("import")
    assert result.exit_code == 2
    assert "\nCommands:\n" in result.stderr
    assert not result.stdout


def test_an_address_given_as_a_name_is_kept(store: Desk) -> None:
    """As where it was published, in JSON lines and in a table; every export says it."""
    address = "https://news.example/2024/storm?id=7"
    store.write("wire.jsonl", line(article=address) + line(WORDS.replace("12", "21"), "2024-11-02", article=address))
    store.write("wire.csv", f'article,text,time,source\n{address},"{WORDS} More.",2024-11-03,http://wire.example/1\n')
    store.ok("import", "jsonl", "wire.jsonl")
    store.ok("import", "csv", "wire.csv")
    assert [one.source for one in Store(store.folder).history()] == [address, address, "http://wire.example/1"]
    assert len(Store(store.folder).articles()) == 1
    for table in ("revisions", "claims", "changes"):
        assert address in store.ok("export", table)


def test_an_article_is_found_by_the_name_its_archive_had(store: Desk) -> None:
    """An address, however it is written, or a title that cannot stand as a name."""
    address, title = "https://news.example/2024/storm?id=7", "Storm: what we know (so far)"
    store.write("wire.jsonl", line(article=address) + line(article=title))
    store.ok("import", "jsonl", "wire.jsonl")
    for name in (address, address.replace("https", "http"), f"{address}&utm_source=feed#top", f"{address}@1", title):
        assert WORDS.strip() in store.ok("show", name)
    assert "no such article" in store.fails("show", address.replace("7", "8"))
