"""People are told of what they asked for, once, in the words of the page; and nobody's secret is shown."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import xml.etree.ElementTree as ET
from collections.abc import Awaitable, Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from click.testing import CliRunner

from revtrack.cli import main
from revtrack.errors import InputError
from revtrack.watch.follows import HOUR, MINUTE
from revtrack.watch.web_hooks import signature
from tests.watch.courier_desk import START, CourierDesk, courier_desk
from tests.watch.loopback import Reply

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CourierDesk]:
    with courier_desk(tmp_path / "desk") as opened:
        opened.courier.story("/ferry", 12)
        opened.follow("/ferry")
        yield opened


def hook(desk: CourierDesk, path: str = "/hook", **keys: str) -> None:
    keys = {"kind": '"webhook"', "allow_private": "true", "url": f'"{desk.url(path, "hook.example")}"'} | keys
    desk.notify(**keys)


def posted(desk: CourierDesk, path: str = "/hook") -> list[dict[str, Any]]:
    return [json.loads(one.body) for one in desk.courier.posted if one.path == path]


def revise(desk: CourierDesk, toll: int = 21, hours: float = 1.1) -> None:
    """The story changes, and a run sees it."""
    desk.courier.story("/ferry", toll)
    desk.run(seconds=hours * HOUR)


def test_nothing_is_told_of_what_was_not_asked_for(desk: CourierDesk) -> None:
    """What happened before there was a notifier; another word, speaker, kind, event; what no notice acknowledges."""
    desk.run(once=True)
    revise(desk, 21)
    hook(desk, "/a")
    hook(desk, "/b", name='"b"', words='["harbour mast", "buoys"]')
    hook(desk, "/c", name='"c"', speaker='"Tom Orr"')
    hook(desk, "/d", name='"d"', kinds='["quote", "date"]')
    hook(desk, "/e", name='"e"', acknowledged="true")
    hook(desk, "/f", name='"f"', events='["gone"]')
    desk.run(seconds=2 * HOUR)
    assert desk.courier.posted == []
    revise(desk, 34)
    assert {one.path for one in desk.courier.posted} == {"/a"}


def test_a_web_hook_tells_of_a_change_and_is_signed(desk: CourierDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The gravest things, a link into the site, and a signature over what was sent."""
    monkeypatch.setenv("HOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    desk.write('base-url = "https://watch.paper.example/"\n')
    hook(desk, secret='{ env = "HOOK_SECRET" }', words='"hurt"', kinds='["figure"]', severity='"high"')
    desk.run(once=True)
    revise(desk)
    [asked] = desk.courier.posted
    told = json.loads(asked.body)
    assert told["schema"] == "revtrack.notification/1"
    assert (told["kind"], told["headline"], told["versions"]) == ("revised", "Ferry runs aground", "version 1 -> 2")
    [thing] = told["things"]
    assert thing["severity"] == "high"
    assert thing["text"].startswith("People hurt: at least 12 -> at least 21 (+75%)")
    assert told["link"].startswith("https://watch.paper.example/a/")
    assert told["link"].endswith("/r1-2.html")
    time = int(asked.headers["webhook-timestamp"])
    wanted = signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", asked.headers["webhook-id"], time, asked.body)
    assert asked.headers["webhook-signature"] == wanted
    assert asked.headers["webhook-id"] == told["id"]


def test_the_signature_is_that_of_standard_webhooks() -> None:
    """The example of the specification's reference libraries."""
    found = signature(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
    )
    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_one_message_a_story_and_hour(desk: CourierDesk) -> None:
    """Three edits within an hour are one message, sent when the hour is over; another story need not wait."""
    desk.courier.story("/mill", 3, "Mill burns")
    desk.follow("/mill")
    desk.file.write_text(desk.file.read_text().replace('every = "1h"', 'every = "5m"'))
    hook(desk)
    desk.run(once=True)
    for toll in (21, 22, 23, 24):
        if toll == 22:
            desk.courier.story("/mill", 8, "Mill burns")
        revise(desk, toll, 6 / 60)
    assert [one["headline"] for one in posted(desk)] == ["Ferry runs aground", "Mill burns"]
    desk.run(seconds=2 * HOUR)
    told = [one for one in posted(desk) if one["headline"].startswith("Ferry")]
    assert len(told) == 2
    assert "at least 21 -> at least 24" in told[1]["things"][0]["text"]
    times = [one.time for one in desk.courier.posted if b"Ferry" in one.body]
    assert times[1] - times[0] >= HOUR


def test_changed_and_changed_back_is_told(desk: CourierDesk) -> None:
    """An edit that was taken back within the hour leaves no difference, and was an edit."""
    desk.file.write_text(desk.file.read_text().replace('every = "1h"', 'every = "5m"'))
    hook(desk)
    desk.run(once=True)
    for toll in (21, 34, 21):
        revise(desk, toll, 6 / 60)
    desk.run(seconds=2 * HOUR)
    _, told = posted(desk)
    assert told["versions"] == "version 3 -> 4"
    assert "at least 34 -> at least 21" in told["things"][0]["text"]


def test_what_fails_is_sent_later_and_once(desk: CourierDesk) -> None:
    """After an error, a silence and a plea for peace; the third time it is an event; the others are sent meanwhile."""
    desk.courier.answers["/hook"] = [Reply(500), Reply(200, then="cut"), Reply(429, headers={"Retry-After": "7200"})]
    hook(desk)
    hook(desk, "/other", name='"other"')
    desk.run(once=True)
    revise(desk, 21, 12)
    assert len(posted(desk, "/other")) == 1
    times = [one.time for one in desk.courier.posted if one.path == "/hook"]
    assert len(times) == 4
    assert times[1] - times[0] >= 10 * MINUTE
    assert times[3] - times[2] >= 7200
    assert len({one["id"] for one in posted(desk)}) == 1
    [event] = desk.watching.events(("failing",))
    assert (event.url, event.detail) == ("notify webhook", "the web hook answers with status 429; it is tried again")


def test_a_private_hook_needs_a_word_of_its_own(desk: CourierDesk) -> None:
    """`allow-private` of the pages is not enough; an address in a secret is checked when it is used."""
    hook(desk, allow_private="false", url='"http://127.0.0.1/x"')
    with pytest.raises(InputError, match=r"url is on this machine or in its network: write allow-private = true here"):
        desk.watching.watchlist()
    desk.file.write_text(desk.file.read_text().partition("\n[[notify]]")[0])
    (desk.file.parent / "slack.url").write_text(desk.url("/slack", "hook.example"))
    desk.notify(kind='"slack"', url='{ file = "slack.url" }')
    assert desk.watching.notify("slack", names=desk.names) == "the web hook is on this machine or in its network"


@pytest.mark.parametrize("chat", ["slack", "teams", "discord", "mattermost"])
def test_chats_get_their_payload(desk: CourierDesk, chat: str) -> None:
    """Headline, link and things, in the shape that the chat wants; what is markup or a mention in a headline is not."""
    (desk.file.parent / "chat.url").write_text(desk.url("/chat", "hook.example"))
    desk.notify(kind=f'"{chat}"', url='{ file = "chat.url" }', allow_private="true")
    for toll in (12, 21):
        desk.courier.story("/ferry", toll, "Ferry &lt;!channel&gt; @everyone *aground* [x](http://evil.example)")
        desk.run(seconds=1.1 * HOUR)
    [payload] = posted(desk, "/chat")
    whole = json.dumps(payload, ensure_ascii=False)
    assert "at least 21" in whole
    assert "$" not in whole.replace("$schema", "")
    assert "@everyone" not in whole
    assert ("&lt;!channel&gt;" if chat == "slack" else "\\\\<!channel>") in whole
    if chat == "slack":
        assert payload["blocks"][0]["text"]["text"].startswith(f"*<{desk.url('/ferry')}|")
    if chat == "discord":
        assert payload["allowed_mentions"] == {"parse": []}


def test_a_template_of_ones_own(desk: CourierDesk) -> None:
    (desk.file.parent / "chat.url").write_text(desk.url("/chat", "hook.example"))
    (desk.file.parent / "mine.json").write_text('{"say": ["$severity: $headline", 3], "$headline": null}')
    desk.notify(kind='"slack"', url='{ file = "chat.url" }', allow_private="true", template='"mine.json"')
    desk.run(once=True)
    revise(desk)
    assert posted(desk, "/chat") == [{"say": ["high: Ferry runs aground", 3], "$headline": None}]


def test_a_feed_is_written_whole(desk: CourierDesk) -> None:
    desk.notify(kind='"atom"', file='"changes.atom"', events='["new", "revised", "gone"]')
    desk.run(once=True)
    revise(desk)
    desk.courier.put("/ferry", "gone", status=410)
    desk.run(seconds=2.1 * HOUR)
    feed = ET.fromstring((desk.file.parent / "changes.atom").read_text())
    titles = [one.findtext(f"{ATOM}title") for one in feed.iter(f"{ATOM}entry")]
    assert titles == [f"Ferry runs aground {what}" for what in ("was taken down", "was changed", "is new")]
    assert len({one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")}) == 3


def test_a_command_gets_the_facts(desk: CourierDesk) -> None:
    """As JSON on its standard input; what is in it is never read by a shell."""
    told = desk.file.parent / "told.json"
    program = f"import sys; open({str(told)!r}, 'w').write(sys.stdin.read()); sys.exit(len(sys.argv) - 2)"
    desk.notify(kind='"command"', command=json.dumps([sys.executable, "-c", program, "$(touch x)"]))
    desk.run(once=True)
    revise(desk)
    assert json.loads(told.read_text())["headline"] == "Ferry runs aground"
    assert not (desk.file.parent / "x").exists()


class Mailbox:
    """What a mail server takes."""

    def __init__(self) -> None:
        self.mails: list[Any] = []

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


class MailServer(Controller):
    """A mail server on a port that was free when it was taken, and that nobody else can take."""

    def __init__(self, box: Mailbox) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        super().__init__(box, "127.0.0.1", self.socket.getsockname()[1], ready_timeout=600)

    def _create_server(self) -> Awaitable[asyncio.AbstractServer]:
        return self.loop.create_server(self._factory_invoker, sock=self.socket)


@pytest.fixture
def mail(desk: CourierDesk) -> Iterator[Mailbox]:
    box = Mailbox()
    controller = MailServer(box)
    controller.start()
    desk.mail = {  # type: ignore[attr-defined]
        "kind": '"mail"',
        "to": '["desk@paper.example", "standards@paper.example"]',
        "server": f'"127.0.0.1:{controller.port}"',
        "encryption": '"none"',
    }
    yield box
    controller.stop()


def test_a_mail(desk: CourierDesk, mail: Mailbox) -> None:
    desk.notify(**desk.mail)  # type: ignore[attr-defined]
    desk.run(once=True)
    revise(desk)
    [one] = mail.mails
    assert one["Subject"] == "Ferry runs aground was changed"
    assert one["To"] == "desk@paper.example, standards@paper.example"
    assert one["From"] == "desk@paper.example"
    assert one["Message-ID"].endswith("@paper.example>")
    body = one.get_content()
    assert "- People hurt: at least 12 -> at least 21 (+75%)" in body
    assert desk.url("/ferry") in body


def test_a_digest_by_mail(desk: CourierDesk, mail: Mailbox) -> None:
    """Once in its time, as text and as a page; nothing where nothing changed; what was missed is one mail."""
    desk.notify(**desk.mail, digest='"1d"')  # type: ignore[attr-defined]
    desk.run(once=True)
    revise(desk, 21, 25)
    [one] = mail.mails
    text, page = one.iter_parts()
    assert "people hurt: at least 12 -> at least 21" in text.get_content()
    assert page.get_content_type() == "text/html"
    desk.run(seconds=49 * HOUR)
    assert len(mail.mails) == 1


def test_secrets_are_never_shown(desk: CourierDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in the file, nor in an error or an event; a secret that is missing stops a run before it begins."""
    secret = desk.url("/T0/B0/verysecret", "hook.example")
    desk.notify(kind='"slack"', url=f'"{secret}"')
    with pytest.raises(InputError, match="url is a secret") as caught:
        desk.watching.watchlist()
    assert "verysecret" not in str(caught.value)
    desk.file.write_text(desk.file.read_text().replace(f'"{secret}"', '{ env = "SLACK_URL" }\nallow-private = true'))
    with pytest.raises(InputError, match=r"notify\]\] slack: the environment variable SLACK_URL is not set"):
        desk.run(once=True)
    monkeypatch.setenv("SLACK_URL", secret)
    desk.courier.answers["/T0/B0/verysecret"] = [Reply(500)] * 9
    desk.run(once=True)
    revise(desk, 21, 9)
    assert [event.kind for event in desk.watching.events()] == ["new", "revised", "failing"]
    [(notifier, unsent, failures)] = desk.watching.unsent()
    assert (notifier.name, unsent, failures >= 3) == ("slack", 1, True)
    listed = CliRunner().invoke(main, ["watch", "list", "--store", str(desk.archive.path)])
    assert "slack: told by slack, 1 message to be sent, failed" in listed.output
    assert "verysecret" not in listed.output
    assert "verysecret" not in repr(list(desk.watching.events()))
    assert secret.encode() not in (desk.file.parent / ".revtrack" / "watch.sqlite").read_bytes()


def test_a_sample(desk: CourierDesk) -> None:
    desk.notify(kind='"atom"', name='"desk"', file='"changes.atom"')
    assert desk.watching.notify("desk", now=START) == ""
    assert "A sample: ferry runs aground" in (desk.file.parent / "changes.atom").read_text()
    with pytest.raises(InputError, match="did you mean 'desk'"):
        desk.watching.notify("dsk")
