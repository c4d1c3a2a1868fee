"""What a claim is about, in the words of the article: the noun it counts, or the words that stand about it.

"Sales rose 3.2 percent." is about "Sales rose"; "12 killed in Orrin" about "killed in Orrin". Nothing is invented:
where the clause says nothing more, the words of the sentence stand for it.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.model import Side, Span
from revtrack.text.fold import fold
from revtrack.versions import wording
from revtrack.versions.way import Aligned

# How many words of a clause stand for it, and how far from the claim they are looked for, in code points.
WORDS_BEFORE, WORDS_BEHIND, REACH = 6, 5, 120
SHORTENED = "..."

# Where a clause ends, a decimal or thousands sign apart, and the marks that a subject does without.
_CLAUSE_END = re.compile(r"[;:.!?](?!\d)|,(?!\d)|\s[-\u2013\u2014]\s")
_MARKS = "\"'\u201c\u201d\u2018\u2019(),;:- "
# What opens a clause without saying what it is about.
_OPENERS = frozenset(("and", "but", "while", "that", "which", "who", "or", "said", "as", "with"))


def of(aligned: Aligned, side: Side, span: Span) -> str:
    """The words that a value belongs to: those before it in its clause, else those behind it."""
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, span.start)
    row = _row(text[sentence.start : min(span.start, sentence.start + REACH)])
    if row:
        return row
    before = _clause_words(text, max(sentence.start, span.start - REACH), span.start)[-WORDS_BEFORE:]
    before = _without_bound(before)
    if wording.telling(" ".join(before)):
        return " ".join(_without_openers(before)).strip(_MARKS)
    behind = _CLAUSE_END.split(text[span.end : min(sentence.end, span.end + REACH)], maxsplit=1)[0]
    words = fold(behind).strip(_MARKS).split()[:WORDS_BEHIND]
    return " ".join(words).strip(_MARKS) if wording.telling(" ".join(words)) else context(aligned, side, span)


def context(aligned: Aligned, side: Side, span: Span) -> str:
    """A claim among the words about it, quoted: `"... sank off Arvo on Friday with 12 ..."`."""
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, span.start)
    start, end = max(sentence.start, span.start - REACH), min(max(span.end, sentence.end), span.end + REACH)
    before, behind = fold(text[start : span.start]).split(" "), fold(text[span.end : end]).split(" ")
    lead, tail = " ".join(before[-WORDS_BEFORE:]), " ".join(behind[:WORDS_BEHIND])
    gap, gap_behind = text[span.start - 1 : span.start].isspace(), text[span.end : span.end + 1].isspace()
    shown = f"{lead}{' ' * gap}{fold(text[span.start : span.end])}{' ' * gap_behind}{tail}".strip()
    opened = f"{SHORTENED} " if len(before) > WORDS_BEFORE or start > sentence.start else ""
    closed = f" {SHORTENED}" if len(behind) > WORDS_BEHIND or end < sentence.end else ""
    return f'"{opened}{shown}{closed}"'


def _row(line: str) -> str:
    """The first cell of a row of a table: "| Orrin | 4,512 |", up to a value in a later cell."""
    cells = line.lstrip("| \t").replace("\t", "|").split("|")
    return fold(cells[0]) if len(cells) > 1 else ""


def _clause_words(text: str, start: int, end: int) -> list[str]:
    """The words of the clause that runs up to `end`; a comma just before the claim does not end it."""
    lead = fold(text[start:end]).rstrip(_MARKS)
    return _CLAUSE_END.split(lead)[-1].strip(_MARKS).split()


def _without_bound(words: list[str]) -> list[str]:
    """Without the words that bound a number: they are told with it."""
    for count in (3, 2, 1):
        if " ".join(words[-count:]).lower() in lexicon.words("bounds"):
            return words[:-count]
    return words


def _without_openers(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0].lower() in _OPENERS:
        words = words[1:]
    return words
