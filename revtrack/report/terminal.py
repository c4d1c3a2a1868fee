"""A diff, the claims of an article or a log for a terminal, readable without a manual.

Removed words are in `[-` `-]`, added words in `{+` `+}`; colour only adds to that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from revtrack.model import Attribution, Claim, Claims, Date, Diff, Figure, Name, Quote, decimal_string
from revtrack.report import diff_page, label_words, terminal_diff
from revtrack.report.ansi import Screen
from revtrack.report.escaping import visible
from revtrack.report.marked_text import MarkedRun
from revtrack.versions import phrases

if TYPE_CHECKING:
    from revtrack.model.archive_answers import LogEntry
    from revtrack.model.recorded_acts import RecordedAct

UNLIMITED = 1_000_000  # columns of a pipe, where every line stays one
CLAIM_LONGEST = 70
NARROWEST = 40


def diff(
    diff: Diff,
    *,
    colour: bool,
    width: int,
    words: bool = False,
    show_all: bool = False,
    shown: Collection[int] | None = None,
    names: tuple[str, str] = ("", ""),
) -> str:
    """A diff in lines of `width` columns, with the changes whose indices are `shown`; `words` adds the text.

    `show_all` unfolds new text and other wording, and adds the lines of publication time. `names` are those of files.
    """
    screen = Screen(colour, max(width, NARROWEST))
    page = diff_page.of(diff, shown, names)
    return "\n".join(terminal_diff.lines(page, screen, words=words, show_all=show_all)) + "\n"


def claims(claims: Claims, *, colour: bool, width: int = UNLIMITED) -> str:
    """The claims of an article in text order: kind, words, and what they were read as."""
    screen = Screen(colour, max(width, NARROWEST))
    lines = []
    for claim in claims.claims:
        words = phrases.shorten(visible(claim.text), CLAIM_LONGEST)
        kind, indent = f"{claim.kind:12}", " " * 12
        first, *more = screen.wrapped([MarkedRun(f"{words}{_reading(claim)}")], indent, indent)
        lines += [f"{screen.styled(kind, 'dim')}{first[12:]}", *more]
    total = phrases.count(len(claims.claims), "claim")
    listed = [*lines, "", f"{total}."] if lines else ["No claims found."]
    told = (line for warning in diff_page.warnings(claims) for line in screen.wrapped([MarkedRun(warning)]))
    return "\n".join([*listed, *told]) + "\n"


def log(rows: Sequence[LogEntry], *, colour: bool, width: int = UNLIMITED) -> str:
    """Revisions in the order given, under the names of their articles, each with a summary of its changes."""
    return "\n".join(log_lines(rows, colour=colour, width=width)) + "\n"


def log_lines(
    rows: Iterable[LogEntry], acts: Sequence[RecordedAct] = (), *, colour: bool, width: int = UNLIMITED
) -> Iterator[str]:
    """The lines of a log one by one; what was done to articles beside adding to them comes last."""
    screen = Screen(colour, max(width, NARROWEST))
    article = None
    for row in rows:
        if row.revision.article != article:
            yield from [""] if article else []
            article = row.revision.article
            yield screen.styled(visible(article), "bold")
        yield from _log_lines(row, screen)
    if article is None and not acts:
        yield "No revisions yet."
    if acts:
        from revtrack.report import act_lines

        yield from [""] if article else []
        yield screen.styled("Taken back, renamed, joined", "bold")
        for act in acts:
            yield from screen.wrapped([MarkedRun(visible(act_lines.line(act)))], "  ", "      ")


def _log_lines(row: LogEntry, screen: Screen) -> Iterator[str]:
    revision = row.revision
    facts = [
        label_words.moment(revision.time),
        revision.by and f"by {revision.by}",
        phrases.count(revision.words, "word"),
    ]
    line = ", ".join(filter(None, [*facts, revision.note and f'"{revision.note}"']))
    indent, commit = " " * 6, visible(revision.commit[:10])
    *lines, last = screen.wrapped([MarkedRun(visible(line))], indent, indent)
    lines += [f"{last}  {screen.styled(commit, 'dim')}"] if len(last) + 12 <= screen.width else [last, indent + commit]
    yield screen.styled(f"{revision.number:>4}", "bold") + lines[0][4:]
    yield from lines[1:]
    yield from screen.wrapped([MarkedRun(visible(row.line or diff_page.summary_line(row.summary)))], indent, indent)


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
