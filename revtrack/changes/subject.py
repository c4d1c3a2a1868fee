"""What a claim is about, in the words of the article: the noun it counts, or the words around it.

"Sales rose 3.2 percent." is about "Sales rose"; "12 killed in Orrin" about "killed in Orrin". Nothing is invented:
where no subject can be told ("... bringing the total bill to $8 million") the clause is quoted with the change in it.
"""

from __future__ import annotations

import re

from revtrack import lexicon
from revtrack.model import Side, Span
from revtrack.text.fold import fold
from revtrack.text.tokens import LETTERS
from revtrack.versions import phrases, wording
from revtrack.versions.aligned import Aligned
from revtrack.versions.phrases import ELLIPSIS

# How many words of a clause are used, and how far from the claim they are looked for, in code points.
WORDS_BEFORE, WORDS_BEHIND, REACH = 6, 5, 120

# Where a clause ends, a decimal or thousands sign apart, and the marks that a subject does without.
_CLAUSE_END = re.compile(r"[;:.!?](?!\d)|,(?!\d)|\s[-\u2013\u2014]\s")
_MARKS = "\"'\u201c\u201d\u2018\u2019(),;:- "
# What opens a clause without saying what it is about.
_OPENERS = frozenset(("and", "but", "while", "that", "which", "who", "or", "said", "as", "with"))
_WORD = re.compile(rf"\s({LETTERS})")


def of(aligned: Aligned, side: Side, span: Span) -> str:
    """The words that a value belongs to: those before it in its clause, or behind it where it opens the sentence.

    A value in a cell of a table belongs to its row and column. Nothing where no subject can be told.
    """
    cell = aligned.cell(side, aligned.sentence_at(side, span.start))
    if cell:
        return cell
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, span.start)
    row = _row(text[sentence.start : min(span.start, sentence.start + REACH)])
    if row:
        return row
    before = _without_bound(_clause_words(text, max(sentence.start, span.start - REACH), span.start))
    if before and _is_subject(before):
        return " ".join(_without_openers(before)).strip(_MARKS)
    if before:
        return _fate_behind(text, span)
    behind = _CLAUSE_END.split(text[span.end : min(sentence.end, span.end + REACH)], maxsplit=1)[0]
    words = fold(behind).strip(_MARKS).split()[:WORDS_BEHIND]
    told = " ".join(words).strip(_MARKS)
    clear = wording.telling(told) and not _is_leaning(words[0]) and not any(map("0123456789()%".__contains__, told))
    return told if clear else ""


def changed(aligned: Aligned, side: Side, span: Span, step: str) -> str:
    """The words about a value, quoted, with its change in it: `"... payments of [£46,000 -> £64,000] from ..."`."""
    return _quoted(aligned, side, span, f"[{step}]")


def _fate_behind(text: str, span: Span) -> str:
    """What became of those counted, where nothing else is said of them: "30 injured and 5 missing"."""
    found = _WORD.match(text, span.end)
    return found[1] if found and found[1].lower() in lexicon.mapping("fates") else ""


def _is_subject(words: list[str]) -> bool:
    """Whether the words of a clause before a value name what it is about, and do not lean on what was cut off."""
    if len(words) > WORDS_BEFORE or any(character.isdigit() for word in words for character in word):
        return False
    return bool(wording.telling(" ".join(words))) and not _is_leaning(words[-1])


def _is_leaning(word: str) -> bool:
    return word.strip(_MARKS).lower() in lexicon.words("leaning_words")


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
    around = phrases.surroundings(text, sentence, span, (WORDS_BEFORE, WORDS_BEHIND), REACH)
    gap, gap_behind = text[span.start - 1 : span.start].isspace(), text[span.end : span.end + 1].isspace()
    claim = change or fold(span.of(text))
    before = " ".join(_without_bound(around.before.split())) if change else around.before
    shown = f"{before}{' ' * gap}{claim}{' ' * gap_behind}{around.behind}".strip()
    opened = f"{ELLIPSIS} " if around.cut_before else ""
    closed = f" {ELLIPSIS}" if around.cut_behind else ""
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
    """Without the words that bound a number: they are given with it."""
    for count in (3, 2, 1):
        if " ".join(words[-count:]).lower() in lexicon.words("bounds"):
            return words[:-count]
    return words


def _without_openers(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0].lower() in _OPENERS:
        words = words[1:]
    return words
