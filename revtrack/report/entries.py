"""An article as the front page, feeds and search of a site need it: its revisions, their changes, its speakers.

Entries are JSON files next to the article's pages, so that the rest of the site can be built without reading the
article again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from revtrack.model import Attribution, Change, Quote, Step
from revtrack.model.record import record
from revtrack.model.serialisation import Layout, Serialised
from revtrack.report import label_words
from revtrack.report.article_history import ArticleHistory
from revtrack.report.change_rows import ChangeRow
from revtrack.report.diff_page import DiffPage
from revtrack.report.escaping import visible
from revtrack.versions import phrases


@record
class ChangeEntry(Serialised):
    """A change as a site lists it; `anchor` is its place on the page of its revision, `number` that in its diff.

    `standing` says what readers were told of it, `fresh` whether it stands in text that was new.
    """

    anchor: str
    kind: str
    noun: str
    labels: tuple[str, ...]
    severity: str
    acknowledged: bool
    message: str
    speakers: tuple[str, ...]
    number: int = 0
    standing: str = ""
    fresh: bool = False


@record
class RevisionEntry(Serialised):
    """A revision and its changes; `lead` is the gravest of them, `new_text` sums up what was new in it."""

    old: int
    new: int
    commit: str
    time: str
    moment: str
    by: str
    note: str
    sentence: str
    changes: tuple[ChangeEntry, ...]
    lead: str = ""
    new_text: str = ""

    @property
    def page(self) -> str:
        return f"r{self.old}-{self.new}.html"


@record
class ArticleEntry(Serialised):
    """An article; `waiting` is when the first version held back by an embargo may be published."""

    schema: ClassVar[str] = "revtrack.site/1"
    layout: ClassVar[Layout] = Layout(first=("schema",))
    article: str
    folder: str
    title: str
    language: str
    revisions: int
    first: str
    time: str
    moment: str
    fingerprint: str
    waiting: str
    turns: tuple[RevisionEntry, ...]
    speakers: tuple[tuple[str, str], ...]  # name, and in which revisions, in words


def of(steps: Sequence[Step], history: ArticleHistory, *, folder: str, fingerprint: str, waiting: str) -> ArticleEntry:
    """The entry of an article from its revisions and the page of its history."""
    last = steps[-1].revision
    return ArticleEntry(
        article=visible(last.article),
        folder=folder,
        title=history.title,
        language=history.language,
        revisions=len(steps),
        first=visible(steps[0].revision.time),
        time=visible(last.time),
        moment=visible(label_words.moment(last.time)),
        fingerprint=fingerprint,
        waiting=waiting,
        turns=tuple(_turns(steps, history)),
        speakers=tuple((voice.name, voice.when) for voice in history.voices if not voice.anonymous),
    )


def _turns(steps: Sequence[Step], history: ArticleHistory) -> Iterator[RevisionEntry]:
    for step, moment in zip(steps, history.moments, strict=True):
        if step.diff is None or moment.comparison is None:
            continue
        pair = moment.comparison
        page = pair.page
        fresh = {row.number for paragraph in page.new_text.paragraphs for row in paragraph.changes}
        yield RevisionEntry(
            old=pair.old,
            new=pair.new,
            commit=visible(step.revision.commit),
            time=visible(step.revision.time),
            moment=moment.version.time,
            by=moment.version.by,
            note=moment.version.note,
            sentence=page.sentence,
            changes=tuple(_altered(step.diff.changes[row.number - 1], row, row.number in fresh) for row in page.rows),
            lead=_lead(page),
            new_text=page.new_text.summary,
        )


def _lead(page: DiffPage) -> str:
    """What a list says of a revision: its gravest change, and how many more; empty where it only grew."""
    if not page.leads:
        return ""
    more = len(page.rows) - 1
    told = page.every[page.leads[0].number - 1].message
    return f"{told} (and {phrases.count(more, 'more change')})" if more else told


def _altered(change: Change, row: ChangeRow, fresh: bool) -> ChangeEntry:
    return ChangeEntry(
        anchor=row.anchor,
        kind=change.kind,
        noun=label_words.NOUNS[change.kind],
        labels=change.labels,
        severity=change.severity,
        acknowledged=change.acknowledged,
        message=row.message,
        speakers=tuple(dict.fromkeys(_speakers(change))),
        number=row.number,
        standing=row.standing,
        fresh=fresh,
    )


def _speakers(change: Change) -> Iterator[str]:
    """The named sources on either side of a change."""
    for side in (change.old, change.new):
        if isinstance(side, Quote) and side.speaker:
            yield visible(side.speaker)
        if isinstance(side, Attribution) and side.source and not side.source.anonymous:
            yield visible(side.source.name or side.source.text)
