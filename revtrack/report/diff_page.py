"""A Diff in words, as terminal, Markdown and HTML print it; all text in it is safe to show.

It opens with the article's title, the two versions and a one-sentence summary: "3 figures, 1 quotation and 1 source
changed; the correction notice mentions 1 of them." The changes follow, most serious first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from revtrack.model import Claims, Diff, Notice, Revision, Side, Span, Spans
from revtrack.report import change_rows, label_words, marked_article, marked_text
from revtrack.report.change_rows import ChangeRow
from revtrack.report.escaping import visible
from revtrack.report.marked_article import Paragraph
from revtrack.versions import headline, phrases
from revtrack.versions.stretches import joined

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
    """A diff in words; `aside` says what else changed, `left_out` counts the changes that were filtered out."""

    title: str
    language: str
    old: VersionFacts
    new: VersionFacts
    sentence: str
    aside: str
    rows: tuple[ChangeRow, ...]
    notices: tuple[NoticeRow, ...]
    warnings: tuple[str, ...]
    furniture: tuple[ChangeRow, ...]
    paragraphs: tuple[Paragraph, ...]
    words_outside: int
    moved: int
    left_out: int


def summary_line(summary: Mapping[str, Mapping[str, int]]) -> str:
    """A summary in words: "1 figure value and 2 quoted wordings changed"."""
    counts: Counter[tuple[str, str]] = Counter()
    for kind, labels in summary.items():
        for label, number in labels.items():
            counts[label_words.aspect(kind, label), label_words.verb(label)] += number
    return label_words.gathered(counts) or "no claims changed"


def of(diff: Diff, left_out: int = 0) -> DiffPage:
    """The page of a diff, from which `left_out` changes were filtered out."""
    paragraphs = marked_article.paragraphs(diff, list(change_rows.places(diff.changes)))
    notices = tuple(_notices(diff))
    moved = sum(op.op == "move" for op in diff.sentences)
    outside = marked_text.words_outside(diff, _settled(diff, "old"), _settled(diff, "new"))
    sentence, aside = _sentence(diff, notices, left_out), _aside(outside, moved, rewritten=diff.rewritten)
    if not (diff.changes or left_out):
        sentence, aside = _unchanged(diff, aside), ""
    return DiffPage(
        title=title(diff.after),
        language=diff.after.language,
        old=version(diff.old, diff.before),
        new=version(diff.new, diff.after),
        sentence=sentence,
        aside=aside,
        rows=tuple(change_rows.of(diff, diff.changes, "c", marked_article.noted(paragraphs))),
        notices=notices,
        warnings=warnings(diff.after),
        furniture=tuple(change_rows.of(diff, diff.furniture, "f")),
        paragraphs=paragraphs,
        words_outside=outside,
        moved=moved,
        left_out=left_out,
    )


def warnings(claims: Claims) -> tuple[str, ...]:
    """Warnings about impossible dates, a line each."""
    return tuple(f"Check the date: {visible(warning.text)}: {warning.message}." for warning in claims.warnings)


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


def _settled(diff: Diff, side: Side) -> Spans:
    """Places whose changed words are reported elsewhere: changed claims, notices, publication-time lines."""
    changes = (*diff.changes, *diff.furniture)
    claims = [change.old if side == "old" else change.new for change in changes]
    also = [place.old if side == "old" else place.new for change in changes for place in change.also]
    notices = [Span(notice.start, notice.end) for notice in diff.notices if notice.side == side]
    blocks = (diff.before if side == "old" else diff.after).blocks
    furniture = [Span(block.start, block.end) for block in blocks if block.role == "furniture"]
    return joined([*(claim.span for claim in claims if claim), *filter(None, also), *notices, *furniture])


def _sentence(diff: Diff, notices: tuple[NoticeRow, ...], left_out: int) -> str:
    counts = Counter(label_words.outcome(change.kind, change.labels[0]) for change in diff.changes)
    parts = [label_words.gathered(counts) or "No changes of the requested kind"]
    if diff.changes:
        parts += _mentioned(notices, len(diff.changes))
    if left_out:
        parts.append(f"{phrases.count(left_out, 'other change')} not shown")
    return f"{'; '.join(parts)}."


def _mentioned(notices: tuple[NoticeRow, ...], total: int) -> list[str]:
    """How many of the changes the notices mention, as a clause."""
    own = [notice for notice in notices if notice.standing == "new" or (notice.changes and notice.standing == "kept")]
    if not own:
        return []
    mentioned = len({number for notice in own for number in notice.changes})
    subject, verb = (f"the {own[0].name}", "mentions") if len(own) == 1 else (f"{len(own)} notices", "mention")
    if total == 1 and not mentioned:
        return [f"{subject} {'does' if len(own) == 1 else 'do'} not mention it"]
    return [f"{subject} {verb} {'it' if total == 1 else str(mentioned or 'none') + ' of them'}"]


def _aside(outside: int, moved: int, *, rewritten: bool) -> str:
    parts = ["the article was rewritten"] if rewritten else []
    parts += [f"{phrases.count(outside, 'word')} changed outside claims"] if outside else []
    return "; ".join([*parts, f"{phrases.count(moved, 'sentence')} moved"] if moved else parts)


def _unchanged(diff: Diff, aside: str) -> str:
    if diff.before.text == diff.after.text:
        return "The two texts are identical."
    if diff.furniture or any(op.op != "equal" for op in diff.sentences):
        return f"No claims changed; {aside or 'no words outside claims changed either'}."
    return "No claims changed; the texts differ only in form."
