"""`digest`: what changed silently, what was acknowledged and how, by desk and author."""

from __future__ import annotations

import json
from typing import Any

import pytest

import revtrack
from tests.commands.newsdesk import Desk
from tests.commands.newsroom import COURT, FERRY, Newsroom

NOW = "2024-11-02T12:00:00Z"


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("revtrack.archive.archive.clock", lambda: NOW)


def digest(desk: Desk, *args: str) -> dict[str, Any]:
    return json.loads(desk.ok("digest", *args, "--format", "json"))


def test_what_was_not_revised_is_not_in_it(empty: Desk) -> None:
    empty.ok("init")
    assert "No published article was revised." in empty.ok("digest")
    empty.ok("add", "first.txt", "--at", "2024-11-01")
    assert digest(empty)["revisions"] == 0


def test_silent_and_acknowledged_changes_are_told_apart(two: Desk) -> None:
    """The court's article has a notice, the ferry's has none; only what is serious is listed."""
    found = digest(two)
    assert (found["since"], found["until"]) == ("2024-10-26T12:00:00Z", NOW)
    assert (found["articles"], found["revisions"]) == (2, 3)
    [court] = found["acknowledged"]
    assert (court["article"], court["acknowledgement"], court["reason"]) == ("court", "notice", "")
    assert (court["headline"], court["old"], court["new"], court["change"]) == ("Court opens late", 1, 2, 1)
    assert court["before"] == "The court in Selm heard 10 witnesses, judge Ole Brandt said."
    [update] = found["updates"]
    assert update["message"].endswith(": at least 12 -> at least 21 (+75%)")
    rest = found["silent"] + found["updates"]
    assert {one["article"] for one in rest} == {"ferry"}
    assert {one["severity"] for one in rest} <= {"high", "medium"}
    assert {one["author"] for one in rest} == {"A. Editor"}


def test_the_library_gives_the_same(two: Desk) -> None:
    """As values, and by the same operands."""
    assert revtrack.open().digest(since="2 days ago").to_dict() == digest(two, "--since", "2 days ago")
    assert {one.article for one in revtrack.open().digest(articles=["cour"]).changes} == {"court"}


def test_a_period_leaves_the_rest_out(two: Desk) -> None:
    """What is left is compared with the version before it."""
    assert digest(two, "--since", "today")["articles"] == 1
    assert digest(two, "--since", "2024-10-31", "--until", "2024-10-31")["revisions"] == 1
    assert digest(two, "--min-severity", "high")["minor"] > digest(two, "--min-severity", "low")["minor"] == 0
    assert "is before" in two.fails("digest", "--since", "yesterday", "--until", "2024-10-01")


def test_every_format_has_headlines_sentences_and_how(two: Desk) -> None:
    text = two.ok("digest")
    assert "SILENT CHANGES" in text
    assert "    Court opens late\n    court, version 1 to 2, 2 November 2024, 10:00 UTC\n" in text
    assert "mentioned in a notice\n          The court in Selm heard [-10-]{+11+} witnesses, judge" in text
    assert max(map(len, text.splitlines())) <= 80
    markdown = two.ok("digest", "--format", "markdown")
    assert "**Court opens late** (court, version 1 to 2" in markdown
    assert "  > The court in Selm heard ~~10~~ **11** witnesses" in markdown
    two.ok("digest", "-o", "week.html")
    page = (two.folder / "week.html").read_text(encoding="utf-8")
    assert "<b>Court opens late</b>" in page
    assert "<script" not in page


def test_html_of_hostile_text_is_text(desk: Desk) -> None:
    desk.write("bad.txt", "<b>Toll</b>\n\nAt least 12 people died, <script>alert(1)</script> said.\n")
    desk.ok("add", "bad.txt", "--at", "2024-11-01T10:00Z")
    desk.write("bad.txt", "<b>Toll</b>\n\nAt least 9 people died, <script>alert(1)</script> said.\n")
    desk.ok("add", "bad.txt", "--at", "2024-11-01T11:00Z", "--by", "<i>me</i>")
    page = desk.ok("digest", "--format", "html")
    assert "<script" not in page
    assert "<i>" not in page


def test_a_newsroom_has_desks_marks_and_trailers(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the desk, the commit's author the author; a draft changes in silence."""
    monkeypatch.setattr("revtrack.archive.archive.clock", lambda: "2099-01-01T00:00:00Z")
    draft = FERRY.replace("draft: false", "draft: true")
    room.write("news/draft.md", draft)
    room.git("add", ".")
    room.git("commit", "-qm", "Draft", "--no-verify")
    room.write("news/draft.md", draft.replace("12", "9"))
    room.write("news/ferry.md", FERRY.replace("12", "9"))
    room.write("court.txt", COURT.replace("40", "41"))
    room.git("commit", "-qam", "Fix toll\n\nAccept-Change: F101 harbour office recounted", "--no-verify")
    found = json.loads(Desk(room.top).ok("digest", "--since", "2000", "--format", "json"))
    assert not found["silent"]
    told = {(one["article"], one["desk"], one["acknowledgement"], one["reason"]) for one in found["acknowledged"]}
    assert told == {
        ("news/ferry.md", "news", "trailer", "harbour office recounted"),
        ("court.txt", "", "trailer", "harbour office recounted"),
    }
