"""Reports as self-contained HTML files: no requests, no script required, and no markup from an article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from revtrack.model import Diff
from revtrack.report import article_history, chart, diff_page, html_document, label_words, side_by_side, strip_drawing
from revtrack.report.article_history import ArticleHistory, Moment, RevisionPair
from revtrack.report.change_rows import ChangeRow
from revtrack.report.diff_page import DiffPage
from revtrack.report.escaping import visible
from revtrack.report.notice_verdict import NoticeVerdict

DIFF = ("base.css", "changes.css", "article.css", "print.css")
DIFF_SCRIPTS = ("diff.js",)
HISTORY = ("base.css", "changes.css", "history.css", "print.css")
# Bytes of comparisons between non-consecutive revisions (other than first and last) that a page may include.
ROOM = 1_000_000
# Bytes of comparisons between consecutive revisions, and of the lines that list the changes of older ones: with 500
# revisions a page stays below 1.5 MB and scrolls without a jerk.
ROOM_FOR_STEPS, ROOM_FOR_LINES = 160_000, 160_000
# Versions that are shown; older ones are folded by the hundred, unless there are few of them.
SHOWN, FOLDED, FEW = 50, 100, 20
LIVES = 40  # claims that changed, shown before the others are folded

# Numbers of changes in a verdict, other than those that count.
_NUMBERS = re.compile(
    r"((?<=acknowledges )\d[\d, ]*|(?<=acknowledge )\d[\d, ]*|(?<=in no notice: )\d[\d, ]*"
    r"|\d[\d, ]*(?= (?:is an|are) update))"
)


def diff(
    diff: Diff,
    *,
    shown: Collection[int] | None = None,
    names: tuple[str, str] = ("", ""),
    home: str = "",
    assets: str | None = None,
    image: str = "",
) -> str:
    """A diff as one HTML document; the same diff gives the same bytes.

    `names` are those of two compared files; on a page of a site, `home` is the path to the article's history and
    `assets` the path to the shared files. `image` is the address of a picture for previews of links to the page.
    """
    page = diff_page.of(diff, shown, names)
    return html_document.made(
        "diff.html",
        styles=DIFF,
        scripts=DIFF_SCRIPTS if page.every else (),
        page=page,
        names=[visible(name) for name in names],
        verdict=_linked(page.verdict, page.every),
        strip=strip_drawing.of(page.strip),
        stretches=list(side_by_side.of(page.paragraphs, _in_passages(page))),
        kinds=list(dict.fromkeys((row.kind, label_words.NOUNS[row.kind]) for row in page.every)),
        home=home,
        assets=assets,
        image=image,
    )


def history(
    page: ArticleHistory,
    overall: Diff | None,
    others: Iterable[tuple[int, int, Diff]] = (),
    *,
    home: str = "",
    assets: str | None = None,
    publication: str = "",
    any_two: str = "",
    image: str = "",
) -> str:
    """The history of an article as one HTML document.

    `overall` is the diff of the first and the last of three or more revisions; `others` are diffs of other pairs;
    `any_two` is the address of a page that compares any two.
    """
    numbers = [moment.number for moment in page.moments]
    kept = list(_kept(article_history.pair(old, new, diff) for old, new, diff in others))
    pairs = dict(_neighbours(page))
    return html_document.made(
        "history.html",
        styles=HISTORY,
        scripts=("history.js",) if len(numbers) > 1 else (),
        page=page,
        pairs=pairs,
        listed=frozenset(_listed(page, pairs)),
        groups=list(_groups(page.moments[::-1])),
        lives_shown=LIVES,
        overall=article_history.pair(numbers[0], numbers[-1], overall) if overall else None,
        others=kept,
        complete=len(kept) == max(0, (len(numbers) - 1) * (len(numbers) - 2) // 2 - 1),
        shapes=chart.SHAPES,
        home=home,
        assets=assets,
        publication=publication,
        any_two=any_two,
        image=image,
    )


def _in_passages(page: DiffPage) -> frozenset[int]:
    """The numbers of the changes listed with a passage, which need no note beside a new sentence."""
    return frozenset(row.number for one in (*page.told_differently, *page.other_wording) for row in one.changes)


def _linked(verdict: NoticeVerdict, rows: Sequence[ChangeRow]) -> Markup:
    """The verdict on notices, its numbers of changes as links to them."""

    def link(number: re.Match[str]) -> str:
        row = rows[int(number[0]) - 1]
        return Markup('<a href="#{}"><span class="said">change </span>{}</a>').format(row.anchor, row.number)

    parts = _NUMBERS.split(verdict.text)
    linked = (escape(part) if place % 2 == 0 else re.sub(r"\d+", link, part) for place, part in enumerate(parts))
    return Markup("").join(map(Markup, linked))


def _neighbours(page: ArticleHistory) -> Iterator[tuple[int, Markup]]:
    """What changed in each version as HTML, newest first, as many as fit; the others are told in a line a change."""
    room = ROOM_FOR_STEPS
    for moment in reversed(page.moments):
        if moment.comparison:
            html = html_document.part("pair.html", one=moment.comparison)
            room -= len(html.encode())
            if room < 0:
                return
            yield moment.number, html


def _listed(page: ArticleHistory, unfolded: Collection[int]) -> Iterator[int]:
    """The other versions whose changes are told in a line each, newest first, as many as fit."""
    room = ROOM_FOR_LINES
    for moment in reversed(page.moments):
        if moment.comparison and moment.number not in unfolded:
            room -= sum(len(row.message.encode()) + 30 for row in moment.comparison.page.rows)
            if room < 0:
                return
            yield moment.number


def _groups(moments: Sequence[Moment]) -> Iterator[Sequence[Moment]]:
    """Versions, newest first: those that are shown, then the older ones that are folded together."""
    shown = SHOWN if len(moments) > SHOWN + FEW else len(moments)
    yield moments[:shown]
    yield from (moments[place : place + FOLDED] for place in range(shown, len(moments), FOLDED))


def _kept(comparisons: Iterable[RevisionPair]) -> Iterator[tuple[str, Markup]]:
    """Comparisons as HTML, as many as fit."""
    room = ROOM
    for one in comparisons:
        html = html_document.part("pair.html", one=one)
        room -= len(html.encode())
        if room < 0:
            return
        yield one.name, html
