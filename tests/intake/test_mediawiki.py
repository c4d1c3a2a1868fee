"""Dumps of MediaWiki: pages with all revisions, packed or not, and XML that is made to do harm."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from typing import Any

import pytest

from revtrack.errors import InputError
from revtrack.intake import limits, mediawiki, unpacked
from revtrack.intake.records import Item, Record, SetAside, Skipped
from tests.intake import other_archives
from tests.intake.other_archives import FIRST, WIKI_HEAD, wiki_dump, wiki_page, wiki_revision


def read(data: bytes) -> list[Item]:
    return list(mediawiki.read(unpacked.unpacked(io.BufferedReader(io.BytesIO(data))), "dump.xml"))


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress], ids=["xml", "gz", "bz2", "xz"])
def test_revisions_are_records(pack: Any) -> None:
    """With title, user, comment and address, in any packing."""
    first, second = read(pack(wiki_dump()))
    assert first == Record(
        "dump.xml: Ferry sinks, revision 8",
        "Ferry sinks",
        f"Ferry sinks\n\n{FIRST}\n".encode(),
        "2024-10-31T15:04:00Z",
        by="Ada Lind",
        note="toll & more",
        source="https://wiki.example/wiki/Ferry_sinks",
        rank=8,
    )
    assert isinstance(second, Record)


def test_streams_may_stand_one_behind_the_other() -> None:
    """As large dumps are packed: pages by the hundred."""
    data = wiki_dump()
    packed = b"".join(bz2.compress(data[at : at + 300]) for at in range(0, len(data), 300))
    assert read(packed) == read(data)


def test_only_articles_are_read() -> None:
    """No talk; redirects, deleted texts and other models are set aside."""
    items = read(
        wiki_dump(
            wiki_page(wiki_revision(1, "Talk."), title="Talk:Ferry", namespace=1),
            wiki_page(
                wiki_revision(2, "#REDIRECT [[Ferry]]"),
                wiki_revision(3, "").replace("<text ", '<text deleted="deleted" '),
                wiki_revision(4, "{}").replace("<model>wikitext", "<model>json"),
                wiki_revision(5, "{{tag}}"),
                wiki_revision(6, "x", "soon"),
                wiki_revision(7, "[[Datei:a.jpg]]Good."),
            ),
        )
    )
    assert [type(item) for item in items] == [SetAside, SetAside, SetAside, SetAside, Skipped, Record]
    reasons = [item.reason for item in items if not isinstance(item, Record)]
    for reason, wanted in zip(reasons, ("redirect", "deleted", "json", "no text", "timestamp"), strict=True):
        assert wanted in reason


def test_titles_that_would_be_one_name_are_two_articles() -> None:
    """The one that comes first has the name."""
    pages = [wiki_page(wiki_revision(1, FIRST), title=title, number=n) for n, title in enumerate(("A b", "A-B", "C"))]
    assert [item.article for item in read(wiki_dump(*pages)) if isinstance(item, Record)] == ["A b", "", "C"]


def test_users_may_have_no_name() -> None:
    hidden = wiki_revision(1, FIRST).replace("<username>Ada Lind</username><id>5</id>", "<ip>192.0.2.7</ip>")
    [item] = read(wiki_dump(wiki_page(hidden)))
    assert isinstance(item, Record)
    assert item.by == "192.0.2.7"


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 1000 + '"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
GOOD = wiki_page(wiki_revision(8, FIRST))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no element found"),
        (b"article,text\n", "syntax error"),
        (b"<html><body/></html>", "begins with <html>"),
        (LAUGHS.encode() + wiki_dump(), "document type declaration"),
        (b"\x1f\x8b\x08nothing of the kind", "is not an XML dump"),
        (b"BZh9nothing of the kind", "is not an XML dump"),
    ],
    ids=["empty", "csv", "html", "entities", "gzip", "bzip2"],
)
def test_what_is_no_dump_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("<page><title>x", "no element found"),
        ("</oops>", "mismatched tag"),
        ("<page>&c;</page>", "undefined entity"),
        ("<a>" * 30, "elements inside each other"),
        ("<page a='" + "x\n" * 1_000_000, "a tag larger than"),
        ("<!--" + "x\n" * 1_000_000, "a tag larger than"),
        ("\x00", "not well-formed"),
    ],
    ids=["cut", "tags", "entity", "deep", "attribute", "comment", "nul"],
)
def test_what_is_damaged_is_read_as_far_as_it_goes(tail: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The place is told, by title and revision."""
    monkeypatch.setattr(limits, "MAX_UNBROKEN", 1_000_000)
    good, bad = read(f"{WIKI_HEAD}{GOOD}{tail}".encode())
    assert isinstance(good, Record)
    assert isinstance(bad, Skipped)
    assert reason in bad.reason


def test_a_text_without_end_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read over, and the next revision is read."""
    monkeypatch.setattr(limits, "MAX_TEXT", 10_000)
    bad, good = read(wiki_dump(wiki_page(wiki_revision(1, "x" * 100_000), wiki_revision(2, FIRST))))
    assert isinstance(bad, Skipped)
    assert "larger than" in bad.reason
    assert isinstance(good, Record)


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_packed_files_that_are_cut_or_bombs(pack: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 1_000_000)
    data = f"{WIKI_HEAD}{GOOD}".encode()
    *_, cut = read(pack(data + wiki_page(wiki_revision(9, FIRST)).encode())[:-9])
    assert isinstance(cut, Skipped)
    good, bomb = read(pack(data + b"\n" * 4_000_000))
    assert isinstance(good, Record)
    assert isinstance(bomb, Skipped)
    assert "times its size" in bomb.reason


def test_a_wiki_without_an_address_has_no_sources() -> None:
    data = wiki_dump().replace(b"<base>https://wiki.example/wiki/Main_Page</base>", b"")
    assert {item.source for item in read(data) if isinstance(item, Record)} == {""}
    assert other_archives.SECOND.encode() in data
