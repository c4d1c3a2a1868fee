"""The page of a diff for a terminal: what matters most on the first screen, then each passage once.

    Two things to know
      1  Payment to Mr Vance: [-£165,000-] -> {+£135,000+} (-18%); corrected in a notice

    !! Paragraph 6
       He will receive a payment of [-£165,000-] {+£135,000+}.
         1  payment to Mr Vance: £165,000 -> £135,000 (-18%); corrected in a notice

New text and other wording are folded to a line a paragraph; the last line says how to see more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.model import Severity
from revtrack.report import label_words, leads, notice_verdict
from revtrack.report.ansi import BRACKETS, Screen
from revtrack.report.change_rows import ChangeRow
from revtrack.report.diff_page import DiffPage, NoticeRow
from revtrack.report.leads import Lead
from revtrack.report.marked_text import MarkedRun
from revtrack.report.passage_rows import NewParagraph, PassageRow
from revtrack.versions import phrases

SIGNS: dict[Severity, str] = {"high": "!!", "medium": "! ", "low": "  "}
# Kept words of a sentence on either side of those that changed.
CONTEXT, NEAR = 12, 3
# Passages of other wording that are shown as they are; more are folded to a line each.
FEW = 5
# Paragraphs of new text that have a line each; of a story that grew by a hundred, the first say enough.
FOLDED = 24
# Lines of a page that is read at once. Of a longer one, what is less serious is folded to a line a passage, and each
# block to so many lines: two screens of a terminal say what became of a story, `--all` says the rest.
PAGE = 98
LONG_FOLDED, LONG_OTHER, LONG_TOLD = 12, 6, 16
INDENT = "   "
# Columns of the place of a folded line, and those left for its words at least.
PLACE, WORDS = 14, 16
# Lines above which the last one points back to the first screen.
SCREEN = 40


def lines(page: DiffPage, screen: Screen, *, words: bool, show_all: bool) -> Iterator[str]:
    """The lines of a page; `words` adds the text, `show_all` unfolds what is folded."""
    first, told = list(_first_screen(page, screen)), [list(_passage(one, screen)) for one in page.told_differently]
    other = list(_other_wording(page, screen, show_all, len(page.other_wording)))
    new = list(_new_text(page, screen, show_all, FOLDED))
    length = len(first) + sum(len(one) + 1 for one in told) + 2 + len(other) + len(new)
    whole = len(told)
    if length > PAGE and not show_all:
        other = list(_other_wording(page, screen, show_all, LONG_OTHER))
        new = list(_new_text(page, screen, show_all, LONG_FOLDED))
        whole = _whole(told, PAGE - len(first) - len(other) - len(new))
    shown = [*first, *_told_differently(page, screen, told, whole), *other, *new]
    if show_all:
        shown += _furniture(page, screen)
    if words:
        from revtrack.report import terminal_text

        shown += ["", *terminal_text.lines(page.paragraphs, screen)]
    yield from shown
    yield from _where_to_look(page, screen, len(shown), whole < len(told), show_all, words)


def _whole(passages: Sequence[Sequence[str]], room: int) -> int:
    """How many passages can be shown whole if the others have a line each; one at least."""
    room -= 6 + min(len(passages), LONG_TOLD)  # the headings of both, and what a page ends with
    for place, lines in enumerate(passages):
        room -= len(lines) + 1
        if room < 0:
            return max(place, 1)
    return len(passages)


def _first_screen(page: DiffPage, screen: Screen) -> Iterator[str]:
    for line in screen.wrapped([MarkedRun(" | ".join(page.versions.parts))]):
        yield screen.styled(line, "dim")
    yield from screen.wrapped([MarkedRun(page.title, focus=True)])
    yield ""
    if page.leads:
        yield screen.styled(leads.HEADINGS[len(page.leads)], "bold")
        for lead in page.leads:
            yield from _lead(lead, screen)
        yield ""
    else:
        yield from screen.wrapped([MarkedRun(page.sentence)])
    if page.verdict.text:
        yield from screen.wrapped([MarkedRun(page.verdict.text)])
    if page.leads and page.left_out:
        yield f"{phrases.count(page.left_out, 'other change')} not shown."
    if page.aside:
        yield from screen.wrapped([MarkedRun(f"Also: {page.aside}.")])
    for notice in page.notices:
        yield from _notice(notice, screen)
    for warning in page.warnings:
        yield from screen.wrapped([MarkedRun(warning)])


def _lead(lead: Lead, screen: Screen) -> Iterator[str]:
    arrow = [MarkedRun(" -> ")] if lead.old and lead.new else []
    subject = f"{lead.subject}: " if lead.subject and (lead.old or lead.new) else lead.subject
    told = [MarkedRun(subject, focus=True), *lead.old, *arrow, *lead.new]
    remarks = f" {lead.remark}" if lead.remark else ""
    standing = f"; {lead.standing}" if lead.standing else ""
    indent = " " * 5
    yield from screen.wrapped([*told, MarkedRun(f"{remarks}{standing}")], f"{lead.number:>3}  ", indent)
    if lead.second:
        yield from screen.wrapped([MarkedRun(lead.second)], indent, indent)


def _notice(notice: NoticeRow, screen: Screen) -> Iterator[str]:
    mentions = label_words.mentions(notice.changes, notice.standing)
    title = f"{label_words.STANDINGS[notice.standing]} {notice.name}{f' ({mentions})' if mentions else ''}: "
    yield from screen.wrapped([MarkedRun(title, focus=True), MarkedRun(notice.text)], "", INDENT)


def _told_differently(page: DiffPage, screen: Screen, lines: Sequence[Sequence[str]], whole: int) -> Iterator[str]:
    """The passages, the first `whole` of them as they are, then a line each."""
    if not page.told_differently:
        return
    yield from ("", screen.styled(f"Told differently: {_passages(page.told_differently)}", "bold"))
    for own in lines[:whole]:
        yield from ("", *own)
    folded = page.told_differently[whole:]
    if not folded:
        return
    yield from ("", screen.styled(f"Told differently, too: {_passages(folded)}", "bold"))
    listed = folded if len(folded) <= LONG_TOLD else folded[: LONG_TOLD - 1]
    for passage in listed:
        sign = screen.styled(SIGNS[passage.severity], passage.severity)
        line = _folded(passage.where, _bracketed(passage), passage.numbers, screen)
        yield f"{sign}{line.removeprefix(SIGNS['low'])}"
    yield from _and_more(folded[len(listed) :], screen)


def _passage(passage: PassageRow, screen: Screen) -> Iterator[str]:
    """A passage: its place, its words with their marks, and a line for each change."""
    sign = screen.styled(SIGNS[passage.severity], passage.severity)
    yield f"{sign} {screen.styled(passage.where, 'dim')}"
    yield from screen.wrapped(leads.near(passage.runs, CONTEXT), INDENT, INDENT)
    for row in passage.changes:
        yield from _change(row, screen)
    if passage.also:
        yield f"{INDENT}  also here: {notice_verdict.numbers(passage.also)}"


def _change(row: ChangeRow, screen: Screen) -> Iterator[str]:
    told = "; ".join(filter(None, [row.short, *row.places, row.standing]))
    number = f"{row.number:>4}"
    first, *more = screen.wrapped([MarkedRun(told)], f"{INDENT}{number}  ", f"{INDENT}      ")
    yield first.replace(number, screen.styled(number, row.severity), 1)
    yield from more


def _other_wording(page: DiffPage, screen: Screen, show_all: bool, most: int) -> Iterator[str]:
    """Passages in other words; of many, the first `most` on a line each."""
    passages = page.other_wording
    if not passages:
        return
    yield from ("", screen.styled(f"Other wording: {_passages(passages)}", "bold"))
    if show_all or len(passages) <= min(FEW, most):
        for passage in passages:
            yield from ["", *_passage(passage, screen)]
        return
    listed = passages if len(passages) <= most else passages[: most - 1]
    for passage in listed:
        yield _folded(passage.where, _bracketed(passage), passage.numbers, screen)
    yield from _and_more(passages[len(listed) :], screen)


def _and_more(passages: Sequence[PassageRow], screen: Screen) -> Iterator[str]:
    """Passages that have no line of their own, with the numbers of their changes."""
    if passages:
        numbers = sorted({number for passage in passages for number in passage.numbers})
        yield _folded("and more", phrases.count(len(passages), "other passage"), numbers, screen)


def _bracketed(passage: PassageRow) -> str:
    """A passage on one line, from shortly before the first words that changed."""
    parts = []
    for run in leads.near(passage.runs, NEAR):
        inner = run.text.strip(" ")
        opened, closed = BRACKETS[run.state] if inner else ("", "")
        head, _, tail = run.text.partition(inner) if inner else (run.text, "", "")
        parts.append(f"{head}{opened}{inner}{closed}{tail}")
    return "".join(parts).replace("-]{+", "-] {+").strip()


def _new_text(page: DiffPage, screen: Screen, show_all: bool, most: int) -> Iterator[str]:
    if not page.new_text.sentences:
        return
    yield ""
    yield from screen.wrapped([MarkedRun(f"New in this version: {page.new_text.summary}", focus=True)])
    paragraphs = page.new_text.paragraphs
    if show_all:
        for paragraph in paragraphs:
            yield from ["", *_unfolded(paragraph, screen)]
        return
    listed = paragraphs if len(paragraphs) <= most else paragraphs[: most - 1]
    for paragraph in listed:
        yield _folded(paragraph.where, paragraph.text, [row.number for row in paragraph.changes], screen)
    more = paragraphs[len(listed) :]
    if more:
        numbers = [row.number for paragraph in more for row in paragraph.changes]
        yield _folded("and more", phrases.count(len(more), "other paragraph"), numbers, screen)


def _unfolded(paragraph: NewParagraph, screen: Screen) -> Iterator[str]:
    yield f"{INDENT}{screen.styled(paragraph.where, 'dim')}"
    yield from screen.wrapped([MarkedRun(paragraph.text, "added")], INDENT, INDENT)
    for row in paragraph.changes:
        yield from _change(row, screen)


def _folded(where: str, text: str, numbers: Sequence[int], screen: Screen) -> str:
    """A paragraph on one line: its place, as many of its words as fit, the numbers of its changes."""
    listed = leads.ranges(numbers)
    head = f"{f'{where}  ':<{PLACE}}"
    room = max(WORDS, screen.width - len(INDENT) - len(head) - len(listed) - 2)
    return f"{INDENT}{head}{phrases.shorten(text, room):<{room}}  {listed}".rstrip()


def _furniture(page: DiffPage, screen: Screen) -> Iterator[str]:
    yield ""
    yield from screen.wrapped([MarkedRun("Lines that give the time of publication or update:", focus=True)])
    for row in page.furniture:
        yield from screen.wrapped([MarkedRun(row.message)], "    ", "    ")
    if not page.furniture:
        yield "    none changed"


def _where_to_look(
    page: DiffPage, screen: Screen, length: int, shortened: bool, show_all: bool, words: bool
) -> Iterator[str]:
    """The last line: what stands at the top of a long page, and what else can be shown."""
    folded = ["passages"] if shortened else []
    folded += [] if show_all or len(page.other_wording) <= FEW else ["other wording"]
    folded += ["new text"] if page.new_text.sentences and not show_all else []
    more = [f"--all unfolds {phrases.listing(folded)}"] if folded else []
    if page.furniture and not show_all:
        lines = phrases.count(len(page.furniture), "publication-time line")
        more.append(f"--all shows {lines}")
    if page.every and not words:
        more.append("--words shows the whole text with its marks")
    told = [f"{'; '.join(more)}."] if more else []
    if page.leads and length > SCREEN:
        first = [str(lead.number) for lead in page.leads]
        told.insert(0, f"Most serious, at the top: {phrases.listing(first)}.")
    if told:
        line = " ".join(told)
        yield ""
        yield from (screen.styled(part, "dim") for part in screen.wrapped([MarkedRun(line[0].upper() + line[1:])]))


def _passages(passages: Sequence[PassageRow]) -> str:
    return phrases.count(len(passages), "passage")
