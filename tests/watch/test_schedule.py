"""When to look again, whom to ask next, and which addresses may be asked: arithmetic, without a network."""

from __future__ import annotations

import pytest

from revtrack.watch import follows, safe_addresses, schedule
from revtrack.watch.agenda import Agenda, Visit
from revtrack.watch.follows import DAY, HOUR, LOOKS, MINUTE
from revtrack.watch.robots_rules import text_of, verdict


def visit(target: int, host: str, due: float = 0.0) -> Visit:
    return Visit(target, f"https://{host}/{target}", host, due)


@pytest.mark.parametrize(
    ("now", "due"),
    [(0, 15 * MINUTE), (15 * MINUTE, HOUR), (5 * HOUR, DAY), (29 * DAY, 30 * DAY), (30 * DAY, None), (90 * DAY, None)],
)
def test_articles_are_looked_at_at_their_ages(now: float, due: float | None) -> None:
    """An age that passed while nobody looked is not made up for."""
    assert schedule.next_look(0, now, LOOKS) == due


def test_feeds_keep_their_beat() -> None:
    assert schedule.next_round(100, 130, 60) == 160
    assert schedule.next_round(100, 700, 60) == 760


def test_what_fails_is_left_alone_for_longer_and_longer() -> None:
    """A pause doubles, up to a day, and is spread by a fifth; the same address gets the same pause again."""
    pauses = [schedule.put_off(n, "https://news.example/a") for n in range(1, 40)]
    for n, pause in enumerate(pauses):
        plain = min(15 * MINUTE * 2**n, DAY)
        assert 0.8 * plain <= pause <= 1.2 * plain
    assert pauses == [schedule.put_off(n, "https://news.example/a") for n in range(1, 40)]
    assert len({schedule.put_off(1, f"https://news.example/{n}") for n in range(50)}) == 50


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("", None),
        ("soon", None),
        ("120", 120.0),
        ("99999999999", float(DAY)),
        ("Thu, 01 Jan 1970 01:00:00 GMT", 3600.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("Mon, 99 Foo", None),
    ],
)
def test_retry_after(said: str, seconds: float | None) -> None:
    assert schedule.asked_for(said, 0.0) == seconds


def test_a_host_has_one_visit_at_a_time() -> None:
    agenda = Agenda()
    for one in (visit(1, "a.example"), visit(2, "a.example"), visit(3, "b.example")):
        agenda.put(one)
    assert agenda.take(0) == visit(1, "a.example")
    assert agenda.take(0) == visit(3, "b.example")
    assert agenda.take(0) is None
    assert agenda.next_time() is None  # both are busy
    agenda.done("a.example", 5.0)
    assert agenda.take(4.9) is None
    assert agenda.next_time() == 5.0
    assert agenda.take(5.0) == visit(2, "a.example")


def test_a_run_with_an_end_leaves_what_was_not_due() -> None:
    agenda = Agenda()
    agenda.put(visit(1, "a.example", due=10))
    agenda.put(visit(2, "b.example", due=20))
    assert agenda.take(30, horizon=15) == visit(1, "a.example", due=10)
    assert agenda.take(30, horizon=15) is None
    assert agenda.next_time(horizon=15) is None
    assert agenda.take(30) == visit(2, "b.example", due=20)


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/rss.xml",
        "http://news.example:8080/a?b=c#d",
        "https://1.1.1.1/",
        "https://[2606:4700::1111]/",
        "https://b\u00fccher.example/",
    ],
)
def test_public_addresses_may_be_asked(url: str) -> None:
    assert safe_addresses.objection(url, allow_private=False) == ""


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://router.local/",
        "http://127.0.0.1/",
        "http://10.1.2.3/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fd00::1]/",
        "http://224.0.0.1/",
        "http://0.0.0.0/",
    ],
)
def test_private_addresses_may_not_be_asked(url: str) -> None:
    assert safe_addresses.objection(url, allow_private=False) == "is on this machine or in its network"
    assert safe_addresses.objection(url, allow_private=True) == ""


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "is not http or https but file"),
        ("gopher://news.example/", "is not http or https but gopher"),
        ("https:///a", "names no host"),
        ("https://u:p@news.example/", "has a user name or a password in it"),
        ("https://news.example/a b", "has white space in it"),
        ("https://news.example/a\r\nHost: x", "has white space in it"),
        ("https://[::1/", "is not an address"),
        ("https://news.example/" + "a" * 5000, "is longer than 4,000 characters"),
    ],
)
def test_what_is_no_address_of_the_web(url: str, reason: str) -> None:
    assert safe_addresses.objection(url, allow_private=True) == reason


@pytest.mark.parametrize(
    ("status", "rules"), [(200, "User-agent: *"), (404, ""), (403, ""), (429, None), (500, None), (301, None)]
)
def test_robots_txt_that_cannot_be_had_forbids_all(status: int, rules: str | None) -> None:
    found = text_of(status, b"User-agent: *")
    assert found == rules
    assert verdict(found, "https://news.example/a").allowed is (rules is not None)


def test_robots_txt_is_read_for_revtrack() -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: revtrack\nDisallow: /members/*/private$\nCrawl-delay: 999\n"
    assert verdict(rules, "https://news.example/a") == (True, 120.0)
    assert not verdict(rules, "https://news.example/members/1/private").allowed


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://news.example/rss.xml", "feed"),
        ("https://news.example/feed/", "feed"),
        ("https://news.example/feed.json", "feed"),
        ("https://news.example/news-sitemap.xml", "sitemap"),
        ("https://news.example/2026/storm-feeds-fears", "page"),
        ("https://news.example/terms", "page"),
    ],
)
def test_what_an_address_looks_like(url: str, kind: str) -> None:
    assert follows.kind_of(url) == kind


@pytest.mark.parametrize(
    ("text", "seconds"), [("15m", 900), ("1h", 3600), ("3d", 259200), ("2 w", 1209600), ("90s", 90)]
)
def test_intervals(text: str, seconds: int) -> None:
    assert follows.seconds(text) == seconds
    assert follows.seconds(follows.interval(seconds)) == seconds
    assert follows.seconds(f"{text} or so") is None
