"""A diff in Markdown, for a pull request or an email: a heading, the summary, the changes, the notices.

Old words are struck through (`~~8,000~~`) and new ones bold (`**10,000**`), which reads well unrendered too.
Markdown and HTML in an article are escaped, and a mention (`@name`) notifies nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from revtrack.model import Diff
from revtrack.report import diff_page, label_words
from revtrack.report.change_rows import ChangeRow
from revtrack.report.diff_page import DiffPage, NoticeRow, VersionFacts
from revtrack.report.marked_text import Runs, State
from revtrack.versions import phrases

_META = re.compile(r"[\\`*_\[\]<#~&$]")
# GitHub looks for mentions in the rendered text, where the backslash is gone: only a character in between helps.
_MENTION = re.compile(r"@(?=\w)")
_SIGNS: dict[State, str] = {"kept": "", "removed": "~~", "added": "**"}


def diff(diff: Diff, *, shown: Collection[int] | None = None) -> str:
    """A diff as one Markdown document."""
    return "\n".join(_lines(diff_page.of(diff, shown))) + "\n"


def escaped(text: str) -> str:
    """Markdown that renders as the given text."""
    return _MENTION.sub("@\u200b", _META.sub(r"\\\g<0>", text))


def _lines(page: DiffPage) -> Iterator[str]:
    yield from (f"## {escaped(page.title)}", "")
    yield _version("Old", page.old)
    yield _version("New", page.new)
    yield from ("", f"**{escaped(page.sentence)}**")
    if page.aside:
        yield from ("", f"Also: {page.aside}.")
    if page.rows:
        yield from ("", "### Changes, most serious first")
    for row in page.rows:
        yield ""
        yield from _row(row)
    if page.reworded:
        yield from ("", f"### {label_words.REWORDED}: {page.reworded_sentences}", "")
    yield from (f"{row.number}. {escaped(row.message)}" for row in page.reworded)
    if page.notices:
        yield from ("", "### Notices", "")
    yield from map(_notice, page.notices)
    if page.warnings:
        yield ""
    yield from (f"- {escaped(warning)}" for warning in page.warnings)
    if page.furniture:
        yield from ("", f"{phrases.count(len(page.furniture), 'publication-time line')} also changed.")


def _version(side: str, version: VersionFacts) -> str:
    facts = [version.name, version.time, version.by and f"by {version.by}", phrases.count(version.words, "word")]
    commit = [f"commit {version.commit}"] if version.commit else []
    return f"- {side}: {escaped('; '.join(filter(None, [*facts, *commit, version.note])))}"


def _row(row: ChangeRow) -> Iterator[str]:
    indent = " " * len(f"{row.number}. ")
    yield f"{row.number}. **{row.severity}**: {escaped(row.message)}"
    yield f"{indent}- {escaped('; '.join(row.details))}"
    for name, side in (("old", row.old), ("new", row.new)):
        if side:
            speaker = f" ({escaped(side.speaker)})" if side.speaker else ""
            yield f"{indent}- {name}{speaker}: {_marked(side.runs)}"


def _marked(runs: Runs) -> str:
    """Runs with their signs next to the words: `~~8,000~~`, never `~~ 8,000~~`."""
    parts = []
    for run in runs:
        inner = run.text.strip(" ")
        sign = _SIGNS[run.state] if inner else ""
        head, _, tail = run.text.partition(inner) if inner else (run.text, "", "")
        parts.append(f"{head}{sign}{escaped(inner)}{sign}{tail}")
    # Remove the signs between adjacent runs; signs in the article itself are escaped.
    return "".join(parts).replace("~~~~", "").replace("****", "")


def _notice(notice: NoticeRow) -> str:
    mentions = label_words.mentions(notice.changes, notice.standing)
    title = f"**{label_words.STANDINGS[notice.standing]} {notice.name}**{f', {mentions}' if mentions else ''}"
    return f"- {title}: {escaped(notice.text)}"
