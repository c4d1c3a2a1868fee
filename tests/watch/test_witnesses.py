"""The Internet Archive saves what changed, an authority stamps the tip each day, and neither holds anything up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner

import revtrack
from revtrack.cli import main
from revtrack.errors import InputError
from revtrack.store import witness
from revtrack.watch import wayback
from revtrack.watch.follows import DAY, HOUR
from tests.watch.courier_desk import CourierDesk, courier_desk
from tests.watch.loopback import Reply

JOB = Reply(200, b'{"url": "x", "job_id": "spn2-1a2b"}')
PENDING = Reply(200, b'{"status": "pending", "job_id": "spn2-1a2b", "resources": []}')
DONE = Reply(200, b'{"status": "success", "job_id": "spn2-1a2b", "timestamp": "20260921161320", "original_url": "x"}')


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CourierDesk]:
    with courier_desk(tmp_path / "desk") as opened:
        monkeypatch.setenv(wayback.ACCESS, "access")
        monkeypatch.setenv(wayback.SECRET, "quiet")
        monkeypatch.setattr(wayback, "HOME", opened.url("", "web.archive.org"))
        opened.courier.story("/ferry", 12)
        opened.follow("/ferry")
        yield opened


def test_a_capture_is_kept_with_its_revision(desk: CourierDesk) -> None:
    """As an act in the store, which the log tells of, and as a fact of the event; asked for politely, once."""
    desk.courier.answers |= {"/save": [JOB], "/save/status/spn2-1a2b": [PENDING, DONE]}
    desk.run(once=True, wayback=True)
    first, *polls = desk.courier.posted
    assert first.headers["authorization"] == "LOW access:quiet"
    assert parse_qs(first.body.decode())["url"] == [desk.url("/ferry")]
    assert len(polls) == 2
    assert all(after.time - before.time >= 10 for before, after in zip([first, *polls], polls, strict=False))
    where = f"{wayback.HOME}/web/20260921161320/{desk.url('/ferry')}"
    [act] = desk.archive.acts()
    [event] = desk.watching.events()
    assert (act.kind, act.of, act.name) == ("capture", event.revision, where)
    assert dict(event.facts)["Wayback-Capture"] == where
    assert revtrack.open(desk.archive.path).log(event.article).to_dict()["acts"][0]["name"] == where
    assert desk.archive.verify().findings == ()
    desk.courier.story("/ferry", 21)
    assert desk.archive.search("hurt").total == 0
    desk.run(seconds=2 * HOUR)
    assert len(desk.courier.posted) == 3  # not asked for by this run
    assert desk.archive.history(event.article).taken_back == ()
    assert desk.archive.search("hurt").total == 1
    logged = CliRunner().invoke(main, ["log", event.article, "--store", str(desk.archive.path)]).output
    assert f"the page of revision {event.revision[:10]} saved at {where}" in " ".join(logged.split())


def test_a_capture_that_fails_is_asked_for_later(desk: CourierDesk) -> None:
    """It holds up no page; what is said three times is said again another day, and a plea for peace is heard."""
    desk.write("wayback = true\n")
    busy = Reply(429, headers={"Retry-After": "3600"})
    error = Reply(200, b'{"status": "error", "status_ext": "error:proxy-error"}')
    desk.courier.answers |= {"/save": [busy, Reply(502), JOB, JOB], "/save/status/spn2-1a2b": [error, DONE]}
    counts = desk.run(seconds=12 * HOUR)
    assert counts.requests == 13
    posts = [one.time for one in desk.courier.posted if one.path == "/save"]
    assert len(posts) == 4
    assert posts[1] - posts[0] >= 3600
    [act] = desk.archive.acts()
    assert act.kind == "capture"


def test_the_archive_never_saves_it(desk: CourierDesk) -> None:
    desk.write("wayback = true\n")
    desk.courier.answers["/save"] = [Reply(200, b'{"message": "This host is\\nexcluded."}')] * 99
    desk.run(seconds=20 * DAY)
    assert len(desk.courier.posted) == wayback.GIVEN_UP
    events = list(desk.watching.events(("failing",)))
    assert [one.detail for one in events] == ["the Internet Archive did not save it: This host is excluded."]


def test_an_account_is_needed(desk: CourierDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(wayback.SECRET)
    with pytest.raises(InputError, match="IA_SECRET_ACCESS_KEY, or write wayback"):
        desk.run(once=True, wayback=True)
    desk.write('wayback = { file = "archive.keys" }\n')
    (desk.file.parent / "archive.keys").write_text("one:two\n")
    desk.courier.answers |= {"/save": [JOB], "/save/status/spn2-1a2b": [DONE]}
    desk.run(once=True)
    assert desk.courier.posted[0].headers["authorization"] == "LOW one:two"


def test_the_tip_is_stamped_once_a_day(desk: CourierDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On each day on which the archive grew; what fails is tried again on that day."""
    stamped: list[bytes] = []

    def stamp(data: bytes, address: str) -> bytes:
        stamped.append(data)
        if len(stamped) == 1:
            raise InputError(f"{address}: does not answer")
        return b"a stamp"

    monkeypatch.setattr(witness, "stamp", stamp)
    monkeypatch.setattr(witness, "time", lambda *_: "2026-09-21T16:13:20Z")
    desk.write('witness = "https://stamps.example/tsr"\n')
    for toll in (12, 21):
        desk.courier.story("/ferry", toll)
        desk.run(seconds=2 * DAY)
    found = sorted(file.name for file in (desk.file.parent / "anchors").iterdir())
    days = sorted({name[:10] for name in found})
    assert found == [f"{day}.anchor{end}" for day in days for end in ("", ".tsr")]
    assert len(days) == 2
    assert len(stamped) == 3
