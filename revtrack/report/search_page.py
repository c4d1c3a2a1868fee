"""Search results, for a terminal and as an HTML page: a sentence with the query and the number of hits, then each hit.

2 changes with "toll", newest first.

ferry, revision 1 to 2, 31 October 2024, 12:30 UTC
!! high    people who died: at least 12 -> at least 21 (+75 %)
           figure value changed; no notice
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Any

from revtrack.model import Severity
from revtrack.model.queries import Answer, Question, SearchResult
from revtrack.report import change_rows, label_words, site_pages
from revtrack.report.ansi import Screen
from revtrack.report.escaping import visible
from revtrack.report.marked_text import MarkedRun
from revtrack.report.terminal import NARROWEST
from revtrack.report.terminal_diff import SIGNS
from revtrack.versions import phrases

INDENT = 12  # columns before a message
STYLES = ("base.css", "site.css", "print.css")


NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Hit:
    """A change in words; `remarks` are its labels and where else it was made."""

    kind: str
    severity: Severity
    message: str
    remarks: tuple[str, ...]
    acknowledged: bool
    anchor: str

    @property
    def notice(self) -> str:
        """Whether a notice mentions it; of a change of low severity only if one does."""
        if self.acknowledged:
            return label_words.MENTIONED
        return "" if self.severity == "low" else label_words.UNMENTIONED


@dataclass(frozen=True, slots=True)
class RevisionHits:
    """Consecutive hits from one revision of an article."""

    article: str
    headline: str
    old: int
    new: int
    time: str
    iso: str
    by: str
    note: str
    folder: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The query and its results; `rest` says how many changes are shown, unless all are."""

    title: str
    sentence: str
    rest: str
    revisions: tuple[RevisionHits, ...]


def of(question: Question, answer: Answer, headlines: Mapping[str, str] = NONE) -> SearchPage:
    """The page of an answer; `headlines` are those of its articles."""
    title, sentence = visible(_query(question, "changes")), visible(_sentence(question, answer))
    return SearchPage(title[0].upper() + title[1:], sentence, _rest(answer), tuple(_hits(answer.results, headlines)))


def terminal(
    question: Question, answer: Answer, *, colour: bool, width: int, headlines: Mapping[str, str] = NONE
) -> str:
    """An answer in lines of `width` columns."""
    screen = Screen(colour, max(width, NARROWEST))
    page = of(question, answer, headlines)
    lines = list(screen.wrapped([MarkedRun(page.sentence)]))
    for revision in page.revisions:
        lines += ["", *screen.wrapped([MarkedRun(_heading(revision), focus=True)])]
        lines += [line for hit in revision.hits for line in _lines(hit, screen)]
    if page.rest:
        lines += ["", *screen.wrapped([MarkedRun(f"{page.rest}; use --limit 0 for all.")])]
    return "\n".join(lines) + "\n"


def html(question: Question, answer: Answer, site: str = "", headlines: Mapping[str, str] = NONE) -> str:
    """An answer as one HTML document; the same answer gives the same bytes.

    `site` is the address of a site of the archive, whose pages the results link to.
    """
    from revtrack.report import html_document

    return html_document.made("search.html", styles=STYLES, page=of(question, answer, headlines), site=site)


def _hits(results: Sequence[SearchResult], headlines: Mapping[str, str]) -> Iterator[RevisionHits]:
    for _, group in groupby(results, key=lambda result: (result.new.article, result.old.commit, result.new.commit)):
        own = list(group)
        new = own[0].new
        time = visible(label_words.moment(new.time))
        yield RevisionHits(
            article=visible(new.article),
            headline=visible(headlines.get(new.article, "")),
            old=own[0].old.number,
            new=new.number,
            time=time,
            iso="" if time == new.time else new.time,
            by=visible(new.by).strip(),
            note=visible(new.note).strip(),
            folder=site_pages.folder(new.article),
            hits=tuple(_hit(result.change) for result in own),
        )


def _hit(change: dict[str, Any]) -> Hit:
    labels = [label_words.label_phrase(change["kind"], label, change["severity"]) for label in change["labels"]]
    remarks = (*labels, *label_words.remarks(len(change["also"]), change["moved"]))
    sides = (side["text"] if side else "" for side in (change["old"], change["new"]))
    anchor = change_rows.anchor("c", change["kind"], change["labels"], sides)
    return Hit(change["kind"], change["severity"], visible(change["message"]), remarks, change["acknowledged"], anchor)


def _heading(revision: RevisionHits) -> str:
    by = f", by {revision.by}" if revision.by else ""
    name = f"{revision.headline} ({revision.article})" if revision.headline else revision.article
    return f"{name}, revision {revision.old} to {revision.new}, {revision.time}{by}"


def _lines(hit: Hit, screen: Screen) -> Iterator[str]:
    sign = screen.styled(f"{SIGNS[hit.severity]} {hit.severity:6}", hit.severity)
    indent = " " * INDENT
    first, *more = screen.wrapped([MarkedRun(hit.message)], indent, indent)
    yield f"{sign}   {first[INDENT:]}"
    yield from more
    remarks = "; ".join(filter(None, [*hit.remarks, hit.notice]))
    yield from (screen.styled(line, "dim") for line in screen.wrapped([MarkedRun(remarks)], indent, indent))


def _sentence(question: Question, answer: Answer) -> str:
    """The number of hits and the query: '3 high-severity figure changes with "toll", newest first.'."""
    if not answer.total:
        return f"No {_query(question, 'changes')}."
    query = _query(question, "change" if answer.total == 1 else "changes")
    order = "newest first" if question.order == "time" else "most serious first"
    number = f"More than {answer.total:,}" if answer.more else f"{answer.total:,}"
    return f"{number} {query}{f', {order}' if answer.more or answer.total > 1 else ''}."


def _rest(answer: Answer) -> str:
    shown = len(answer.results)
    if shown == answer.total and not answer.more:
        return ""
    return f"{shown:,} of {'more than ' if answer.more else ''}{phrases.count(answer.total, 'change')} shown"


def _query(question: Question, noun: str) -> str:
    """A query in words, around a noun: 'high-severity figure changes with "toll", without a notice'."""
    severities = f"{'- or '.join(question.severities)}-severity" if question.severities else ""
    kinds = " or ".join(label_words.NOUNS[kind] for kind in question.kinds)
    words = question.words.strip()
    if words and '"' not in words:
        words = f'"{words}"'
    conditions = [
        words and f"with {words}",
        question.speakers and f"to what {' or '.join(question.speakers)} said",
        question.labels and f"labelled {' or '.join(question.labels)}",
        {None: "", True: label_words.MENTIONED, False: "without a notice"}[question.acknowledged],
        question.articles and f"in {phrases.listing(list(question.articles))}",
        question.since and f"since {label_words.moment(question.since)}",
        question.until and f"until {label_words.moment(question.until)}",
    ]
    phrase = " ".join(part for part in (severities, kinds, noun) if part)
    return f"{phrase} {', '.join(part for part in conditions if part and isinstance(part, str))}".rstrip()
