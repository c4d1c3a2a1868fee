"""Grammars over words: the kind of each word is written as one letter, and a rule is an expression over letters.

    day_month = day of? month

A line of a grammar names a rule and says what it is made of: kinds of words, and rules above it. Signs of regular
expressions keep their meaning, since no letter of a word is one of them; blanks between words mean nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from revtrack.text.expressions import expression

# Letters from here on are not signs of a regular expression.
FIRST = 0x100
# Nor are these. A grammar of no more kinds takes them: a set of letters below 256 costs a hundredth to compile.
FEW = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + "".join(
    filter(str.isalpha, map(chr, range(0x80, FIRST)))
)
_LETTER = r"[^\x00-@\[-`{-\x7f]"  # of ASCII only those of the alphabet
_SET = rf"(?:{_LETTER}|\[(?:{_LETTER}|-)+\])"
_CHOICE = expression(rf"\(\?:({_SET}(?:\|{_SET})*)\)")
_BREAK, _BLANK, _WORD = expression(r"\n(?=\w)"), expression(r"\s+"), expression("[a-z_]+")
_GROUP, _BAR = expression(r"\((?!\?)"), expression(r"[][|]")


def rules(grammar: str) -> Iterator[tuple[str, str]]:
    """The name and the body of each rule; a body goes on in lines that are indented."""
    for rule in _BREAK.split(grammar.strip()):
        name, body = rule.split("=", 1)
        yield name.strip(), body


def written(body: str, letters: Callable[[str], str]) -> str:
    """A rule as a regular expression; `letters` gives that of each word in it."""
    return _BLANK.sub("", _WORD.sub(lambda word: letters(word[0]), body))


def compact(rule: str) -> str:
    """A written rule that matches the same and compiles faster: no group is kept, a choice of letters is a set."""
    return with_sets(_GROUP.sub("(?:", rule))


def with_sets(rule: str) -> str:
    """A written rule whose choices of letters are sets."""
    while (shorter := _CHOICE.sub(lambda choice: f"[{_BAR.sub('', choice[1])}]", rule)) != rule:
        rule = shorter
    return rule
