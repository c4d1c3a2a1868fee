"""What a claim is about, in the words of the article around it, quoted; a change is shown in its place among them.

What a figure counts ("people killed") is in `counted_phrase`; nothing is invented.
"""

from __future__ import annotations

from revtrack.model import Side, Span
from revtrack.text.fold import fold
from revtrack.versions import phrases
from revtrack.versions.aligned import Aligned
from revtrack.versions.phrases import ELLIPSIS

# How many words of a clause are used, more where they alone tell what changed, and how far from the claim they are
# looked for, in code points.
WORDS_BEFORE, WORDS_BEHIND, REACH = 6, 5, 120
WORDS_BEFORE_CHANGE, WORDS_BEHIND_CHANGE = 10, 7
CUT_SHORT = 2  # words behind a comma that say nothing on their own
LABEL_LONGEST = 5  # words before a colon: more are a clause


def changed(aligned: Aligned, side: Side, span: Span, step: str) -> str:
    """The words about a value, quoted, with its change in it: `"... payments of [£46,000 -> £64,000] from ..."`.

    A row of a table without heads is known by its first cell, a line such as "Norway: 3" by the words before its colon.
    """
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, span.start)
    line = text[sentence.start : min(span.start, sentence.start + REACH)]
    row = _row(line) or ("" if any(map(str.isalnum, text[span.end : sentence.end])) else _label(line))
    return f"{row}: {step}" if row else _quoted(aligned, side, span, f"[{step}]")


def context(aligned: Aligned, side: Side, span: Span) -> str:
    """A claim among the words about it, quoted: `"... sank off Arvo on Friday with 12 ..."`.

    In a cell of a table it is the row and column, in a list also what leads into it.
    """
    number = aligned.sentence_at(side, span.start)
    cell = aligned.cell(side, number)
    if cell:
        return cell
    lead = aligned.lead_in(side, number)
    return _quoted(aligned, side, span) + (f' under "{lead}"' if lead else "")


def _quoted(aligned: Aligned, side: Side, span: Span, change: str = "") -> str:
    """A claim among the words of its sentence about it, or its change in its place."""
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, span.start)
    words = (WORDS_BEFORE_CHANGE, WORDS_BEHIND_CHANGE) if change else (WORDS_BEFORE, WORDS_BEHIND)
    around = phrases.surroundings(text, sentence, span, words, REACH)
    gap, gap_behind = text[span.start - 1 : span.start].isspace(), text[span.end : span.end + 1].isspace()
    claim = change or fold(span.of(text))
    before = " ".join(phrases.without_bound(around.before.split())) if change else around.before
    behind = _to_comma(around.behind) if around.cut_behind else around.behind
    shown = f"{before}{' ' * gap}{claim}{' ' * gap_behind}{behind}".strip()
    if change and not around.cut_before and not before:
        shown = f"[{shown[1:2].upper()}{shown[2:]}"
    opened = f"{ELLIPSIS} " if around.cut_before else ""
    closed = f" {ELLIPSIS}" if around.cut_behind else ""
    inside = shown.replace('"', "'")  # a quotation in a quotation
    return f'"{opened}{inside}{closed}"'


def _to_comma(behind: str) -> str:
    """Words that are cut, without one or two that begin another part of the sentence."""
    head, comma, tail = behind.rpartition(", ")
    return head if comma and head.strip() and len(tail.split()) <= CUT_SHORT else behind


def _row(line: str) -> str:
    """The first cell of a row of a table: "| Orrin | 4,512 |", up to a value in a later cell."""
    cells = line.lstrip("| \t").replace("\t", "|").split("|")
    return fold(cells[0]) if len(cells) > 1 else ""


def _label(line: str) -> str:
    """What a line is about that has a value behind a colon and nothing else."""
    label, colon, between = fold(line).rpartition(":")
    is_short = len(label.split()) <= LABEL_LONGEST and not set(label) & set(".!?:;")
    return label.strip() if colon and is_short and not any(map(str.isalnum, between)) else ""
