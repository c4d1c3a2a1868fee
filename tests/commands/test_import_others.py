"""Archives of other systems at the command line: whole, twice, damaged, and wrong ones."""

from __future__ import annotations

import bz2
import gzip
import json

import pytest

from revtrack.store import Store
from tests.commands.newsdesk import Desk
from tests.intake import other_archives
from tests.intake.other_archives import FERRY, FIRST, SECOND, WATCH, news_page, warc_answer

pytest.importorskip("warcio")

SOURCES = {
    "diffengine home": (["news.example__ferry"], 2),
    "changedetection datastore": (["news.example__ferry"], 2),
    "openterms versions": (["Arvo-Ferries__Privacy-Policy"], 2),
    "mediawiki dump.xml.bz2": (["Ferry-sinks"], 2),
    "wordpress export": (["news.example__ferry"], 2),
    "cdx captures.cdx captures": (["news.example__ferry"], 2),
    "csv a.csv --map source=url,time=at,text=body": (["news.example__ferry"], 2),
    "sqlite a.db --map source=url,time=at,text=body": (["news.example__ferry"], 2),
}


@pytest.fixture
def store(empty: Desk) -> Desk:
    """A store beside two versions of one story, in the archives of all other systems."""
    empty.ok("init")
    folder = empty.folder
    times = ("2024-10-31 15:04:00", "2024-10-31 16:04:00")
    texts = (FIRST, SECOND)
    rows = [(n, "Toll", FERRY, f"<p>{texts[n]}</p>", times[n], None, 5) for n in (1, 0)]
    other_archives.diffengine(folder / "home", *rows)
    other_archives.changedetection(folder / "datastore")
    policy = "Arvo Ferries/Privacy Policy.md"
    other_archives.open_terms(folder / "versions", (policy, FIRST, "First record of x"), (policy, SECOND, "Update x"))
    other_archives.wordpress(folder / "export")
    empty.write("dump.xml.bz2", bz2.compress(other_archives.wiki_dump()))
    empty.write("dump.7z", b"7z\xbc\xaf\x27\x1c" + bytes(20))
    captures = b"".join(warc_answer(f"2024-10-31T{15 + n}:00:00Z", FERRY, news_page(texts[n])) for n in (1, 0))
    empty.write("captures/a.warc.gz", gzip.compress(captures))
    empty.write(
        "captures.cdx", f"a 20241031150000 {FERRY} text/html 200 A 1\nb 20241031160000 {FERRY} text/html 200 B 1\n"
    )
    empty.write("a.csv", "url;at;body\n" + "".join(f"{FERRY};{times[n]};{texts[n]}\n" for n in (1, 0)))
    other_archives.database(
        folder / "a.db", "CREATE TABLE captures (url, at, body)", *((FERRY, times[n], texts[n]) for n in (1, 0))
    )
    return empty


@pytest.mark.parametrize("source", SOURCES)
def test_imported_twice_is_there_once(store: Desk, source: str) -> None:
    """In the order of time, whatever the order of the archive."""
    articles, count = SOURCES[source]
    command = ("import", *source.split(" "))
    assert store.ok(*command).startswith(f"{count} records: {count} added, 0 already known")
    assert store.ok(*command).startswith(f"{count} records: 0 added, {count} already known")
    revisions = Store(store.folder).history()
    assert sorted({one.article for one in revisions}) == articles
    told = [b"12 people" in text for text in Store(store.folder).read_many(revisions)]
    assert told == [True, False]
    if "openterms" not in source and "mediawiki" not in source:
        assert {one.source for one in revisions} == {FERRY}


def test_one_bad_record_does_not_stop_the_rest(store: Desk) -> None:
    """It is named, and the exit code tells of it."""
    store.write("export/more.json", json.dumps([{"parent": 99, "content": {"rendered": "x"}, "id": 1}]))
    history = store.folder / "datastore" / WATCH / "history.txt"
    history.write_text(f"soon,a.txt\n{history.read_text()}")
    with (store.folder / "captures.cdx").open("a") as listed:
        listed.write("what is this\n")
    with (store.folder / "a.csv").open("a") as table:
        table.write("only one\n")
    for source in ("wordpress export", "changedetection datastore", "cdx captures.cdx captures"):
        result = store.run("import", *source.split(" "), "--store", str(store.folder), "--prefix", source[:2])
        assert result.exit_code == 1, result.stderr
        assert "2 added" in result.stdout
        assert "1 skipped" in result.stdout
        assert result.stderr.count("\n") == 1
    assert store.run("import", "csv", "a.csv", "--map", "source=url,time=at,text=body").exit_code == 1


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("diffengine", "versions"), "has no diffengine.db"),
        (("diffengine", "missing.db"), "no such file"),
        (("diffengine", "a.csv"), "not an SQLite database"),
        (("changedetection", "versions"), "has neither url-watches.json"),
        (("changedetection", "a.csv"), "is not a folder"),
        (("openterms", "home"), "is not a Git repository"),
        (("wordpress", "home"), "holds no .json file"),
        (("wordpress", "missing"), "no such file"),
        (("wordpress", "a.csv"), "has no posts"),
        (("cdx", "captures.cdx", "home"), "holds no file named .warc"),
        (("cdx", "captures.cdx", "missing"), "no such file"),
        (("cdx", "a.csv", "captures"), "lists no capture"),
        (("mediawiki", "a.csv"), "is not an XML dump of MediaWiki"),
        (("mediawiki", "dump.7z"), "7z x -so dump.7z | revtrack import mediawiki -"),
        (("mediawiki", "versions"), "is a directory"),
        (("sqlite", "a.db"), "no column article or source"),
        (("sqlite", "a.db", "--table", "capture"), "did you mean 'captures'"),
        (("sqlite", "a.db", "--map", "text=bodi"), "did you mean 'body'? (the columns are: url, at, body)"),
        (("csv", "a.csv", "--map", "text"), "is not FIELD=COLUMN"),
        (("csv", "a.csv", "--encoding", "x"), "there is no encoding 'x'"),
    ],
)
def test_what_is_no_such_archive(store: Desk, args: tuple[str, ...], reason: str) -> None:
    """One line with what was looked for, exit code 2, and nothing added."""
    result = store.run("import", *args)
    assert result.exit_code == 2
    assert reason in result.stderr.splitlines()[-1]
    assert not Store(store.folder).history()


@pytest.mark.parametrize(("command", "told"), [("csv", "is empty: its first row"), ("sqlite", "has no table")])
def test_an_empty_file_is_said_to_be_empty(empty: Desk, command: str, told: str) -> None:
    empty.ok("init")
    empty.write("wire.db", "")
    result = empty.run("import", command, "wire.db")
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr
