"""Grammars over words: the kind of each word is written as one letter, and a rule is an expression over letters.

    day_month = day of? month

A line of a grammar names a rule and says what it is made of: kinds of words, and rules above it. Signs of regular
expressions keep their meaning, since no letter of a word is one of them; blanks between words mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# Letters from here on are not signs of a regular expression.
FIRST = 0x100


def rules(grammar: str) -> Iterator[tuple[str, str]]:
    """The name and the body of each rule; a body goes on in lines that are indented."""
    for rule in re.split(r"\n(?=\w)", grammar.strip()):
        name, body = rule.split("=", 1)
        yield name.strip(), body


def written(body: str, letters: Callable[[str], str]) -> str:
    """A rule as a regular expression; `letters` gives that of each word in it."""
    return re.sub(r"\s+", "", re.sub(r"[a-z_]+", lambda word: letters(word[0]), body))
