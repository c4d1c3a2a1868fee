"""A diff in Markdown, for a pull request or an email: what to know first, then each passage once, additions folded.

Old words are `<del>` and new ones `<ins>`: GitHub shows both, wherever they stand, while signs like `**` are no marks
beside a quotation mark ('use**"the**'). Markdown and HTML in an article are escaped, and a mention (`@name`) notifies
nobody. Numbers are bold, since a list would count anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from revtrack.model import Diff
from revtrack.report import diff_page, label_words, leads, notice_verdict
from revtrack.report.change_rows import ChangeRow
from revtrack.report.diff_page import DiffPage, NoticeRow
from revtrack.report.leads import Lead
from revtrack.report.marked_text import MarkedRun, Runs, State
from revtrack.report.passage_rows import NewText, PassageRow
from revtrack.versions import phrases

# What GitHub takes as the body of an issue, a pull request or a comment, in characters.
MOST = 65_536
# Passages of other wording that are shown as they are; more are folded.
FEW = 5
# Kept words of a sentence on either side of those that changed; characters of a notice.
CONTEXT, NOTICE_LONGEST = 20, 2_000

_META = re.compile(r"[\\`*_\[\]<#~&$]")
# GitHub looks for mentions in the rendered text, where the backslash is gone: only a character in between helps.
_MENTION = re.compile(r"@(?=\w)")
_TAGS: dict[State, tuple[str, str]] = {
    "kept": ("", ""),
    "removed": ("<del>", "</del>"),
    "added": ("<ins>", "</ins>"),
}
# What would open a list at the start of a line.
_LIST = re.compile(r"^(\d+(?=[.)]\s)|(?=[-+]\s))")
_ARROW = " → "
_OPENED, _CLOSED = "<details>", "</details>"


def diff(diff: Diff, *, shown: Collection[int] | None = None, names: tuple[str, str] = ("", "")) -> str:
    """A diff as one Markdown document that GitHub accepts, with the changes whose indices are `shown`."""
    return cut("\n".join(_lines(diff_page.of(diff, shown, names))) + "\n")


def escaped(text: str) -> str:
    """Markdown that renders as the given text."""
    return _MENTION.sub("@\u200b", _META.sub(r"\\\g<0>", text))


def cut(text: str, most: int = MOST) -> str:
    """The document, or as many of its lines as GitHub takes, and a note that says so."""
    if len(text) <= most:
        return text
    note = "\n*Cut here: GitHub takes no more. The terminal and the page (`--format html`) show all of it.*\n"
    room = most - len(note) - len(_CLOSED) - 2
    kept = text[: text.rindex("\n", 0, room) + 1]
    unclosed = kept.count(_OPENED) - kept.count(_CLOSED)
    return f"{kept}{f'{chr(10)}{_CLOSED}{chr(10)}' * unclosed}{note}"


def _lines(page: DiffPage) -> Iterator[str]:
    yield from (f"## {escaped(page.title)}", "")
    yield escaped(" | ".join(page.versions.parts)).replace(" -> ", _ARROW)
    if page.leads:
        yield from ("", f"### {leads.HEADINGS[len(page.leads)]}", "")
        yield from (line for lead in page.leads for line in _lead(lead))
    else:
        yield from ("", f"**{escaped(page.sentence)}**")
    if page.verdict.text:
        yield from ("", f"**{escaped(page.verdict.text)}**")
    if page.leads and page.left_out:
        yield from ("", f"{phrases.count(page.left_out, 'other change')} not shown.")
    if page.aside:
        yield from ("", f"Also: {page.aside}.")
    if page.notices:
        yield ""
    yield from map(_notice, page.notices)
    if page.warnings:
        yield ""
    yield from (f"- {escaped(warning)}" for warning in page.warnings)
    if page.told_differently:
        yield from ("", f"### Told differently: {phrases.count(len(page.told_differently), 'passage')}")
    yield from (line for passage in page.told_differently for line in _passage(passage))
    yield from _other_wording(page.other_wording)
    yield from _new_text(page.new_text)
    if page.furniture:
        yield from ("", f"{phrases.count(len(page.furniture), 'publication-time line')} also changed.")


def _lead(lead: Lead) -> Iterator[str]:
    arrow = _ARROW if lead.old and lead.new else ""
    step = f"{_marked(lead.old)}{arrow}{_marked(lead.new)}" if lead.old or lead.new else ""
    subject = f"**{escaped(lead.subject)}**{': ' if step else ''}" if lead.subject else ""
    remark = f" {escaped(lead.remark)}" if lead.remark else ""
    standing = f"; *{lead.standing}*" if lead.standing else ""
    yield f"- **{lead.number}** {subject}{step}{remark}{standing}"
    if lead.second:
        yield f"  <br>{escaped(lead.second).replace(' -> ', _ARROW)}"


def _passage(passage: PassageRow) -> Iterator[str]:
    """A passage: its place and severity, its words with their marks, and an item for each change."""
    severity = f", {passage.severity}" if passage.severity != "low" else ""
    words = _LIST.sub(r"\1\\", _marked(leads.near(passage.runs, CONTEXT)))
    yield from ("", f"**{escaped(passage.where)}**{severity}", "", f"> {words}", "")
    yield from map(_change, passage.changes)
    if passage.also:
        yield f"- also here: {notice_verdict.numbers(passage.also)}"


def _change(row: ChangeRow) -> str:
    told = escaped("; ".join([row.short, *row.places])).replace(" -> ", _ARROW)
    standing = f"; *{row.standing}*" if row.standing else ""
    return f"- **{row.number}** {told}{standing}"


def _other_wording(passages: tuple[PassageRow, ...]) -> Iterator[str]:
    if not passages:
        return
    title = f"Other wording: {phrases.count(len(passages), 'passage')}"
    body = [line for passage in passages for line in _passage(passage)]
    yield from _folded(title, body) if len(passages) > FEW else ("", f"### {title}", *body)


def _new_text(new: NewText) -> Iterator[str]:
    if not new.sentences:
        return
    body = [""]
    for paragraph in new.paragraphs:
        numbers = leads.ranges([row.number for row in paragraph.changes])
        listed = f" ({numbers})" if numbers else ""
        body.append(f"- **{escaped(paragraph.where)}**{listed} {escaped(paragraph.text)}")
    yield from _folded(f"New in this version: {new.summary}", body)


def _folded(title: str, body: Iterable[str]) -> Iterator[str]:
    yield from ("", _OPENED, f"<summary>{title}</summary>", *body, "", _CLOSED)


def _marked(runs: Runs) -> str:
    """Runs with their tags next to the words, those of one state in one pair of tags."""
    parts: list[tuple[State, str]] = []
    for run in runs:
        state = run.state if run.text.strip(" ") or run.state == "kept" else _state_before(parts)
        if parts and parts[-1][0] == state:
            parts[-1] = state, parts[-1][1] + run.text
        else:
            parts.append((state, run.text))
    return "".join(_tagged(MarkedRun(text, state)) for state, text in parts)


def _state_before(parts: list[tuple[State, str]]) -> State:
    return parts[-1][0] if parts else "kept"


def _tagged(run: MarkedRun) -> str:
    inner = run.text.strip(" ")
    opened, closed = _TAGS[run.state] if inner else ("", "")
    head, _, tail = run.text.partition(inner) if inner else (run.text, "", "")
    return f"{head}{opened}{escaped(inner)}{closed}{tail}"


def _notice(notice: NoticeRow) -> str:
    mentions = label_words.mentions(notice.changes, notice.standing)
    title = f"**{label_words.STANDINGS[notice.standing]} {notice.name}**{f', {mentions}' if mentions else ''}"
    return f"- {title}: {escaped(phrases.shorten(notice.text, NOTICE_LONGEST))}"
