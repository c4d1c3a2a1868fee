"""Sentences of a block: `He met Gov. Roe in the U.S. on Jan. 3. "Yes," he said.` is two.

A full stop, question or exclamation mark ends a sentence when a capital, a digit or an opening mark follows,
unless it belongs to an abbreviation (table `abbreviations`) or an initial.
"""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon
from revtrack.model import Span
from revtrack.text.expressions import expression
from revtrack.text.remembered import remembered

_END = expression(
    r"""
    [.!?\u2026](?<![.!?\u2026]{2}) [.!?\u2026]*  # a run is tried from its first mark alone
    (?P<close>["')\]]*)
    (?P<gap>[\x20\r\n]+ | (?<=["')\]])(?=[A-Z]))
    (?=["'`(\[]*[^\W_a-z] | [-\u2022*])
    """,
    re.VERBOSE,
)
_LAST_WORD = expression(r"[^\s\"'(\[]*$")
_INITIALS = expression(r"(?:[A-Za-z]\.)*[A-Z]$")
_NEXT_WORD = expression(r"[\"'`(\[]*([\w']+)")
_LONGEST_WORD = 24


def split(plain: str, start: int, end: int) -> list[Span]:
    """The sentences of `plain[start:end]`, trimmed of white space; empty when there is none."""
    return [Span(start + first, start + last) for first, last in _within(plain[start:end])]


@remembered
def _within(words: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a block, each with its start and end."""
    spans, begin = [], 0
    for match in _END.finditer(words):
        if match.end() < len(words) and _is_end(words, match):
            spans.append(trimmed(words, begin, match.start("gap")))
            begin = match.end()
    spans.append(trimmed(words, begin, len(words)))
    return tuple([(span.start, span.end) for span in spans if span.start < span.end])


def trimmed(plain: str, start: int, end: int) -> Span:
    """`start` and `end` moved inwards past white space."""
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_end(plain: str, match: re.Match[str]) -> bool:
    if plain[match.start()] != "." or match[0][:2] in ("..", ".!", ".?"):
        return match[0][0] != "\u2026" or not match["close"] or plain[match.end()] != "-"
    word = _LAST_WORD.search(plain, max(0, match.start() - _LONGEST_WORD), match.start())
    before = word[0] if word else ""
    kind = _abbreviations().get(before) or (None if len(before) == 1 else _abbreviations().get(before.lower()))
    if kind is None and not _INITIALS.fullmatch(before):
        return True
    if match["close"] and match["close"][-1] in "\"'":
        return True
    if kind == "before":
        return False
    follows = _NEXT_WORD.match(plain, match.end())
    if kind == "number":
        return not (follows and follows[1][0].isdigit())
    if len(before) == 1 and before != "I":
        return False
    return bool(follows and follows[1] in _starters())


@cache
def _abbreviations() -> dict[str, str]:
    return lexicon.mapping("abbreviations")


@cache
def _starters() -> frozenset[str]:
    return lexicon.words("sentence_starters")
