"""A Diff in words, as terminal, Markdown and HTML print it; all text in it is safe to show.

It opens with the article's title, the two versions and a one-sentence summary: "3 figures, 1 quotation and 1 source
changed; the correction notice mentions 1 of them." The changes follow, most serious first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from revtrack.model import Claims, Diff, Notice, Revision
from revtrack.report import accounts, change_rows, label_words, marked_article
from revtrack.report.change_rows import ChangeRow
from revtrack.report.escaping import visible
from revtrack.report.marked_article import Paragraph
from revtrack.versions import headline, other_language, phrases

Standing = Literal["new", "kept", "removed"]

TITLE_LONGEST = 140


class VersionFacts(NamedTuple):
    """One of the two versions; `link` is its source if that is a web address, `iso` its time if machine-readable."""

    words: int
    name: str = ""
    time: str = ""
    iso: str = ""
    by: str = ""
    note: str = ""
    source: str = ""
    link: str = ""
    commit: str = ""


class NoticeRow(NamedTuple):
    """A notice, whether it is new, and the numbers of the changes it mentions."""

    name: str
    standing: Standing
    text: str
    changes: tuple[int, ...]


class DiffPage(NamedTuple):
    """A diff in words; `aside` says what else changed, `left_out` counts the changes that were filtered out.

    `reworded` are the sentences that were reworded, added or removed without a claim; their numbers go on after `rows`.
    """

    title: str
    language: str
    old: VersionFacts
    new: VersionFacts
    sentence: str
    aside: str
    rows: tuple[ChangeRow, ...]
    reworded: tuple[ChangeRow, ...]
    notices: tuple[NoticeRow, ...]
    warnings: tuple[str, ...]
    furniture: tuple[ChangeRow, ...]
    paragraphs: tuple[Paragraph, ...]
    reworded_sentences: str
    left_out: int

    @property
    def every(self) -> tuple[ChangeRow, ...]:
        """All changes, in the order of their numbers."""
        return self.rows + self.reworded


def summary_line(summary: Mapping[str, Mapping[str, int]]) -> str:
    """A summary in words: "1 figure value and 2 quoted wordings changed"."""
    counts: Counter[tuple[str, str]] = Counter()
    for kind, labels in summary.items():
        for label, number in labels.items():
            counts[label_words.aspect(kind, label), label_words.verb(label)] += number
    return label_words.gathered(counts) or "no claims changed"


def of(diff: Diff, left_out: int = 0) -> DiffPage:
    """The page of a diff, from which `left_out` changes were filtered out."""
    diff = _in_reading_order(diff)
    paragraphs = marked_article.paragraphs(diff, list(change_rows.places(diff.changes)))
    notices = tuple(_notices(diff))
    rows = tuple(change_rows.of(diff, diff.changes, "c", marked_article.noted(paragraphs)))
    claims = sum(not change.is_rewording for change in diff.changes)
    return DiffPage(
        title=title(diff.after),
        language=diff.after.language,
        old=version(diff.old, diff.before),
        new=version(diff.new, diff.after),
        sentence=_sentence(diff, notices, left_out),
        aside="; ".join(accounts.aside(diff)) if claims or left_out else "",
        rows=rows[:claims],
        reworded=rows[claims:],
        notices=notices,
        warnings=warnings(diff.after),
        furniture=tuple(change_rows.of(diff, diff.furniture, "f")),
        paragraphs=paragraphs,
        reworded_sentences=accounts.sentences(diff),
        left_out=left_out,
    )


def _in_reading_order(diff: Diff) -> Diff:
    """The diff with what was only reworded behind all other changes."""
    order = sorted(range(len(diff.changes)), key=lambda index: diff.changes[index].is_rewording)
    place = {index: position for position, index in enumerate(order)}
    notices = (replace(one, changes=tuple(sorted(place[index] for index in one.changes))) for one in diff.notices)
    return replace(diff, changes=tuple(diff.changes[index] for index in order), notices=tuple(notices))


def warnings(claims: Claims) -> tuple[str, ...]:
    """What a reader should know of the reading, a line each: another language than English, impossible dates."""
    dates = (f"Check the date: {visible(warning.text)}: {warning.message}." for warning in claims.warnings)
    spoken = other_language.warning(claims)
    return (spoken, *dates) if spoken else tuple(dates)


def title(claims: Claims) -> str:
    """The headline without the marks of a heading, shortened."""
    span = headline.or_opening(claims)
    text = visible(span.of(claims.text)).lstrip("# ").rstrip() if span else ""
    return phrases.shorten(text, TITLE_LONGEST) or "Untitled"


def version(revision: Revision | None, claims: Claims) -> VersionFacts:
    if revision is None:
        return VersionFacts(words=len(claims.text.split()))
    source, time = visible(revision.source).strip(), label_words.moment(revision.time)
    return VersionFacts(
        name=visible(label_words.revision_name(revision)),
        time=visible(time),
        iso="" if time == revision.time else revision.time,
        by=visible(revision.by).strip(),
        note=visible(revision.note).strip(),
        source=source,
        link=source if source.lower().startswith(("https://", "http://")) else "",
        commit=visible(revision.commit[:10]),
        words=revision.words,
    )


def _notices(diff: Diff) -> Iterator[NoticeRow]:
    """The notices of the new text, and those removed from the old one."""
    old = {visible(notice.text) for notice in diff.notices if notice.side == "old"}
    new = {visible(notice.text) for notice in diff.notices if notice.side == "new"}
    for notice in diff.notices:
        text = visible(notice.text)
        if notice.side == "new":
            yield _notice(notice, text, "kept" if text in old else "new")
        elif text not in new:
            yield _notice(notice, text, "removed")


def _notice(notice: Notice, text: str, standing: Standing) -> NoticeRow:
    return NoticeRow(label_words.NOTICES[notice.type], standing, text, tuple(index + 1 for index in notice.changes))


def _sentence(diff: Diff, notices: tuple[NoticeRow, ...], left_out: int) -> str:
    claims = [change for change in diff.changes if not change.is_rewording]
    if not (claims or left_out):
        return accounts.unchanged(diff)
    counts = Counter(label_words.outcome(change.kind, change.labels[0]) for change in claims)
    parts = [label_words.gathered(counts) or "No changes of the requested kind"]
    if claims:
        parts += _mentioned(notices, len(claims))
    if left_out:
        parts.append(f"{phrases.count(left_out, 'other change')} not shown")
    return f"{'; '.join(parts)}."


def _mentioned(notices: tuple[NoticeRow, ...], total: int) -> list[str]:
    """How many of the changes of claims the notices mention, as a clause."""
    own = [notice for notice in notices if notice.standing == "new" or (notice.changes and notice.standing == "kept")]
    if not own:
        return []
    mentioned = len({number for notice in own for number in notice.changes if number <= total})
    subject, verb = (f"the {own[0].name}", "mentions") if len(own) == 1 else (f"{len(own)} notices", "mention")
    if total == 1 and not mentioned:
        return [f"{subject} {'does' if len(own) == 1 else 'do'} not mention it"]
    return [f"{subject} {verb} {'it' if total == 1 else str(mentioned or 'none') + ' of them'}"]
