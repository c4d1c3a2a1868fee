"""Statistics from the ledger, for a terminal and as an HTML page with a chart for each table.

24 changes in 9 revisions of 3 articles; 25% mentioned in a notice (40% of the 10 high-severity changes).

Kind            changes    high  medium     low  in a notice
figures              12       8       4       0          33%
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from revtrack.model.statistics import ChangeCounts, Statistics, TimeToCorrection
from revtrack.report import bars, label_words, site_pages
from revtrack.report.ansi import Screen
from revtrack.report.bars import Bars, Months
from revtrack.report.escaping import visible
from revtrack.report.marked_text import MarkedRun
from revtrack.versions import phrases

STYLES = ("base.css", "stats.css", "print.css")
COLUMNS = ("changes", "high", "medium", "low", "in a notice")
NAME_WIDEST, NAME_NARROWEST = 44, 12
UNLIMITED = 1_000_000  # columns of a pipe, where every line stays one

_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: a name and its cells; of an article also the folder of its pages on a site."""

    name: str
    cells: tuple[str, ...]
    folder: str = ""


@dataclass(frozen=True, slots=True)
class StatsTable:
    """A table: the heading of its names, its columns, its rows, and its chart if it has one."""

    title: str
    head: str
    columns: tuple[str, ...]
    lines: tuple[TableRow, ...]
    bars: Bars | None = None
    months: Months | None = None


@dataclass(frozen=True, slots=True)
class StatsPage:
    """The statistics in words and in tables."""

    sentence: str
    correction: str
    tables: tuple[StatsTable, ...]


def of(tallies: Statistics, headlines: Mapping[str, str] = NONE) -> StatsPage:
    """The page for the given tallies; `headlines` are those of its articles."""
    return StatsPage(
        _sentence(tallies),
        _time_to_correction(tallies.stood),
        tuple(table for table in _tables(tallies, headlines) if table.lines),
    )


def terminal(tallies: Statistics, *, colour: bool, headlines: Mapping[str, str] = NONE, width: int = UNLIMITED) -> str:
    """The statistics as text in lines of `width` columns, one table after another."""
    screen = Screen(colour, width)
    page = of(tallies, headlines)
    lines = [line for told in (page.sentence, page.correction) if told for line in screen.wrapped([MarkedRun(told)])]
    for table in page.tables:
        lines += ["", *_table_lines(table, screen)]
    return "\n".join(lines) + "\n"


def html(tallies: Statistics, site: str = "", headlines: Mapping[str, str] = NONE) -> str:
    """The statistics as one HTML document; the same tallies give the same bytes.

    `site` is the address of a site of the archive, whose pages the articles link to.
    """
    from revtrack.report import html_document

    return html_document.made("stats.html", styles=STYLES, page=of(tallies, headlines), site=site)


def _table_lines(table: StatsTable, screen: Screen) -> Iterator[str]:
    """A table; on a narrow screen its columns stand closer and long names take several lines."""
    widest = max(len(table.head), *(len(phrases.shorten(line.name, NAME_WIDEST)) for line in table.lines))
    widths = [max(7, len(column)) for column in table.columns]
    if widest + sum(widths) + 2 * len(widths) > screen.width:
        inside = [max(map(len, column)) for column in zip(*(line.cells for line in table.lines), strict=True)]
        widths = [max(len(head), own) for head, own in zip(table.columns, inside, strict=True)]
        widest = min(widest, max(NAME_NARROWEST, screen.width - sum(widths) - 2 * len(widths)))
    heads = "".join(f"  {column:>{width}}" for column, width in zip(table.columns, widths, strict=True))
    yield screen.styled(f"{table.head:{widest}}{heads}", "bold")
    for line in table.lines:
        cells = "".join(f"  {cell:>{width}}" for cell, width in zip(line.cells, widths, strict=True))
        name = [MarkedRun(phrases.shorten(line.name, NAME_WIDEST))]
        first, *more = Screen(screen.colour, widest).wrapped(name, "", "  ")
        yield f"{first:{widest}}{cells}"
        yield from more


def _tables(tallies: Statistics, headlines: Mapping[str, str]) -> Iterator[StatsTable]:
    def name(article: str) -> str:
        return visible(headlines.get(article, article))

    kinds = [_named(tally, label_words.kind_name(tally.name)) for tally in tallies.kinds]
    labels = [_named(tally, label_words.label_phrase(*tally.name.split(" "))) for tally in tallies.labels]
    yield _table("Changes by kind", "Kind", kinds, bars.of(kinds))
    yield _table("Changes by label", "Label", labels, bars.of(labels))
    yield StatsTable(
        "Changes and revisions by month",
        "Month",
        ("revisions", *COLUMNS),
        tuple(
            TableRow(tally.name, (f"{tallies.revisions.get(tally.name, 0):,}", *_cells(tally)))
            for tally in tallies.months
        ),
        months=bars.months([(tally.name, tally.changes) for tally in tallies.months]),
    )
    articles = [_named(tally, name(tally.name)) for tally in tallies.articles]
    yield StatsTable(
        "Most changed articles",
        "Article",
        COLUMNS,
        tuple(TableRow(name(one.name), _cells(one), site_pages.folder(one.name)) for one in tallies.articles),
        bars=bars.of(articles),
    )
    yield StatsTable(
        "Most revised articles",
        "Article",
        ("revisions",),
        tuple(
            TableRow(name(one.article), (f"{one.revisions:,}",), site_pages.folder(one.article))
            for one in tallies.revised
        ),
    )


def _table(title: str, head: str, named: Sequence[ChangeCounts], drawing: Bars) -> StatsTable:
    return StatsTable(title, head, COLUMNS, tuple(TableRow(tally.name, _cells(tally)) for tally in named), bars=drawing)


def _named(tally: ChangeCounts, name: str) -> ChangeCounts:
    return ChangeCounts(name, tally.high, tally.medium, tally.low, tally.acknowledged, tally.acknowledged_high)


def _cells(tally: ChangeCounts) -> tuple[str, ...]:
    numbers = (f"{number:,}" for number in (tally.changes, tally.high, tally.medium, tally.low))
    return *numbers, _share(tally.acknowledged, tally.changes)


def _sentence(tallies: Statistics) -> str:
    total = tallies.total
    revisions = phrases.count(sum(tallies.revisions.values()), "revision")
    counts = f"{phrases.count(total.changes, 'change')} in {revisions} of {phrases.count(tallies.known, 'article')}"
    if not total.changes:
        return f"{counts}."
    high = f"{_share(total.acknowledged_high, total.high)} of the {phrases.count(total.high, 'high-severity change')}"
    mentioned = f"{_share(total.acknowledged, total.changes)} mentioned in a notice"
    return f"{counts}; {mentioned}{f' ({high})' if total.high else ''}."


def _time_to_correction(correction: TimeToCorrection) -> str:
    """How long claims were public before a notice corrected them, in quartiles."""
    if correction.lower is None or correction.median is None or correction.upper is None:
        return ""
    if correction.claims == 1:
        return f"The one claim corrected in a notice had been public for {_duration(correction.median)}."
    low, middle, high = map(_duration, (correction.lower, correction.median, correction.upper))
    return (
        f"Of the {correction.claims:,} claims corrected in a notice, a quarter had been public for up to {low},"
        f" half for up to {middle} and three quarters for up to {high}."
    )


def _duration(seconds: int) -> str:
    """A time in its two largest units: "2 days 4 hours"."""
    parts: list[str] = []
    for unit, size in _UNITS:
        number, seconds = divmod(seconds, size)
        if number or (parts and len(parts) < 2):
            parts.append(phrases.count(number, unit) if number else "")
    return " ".join(filter(None, parts[:2])) or "0 seconds"


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "-"
