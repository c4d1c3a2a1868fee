"""A digest in words, for mail and chat: what changed silently, what was acknowledged, what is developing news.

Under each of these come desks, authors, revisions with their headlines, and the changes with their sentence once:

    The boat carried [-12-]{+21+} people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from revtrack.model import Severity
from revtrack.model.digests import Acknowledgement, Digest, DigestChange
from revtrack.report import label_words
from revtrack.report.escaping import visible
from revtrack.report.marked_text import MarkedRun, Runs
from revtrack.versions import phrases, words

NO_DESK, NO_AUTHOR = "No desk named", "Author not recorded"
_SECONDS = re.compile(r":\d\dZ$")  # of the moment at which a digest is made, which nobody asks for

_HOW: dict[Acknowledgement, str] = {
    "silent": "",
    "notice": "mentioned in a notice",
    "mark": "accepted in the source",
    "trailer": "accepted in the commit message",
    "update": "",
}


class DigestRow(NamedTuple):
    """A change: its number in the diff, how it was acknowledged, and its sentence where no row above has it."""

    number: int
    severity: Severity
    message: str
    how: str
    runs: Runs


class DigestRevision(NamedTuple):
    """A revision with changes: "Ferry toll rises", "news/ferry, version 1 to 2", "31 October 2024, 12:30 UTC"."""

    headline: str
    versions: str
    time: str
    rows: tuple[DigestRow, ...]


class DigestAuthor(NamedTuple):
    """The revisions of one author."""

    name: str
    revisions: tuple[DigestRevision, ...]


class DigestDesk(NamedTuple):
    """The authors of one desk; without a name where the archive has no desks."""

    name: str
    authors: tuple[DigestAuthor, ...]


class DigestSection(NamedTuple):
    """A section: its heading, what it means, and its desks."""

    title: str
    meaning: str
    desks: tuple[DigestDesk, ...]


class DigestPage(NamedTuple):
    """The digest in words; `rest` says what is not listed."""

    title: str
    sentence: str
    rest: str
    sections: tuple[DigestSection, ...]


def of(digest: Digest) -> DigestPage:
    """The page of a digest."""
    sections = (
        ("Silent changes", "Not mentioned in a notice, and accepted by no one.", digest.silent),
        ("Acknowledged changes", "Mentioned in a notice, or accepted with a reason.", digest.acknowledged),
        ("Updates of developing news", "Running counts that went on; no notice is due.", digest.updates),
    )
    return DigestPage(
        f"Changes from {_end(digest.since, 'T00:00:00Z')} to {_end(digest.until, 'T23:59:59Z')}",
        _sentence(digest),
        _rest(digest),
        tuple(
            DigestSection(f"{title}: {len(changes):,}", meaning, tuple(_desks(changes)))
            for title, meaning, changes in sections
            if changes
        ),
    )


def _sentence(digest: Digest) -> str:
    if not digest.revisions:
        return "No published article was revised."
    revised = (
        f"{phrases.count(digest.articles, 'article')} revised, in {phrases.count(digest.revisions, 'new version')}"
    )
    if not digest.changes:
        return f"{revised}; no serious change."
    parts = [
        f"{len(digest.silent):,} silent" if digest.silent else "none silent",
        f"{len(digest.acknowledged):,} acknowledged" if digest.acknowledged else "",
        f"{phrases.count(len(digest.updates), 'update')} of developing news" if digest.updates else "",
    ]
    serious = phrases.count(len(digest.changes), "serious change")
    return f"{revised}; {serious}: {phrases.listing([part for part in parts if part])}."


def _rest(digest: Digest) -> str:
    parts = [f"{phrases.count(digest.minor, 'lesser change')} not listed"] if digest.minor else []
    if digest.left_out:
        parts.append(f"{phrases.count(len(digest.left_out), 'revision')} could not be read")
    return f"{'; '.join(parts)}." if parts else ""


def _desks(changes: Sequence[DigestChange]) -> Iterator[DigestDesk]:
    """The changes by desk and author; within a revision they keep their order, gravest first."""
    ordered = sorted(changes, key=lambda one: (one.desk == "", one.desk, one.by == "", one.by, one.time, one.article))
    for desk, own in groupby(ordered, key=lambda one: one.desk):
        authors = [
            DigestAuthor(visible(by).strip() or NO_AUTHOR, tuple(_revisions(their)))
            for by, their in groupby(own, key=lambda one: one.by)
        ]
        yield DigestDesk(visible(desk) or (NO_DESK if any(one.desk for one in changes) else ""), tuple(authors))


def _revisions(changes: Iterable[DigestChange]) -> Iterator[DigestRevision]:
    for (article, old, new), own in groupby(changes, key=lambda one: (one.article, one.old, one.new)):
        rows = list(own)
        yield DigestRevision(
            rows[0].headline,
            f"{visible(article)}, version {old} to {new}",
            _moment(rows[0].time),
            tuple(_rows(rows)),
        )


def _rows(changes: Iterable[DigestChange]) -> Iterator[DigestRow]:
    shown = set()
    for one in changes:
        sides = (one.before, one.after)
        runs = () if sides in shown or one.acknowledgement == "update" else _runs(*sides)
        shown.add(sides)
        how = _HOW[one.acknowledgement]
        reason = f": {visible(one.reason)}" if one.reason else ""
        yield DigestRow(one.change, one.severity, visible(one.message), f"{how}{reason}", runs)


def _runs(before: str | None, after: str | None) -> Runs:
    """A sentence with its words marked once, old and new interleaved."""
    old, new = visible(before or ""), visible(after or "")
    if before is None or after is None:
        return (MarkedRun(old, "removed") if after is None else MarkedRun(new, "added"),)
    runs: list[MarkedRun] = []
    for mark in words.marks(old, new):
        was, now = old[mark.old_start : mark.old_end], new[mark.new_start : mark.new_end]
        if mark.op == "equal" or _plain(was) == _plain(now):  # curly marks for straight ones
            runs.append(MarkedRun(now))
        else:
            runs += [MarkedRun(was, "removed")] if was else []
            runs += [MarkedRun(now, "added")] if now else []
    return tuple(runs)


def _plain(words: str) -> str:
    """Words in their plain spelling, whole."""
    return phrases.clip(words, len(words) + 1)


def _end(time: str, edge: str) -> str:
    """An end of the period: a day where it is the edge of one."""
    return visible(label_words.day(time[:10])) if time.endswith(edge) else _moment(_SECONDS.sub(":00Z", time))


def _moment(time: str) -> str:
    return visible(label_words.moment(time))
