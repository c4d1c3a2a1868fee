"""The pages of a site above its articles: front page, lists, speakers, feeds, and the search index.

Each is built from entries alone, in one pass; the pages share `style.css` and the scripts.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from revtrack.report import html_document, label_words
from revtrack.report.entries import ArticleEntry, ChangeEntry, RevisionEntry
from revtrack.report.week_chart import WeekChart
from revtrack.versions import phrases

STYLES = ("base.css", "changes.css", "article.css", "history.css", "site.css", "print.css")
SCRIPTS = ("diff.js", "history.js", "site.js")
# Maximum number of revisions and changes on the front page, of entries in a feed, and of items on a list page.
LATEST, SERIOUS, FED, LISTED = 30, 20, 60, 50

_WORD = re.compile(r"\w{2,}")
_UNSAFE = re.compile(r"[^a-z0-9]+")
# Windows has no file or folder of these names.
_PLAIN_NAME = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ListedRevision:
    """A revision of an article in a list; `shown` are the changes to list."""

    entry: ArticleEntry
    turn: RevisionEntry
    shown: tuple[ChangeEntry, ...]


@dataclass(frozen=True, slots=True)
class ListedChange:
    """A change of an article in a list."""

    entry: ArticleEntry
    turn: RevisionEntry
    change: ChangeEntry


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals for a site."""

    articles: int = 0
    revisions: int = 0
    changes: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """A speaker, with the number of articles and of changes to what was said."""

    name: str
    articles: int
    changes: int

    @property
    def folder(self) -> str:
        return folder(self.name)

    @property
    def pages(self) -> int:
        """Number of pages for the longer of the two lists."""
        return max(1, -(-max(self.articles, self.changes) // LISTED))

    def page(self, number: int) -> str:
        """The file name of a page; the dot keeps it apart from other speakers' files."""
        return f"{self.folder}.html" if number == 1 else f"{self.folder}.{number}.html"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A speaker in one article."""

    folder: str
    title: str
    language: str
    when: str
    moment: str


@dataclass(frozen=True, slots=True)
class SaidChange:
    """A change to what a speaker said; `link` is relative to the top of the site."""

    link: str
    title: str
    moment: str
    change: ChangeEntry


def folder(name: str) -> str:
    """A name as part of a path: itself if that is safe, else its safe characters and a hash."""
    if _PLAIN_NAME.fullmatch(name) and len(name) <= 100:
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = _UNSAFE.sub("-", plain).strip("-")[:60].strip("-")
    return f"{stem}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}".lstrip("-")


def turns(entry: ArticleEntry, *, silent: bool = False) -> Iterator[ListedRevision]:
    """The revisions of an article that changed claims; `silent` keeps serious changes that no notice mentions."""
    for turn in entry.turns:
        shown = tuple(change for change in turn.changes if not silent or is_silent(change))
        if shown:
            yield ListedRevision(entry, turn, shown)


def is_silent(change: ChangeEntry) -> bool:
    """Whether a change is of high or medium severity and in no notice; developing news needs none."""
    return change.severity != "low" and not change.acknowledged and change.standing != label_words.UPDATE


def front(
    totals: Totals,
    latest: Sequence[ListedRevision],
    serious: Sequence[ListedChange],
    week: WeekChart | None = None,
    publication: str = "",
) -> str:
    """The front page: the picture of the week, the most serious changes and the latest ones, with filters and search.

    `publication` is the name that stands over every page of the site.
    """
    changes = [listed.change for listed in serious] + [change for revision in latest for change in revision.shown]
    return _page(
        "front.html",
        "",
        publication=publication,
        totals=totals,
        week=week,
        latest=latest,
        serious=serious,
        kinds=sorted({(change.kind, change.noun) for change in changes}),
        labels=sorted({label for change in changes for label in change.labels}),
        speakers=sorted({name for change in changes for name in change.speakers}),
        speaker_folder=folder,
    )


def articles(listed: Sequence[ArticleEntry], number: int, pages: int, *, publication: str = "") -> str:
    """One page of the list of articles."""
    pager = _pager(number, pages, lambda page: f"articles-{page}.html")
    return _page("articles.html", "", listed=listed, number=number, pager=pager, publication=publication)


def speakers(listed: Sequence[SpeakerSummary], number: int, pages: int, *, publication: str = "") -> str:
    """One page of the list of speakers."""
    pager = _pager(number, pages, lambda page: f"speakers-{page}.html")
    return _page("speakers.html", "", listed=listed, number=number, pager=pager, publication=publication)


def speaker(
    one: SpeakerSummary,
    appearances: Sequence[Appearance],
    changes: Sequence[SaidChange],
    number: int,
    *,
    publication: str = "",
) -> str:
    """One page of a speaker: their articles, and the changes to what they said."""
    pager = _pager(number, one.pages, one.page)
    return _page(
        "speaker.html",
        "../",
        one=one,
        appearances=appearances,
        changes=changes,
        number=number,
        pager=pager,
        publication=publication,
    )


def feed(title: str, listed: Sequence[ListedRevision], *, address: str, base: str, up: str) -> str:
    """An Atom feed; `address` is its path in the site, `base` the site's URL or "", `up` the path to the top."""
    updated = max((revision.turn.time for revision in listed), default="1970-01-01T00:00:00Z")
    return html_document.made(
        "feed.xml", styles=(), title=title, listed=listed, address=address, base=base, root=base or up, updated=updated
    )


def words(entry: ArticleEntry) -> set[str]:
    """The words that an article can be found by."""
    texts = [entry.title, entry.article, *(name for name, _ in entry.speakers)]
    texts += [
        part for turn in entry.turns for part in (turn.note, turn.by, *(change.message for change in turn.changes))
    ]
    return {word for text in texts for word in _WORD.findall(folded(text))}


def folded(text: str) -> str:
    """Text normalised for search: "muller" finds "Müller"."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def shard(word: str) -> str:
    """The name of the index file for a word: the code points of its first two characters."""
    return "-".join(f"{ord(sign):x}" for sign in word[:2])


def key(entry: ArticleEntry) -> str:
    """A short key for an article in the search index."""
    return sha256(entry.folder.encode()).hexdigest()[:10]


def search_result(entry: ArticleEntry) -> list[str]:
    """An article as a search result: folder, title, a line about it, and the time to sort by."""
    changes = phrases.count(sum(len(turn.changes) for turn in entry.turns), "change")
    return [entry.folder, entry.title, f"{changes}, last {entry.moment}", entry.time]


def search_file(name: str, content: Iterable[tuple[str, object]]) -> Iterator[str]:
    """A file of the search index, in parts: a script, since a page on disk may not read other files."""
    yield f'revtrack("{name}",{{'
    for place, pair in enumerate(content):
        key, value = (json.dumps(part, ensure_ascii=True, separators=(",", ":")) for part in pair)
        yield f"{',' if place else ''}{key}:{value}"
    yield "});\n"


def _pager(number: int, pages: int, address: Callable[[int], str]) -> list[tuple[int, str]]:
    """The pages that a list page links to: the first, the last and its neighbours; none if it is the only one."""
    near = {1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)}
    return [(page, address(page)) for page in sorted(near)] if pages > 1 else []


def _page(template: str, up: str, **values: object) -> str:
    return html_document.made(template, styles=STYLES, scripts=("site.js",), assets=up, up=up, **values)
