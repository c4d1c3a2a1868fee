"""`watch.toml`: nothing in it is passed over, and what revtrack writes leaves all else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from revtrack.errors import InputError
from revtrack.watch import watch_file
from revtrack.watch.follows import Follow
from revtrack.watch.toml_values import SecretPlace
from revtrack.watch.watchlist import Watchlist

WRITTEN = """# The desk's list
contact = "desk@paper.example"  # read every morning

# first the wire
[[follow]]
url = "https://wire.example/atom.xml"   # their feed
every = "30m"
kind = "feed"

[[follow]]
url = "https://news.example/terms"
name = "terms"
every = "1d"
"""


def test_a_file_is_read() -> None:
    found = watch_file.parse(WRITTEN, "watch.toml")
    wire = Follow("https://wire.example/atom.xml", "feed", 1800)
    assert found == Watchlist(
        "desk@paper.example", follows=(wire, Follow("https://news.example/terms", "page", 86400, "terms"))
    )


def test_no_file_is_an_empty_list(tmp_path: Path) -> None:
    assert watch_file.read(tmp_path / "watch.toml") == Watchlist()


def test_adding_and_removing_leave_the_rest(tmp_path: Path) -> None:
    """Comments, order and spacing stay; what was added and removed again leaves no trace."""
    path = tmp_path / "watch.toml"
    path.write_text(WRITTEN)
    new = Follow("https://other.example/feed", "feed", 900, "other")
    watch_file.add(path, [new])
    assert path.read_text().startswith(WRITTEN)
    assert watch_file.read(path).follows[-1] == new
    watch_file.remove(path, [new.url])
    assert path.read_text().strip() == WRITTEN.strip()
    watch_file.remove(path, [one.url for one in watch_file.read(path).follows])
    assert watch_file.read(path) == Watchlist("desk@paper.example")
    assert path.read_text().startswith("# The desk's list")


def test_a_new_file_asks_for_a_contact(tmp_path: Path) -> None:
    path = tmp_path / "watch.toml"
    watch_file.add(path, [Follow("https://news.example/feed", "feed", 900)])
    watch_file.set_contact(path, "desk@paper.example")
    assert watch_file.read(path) == Watchlist(
        "desk@paper.example", follows=(Follow("https://news.example/feed", "feed", 900),)
    )


def test_notifiers_are_read() -> None:
    """Everything that one can say of a mail; and a web hook, which has a name of its own kind."""
    found = watch_file.parse(
        """base-url = "https://watch.paper.example"
        [[notify]]
        kind = "mail"
        name = "standards"
        to = ["a@paper.example", "b@paper.example"]
        from = "watch@paper.example"
        server = "smtp.paper.example:465"
        encryption = "tls"
        password = { file = "mail.password" }
        severity = "low"
        kinds = ["quote"]
        words = "ferry"
        speaker = ["Ada Lind"]
        acknowledged = false
        events = ["revised", "back"]
        [[notify]]
        kind = "mail"
        to = "a@paper.example"
        server = "smtp.paper.example"
        digest = "7d"
        [[notify]]
        kind = "webhook"
        url = "https://paper.example/hook"
        """,
        "watch.toml",
    )
    mail, digest, hook = found.notifiers
    assert (mail.name, mail.channel, mail.severity, mail.kinds) == ("standards", "mail", "low", ("quote",))
    assert (mail.words, mail.speakers, mail.acknowledged) == (("ferry",), ("Ada Lind",), False)
    assert (mail.events, digest.digest, mail.to[1]) == (("revised", "back"), 7 * 86400, "b@paper.example")
    assert (mail.password, mail.encryption) == (SecretPlace(file="mail.password"), "tls")
    assert (hook.name, hook.severity, hook.events) == ("webhook", "medium", ("revised", "gone"))


MAIL = '[[notify]]\nkind = "mail"\nto = "a@paper.example"\nserver = "smtp.paper.example"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[notify]]\nkind = "maill"', "not one of atom, mail, webhook"),
        ('[[notify]]\nfile = "a.atom"', "[[notify]] 1: kind is missing"),
        (f'{MAIL}severty = "low"', "[[notify]] 1 (mail): unknown key 'severty': did you mean 'severity'?"),
        (f'{MAIL}severity = "grave"', "severity has 'grave', not one of high, medium, low"),
        (f'{MAIL}kinds = ["quotes"]', "kinds has 'quotes', not one of figure, date, quote"),
        (f'{MAIL}events = ["changed"]', "events has 'changed', not one of new, revised"),
        (f"{MAIL}words = [3]", "words must be a list of strings"),
        (f'{MAIL}acknowledged = "no"', "acknowledged must be true or false"),
        (f'{MAIL}digest = "7d"\nwords = "ferry"', "a digest tells of every change of its severity: take words out"),
        (f'{MAIL}digest = "1h"', "digest is less than a day"),
        (f'{MAIL}password = "hunter"', "password is a secret and is not written down here"),
        (f'{MAIL}password = {{ env = "P" }}\nencryption = "none"', "a password would be sent for all to read"),
        (MAIL.replace("smtp.paper.example", "smtp:port"), "server is 'smtp:port'"),
        (MAIL.replace("a@paper.example", "a@paper.example\\nBcc: b@paper.example"), "is not an address of mail"),
        (MAIL.replace('to = "a@paper.example"\n', ""), "to is missing: write to = "),
        (f"{MAIL}{MAIL}", "two [[notify]] are called 'mail'"),
        ('[[notify]]\nkind = "command"\ncommand = "rm -r x"', "command must be a list, no shell reads it"),
        ('[[notify]]\nkind = "slack"\nurl = "https://hooks.example/a"', "url is a secret"),
        ('[[notify]]\nkind = "webhook"\nurl = "ftp://a.example/"', "url is not http or https"),
        ('base-url = "watch"', "base-url does not begin with http"),
        ('wayback = "yes"', "wayback must be true or where its keys are"),
    ],
)
def test_what_is_wrong_with_a_notifier_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        watch_file.parse(text, "watch.toml")
    assert message in str(caught.value)
    assert "hunter" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("contact = ", "watch.toml: not valid TOML"),
        (f"looks = {'[' * 20_000}", "watch.toml: lists or tables are nested too deep"),
        ('conctat = "a"', "watch.toml: unknown key 'conctat': did you mean 'contact'?"),
        ("allow-private = 1", "watch.toml: allow-private must be true or false"),
        ('looks = "1h"', "watch.toml: looks must be a list of ages"),
        ('delay = "fast"', "watch.toml: delay is 'fast', not an interval"),
        ("follow = 3", "watch.toml: follow must be a list of tables"),
        (
            '[[follow]]\nurl = "https://a.example/"\nevry = "1h"',
            "[[follow]] 1: unknown key 'evry': did you mean 'every'?",
        ),
        ('[[follow]]\nurl = "https://a.example/"\nkind = "fede"', "did you mean 'feed'?"),
        ('[[follow]]\nurl = "https://a.example/"\nevery = "5s"', "[[follow]] 1: every is less than a minute"),
        ('[[follow]]\nname = "a"', "[[follow]] 1: url does not begin with http:// or https://: write url"),
        ('[[follow]]\nurl = "https://a.example/"\n' * 2, "[[follow]] 2: https://a.example/ is followed already"),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        watch_file.parse(text, "watch.toml")
    assert message in str(caught.value)
