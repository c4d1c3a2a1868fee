"""One change as a card to share: headline, subject, old -> new, whether a notice says so, article, versions, time.

    £165,000 -> £135,000

The drawing is 1200 by 630, what networks show as a preview; the fragment is HTML to embed in a page of any site.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from revtrack.model import Diff
from revtrack.report import diff_page, label_words, leads, message_parts
from revtrack.report.diff_page import DiffPage
from revtrack.report.marked_text import Runs
from revtrack.versions import phrases

WIDTH, HEIGHT, MARGIN = 1200, 630, 60
# Side by side, the values are as large as the width allows, within these; longer ones stand one above the other.
LARGEST, SMALLEST, STACKED = 104, 56, 38
# The width of a letter, plain and bold, and of the arrow with its space, in units of the size: those of a wide font.
PLAIN, BOLD, ARROW = 0.64, 0.7, 1.6
MOST_LINES = 3  # of a value, where they stand one above the other
TITLE_LETTERS, TITLE_LINES, SUBJECT_LETTERS, FOOT_LETTERS, SECOND_LETTERS = 50, 2, 60, 80, 66


class CardLine(NamedTuple):
    """A line of the drawing, its baseline, and what it is: the class of its text."""

    text: str
    x: float
    y: float
    role: str


class ChangeCard(NamedTuple):
    """A change in words, and laid out in lines; `size` is that of the values.

    `role` is "new", or "kept" where the words stayed and their source came or went.
    """

    title: str
    language: str
    subject: str
    old: str
    new: str
    second: str
    standing: str
    foot: str
    link: str
    role: str
    size: float
    lines: tuple[CardLine, ...]


def of(diff: Diff, number: int) -> ChangeCard:
    """The card of a change by its number in the diff, from 1."""
    page = diff_page.of(diff)
    row = page.every[number - 1]
    known = (lead for lead in (*page.leads, *page.further) if lead.number == number)
    lead = next(known, None) or leads.lead(row, None)
    old, new, subject = _words(lead.old), _words(lead.new), lead.subject
    if not subject:  # a clause with the change in it: the values stand alone on a card
        subject, old, new, *_ = message_parts.parts(row.message, row.kind)
    subject = label_words.printed(message_parts.close(subject)) if old or new else ""
    if not (old or new):
        new = row.message
    role = "new"
    if row.label in ("dropped", "attributed"):  # what is said stays as it was
        old, new, role = "", new or old, "kept"
    standing = row.standing[:1].upper() + row.standing[1:]
    size, values = _values(old, new, role)
    card = ChangeCard(
        title=page.title,
        language=page.language,
        subject=subject,
        old=old,
        new=new,
        second=lead.second.replace(" -> ", " → "),
        standing=standing,
        foot=_foot(page),
        link=page.new.link,
        role=role,
        size=size,
        lines=(),
    )
    return card._replace(lines=tuple(_lines(card, values)))


def svg(card: ChangeCard) -> str:
    """The card as an SVG drawing; the same change gives the same bytes."""
    from revtrack.report import html_document

    return html_document.part("card.svg", card=card, width=WIDTH, height=HEIGHT, margin=MARGIN)


def html(card: ChangeCard) -> str:
    """The card as a fragment of HTML with its own styles, for a page of any site."""
    from revtrack.report import html_document

    return html_document.part("card.html", card=card)


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs).strip()


def _foot(page: DiffPage) -> str:
    """Article, versions, time and commit of the new version: what is known of them."""
    commit = f"commit {page.new.commit}" if page.new.commit else ""
    versions = page.versions.versions.replace(" -> ", " → ")
    return " · ".join(filter(None, [page.versions.article, versions, page.new.time, commit]))


def _values(old: str, new: str, role: str) -> tuple[float, list[CardLine]]:
    """The size of the values and their lines: one beside the other if they are short, else one above the other."""
    room = WIDTH - 2 * MARGIN
    size = round(min(LARGEST, room / (PLAIN * len(old) + BOLD * len(new) + ARROW)), 1)
    if size >= SMALLEST:
        sides = [CardLine(old, MARGIN, 372, "old"), CardLine(new, MARGIN, 372, role)]
        return size, [line for line in sides if line.text]
    lines, y = [], 306.0
    for text, own, letter in ((old, "old", PLAIN), (new, role, BOLD)):
        for part in _wrapped(text, int(room / STACKED / letter), MOST_LINES):
            lines.append(CardLine(part, MARGIN, y, own))
            y += 1.22 * STACKED
        y += 6
    return float(STACKED), lines


def _lines(card: ChangeCard, values: Sequence[CardLine]) -> list[CardLine]:
    """Every line of the drawing from the top: what comes below the values moves down with them."""
    lines, y = [], 112.0
    for part in _wrapped(card.title, TITLE_LETTERS, TITLE_LINES):
        lines.append(CardLine(part, MARGIN, y, "title"))
        y += 42
    lines += [CardLine(part, MARGIN, 236, "subject") for part in _wrapped(card.subject, SUBJECT_LETTERS, 1)]
    lines += values
    y = max((line.y for line in values), default=300) + 62
    for text, role in ((card.second, "second"), (card.standing, "standing")):
        if text and y < HEIGHT - 90:
            lines.append(CardLine(_wrapped(text, SECOND_LETTERS, 1)[0], MARGIN, y, role))
            y += 46
    return [*lines, CardLine(phrases.shorten(card.foot, FOOT_LETTERS), MARGIN, HEIGHT - 42, "foot")]


def _wrapped(text: str, letters: int, most: int) -> list[str]:
    """A text in lines of a given length; the last one says if there is more."""
    lines = wrap(text, letters)
    if len(lines) > most:
        lines = [*lines[: most - 1], phrases.shorten(" ".join(lines[most - 1 :]), letters)]
    return lines
