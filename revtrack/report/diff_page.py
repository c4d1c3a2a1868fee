"""A Diff in words, as terminal, Markdown and HTML print it; all text in it is safe to show.

It opens with the article's title, the two versions and a one-sentence summary: "3 figures, 1 quotation and 1 source
changed; the correction notice mentions 1 of them." The changes follow, most serious first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Literal, NamedTuple

from revtrack.model import Claims, Diff, Notice, ReadingWarning, Revision
from revtrack.model.guard import UNREAD
from revtrack.report import (
    accounts,
    change_rows,
    label_words,
    leads,
    marked_article,
    notice_verdict,
    passage_rows,
    strip,
    version_line,
)
from revtrack.report.change_rows import ChangeRow
from revtrack.report.escaping import visible
from revtrack.report.leads import Lead
from revtrack.report.marked_article import Paragraph
from revtrack.report.notice_verdict import NoticeVerdict
from revtrack.report.passage_rows import NewText, PassageRow
from revtrack.report.strip import StripPart
from revtrack.report.version_line import VersionLine
from revtrack.versions import headline, other_language, phrases, typeset

Standing = Literal["new", "kept", "removed"]

TITLE_LONGEST = 140
MARKUP = frozenset("*_<[`&\\")  # without one of these, a headline is read as it is written


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

    The page is read from the top: `versions`, `title`, `leads` (three things to know), `verdict` (what notices say),
    `strip` (where in the text), then the passages in three blocks. `every` has a row for each change of the diff, in
    the order of their numbers; `rows` are those shown that change a claim, `reworded` those shown that do not.
    """

    title: str
    language: str
    old: VersionFacts
    new: VersionFacts
    versions: VersionLine
    sentence: str
    aside: str
    leads: tuple[Lead, ...]
    further: tuple[Lead, ...]
    verdict: NoticeVerdict
    strip: tuple[StripPart, ...]
    told_differently: tuple[PassageRow, ...]
    other_wording: tuple[PassageRow, ...]
    new_text: NewText
    every: tuple[ChangeRow, ...]
    rows: tuple[ChangeRow, ...]
    reworded: tuple[ChangeRow, ...]
    notices: tuple[NoticeRow, ...]
    warnings: tuple[str, ...]
    furniture: tuple[ChangeRow, ...]
    paragraphs: tuple[Paragraph, ...]
    left_out: int


def summary_line(summary: Mapping[str, Mapping[str, int]]) -> str:
    """A summary in words: "1 figure value and 2 quoted wordings changed"."""
    counts: Counter[tuple[str, str]] = Counter()
    for kind, labels in summary.items():
        for label, number in labels.items():
            counts[label_words.aspect(kind, label), label_words.verb(label)] += number
    return label_words.gathered(counts) or "no claims changed"


def of(diff: Diff, shown: Collection[int] | None = None, names: tuple[str, str] = ("", "")) -> DiffPage:
    """The page of a diff with all changes, or with those whose indices are `shown`; numbers are the same either way.

    `names` are those of two compared files.
    """
    numbers = [index + 1 for index in range(len(diff.changes)) if shown is None or index in shown]
    paragraphs = marked_article.paragraphs(diff, list(change_rows.places(diff.changes)))
    notices = tuple(_notices(diff))
    every = tuple(change_rows.of(diff, diff.changes, "c", marked_article.noted(paragraphs)))
    left_out = len(every) - len(numbers)
    rows = tuple(every[number - 1] for number in numbers)
    claims = tuple(row for row in rows if not row.rewording)
    blocks = passage_rows.of(diff, every, paragraphs, numbers)
    first, further = leads.of(blocks.told_differently)
    old, new = version(diff.old, diff.before), version(diff.new, diff.after)
    return DiffPage(
        title=title(diff.after),
        language=diff.after.language,
        old=old,
        new=new,
        versions=version_line.of(diff.old, diff.new, (old.words, new.words), names),
        sentence=_sentence(diff, claims, notices, left_out),
        aside="; ".join(accounts.aside(diff)) if claims or left_out else "",
        leads=first,
        further=further,
        verdict=notice_verdict.of(claims, [notice.name for notice in _own(notices)]),
        strip=tuple(strip.of(paragraphs, {row.number: row.severity for row in rows})),
        told_differently=blocks.told_differently,
        other_wording=blocks.other_wording,
        new_text=blocks.new_text,
        every=every,
        rows=claims,
        reworded=tuple(row for row in rows if row.rewording),
        notices=notices,
        warnings=warnings(diff.after),
        furniture=tuple(change_rows.of(diff, diff.furniture, "f")),
        paragraphs=paragraphs,
        left_out=left_out,
    )


def warnings(claims: Claims) -> tuple[str, ...]:
    """What a reader should know of the reading, a line each: another language than English, impossible dates."""
    told = map(_warning, claims.warnings)
    spoken = other_language.warning(claims)
    return (spoken, *told) if spoken else tuple(told)


def _warning(warning: ReadingWarning) -> str:
    if warning.message != UNREAD:
        return f"Check the date: {visible(warning.text)}: {warning.message}."
    shown = phrases.shorten(" ".join(visible(warning.text).split()), TITLE_LONGEST)
    return f'An error in revtrack: {UNREAD}: "{shown}". Please report it with the text.'


def title(claims: Claims) -> str:
    """The headline as it is set, shortened."""
    span = headline.or_opening(claims)
    raw = span.of(claims.text) if span else ""
    words = typeset.seen(claims.text, span) if span and not MARKUP.isdisjoint(raw) else raw
    text = visible(words).lstrip("# ").rstrip()
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


def _sentence(diff: Diff, claims: tuple[ChangeRow, ...], notices: tuple[NoticeRow, ...], left_out: int) -> str:
    if not (claims or left_out):
        return accounts.unchanged(diff)
    changes = [diff.changes[row.number - 1] for row in claims]
    counts = Counter(label_words.outcome(change.kind, change.labels[0]) for change in changes)
    parts = [label_words.gathered(counts) or "No changes of the requested kind"]
    if claims:
        parts += _mentioned(notices, {row.number for row in claims})
    if left_out:
        parts.append(f"{phrases.count(left_out, 'other change')} not shown")
    return f"{'; '.join(parts)}."


def _own(notices: tuple[NoticeRow, ...]) -> list[NoticeRow]:
    """The notices that speak of this edit: new ones, and kept ones that mention a change of it."""
    return [notice for notice in notices if notice.standing == "new" or (notice.changes and notice.standing == "kept")]


def _mentioned(notices: tuple[NoticeRow, ...], numbers: set[int]) -> list[str]:
    """How many of the changes of claims the notices mention, as a clause."""
    own, total = _own(notices), len(numbers)
    if not own:
        return []
    mentioned = len({number for notice in own for number in notice.changes if number in numbers})
    subject, verb = (f"the {own[0].name}", "mentions") if len(own) == 1 else (f"{len(own)} notices", "mention")
    if total == 1 and not mentioned:
        return [f"{subject} {'does' if len(own) == 1 else 'do'} not mention it"]
    return [f"{subject} {verb} {'it' if total == 1 else str(mentioned or 'none') + ' of them'}"]
