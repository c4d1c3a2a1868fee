"""Small archives of other systems, made as their own programs make them; people, places and papers are invented."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FERRY = "https://news.example/ferry"
FIRST = "At least 12 people died when the ferry sank off Port Almery, police said on Monday evening."
SECOND = FIRST.replace("12", "21")
# What peewee makes of diffengine's models.
DIFFENGINE = """
CREATE TABLE "feed" ("url" VARCHAR(255) NOT NULL PRIMARY KEY, "name" VARCHAR(255) NOT NULL,
    "created" DATETIME NOT NULL);
CREATE TABLE "entry" ("id" INTEGER NOT NULL PRIMARY KEY, "url" VARCHAR(255) NOT NULL, "created" DATETIME NOT NULL,
    "checked" DATETIME NOT NULL);
CREATE TABLE "entryversion" ("id" INTEGER NOT NULL PRIMARY KEY, "title" VARCHAR(255) NOT NULL,
    "url" VARCHAR(255) NOT NULL, "summary" VARCHAR(255) NOT NULL, "created" DATETIME NOT NULL,
    "archive_url" VARCHAR(255), "entry_id" INTEGER NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id"));
CREATE INDEX "entryversion_url" ON "entryversion" ("url");
"""
WATCH = "6d2c1f0a-1111-4222-8333-444455556666"


def database(path: Path, script: str, *rows: tuple[object, ...], table: str = "captures") -> str:
    path.parent.mkdir(exist_ok=True)
    with sqlite3.connect(path) as made:
        made.executescript(script)
        for row in rows:
            made.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    made.close()
    return str(path)


def diffengine(home: Path, *rows: tuple[object, ...]) -> Path:
    """A home folder; rows are id, title, url, summary, created, archive_url, entry_id."""
    rows = rows or ((1, "Ferry toll rises", FERRY, f"<p>{FIRST}</p>", "2024-10-31 15:04:00.123456", None, 5),)
    database(home / "diffengine.db", DIFFENGINE, *rows, table="entryversion")
    return home


def changedetection(folder: Path, snapshots: Mapping[str, bytes] | None = None, history: str = "") -> Path:
    """A data folder with one watch; `history` is what its history.txt has."""
    home = folder / WATCH
    home.mkdir(parents=True)
    for name, data in (snapshots or {"a.txt": FIRST.encode(), "b.txt": SECOND.encode()}).items():
        (home / name).write_bytes(data)
    (home / "history.txt").write_text(history or "1730387040,a.txt\n1730390640,b.txt\n")
    (folder / "url-watches.json").write_text(json.dumps({"watching": {WATCH: {"url": FERRY, "title": None}}}))
    return folder


def open_terms(folder: Path, *commits: tuple[str, str, str]) -> Path:
    """A repository of versions; commits are path, text and message, an hour after the other."""
    folder.mkdir()
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    told = commits or (("Arvo Ferries/Privacy Policy.md", f"# Privacy\n\n{FIRST}\n", "First record of Arvo Ferries"),)
    for hour, (path, text, message) in enumerate(told):
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        dates = {f"GIT_{who}_DATE": f"2024-10-31T{hour:02}:00:00Z" for who in ("AUTHOR", "COMMITTER")}
        bot = ["-c", "user.name=Open Terms Archive Bot", "-c", "user.email=bot@terms.example"]
        for args in (["add", "."], ["commit", "-qm", message]):
            subprocess.run(["git", "-C", str(folder), *bot, *args], check=True, env=os.environ | dates)
    return folder


def post(number: int = 7, **fields: Any) -> dict[str, Any]:
    """A post as /wp-json/wp/v2/posts gives it."""
    return {
        "id": number,
        "date_gmt": "2024-10-31T10:00:00",
        "modified_gmt": "2024-10-31T15:00:00",
        "status": "publish",
        "type": "post",
        "link": FERRY,
        "slug": "ferry",
        "title": {"rendered": "Ferry toll rises &#8211; again"},
        "content": {"rendered": f"<p>{SECOND}</p>", "protected": False},
        "author": 2,
    } | fields


def revision(number: int, time: str, text: str = FIRST, **fields: Any) -> dict[str, Any]:
    """A revision of that post, as /wp-json/wp/v2/posts/7/revisions gives it."""
    return {
        "id": number,
        "parent": 7,
        "author": 3,
        "date_gmt": f"2024-10-31T{time}:00",
        "modified_gmt": f"2024-10-31T{time}:00",
        "slug": "7-revision-v1",
        "title": {"rendered": "Ferry toll rises"},
        "content": {"rendered": f"<p>{text}</p>"},
    } | fields


def wordpress(folder: Path) -> Path:
    folder.mkdir()
    (folder / "posts.json").write_text(json.dumps([post()]))
    (folder / "revisions.json").write_text(json.dumps([revision(9, "12:00")]))
    (folder / "users.json").write_text(json.dumps([{"id": 2, "name": "Ann Editor"}, {"id": 3, "name": "Bo Lind"}]))
    return folder


def warc_answer(at: str, address: str, page: str, status: str = "200 OK") -> bytes:
    """A record of a WARC file."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a>\r\nWARC-Date: {at}\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def news_page(text: str) -> str:
    more = "The search for survivors goes on through the night, the coast guard added later in the town of Selm."
    return f"<html><body><article><h1>Ferry toll rises</h1><p>{text}</p><p>{more}</p></article></body></html>"


WIKI_HEAD = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo>'
    "<sitename>Almery News</sitename><base>https://wiki.example/wiki/Main_Page</base><namespaces>"
    '<namespace key="0" case="first-letter" /><namespace key="6" case="first-letter">Datei</namespace>'
    '<namespace key="14" case="first-letter">Kategorie</namespace></namespaces></siteinfo>'
)


def wiki_revision(number: int, text: str, time: str = "2024-10-31T15:04:00Z", more: str = "") -> str:
    return (
        f"<revision><id>{number}</id><timestamp>{time}</timestamp><contributor><username>Ada Lind</username>"
        f"<id>5</id></contributor><comment>toll &amp; more</comment>{more}<model>wikitext</model>"
        f'<format>text/x-wiki</format><text bytes="9" xml:space="preserve">{text}</text><sha1>x</sha1></revision>'
    )


def wiki_page(*revisions: str, title: str = "Ferry sinks", namespace: int = 0, number: int = 7) -> str:
    told = "".join(revisions)
    return f"<page><title>{title}</title><ns>{namespace}</ns><id>{number}</id>{told}</page>"


def wiki_dump(*pages: str) -> bytes:
    """A dump of MediaWiki."""
    told = pages or (wiki_page(wiki_revision(8, FIRST), wiki_revision(9, SECOND, "2024-10-31T16:04:00Z")),)
    return f"{WIKI_HEAD}{''.join(told)}</mediawiki>\n".encode()
