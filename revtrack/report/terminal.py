"""A diff, the claims of an article or a log for a terminal, readable without a manual.

    !! high    soldiers: 8,000 -> 10,000 (+25 %)
         old:  It sent [-8,000-] soldiers.
         new:  It sent {+10,000+} soldiers.

Removed words are in `[-` `-]`, added words in `{+` `+}`; colour only adds to that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from revtrack.model import Attribution, Claim, Claims, Date, Diff, Figure, Name, Quote, Severity, decimal_string
from revtrack.report import diff_page, label_words
from revtrack.report.ansi import Screen
from revtrack.report.change_rows import ChangeRow, Excerpt
from revtrack.report.diff_page import DiffPage, NoticeRow, VersionFacts
from revtrack.report.escaping import visible
from revtrack.report.marked_article import Paragraph, Sentence
from revtrack.report.marked_text import MarkedRun, Runs
from revtrack.versions import phrases

if TYPE_CHECKING:
    from revtrack.model.archive_answers import LogEntry

SIGNS: dict[Severity, str] = {"high": "!!", "medium": "! ", "low": "  "}
# Kept words of the sentence page on either side of a claim.
CONTEXT = 12
CLAIM_LONGEST = 70
NARROWEST = 40
INDENT = 12


def diff(
    diff: Diff,
    *,
    colour: bool,
    width: int,
    words: bool = False,
    show_all: bool = False,
    shown: Collection[int] | None = None,
) -> str:
    """A diff in lines of `width` columns; `words` adds the text.

    `show_all` adds the sentences that were reworded without a claim, and the publication-time lines.
    """
    screen = Screen(colour, max(width, NARROWEST))
    page = diff_page.of(diff, shown)
    return "\n".join(_diff_lines(page, screen, words, show_all)) + "\n"


def claims(claims: Claims, *, colour: bool) -> str:
    """The claims of an article in text order: kind, words, and what they were read as."""
    screen = Screen(colour, 0)
    lines = []
    for claim in claims.claims:
        words = phrases.shorten(visible(claim.text), CLAIM_LONGEST)
        lines.append(f"{screen.styled(f'{claim.kind:12}', 'dim')}{words}{_reading(claim)}")
    total = phrases.count(len(lines), "claim")
    listed = [*lines, "", f"{total}."] if lines else ["No claims found."]
    return "\n".join([*listed, *diff_page.warnings(claims)]) + "\n"


def log(rows: Sequence[LogEntry], *, colour: bool) -> str:
    """Revisions in the order given, under the names of their articles, each with a summary of its changes."""
    return "\n".join(log_lines(rows, colour=colour)) + "\n"


def log_lines(rows: Iterable[LogEntry], *, colour: bool) -> Iterator[str]:
    """The lines of a log one by one."""
    screen = Screen(colour, 0)
    article = None
    for row in rows:
        if row.revision.article != article:
            yield from [""] if article else []
            article = row.revision.article
            yield screen.styled(visible(article), "bold")
        yield from _log_lines(row, screen)
    if article is None:
        yield "No revisions yet."


def _diff_lines(page: DiffPage, screen: Screen, words: bool, show_all: bool) -> Iterator[str]:
    yield from screen.wrapped([MarkedRun(page.title, focus=True)])
    yield from _version_lines("old", page.old, screen)
    yield from _version_lines("new", page.new, screen)
    yield ""
    yield from screen.wrapped([MarkedRun(page.sentence)])
    if page.aside:
        yield from screen.wrapped([MarkedRun(f"Also: {page.aside}.")])
    for row in page.every if show_all else page.rows:
        yield ""
        yield from _row_lines(row, screen)
    for notice in page.notices:
        yield ""
        yield from _notice_lines(notice, screen)
    if page.warnings:
        yield ""
    for warning in page.warnings:
        yield from screen.wrapped([MarkedRun(warning)])
    if show_all:
        yield from _furniture_lines(page, screen)
    else:
        yield from _left_for_all(page, screen)
    if words:
        yield ""
        yield from _article_lines(page.paragraphs, screen)


def _left_for_all(page: DiffPage, screen: Screen) -> Iterator[str]:
    """What is listed only with --all."""
    reworded, lines = len(page.reworded), len(page.furniture)
    yield from [""] if reworded or lines else []
    if reworded:
        told = f"{phrases.count(reworded, 'sentence')} without a change of claim"
        yield from screen.wrapped([MarkedRun(f"{told} (--all shows {'them' if reworded > 1 else 'it'}).")])
    if lines:
        told = f"{phrases.count(lines, 'publication-time line')} changed"
        yield from screen.wrapped([MarkedRun(f"{told} (--all shows {'them' if lines > 1 else 'it'}).")])


def _version_lines(side: str, version: VersionFacts, screen: Screen) -> Iterator[str]:
    facts = [version.name, version.time, version.by and f"by {version.by}", phrases.count(version.words, "word")]
    commit = [f"commit {version.commit}"] if version.commit else []
    line = "; ".join([*filter(None, facts), *commit, *filter(None, [version.note])])
    yield from screen.wrapped([MarkedRun(line)], f"{side}: ", "     ")


def _row_lines(row: ChangeRow, screen: Screen) -> Iterator[str]:
    sign = screen.styled(f"{SIGNS[row.severity]} {row.severity:6}", row.severity)
    indent = " " * INDENT
    first, *more = screen.wrapped([MarkedRun(row.message, focus=True)], indent, indent)
    yield f"{sign}   {first[INDENT:]}"
    yield from more
    yield from (
        screen.styled(line, "dim") for line in screen.wrapped([MarkedRun("; ".join(row.details))], indent, indent)
    )
    for name, side in (("old:", row.old), ("new:", row.new)):
        if side:
            yield from screen.wrapped(_near(side), f"{name:>{INDENT - 2}}  ", indent)


def _near(side: Excerpt) -> Runs:
    """A side without the far ends and the long kept stretches of its sentence."""
    runs = []
    for place, run in enumerate(side.runs):
        words = run.text.split(" ")
        first, last = place == 0, place == len(side.runs) - 1
        room = CONTEXT * (1 if first or last else 2)
        if run.state != "kept" or run.focus or len(words) <= room + 3:
            runs.append(run)
            continue
        head = [] if first else words[:CONTEXT]
        tail = [] if last else words[-CONTEXT:]
        runs.append(MarkedRun(" ".join([*head, phrases.ELLIPSIS, *tail])))
    return tuple(runs)


def _notice_lines(notice: NoticeRow, screen: Screen) -> Iterator[str]:
    mentions = label_words.mentions(notice.changes, notice.standing)
    title = f"{label_words.STANDINGS[notice.standing]} {notice.name}{f' ({mentions})' if mentions else ''}:"
    yield from screen.wrapped([MarkedRun(title, focus=True)])
    yield from screen.wrapped([MarkedRun(notice.text)], "    ", "    ")


def _furniture_lines(page: DiffPage, screen: Screen) -> Iterator[str]:
    yield ""
    yield from screen.wrapped([MarkedRun("Lines that give the time of publication or update:", focus=True)])
    for row in page.furniture:
        yield from screen.wrapped([MarkedRun(row.message)], "    ", "    ")
    if not page.furniture:
        yield "    none changed"


def _article_lines(paragraphs: Sequence[Paragraph], screen: Screen) -> Iterator[str]:
    yield from screen.wrapped([MarkedRun("The text, with [-removed-] and {+added+} words marked:", focus=True)])
    for changed, group in groupby(paragraphs, key=lambda paragraph: paragraph.changed):
        own = list(group)
        if not changed:
            yield from ["", screen.styled(f"({phrases.count(len(own), 'unchanged paragraph')})", "dim")]
            continue
        for paragraph in own:
            yield ""
            yield from screen.wrapped(_paragraph_runs(paragraph.sentences))


def _paragraph_runs(sentences: Iterable[Sentence]) -> Iterator[MarkedRun]:
    """A paragraph's runs, with consecutive unchanged sentences folded to a count."""
    for changed, group in groupby(sentences, key=lambda sentence: sentence.changed):
        own = list(group)
        if not changed and len(own) > 1:
            yield MarkedRun(f"({phrases.count(len(own), 'unchanged sentence')}) ")
            continue
        for sentence in own:
            yield from _sentence_runs(sentence)


def _sentence_runs(sentence: Sentence) -> Iterator[MarkedRun]:
    if sentence.moved == "away":
        yield MarkedRun(f"(move {sentence.move}, from here: {sentence.runs[0].text}) ")
        return
    if sentence.moved:
        yield MarkedRun(f"(move {sentence.move}, to here:) ")
    yield from sentence.runs
    yield MarkedRun(" ")


def _log_lines(row: LogEntry, screen: Screen) -> Iterator[str]:
    revision = row.revision
    facts = [
        label_words.moment(revision.time),
        revision.by and f"by {revision.by}",
        phrases.count(revision.words, "word"),
    ]
    line = ", ".join(filter(None, [*facts, revision.note and f'"{revision.note}"']))
    commit = visible(revision.commit[:10])
    yield f"{screen.styled(f'{revision.number:>4}', 'bold')}  {visible(line)}  {screen.styled(commit, 'dim')}"
    yield f"      {visible(row.line or diff_page.summary_line(row.summary))}"


def _reading(claim: Claim) -> str:
    """What a claim was read as, if that is more than its words."""
    parts = [visible(part) for part in _fields(claim) if part]
    return f"  = {', '.join(parts)}" if parts else ""


def _fields(claim: Claim) -> Iterator[str | None]:
    if isinstance(claim, Figure):
        yield _figure(claim)
        yield "ordinal" if claim.ordinal else None
    elif isinstance(claim, Date):
        bound = "" if claim.bound == "on" else claim.bound.replace("_", " ")
        yield from (claim.type, " ".join(filter(None, (bound, claim.value))))
        yield label_words.day(claim.resolved) if claim.resolved and claim.resolved != claim.value else None
    elif isinstance(claim, Quote):
        yield {"direct": "quotation", "partial": "quoted words", "block": "block quotation"}[claim.form]
        yield claim.speaker
    elif isinstance(claim, Attribution):
        source = claim.source
        yield (source.name or source.text) if source else "no source"
        yield source.role if source and source.name else None
        yield "anonymous" if source and source.anonymous else None
        yield f"cue: {claim.cue.text}"
    elif isinstance(claim, Name):
        yield from (claim.type, claim.name if claim.name != claim.text else None)


def _figure(figure: Figure) -> str:
    if figure.value is None:
        low, high = decimal_string(figure.low), decimal_string(figure.high)
        amount = f"{low} to {high}" if low and high else (low or high or "")
    else:
        amount = decimal_string(figure.value) or ""
    bound = "" if figure.bound in ("exact", "range") else figure.bound.replace("_", " ")
    per = figure.per and f"per {figure.per}"
    return " ".join(filter(None, [bound, amount, figure.unit, figure.noun, per]))
