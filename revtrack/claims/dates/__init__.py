"""Dates, times of day, durations and recurring dates: "Oct. 31", "Thursday night", "6 a.m.", "17 years".

A block is read as a line of words that dates are made of (`date_words`), in which the forms of the grammar are found
(`grammar`). What only looks like a date is left out (`doubts`: "may", "2047 voters"); what is left gets a value where
the text alone decides it (`values`), and the bound that the words beside it tell (`text.date_bounds`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from revtrack.claims.dates import date_words, doubts, grammar, values
from revtrack.claims.known_paragraphs import KnownParagraphs
from revtrack.claims.numbering import numbered
from revtrack.model import Block, Date, Span
from revtrack.text import Reading, date_bounds

__all__ = ["find"]

# How many words on either side tell whether a form is a date.
AROUND = 3


def find(reading: Reading, known: KnownParagraphs | None = None, language: str = "en") -> list[Date]:
    """The dates of an article in text order, with ids d1, d2, ...; paragraphs of `known` are not read again.

    The language is one of `text.language.of_numbers`; what is in none that is known is read as English.
    """
    read = _read if language in ("en", "und") else partial(_read_foreign, language)
    found: list[Date] = []
    for block in reading.spoken():
        taken = known.claims(Date, reading, block, len(found)) if known else None
        found += read(reading, block) if taken is None else taken
    return numbered(found, "d")


def _read_foreign(language: str, reading: Reading, block: Block) -> Iterator[Date]:
    from revtrack.claims.dates import foreign_dates

    return foreign_dates.find(reading, block, language)


def _read(reading: Reading, block: Block) -> Iterator[Date]:
    line = date_words.read(reading.line(block))
    for form, first, last in grammar.find(line.letters):
        words = line.tokens(first, last)
        if doubts.is_none(form, line.tokens(first - AROUND, first), words, line.tokens(last, last + AROUND)):
            continue
        start, end = words[0].start, words[-1].end
        kind, value = values.meaning(form, words)
        sentence = reading.sentence_at(start)
        bound = date_bounds.read(reading.plain, reading.sentences[sentence], Span(start, end), kind).bound
        yield Date("", start, end, reading.text[start:end], sentence, kind, value, bound)
