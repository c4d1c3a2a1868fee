"""The test site, as a scenario: forty outlets, what they publish and edit, and the trouble each of them has.

    outlet 7 "is overloaded and asks for two hours of peace" from .30 to .35 of the run

Every outlet remembers which version of a story it really showed, whole and readable, and in which order: that, and
nothing else, is what the archive has to hold. What it could not show, nobody can know.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Callable
from email.utils import formatdate
from typing import NamedTuple

from revtrack.watch.follows import DAY, HOUR, MINUTE
from tests.watch import outlet_designs
from tests.watch.loopback import Asked, Reply
from tests.watch.outlet_designs import DESIGNS, PageScene
from tests.watch.stories import NewsStory, StoryVersion, story, withdrawn

HTML = "text/html; charset=utf-8"
# Ages at which stories are edited; between two looks of the watch lies one of them at most.
EDITED = (2 * HOUR + 40 * MINUTE, 12 * HOUR, 2 * DAY, 5 * DAY + HOUR, 12 * DAY)
# How many stories a feed has; the older ones are looked at without it.
IN_FEED = 3
BOMB = gzip.compress(b"<p>zeros</p>" + b"0" * 30_000_000)


class Shown(NamedTuple):
    """What an outlet answers, and whether it is the story, whole and readable."""

    reply: Reply
    is_story: bool = False


class Outlet:
    """One newspaper: its stories, its design, its feed, and its trouble between two moments."""

    def __init__(self, number: int, start: float, days: float, trouble: Trouble, every: float) -> None:
        self.number, self.trouble, self.start = number, trouble, start
        self.host = f"outlet{number}.example"
        self.port = 0
        self.bad = start + trouble.begin * days * DAY, start + trouble.end * days * DAY
        self.design = DESIGNS[number % len(DESIGNS)]
        self.feed = FEEDS[number % len(FEEDS)]
        self.stories = [self._story(n, start + n * every) for n in range(int(days * DAY * 0.8 / every))]
        self.shown: dict[int, list[int]] = defaultdict(list)
        self.count = 0

    def _story(self, n: int, out: float) -> NewsStory:
        seed = self.number * 13 + n * 5
        ages = tuple(age for place, age in enumerate(EDITED) if (seed >> place) % 3 == 0)
        news = story(self.number, n, out, ages)
        return self.trouble.edits(news) if self.trouble.edits else news

    @property
    def name(self) -> str:
        return f"The Outlet {self.number}"

    def is_bad(self, now: float) -> bool:
        return self.bad[0] <= now < self.bad[1]

    def url(self, path: str) -> str:
        return f"http://{self.host}:{self.port}{path}"

    def answer(self, asked: Asked) -> Reply:
        """What the outlet answers, remembered where it is a story."""
        self.count += 1
        path, _, _ = asked.path.partition("?")
        if path == "/robots.txt":
            return self.trouble.robots(self, asked) if self.trouble.robots else Reply(404)
        if path == self.feed.path:
            return self._with_trouble(asked, None, Shown(self._feed(asked.time))).reply
        for news in self.stories:
            if path in (
                f"/story/{news.number}",
                f"/print/{news.number}",
                f"/archive/{news.number}",
                f"/members/{news.number}",
            ):
                shown = self._with_trouble(asked, news, self.page(asked, news))
                if shown.is_story and shown.reply.status == 200:
                    versions, version = self.shown[news.number], news.at(asked.time)
                    if versions[-1:] != [version]:
                        versions.append(version)
                return shown.reply
        if path == "/":
            names = "".join(f"<p>{news.versions[0].headline}</p>" for news in self.stories if news.out <= asked.time)
            page = f"<html><head><title>{self.name}</title></head><body><h1>{self.name}</h1>{names}</body></html>"
            return Reply(200, page.encode(), {"Content-Type": HTML})
        return Reply(
            404,
            b"<html><head><title>Page not found</title></head><body><p>No.</p></body></html>",
            {"Content-Type": HTML},
        )

    def page(self, asked: Asked, news: NewsStory, version: StoryVersion | None = None) -> Shown:
        """The page of a story as its design draws it, or 304 where the reader has it already."""
        now = asked.time
        at = news.at(now)
        stands = version or news.versions[at]
        others = tuple(one.versions[0].headline for one in self.stories if one.out <= now and one is not news)[-4:]
        address = self.url(f"/story/{news.number}")
        scene = PageScene(news, stands, now, others, address, self.name, news.out + news.versions[at].age)
        page = (self.trouble.design or self.design)(scene) if self.is_bad(now) else self.design(scene)
        if asked.path.startswith("/print/"):
            page = outlet_designs.tables(scene)
        body = page.encode("cp1252" if "windows-1252" in page else "utf-8", "xmlcharrefreplace")
        kind = "text/html" if "windows-1252" in page else HTML
        etag = f'"{zlib.crc32(body):08x}"'
        if asked.headers.get("if-none-match") == etag:
            return Shown(Reply(304, headers={"ETag": etag}), True)
        return Shown(Reply(200, body, {"Content-Type": kind, "ETag": etag, "Date": formatdate(now, usegmt=True)}), True)

    def _feed(self, now: float) -> Reply:
        out = [news for news in self.stories if news.out <= now][-IN_FEED:]
        links = [self.url(f"/{place}/{news.number}") for news in reversed(out) for place in self.trouble.places]
        return Reply(200, self.feed.write(links).encode(), {"Content-Type": self.feed.kind})

    def _with_trouble(self, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
        if self.trouble.spoil and self.is_bad(asked.time):
            return self.trouble.spoil(self, asked, news, shown)
        return shown


class Feed(NamedTuple):
    path: str
    kind: str
    write: Callable[[list[str]], str]


def _rss(links: list[str]) -> str:
    items = "".join(
        f"<item><title>A story</title><link>{link}?utm_source=rss&amp;utm_medium=feed</link></item>" for link in links
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


def _atom(links: list[str]) -> str:
    items = "".join(
        f'<entry><title>A story</title><id>{link}</id><link rel="alternate" href="{link}"/></entry>' for link in links
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{items}</feed>'


def _json_feed(links: list[str]) -> str:
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": link, "url": link} for link in links]}
    )


def _sitemap(links: list[str]) -> str:
    rows = "".join(f"<url><loc>{link}</loc></url>" for link in links)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'


FEEDS = (
    Feed("/rss.xml", "application/rss+xml", _rss),
    Feed("/atom.xml", "application/atom+xml", _atom),
    Feed("/feed.json", "application/feed+json", _json_feed),
    Feed("/news-sitemap.xml", "application/xml", _sitemap),
)

Spoil = Callable[[Outlet, Asked, NewsStory | None, Shown], Shown]


class Trouble(NamedTuple):
    """What is wrong with an outlet, in words; `begin` and `end` are parts of the run. The rest says how.

    `spoil` makes another answer of the proper one, `robots` answers for robots.txt, `design` draws the pages meanwhile,
    `edits` are what the newsroom does to a story, `places` the addresses that the feed names for it, and `event` is
    what each story that was shown before has to be told of, once.
    """

    words: str
    spoil: Spoil | None = None
    begin: float = 0.3
    end: float = 0.5
    robots: Callable[[Outlet, Asked], Reply] | None = None
    design: Callable[[PageScene], str] | None = None
    edits: Callable[[NewsStory], NewsStory] | None = None
    places: tuple[str, ...] = ("story",)
    event: str = ""


def _a_teaser(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    if news is None:
        return shown
    stands = news.versions[news.at(asked.time)]
    wall = "Already a subscriber? Log in to read the rest of this story."
    return Shown(outlet.page(asked, news, stands._replace(paragraphs=(*stands.paragraphs[:3], wall))).reply)


def _only_stories(status: int, page: str = "", **headers: str) -> Spoil:
    """An answer in the place of each story."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def spoil(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
        return shown if news is None else Shown(Reply(status, page.encode(), {"Content-Type": HTML} | named))

    return spoil


def _everything(status: int, **headers: str) -> Spoil:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda *_: Shown(Reply(status, b"", named))


def _goes_wrong(then: str) -> Spoil:
    """The answer begins well, and then something goes wrong on the line."""

    def spoil(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
        if news is None or shown.reply.status != 200:
            return shown
        return Shown(shown.reply._replace(body=shown.reply.body[: len(shown.reply.body) // 2], then=then))

    return spoil


def _now_and_then(spoil: Spoil, often: int) -> Spoil:
    """Spoils one answer of so many."""
    return lambda outlet, asked, news, shown: spoil(outlet, asked, news, shown) if outlet.count % often == 0 else shown


def _without_end(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    if news is None or shown.reply.status != 200:
        return shown
    return Shown(shown.reply._replace(body=shown.reply.body[: int(len(shown.reply.body) * 0.7)]))


def _in_a_circle(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    if news is None:
        return shown
    to = "/print/" if asked.path.startswith("/story/") else "/story/"
    return Shown(Reply(302, headers={"Location": f"{to}{news.number}"}))


def _consent(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    if news is None:
        return shown
    page = _bare("Before you continue", "We and our partners use cookies.")
    return Shown(Reply(200, page.encode(), {"Content-Type": HTML, "Set-Cookie": "seen=1"}))


def _moved(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    if news is None or asked.path.startswith("/archive/"):
        return shown
    return Shown(Reply(301, headers={"Location": outlet.url(f"/archive/{news.number}")}))


def _to_the_front(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    return shown if news is None else Shown(Reply(302, headers={"Location": "/"}))


def _says_latin(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    headers = {**shown.reply.headers, "Content-Type": "text/html; charset=iso-8859-1"}
    return shown._replace(reply=shown.reply._replace(headers=headers)) if news else shown


def _bomb(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    return Shown(Reply(200, BOMB, {"Content-Type": HTML, "Content-Encoding": "gzip"})) if news else shown


def _packed(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    if shown.reply.status != 200:
        return shown
    headers = {**shown.reply.headers, "Content-Encoding": "gzip"}
    return shown._replace(reply=shown.reply._replace(body=gzip.compress(shown.reply.body, 1), headers=headers))


def _clock_ahead(scene: PageScene) -> str:
    return outlet_designs.semantic(scene._replace(stated=scene.now + 400 * DAY))


def _clock_behind(scene: PageScene) -> str:
    return outlet_designs.semantic(scene._replace(stated=86_400.0))


def _curly(scene: PageScene) -> str:
    page = outlet_designs.busy(scene)
    return page.replace("town's", "town\u2019s").replace("\u201c", '"').replace("\u201d", '"')


def _back_again(news: NewsStory) -> NewsStory:
    """A, B, A: an edit that is taken back."""
    first = news.versions[0]
    second = first._replace(age=2 * HOUR, headline=f"{first.headline}, for now")
    return news._replace(versions=(first, second, first._replace(age=10 * HOUR)))


def _members_only(outlet: Outlet, asked: Asked) -> Reply:
    return Reply(200, b"User-agent: *\nDisallow: /members/\nCrawl-delay: 20\n", {"Content-Type": "text/plain"})


def _robots_down(outlet: Outlet, asked: Asked) -> Reply:
    return Reply(500) if outlet.is_bad(asked.time) else Reply(404)


def _broken_feed(outlet: Outlet, asked: Asked, news: NewsStory | None, shown: Shown) -> Shown:
    if news is not None:
        return shown
    return Shown(Reply(200, b"<html><body>Database error & more", {"Content-Type": HTML}))


def _bare(title: str, said: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{said}</p></body></html>"


_NOT_FOUND = _bare("Page not found", "The page you requested is not here.")
_PAYWALL = _bare("Subscribe to read", "It is worth it.")

TROUBLES = (
    Trouble("has none"),
    Trouble("shows three paragraphs and asks for a subscription", _a_teaser),
    Trouble("shows nothing but its offer of subscriptions", _only_stories(200, _PAYWALL)),
    Trouble("asks for consent to cookies first", _consent),
    Trouble("is relaunched with share bars and boxes", begin=0.4, end=1.0, design=outlet_designs.busy),
    Trouble("is relaunched with class names of a build", begin=0.4, end=1.0, design=outlet_designs.hashed),
    Trouble("is relaunched with JSON-LD", begin=0.4, end=1.0, design=outlet_designs.semantic),
    Trouble("is overloaded and asks for two hours of peace", _everything(503, Retry_After="7200"), 0.3, 0.35),
    Trouble("finds that it is asked too often", _now_and_then(_everything(429, Retry_After="600"), 3)),
    Trouble("has a database that is down", _everything(500), 0.3, 0.35),
    Trouble("sends without end", _goes_wrong("endless"), 0.3, 0.33),
    Trouble("is silent in the middle of an answer", _goes_wrong("slow"), 0.3, 0.312),
    Trouble("is cut off on the line", _now_and_then(_goes_wrong("cut"), 2)),
    Trouble("sends pages without their end", _now_and_then(_without_end, 2)),
    Trouble("redirects in a circle", _in_a_circle),
    Trouble("names a wrong charset", _now_and_then(_says_latin, 2)),
    Trouble("sends a bomb of gzip", _bomb, 0.3, 0.35),
    Trouble("moves its stories for good", _moved, 0.5, 1.0, event="moved"),
    Trouble("takes its stories down", _only_stories(410, _NOT_FOUND), 0.6, 1.0, event="gone"),
    Trouble("loses its stories, says 404", _only_stories(404, _NOT_FOUND), 0.6, 1.0, event="gone"),
    Trouble("says 404 now and then", _now_and_then(_only_stories(404, _NOT_FOUND), 7)),
    Trouble("says 200 with a page that was not found", _only_stories(200, _NOT_FOUND)),
    Trouble("sends readers of old stories to its front page", _to_the_front, 0.6, 1.0, event="gone"),
    Trouble("has a clock that is a year ahead", begin=0.0, end=1.0, design=_clock_ahead),
    Trouble("has a clock that began in 1970", begin=0.0, end=1.0, design=_clock_behind),
    Trouble("prints every story at a second address", places=("story", "print")),
    Trouble("has stories for members, which robots.txt forbids", robots=_members_only, places=("story", "members")),
    Trouble("has a robots.txt that fails", robots=_robots_down),
    Trouble("changes its quotation marks", begin=0.4, end=1.0, design=_curly),
    Trouble("takes its edits back", edits=_back_again),
    Trouble("withdraws its stories", edits=lambda news: withdrawn(news._replace(versions=news.versions[:1]), 2 * HOUR)),
    Trouble("packs its answers", _packed, 0.0, 1.0),
    Trouble("breaks its feed", _broken_feed),
    Trouble("refuses machines for a while", _only_stories(403)),
)


class TestSite:
    """All outlets of a run; the port of the server is told to them when it is known."""

    __test__ = False

    def __init__(self, outlets: int, start: float, days: float, every: float, first: int = 0) -> None:
        self.outlets = [
            Outlet(n, start, days, TROUBLES[n % len(TROUBLES)], every) for n in range(first, first + outlets)
        ]
        self.by_host = {one.host: one for one in self.outlets}

    def open_at(self, port: int) -> None:
        for one in self.outlets:
            one.port = port

    def respond(self, asked: Asked) -> Reply:
        return self.by_host[asked.host].answer(asked)

    @property
    def names(self) -> dict[str, str]:
        return dict.fromkeys(self.by_host, "127.0.0.1")
