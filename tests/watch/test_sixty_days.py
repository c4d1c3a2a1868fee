"""Sixty days of forty outlets, and four of thirty-four: what they really changed is in the archive, and nothing else.

What is to be there is what the site says it showed: see `outlets`.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import revtrack
from revtrack.archive.archive import Archive
from revtrack.articles import times
from revtrack.watch.follows import DAY, HOUR
from revtrack.watch.robots_rules import FRESH
from revtrack.watch.targets import WatchEvent
from revtrack.watch.watching import Watching
from revtrack.watch.wire import Wire, WireLimits
from tests.watch.loopback import Asked, Reply, ScriptedClock, serving
from tests.watch.outlets import Outlet, TestSite

START = 1_790_000_000.0
DELAY = 5.0
HOOK = "hook.example"
LIMITS = WireLimits(body=2_000_000, total=600, quiet=600)  # seconds of the real clock, which no test hangs on
SILENT = WireLimits(body=2_000_000, total=0.2, quiet=0.2)  # only for an answer that never comes
LOOKS = ("15m", "1h", "4h", "1d", "3d", "7d", "30d")
DENSE = ("15m", "1h", "4h", "12h", "1d", "36h", "2d", "60h", "3d")

Story = tuple[int, int]  # numbers of an outlet and of its story


class Ran(NamedTuple):
    """A run that is over: what was asked, what happened, which versions were shown and which were kept, in order."""

    site: TestSite
    archive: Archive
    asked: list[Asked]
    at_once: Counter[str]
    events: list[WatchEvent]
    shown: dict[Story, list[int]]
    kept: dict[Story, list[int]]
    told: list[tuple[float, dict[str, Any]]]

    def outlet(self, url: str) -> Outlet:
        return self.site.by_host[url.partition("://")[2].partition(":")[0]]

    def outlets(self, words: str) -> list[Outlet]:
        """The outlets with a trouble."""
        return [one for one in self.site.outlets if one.trouble.words == words]


def desk(folder: Path, site: TestSite, every: int, looks: tuple[str, ...]) -> Watching:
    """A store that follows every feed of a site."""
    Archive.create(folder)
    watching = Watching(revtrack.open(folder, sync=False))
    rows = [f'[[follow]]\nurl = "{one.url(one.feed.path)}"\nevery = "{every // HOUR}h"\n' for one in site.outlets]
    head = f'contact = "desk@paper.example"\nallow-private = true\ndelay = "{DELAY:.0f}s"\nlooks = {list(looks)}\n'
    url = f"http://{HOOK}:{site.outlets[0].port}/"
    hook = f'[[notify]]\nkind = "webhook"\nurl = "{url}"\nallow-private = true\nseverity = "low"\n'
    watching.file.write_text(head + "".join(rows) + hook, encoding="utf-8")
    return watching


def ran(folder: Path, *, outlets: int, days: int, every: int, stories: float, looks: tuple[str, ...] = LOOKS) -> Ran:
    """Let a site run for some days; feeds are read every so many seconds, stories go out every so many."""
    clock = ScriptedClock(START)
    site = TestSite(outlets, START, days, stories)
    told: list[tuple[float, dict[str, Any]]] = []

    def respond(asked: Asked) -> Reply:
        """The outlets, and a web hook that is out of order now and then."""
        if asked.host != HOOK:
            return site.respond(asked)
        if int(asked.time) % 7 == 0:
            return Reply(503)
        told.append((asked.time, json.loads(asked.body)))
        return Reply(200)

    with pytest.MonkeyPatch.context() as patch, serving(respond, clock) as server:
        patch.setattr(Wire, "ask", impatient(site, clock))
        site.open_at(server.port)
        watching = desk(folder, site, every, looks)
        watching.run(seconds=days * DAY, clock=clock, limits=LIMITS, names=site.names | {HOOK: "127.0.0.1"})
    shown = {(one.number, number): versions for one in site.outlets for number, versions in one.shown.items()}
    archive = revtrack.open(folder)
    asked = [one for one in server.asked if one.host != HOOK]
    return Ran(site, archive, asked, server.at_once, list(watching.events()), shown, kept(archive, site), told)


def impatient(site: TestSite, clock: ScriptedClock) -> Any:
    """How to ask so that nobody is waited for who is silent in the middle of a story, and everybody else long."""
    ask = Wire.ask

    async def asking(wire: Wire, url: str, headers: dict[str, str], data: bytes | None = None) -> Any:
        outlet = site.by_host.get(url.partition("://")[2].partition(":")[0])
        words = outlet.trouble.words if outlet and outlet.is_bad(clock.now()) else ""
        if words != "is silent in the middle of an answer" or "/story/" not in url:
            return await ask(wire, url, headers, data)
        async with Wire("desk@paper.example", allow_private=True, limits=SILENT, names=site.names) as hurried:
            return await ask(hurried, url, headers)

    return asking


def kept(archive: Archive, site: TestSite) -> dict[Story, list[int]]:
    """Which versions of each story an archive has; -1 for a text that is none of them."""
    stories = {(one.number, news.number): news for one in site.outlets for news in one.stories}
    heads = {f"town {outlet}.{number} says": (outlet, number) for outlet, number in stories}
    found: dict[Story, list[int]] = defaultdict(list)
    for revisions in archive.by_article():
        for revision in revisions:
            text = archive.text(revision)
            story = next((key for head, key in heads.items() if head in text), (-1, -1))
            found[story].append(stories[story].shown_in(text) if story in stories else -1)
    return dict(found)


@pytest.fixture(scope="module", params=["small", pytest.param("large", marks=pytest.mark.large)])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    folder = tmp_path_factory.mktemp("run")
    if request.param == "small":
        return ran(folder, outlets=34, days=4, every=4 * HOUR, stories=1.5 * DAY, looks=DENSE)
    # Five stories each: enough for looks at every age, edits between them, and stories that left the feed.
    return ran(folder, outlets=40, days=60, every=12 * HOUR, stories=9 * DAY)


def test_every_edit_is_one_revision(run: Ran) -> None:
    """Every version that was shown is there once, in the order in which it was shown."""
    wanted = sum(map(len, run.shown.values()))
    missed = sum(
        sum((Counter(versions) - Counter(run.kept.get(story, ()))).values()) for story, versions in run.shown.items()
    )
    assert wanted > 2 * len(run.site.outlets)
    assert missed <= 0.01 * wanted, {s: (v, run.kept.get(s)) for s, v in run.shown.items() if run.kept.get(s) != v}


def test_what_is_no_edit_is_no_revision(run: Ran) -> None:
    extra = sum(
        sum((Counter(versions) - Counter(run.shown.get(story, ()))).values()) for story, versions in run.kept.items()
    )
    assert extra <= 0.01 * len(run.asked), {s: (v, run.shown.get(s)) for s, v in run.kept.items() if run.shown[s] != v}


def test_hosts_are_left_in_peace(run: Ran) -> None:
    """One request at a time, the delay between two of them, more where robots.txt asks for it."""
    assert set(run.at_once.values()) == {1}
    times: dict[str, list[float]] = defaultdict(list)
    for one in run.asked:
        times[one.host].append(one.time)
    for outlet in run.site.outlets:
        gaps = [after - before for before, after in pairwise(times[outlet.host])]
        assert min(gaps) >= DELAY, outlet.host
    for outlet in run.outlets("has stories for members, which robots.txt forbids"):
        assert min(after - before for before, after in pairwise(times[outlet.host])) >= 20


def test_hosts_know_who_asks(run: Ran) -> None:
    """The contact is in every request, a cookie in none, and an overloaded host gets the peace it asked for."""
    assert all("desk@paper.example" in one.headers["user-agent"] for one in run.asked)
    assert not any("cookie" in one.headers for one in run.asked)
    for outlet in run.outlets("is overloaded and asks for two hours of peace"):
        bad = [one for one in run.asked if one.host == outlet.host and outlet.is_bad(one.time)]
        times = [one.time for one in bad if one.path != "/robots.txt"]  # which it goes on to answer
        assert times
        assert all(after - before >= 7200 for before, after in pairwise(times))


def test_nothing_is_fetched_that_robots_forbids(run: Ran) -> None:
    first: dict[str, str] = {}
    for one in run.asked:
        first.setdefault(one.host, one.path)
    assert set(first.values()) == {"/robots.txt"}
    assert not [one.path for one in run.asked if one.path.startswith("/members/")]
    for outlet in run.outlets("has a robots.txt that fails"):
        known_until = outlet.bad[0] + FRESH  # by the rules that were read before
        late = [one for one in run.asked if one.host == outlet.host and known_until < one.time < outlet.bad[1]]
        assert {one.path for one in late} <= {"/robots.txt"}


def test_what_was_set_aside_was_no_story(run: Ran) -> None:
    """Every event of an aside names an outlet that was in trouble at that time."""
    for event in run.events:
        if event.kind == "aside":
            outlet = run.outlet(event.url)
            assert outlet.trouble.words != "has none", event
            assert outlet.trouble.spoil or outlet.trouble.design or outlet.trouble.edits, event


def test_what_left_or_moved_is_an_event_of_its_own(run: Ran) -> None:
    """Once for each story of such an outlet that was looked at afterwards, and for no other."""
    told = Counter((event.kind, event.url) for event in run.events if event.kind in ("gone", "moved", "back"))
    assert set(told.values()) <= {1}
    for kind in ("gone", "moved"):
        urls = {url for which, url in told if which == kind}
        assert urls
        assert {run.outlet(url).trouble.event for url in urls} == {kind}
    assert not [url for kind, url in told if kind == "back"]


def test_one_story_at_two_addresses_is_one_article(run: Ran) -> None:
    [outlet, *_] = run.outlets("prints every story at a second address")
    articles = [revisions for revisions in run.archive.by_article() if outlet.host in revisions[0].source]
    assert len(articles) == len(outlet.shown) > 0


def test_the_archive_is_sound(run: Ran) -> None:
    assert run.archive.verify().findings == ()
    assert all(event.revision for event in run.events if event.kind in ("new", "revised"))


def test_every_change_is_told_once(run: Ran) -> None:
    """One message for every revision that changes anything, an hour apart for each story, however often it failed."""
    assert len({one["id"] for _, one in run.told}) == len(run.told) > len(run.site.outlets) / 2
    stories: dict[str, list[tuple[float, dict[str, Any]]]] = defaultdict(list)
    for time, one in run.told:
        stories[one["article"]].append((time, one))
    for own in stories.values():
        made = sorted(times.to_seconds(one["time"]) for _, one in own)
        assert all(after - before >= HOUR for before, after in pairwise(made))
    told = [one["new"] for _, one in run.told if one["kind"] == "revised"]
    revised = {event.revision: event.article for event in run.events if event.kind == "revised"}
    assert len(set(told)) == len(told)
    assert set(told) <= set(revised)
    for commit in set(revised) - set(told):
        new = run.archive.revision(revised[commit], commit)
        old, new = (run.archive.revision(new.article, new.number - 1), new)
        left = run.archive.diff(new.article, old.number, new.number).changes
        late = any(one["old"] == old.commit or one["time"] >= new.added for _, one in stories[new.article])
        assert not left or not late, (new, left)
    gone = [event for event in run.events if event.kind == "gone"]
    assert len([one for _, one in run.told if one["kind"] == "gone"]) == len(gone) > 0
