"""A second peer: a word diff of the two texts whose runs are named by what they hold.

A changed run with a digit is a figure, one with a quotation mark a quotation, one with a speech verb an attribution,
any other with a capital a name:  "killed [8,000 -> 10,000] people" is a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from bench.naive import Result

HOLDS = [
    ("figure", re.compile(r"\d"), "value"),
    ("quote", re.compile(r'["“”]'), "words"),
    ("attribution", re.compile(r"\b(?:said|told|says|according)\b"), "cue"),
    ("name", re.compile(r"\b[A-Z]\w"), "spelling"),
]

LINE = re.compile(r".*\n|.+")
WORD = re.compile(r"\w+|\s+|[^\w\s]")
SOLID = re.compile(r"\w+(?:[.,]\d+)*|[^\w\s]")

Mark = tuple[str, int, int, int, int]
Piece = tuple[int, int]


def compare(old: str, new: str) -> Result:
    """Every changed run that holds something like a claim, as one change."""
    changes = [change for run in marks(old, new, SOLID) if run[0] != "equal" for change in _named(old, new, run)]
    return Result({"sentences": [], "changes": changes})


def marks(old: str, new: str, word: re.Pattern[str] = WORD) -> list[Mark]:
    """The word marks of difflib: lines first, then the words and spaces of the lines that differ."""
    before, after = _cut(LINE, old, 0, len(old)), _cut(LINE, new, 0, len(new))
    runs = []
    for op, a, b, c, d in _opcodes(old, before, new, after):
        if op == "replace":
            runs += _opcodes(old, _cut(word, old, a, b), new, _cut(word, new, c, d))
        else:
            runs.append((op, a, b, c, d))
    return runs


def characters(old: str, new: str) -> list[Mark]:
    """The marks of diff-match-patch, character by character, cleaned up for a reader."""
    from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]

    matcher = diff_match_patch()
    runs = matcher.diff_main(old, new)
    matcher.diff_cleanupSemantic(runs)
    return list(_places(runs))


def _places(runs: list[tuple[int, str]]) -> Iterator[Mark]:
    i = j = 0
    for sign, text in runs:
        a, b = i + len(text) * (sign <= 0), j + len(text) * (sign >= 0)
        yield {-1: "delete", 0: "equal", 1: "insert"}[sign], i, a, j, b
        i, j = a, b


def _opcodes(old: str, before: list[Piece], new: str, after: list[Piece]) -> list[Mark]:
    matcher = SequenceMatcher(None, [old[a:b] for a, b in before], [new[a:b] for a, b in after], autojunk=False)
    return [(op, *_reach(before, a, b), *_reach(after, c, d)) for op, a, b, c, d in matcher.get_opcodes()]


def _cut(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch, and an empty one at its end that insertions there can point to."""
    return [*(match.span() for match in pattern.finditer(text, start, end)), (end, end)]


def _reach(pieces: list[Piece], first: int, last: int) -> Piece:
    start = pieces[min(first, len(pieces) - 1)][0]
    return start, pieces[last - 1][1] if last > first else start


def _named(old: str, new: str, run: Mark) -> Iterator[dict[str, Any]]:
    _, a, b, c, d = run
    gone, come = old[a:b], new[c:d]
    for kind, sign, label in HOLDS:
        if sign.search(gone) or sign.search(come):
            yield {
                "kind": kind,
                "labels": [label if gone and come else "removed" if gone else "added"],
                "old": {"start": a, "end": b} if gone else None,
                "new": {"start": c, "end": d} if come else None,
            }
            return
