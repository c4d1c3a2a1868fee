"""What a page says cannot keep people from being told of it, nor add anything to what they are told."""

from __future__ import annotations

import json
import smtplib
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest

from revtrack.errors import InputError
from revtrack.watch import atom_file, chat_payload, mailing, watch_file
from revtrack.watch.follows import HOUR
from revtrack.watch.notification import GraveThing, Notification
from revtrack.watch.notifiers import CHATS, Channel, Notifier
from revtrack.watch.sending import Outgoing
from tests.watch.courier_desk import CourierDesk

NASTY = (
    "&" * 5000,
    "_*~`<>[]()" * 500,
    "a" * 5000,
    "\u202e\0\x1b[31m\r\n.\r\nBcc: eve@evil.example\r\n\r\n<script>alert(1)</script>",
    "$headline ${link} $$ <!channel> @everyone <@U123> [x](http://evil.example/) ![x](y)",
    "\ud800" * 50,
)
TABLE = 'contact = "desk@paper.example"\n[[notify]]\nkind = "mail"\nto = "desk@paper.example"\nserver = "x.example"\n'


def outgoing(channel: str, text: str, url: str = f"https://news.example/{'(' * 3900}") -> Outgoing:
    things = (GraveThing("high", text),) * 3
    about = Notification("1a2b", "2026-10-31T15:04:00Z", "revised", text[:80], text, "was changed", url, url, things)
    about = about._replace(verdict=text, detail=text, versions="version 1 -> 2")
    notifier = Notifier(channel, cast(Channel, channel), to=("ada@paper.example",), server="smtp.example")
    return Outgoing(notifier, about, "desk@paper.example", Path(), 0.0, latest=(about,))


def strings(value: Any) -> list[str]:
    if isinstance(value, dict | list):
        return [one for inner in (value.values() if isinstance(value, dict) else value) for one in strings(inner)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("text", NASTY)
def test_a_chat_takes_every_payload(text: str) -> None:
    """Slack takes 3,000 characters in a section; Discord 256 in a title, 2,048 in a link, 4,096 in a description."""
    made = {chat: chat_payload.of(outgoing(chat, text)) for chat in CHATS}
    assert max(map(len, strings(made["slack"]))) <= 3000
    [embed] = made["discord"]["embeds"]
    assert len(embed["title"]) <= 256
    assert len(embed["url"]) <= 2048
    assert len(embed["description"]) <= 4096
    for chat, payload in made.items():
        json.dumps(payload, ensure_ascii=False).encode()
        said = "\n".join(strings(payload))
        assert len(said) < 15_000, chat
        assert not {"\0", "\x1b", "\u202e", "\r"} & set(said), chat
        assert "@everyone" not in said
        assert "http://evil" not in said


@pytest.mark.parametrize("text", NASTY)
def test_mail_and_feed_stay_whole(text: str) -> None:
    mail = mailing.message(outgoing("mail", text))
    head = mail.as_bytes().partition(b"\r\n\r\n")[0]
    assert b"\r\nBcc" not in head
    assert mail["Subject"].isprintable()
    feed = ET.fromstring(atom_file.feed(outgoing("atom", text)).encode())
    assert len(list(feed)) == 6


def test_a_mail_that_nobody_may_get_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise smtplib.SMTPRecipientsRefused({"ada@paper.example": (550, b"no such user")})

    monkeypatch.setattr(smtplib, "SMTP", refuses)
    assert "refuses every reader" in mailing.send(outgoing("mail", "a")).reason


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"mail"\n', '"mail"\nname = "a\\nBcc: b"\n', "name must be a string of one line"),
        ('"desk@paper.example"\n[', '"desk\\r\\nX: y"\n[', "contact must be a string of one line"),
        (
            '"desk@paper.example"\n[',
            '"https://paper.example/about"\n[',
            "`from` is missing, and `contact` is not a mail address",
        ),
        ('to = "desk@paper.example"', 'to = ["a@b.example\\n"]\nfrom = "a\\u0000@b"', "from must be a string of one"),
    ],
)
def test_what_would_end_up_in_a_header_is_one_line(old: str, new: str, said: str) -> None:
    watch_file.parse(TABLE, "watch.toml")
    with pytest.raises(InputError, match=said):
        watch_file.parse(TABLE.replace(old, new), "watch.toml")


def test_a_feed_that_cannot_be_written_leaves_nothing_behind(desk: CourierDesk) -> None:
    """Each try would leave a file, every day anew."""
    folder = desk.file.parent
    (folder / "changes.atom").mkdir()
    desk.notify(kind='"atom"', file='"changes.atom"', events='["new"]')
    desk.courier.story("/ferry", 12)
    desk.follow("/ferry")
    before = sorted(one.name for one in folder.iterdir())
    desk.run(seconds=2 * HOUR)
    assert sorted(one.name for one in folder.iterdir()) == before
    assert [one.kind for one in desk.watching.events()] == ["new", "failing"]
    assert next(desk.watching.unsent())[1] == 1


def test_what_is_followed_no_more_is_out_of_the_file(desk: CourierDesk) -> None:
    """Also where a person wrote blanks around the address, or the list in one line."""
    head = desk.file.read_text()
    desk.file.write_text(f'{head}\n[[follow]]\nurl = " https://news.example/a "\n')
    desk.watching.remove(["https://news.example/a"])
    assert desk.watching.watchlist().follows == ()
    desk.file.write_text(f'{head}follow = [{{ url = "https://news.example/b" }}]\n')
    desk.watching.add(["https://news.example/c"], kind="page")
    desk.watching.remove(["https://news.example/b"])
    assert [one.url for one in desk.watching.watchlist().follows] == ["https://news.example/c"]
