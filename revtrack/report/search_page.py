"""The changes that a search found, for a terminal and as an HTML page: what was asked, how many, and each of them.

2 changes with "toll", newest first.

ferry, revision 1 to 2, 31 October 2024, 12:30 UTC
!! high    people: at least 12 -> at least 21 (+75 %)
           figure value changed; in no notice
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from revtrack.model import Severity
from revtrack.model.ledger import Answer, Question, Result
from revtrack.report import vocabulary
from revtrack.report.ansi import Screen
from revtrack.report.escaping import visible
from revtrack.report.marked_text import Run
from revtrack.report.terminal import INDENT, NARROWEST, SIGNS

STYLES = ("base.css", "site.css", "print.css")


@dataclass(frozen=True, slots=True)
class Hit:
    """A change in words; `remarks` are its labels and where else it was made."""

    kind: str
    severity: Severity
    message: str
    remarks: tuple[str, ...]
    acknowledged: bool

    @property
    def owned(self) -> str:
        """What there is to say of notices: of a slight change only that there is one."""
        if self.acknowledged:
            return vocabulary.OWNED_UP
        return "" if self.severity == "low" else "in no notice"


@dataclass(frozen=True, slots=True)
class RevisionHits:
    """Changes in a row that came with one revision of an article."""

    article: str
    old: int
    new: int
    time: str
    iso: str
    by: str
    note: str
    found: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found and asked for; `rest` tells how many changes are not shown, if any."""

    title: str
    sentence: str
    rest: str
    steps: tuple[RevisionHits, ...]


def of(question: Question, answer: Answer) -> SearchPage:
    """The page of an answer."""
    asked = visible(_asked(question))
    return SearchPage(
        f"Changes{asked}", _sentence(question, answer, asked), _rest(answer), tuple(_steps(answer.results))
    )


def terminal(question: Question, answer: Answer, *, colour: bool, width: int) -> str:
    """An answer in lines of `width` columns."""
    screen = Screen(colour, max(width, NARROWEST))
    shown = of(question, answer)
    lines = list(screen.wrapped([Run(shown.sentence)]))
    for step in shown.steps:
        lines += ["", *screen.wrapped([Run(_heading(step), focus=True)])]
        lines += [line for found in step.found for line in _lines(found, screen)]
    if shown.rest:
        lines += ["", *screen.wrapped([Run(f"{shown.rest}: --limit 0 shows all.")])]
    return "\n".join(lines) + "\n"


def html(question: Question, answer: Answer) -> str:
    """An answer as one HTML document; the same answer gives the same bytes."""
    from revtrack.report import document

    return document.made("search.html", styles=STYLES, page=of(question, answer))


def _steps(results: Sequence[Result]) -> Iterator[RevisionHits]:
    for _, group in groupby(results, key=lambda one: (one.new.article, one.old.commit, one.new.commit)):
        own = list(group)
        new = own[0].new
        time = visible(vocabulary.moment(new.time))
        yield RevisionHits(
            article=visible(new.article),
            old=own[0].old.number,
            new=new.number,
            time=time,
            iso="" if time == new.time else new.time,
            by=visible(new.by).strip(),
            note=visible(new.note).strip(),
            found=tuple(_found(one.change) for one in own),
        )


def _found(change: dict[str, Any]) -> Hit:
    labels = [vocabulary.label_phrase(change["kind"], label) for label in change["labels"]]
    remarks = (*labels, *vocabulary.remarks(len(change["also"]), change["moved"]))
    return Hit(change["kind"], change["severity"], visible(change["message"]), remarks, change["acknowledged"])


def _heading(step: RevisionHits) -> str:
    by = f", by {step.by}" if step.by else ""
    return f"{step.article}, revision {step.old} to {step.new}, {step.time}{by}"


def _lines(found: Hit, screen: Screen) -> Iterator[str]:
    sign = screen.styled(f"{SIGNS[found.severity]} {found.severity:6}", found.severity)
    indent = " " * INDENT
    first, *more = screen.wrapped([Run(found.message)], indent, indent)
    yield f"{sign}   {first[INDENT:]}"
    yield from more
    remarks = "; ".join(filter(None, [*found.remarks, found.owned]))
    yield from (screen.styled(line, "dim") for line in screen.wrapped([Run(remarks)], indent, indent))


def _sentence(question: Question, answer: Answer, asked: str) -> str:
    if not answer.total:
        return f"No change{asked}."
    order = "newest first" if question.order == "time" else "the most serious first"
    if answer.more:
        return f"More than {vocabulary.count(answer.total, 'change')}{asked}, {order}."
    return f"{vocabulary.count(answer.total, 'change')}{asked}{f', {order}' if answer.total > 1 else ''}."


def _rest(answer: Answer) -> str:
    shown = len(answer.results)
    if shown == answer.total and not answer.more:
        return ""
    return f"{shown:,} of {'more than ' if answer.more else ''}{vocabulary.count(answer.total, 'change')} shown"


def _asked(question: Question) -> str:
    """A question in words, to follow the noun: ' of figures with "toll", of high severity, in no notice'."""
    kinds = [vocabulary.plural(vocabulary.NOUNS[kind]) for kind in question.kinds]
    words = question.words.strip()
    if words and '"' not in words:
        words = f'"{words}"'
    notices = {None: "", True: ", mentioned in a notice", False: ", in no notice"}
    parts = [
        kinds and f" of {vocabulary.listing(kinds)}",
        words and f" with {words}",
        question.speakers and f" of what {_either(question.speakers)} said",
        question.labels and f", labelled {_either(question.labels)}",
        question.severities and f", of {_either(question.severities)} severity",
        notices[question.acknowledged],
        question.articles and f", in {vocabulary.listing(list(question.articles))}",
        question.since and f", since {vocabulary.moment(question.since)}",
        question.until and f", until {vocabulary.moment(question.until)}",
    ]
    return "".join(part for part in parts if isinstance(part, str))


def _either(parts: Sequence[str]) -> str:
    return " or ".join(parts)
