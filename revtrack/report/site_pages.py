"""The pages of a site that stand above the articles: front page, lists, speakers, feeds, and the words to search.

Each is made of entries alone and in one pass; the files that pages share are `style.css` and the scripts.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from revtrack.report import document, vocabulary
from revtrack.report.entries import ArticleEntry, ChangeEntry, RevisionEntry

STYLES = ("base.css", "changes.css", "article.css", "history.css", "site.css", "print.css")
SCRIPTS = ("diff.js", "history.js", "site.js")
# How much the front page and a feed hold, and a page of a list.
LATEST, SERIOUS, FED, LISTED = 100, 60, 60, 500
SEVERITIES = ("high", "medium", "low")

_WORD = re.compile(r"\w{2,}")
_UNSAFE = re.compile(r"[^a-z0-9]+")
_PLAIN_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ListedRevision:
    """A turn of an article, for a list of many; `shown` are its changes that the list is about."""

    entry: ArticleEntry
    turn: RevisionEntry
    shown: tuple[ChangeEntry, ...]


@dataclass(frozen=True, slots=True)
class ListedChange:
    """A change of an article, for a list of many."""

    entry: ArticleEntry
    turn: RevisionEntry
    change: ChangeEntry


@dataclass(frozen=True, slots=True)
class Totals:
    """What a site holds in all."""

    articles: int = 0
    revisions: int = 0
    changes: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """A speaker: in how many articles, and how many changes of what was said."""

    name: str
    articles: int
    changes: int

    @property
    def folder(self) -> str:
        return folder(self.name)

    @property
    def pages(self) -> int:
        """How many pages the longer of the two lists takes."""
        return max(1, -(-max(self.articles, self.changes) // LISTED))

    def page(self, number: int) -> str:
        """The name of a page; no other speaker's has a dot."""
        return f"{self.folder}.html" if number == 1 else f"{self.folder}.{number}.html"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A speaker in one article."""

    folder: str
    title: str
    language: str
    told: str
    moment: str


@dataclass(frozen=True, slots=True)
class SaidChange:
    """A change of what a speaker said, and where: a link from the top of the site."""

    link: str
    title: str
    moment: str
    change: ChangeEntry


def folder(name: str) -> str:
    """A name as a part of a path: itself where that is safe, else what is safe of it and a hash."""
    if _PLAIN_NAME.fullmatch(name) and len(name) <= 100:
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = _UNSAFE.sub("-", plain).strip("-")[:60].strip("-")
    return f"{stem}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}".lstrip("-")


def turns(entry: ArticleEntry, *, silent: bool = False) -> Iterator[ListedRevision]:
    """The turns of an article that changed a claim; `silent` those with serious changes that no notice mentions."""
    for turn in entry.turns:
        shown = tuple(one for one in turn.changes if not silent or is_silent(one))
        if shown:
            yield ListedRevision(entry, turn, shown)


def is_silent(change: ChangeEntry) -> bool:
    """Whether a change matters and no notice owns up to it."""
    return change.severity != "low" and not change.acknowledged


def front(totals: Totals, latest: Sequence[ListedRevision], serious: Sequence[ListedChange]) -> str:
    """The front page: the most serious changes and the latest ones, with filters and a search."""
    changes = [grave.change for grave in serious] + [change for told in latest for change in told.shown]
    return _page(
        "front.html",
        "",
        totals=totals,
        latest=latest,
        serious=serious,
        kinds=sorted({(one.kind, one.noun) for one in changes}),
        labels=sorted({label for one in changes for label in one.labels}),
        speakers=sorted({name for one in changes for name in one.speakers}),
        speaker_folder=folder,
    )


def articles(listed: Sequence[ArticleEntry], number: int, pages: int) -> str:
    """One page of the list of articles."""
    pager = _pager(number, pages, lambda page: f"articles-{page}.html")
    return _page("articles.html", "", listed=listed, number=number, pager=pager)


def speakers(listed: Sequence[SpeakerSummary], number: int, pages: int) -> str:
    """One page of the list of speakers."""
    pager = _pager(number, pages, lambda page: f"speakers-{page}.html")
    return _page("speakers.html", "", listed=listed, number=number, pager=pager)


def speaker(one: SpeakerSummary, appearances: Sequence[Appearance], changes: Sequence[SaidChange], number: int) -> str:
    """One page of a speaker: where he or she speaks, and what changed of it."""
    pager = _pager(number, one.pages, one.page)
    return _page("speaker.html", "../", one=one, appearances=appearances, changes=changes, number=number, pager=pager)


def feed(title: str, told: Sequence[ListedRevision], *, address: str, base: str, up: str) -> str:
    """An Atom feed; `address` is its place in the site, `base` the site's URL or "", `up` the way to the top."""
    updated = max((one.turn.time for one in told), default="1970-01-01T00:00:00Z")
    return document.made(
        "feed.xml", styles=(), title=title, told=told, address=address, base=base, root=base or up, updated=updated
    )


def words(entry: ArticleEntry) -> set[str]:
    """The words an article is found by."""
    texts = [entry.title, entry.article, *(name for name, _ in entry.speakers)]
    texts += [part for turn in entry.turns for part in (turn.note, turn.by, *(one.message for one in turn.changes))]
    return {word for text in texts for word in _WORD.findall(folded(text))}


def folded(text: str) -> str:
    """Text as it is searched: "Müller" is found by "muller"."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def shard(word: str) -> str:
    """The name of the file that holds a word: its first two characters by number."""
    return "-".join(f"{ord(sign):x}" for sign in word[:2])


def key(entry: ArticleEntry) -> str:
    """A short name for an article in the files of the search."""
    return sha256(entry.folder.encode()).hexdigest()[:10]


def found(entry: ArticleEntry) -> list[str]:
    """What the search shows of an article: folder, title, a line, and the time that puts it in order."""
    changes = vocabulary.count(sum(len(turn.changes) for turn in entry.turns), "change")
    return [entry.folder, entry.title, f"{changes}, last {entry.moment}", entry.time]


def search_file(name: str, content: Iterable[tuple[str, object]]) -> Iterator[str]:
    """The parts of a file of the search: a script, since a page on a disk may read no other file."""
    yield f'revtrack("{name}",{{'
    for place, pair in enumerate(content):
        key, value = (json.dumps(part, ensure_ascii=True, separators=(",", ":")) for part in pair)
        yield f"{',' if place else ''}{key}:{value}"
    yield "});\n"


def _pager(number: int, pages: int, address: Callable[[int], str]) -> list[tuple[int, str]]:
    """The pages a page of a list links to: the first, the last and those around it, none where it is the only one."""
    near = {1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)}
    return [(page, address(page)) for page in sorted(near)] if pages > 1 else []


def _page(template: str, up: str, **known: object) -> str:
    return document.made(template, styles=STYLES, scripts=("site.js",), assets=up, up=up, **known)
