"""A digest as plain text, as Markdown and as an HTML page that mail programs show."""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.model.digests import Digest
from revtrack.report import digest_page
from revtrack.report.ansi import Screen
from revtrack.report.digest_page import DigestPage, DigestRevision, DigestSection
from revtrack.report.markdown import escaped
from revtrack.report.marked_text import MarkedRun, Runs, State
from revtrack.report.terminal_diff import SIGNS

NARROWEST = 40
STYLES = ("digest.css",)
_SIGNS: dict[State, str] = {"kept": "", "removed": "~~", "added": "**"}


def text(digest: Digest, *, colour: bool = False, width: int = 72) -> str:
    """A digest in lines of `width` columns."""
    screen = Screen(colour, max(width, NARROWEST))
    return "\n".join(_text_lines(digest_page.of(digest), screen)) + "\n"


def markdown(digest: Digest) -> str:
    """A digest as Markdown, for chat and pull requests."""
    return "\n".join(_markdown_lines(digest_page.of(digest))) + "\n"


def html(digest: Digest) -> str:
    """A digest as one HTML document; the same digest gives the same bytes."""
    from revtrack.report import html_document

    return html_document.made("digest.html", styles=STYLES, page=digest_page.of(digest))


def _text_lines(page: DigestPage, screen: Screen) -> Iterator[str]:
    yield from screen.wrapped([MarkedRun(page.title, focus=True)])
    yield from ("", *screen.wrapped([MarkedRun(page.sentence)]))
    if page.rest:
        yield from (screen.styled(line, "dim") for line in screen.wrapped([MarkedRun(page.rest)]))
    for section in page.sections:
        yield from ("", "", screen.styled(section.title.upper(), "bold"), screen.styled(section.meaning, "dim"))
        for desk in section.desks:
            if desk.name:
                yield from ("", screen.styled(desk.name, "bold"))
            for author in desk.authors:
                yield from ("", f"  {author.name}")
                for revision in author.revisions:
                    yield from _text_revision(revision, screen)


def _text_revision(revision: DigestRevision, screen: Screen) -> Iterator[str]:
    yield ""
    yield from screen.wrapped([MarkedRun(revision.headline, focus=True)], "    ", "    ")
    where = f"{revision.versions}, {revision.time}"
    yield from (screen.styled(line, "dim") for line in screen.wrapped([MarkedRun(where)], "    ", "    "))
    for row in revision.rows:
        sign = f"    {SIGNS[row.severity]:2} #{row.number} "
        indent = " " * len(sign)
        first, *more = screen.wrapped([MarkedRun(row.message)], indent, indent)
        yield screen.styled(sign, row.severity) + first[len(sign) :]
        yield from more
        if row.how:
            yield from screen.wrapped([MarkedRun(row.how)], indent, indent)
        if row.runs:
            yield from screen.wrapped(row.runs, indent, indent)


def _markdown_lines(page: DigestPage) -> Iterator[str]:
    yield from (f"## {escaped(page.title)}", "", f"**{escaped(page.sentence)}**")
    if page.rest:
        yield from ("", escaped(page.rest))
    for section in page.sections:
        yield from ("", f"### {escaped(section.title)}", "", f"_{escaped(section.meaning)}_")
        yield from _markdown_desks(section)


def _markdown_desks(section: DigestSection) -> Iterator[str]:
    for desk in section.desks:
        for author in desk.authors:
            yield from ("", f"#### {escaped(', '.join(filter(None, [desk.name, author.name])))}")
            for revision in author.revisions:
                yield from ("", f"**{escaped(revision.headline)}** ({escaped(revision.versions)}, {revision.time})", "")
                for row in revision.rows:
                    how = f" ({escaped(row.how)})" if row.how else ""
                    yield f"- **{row.severity}**, change {row.number}: {escaped(row.message)}{how}"
                    if row.runs:
                        yield f"  > {_marked(row.runs)}"


def _marked(runs: Runs) -> str:
    """Runs with their signs next to the words, and a space between two signs, where GitHub would not see them."""
    parts: list[str] = []
    for run in runs:
        inner = run.text.strip()
        sign = _SIGNS[run.state] if inner else ""
        head, _, tail = run.text.partition(inner) if inner else (run.text, "", "")
        if sign and not head and parts and parts[-1].endswith(("~~", "**")):
            head = " "
        parts.append(f"{head}{sign}{escaped(inner)}{sign}{tail}")
    return "".join(parts)
