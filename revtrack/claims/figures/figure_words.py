"""The words of a block as figures are read from them, each with its kind as one letter.

What is beside a number is found by the rules of `contexts`. A word may be of several kinds at once ("St" is a
capital and a street), so a letter stands for one way of writing with one set of kinds, and a kind in a rule for all
letters that have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from revtrack import lexicon
from revtrack.claims.figures import contexts
from revtrack.model import Block
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import Reading
from revtrack.text.expressions import expression
from revtrack.text.letters import FIRST, rules, with_sets, written
from revtrack.text.remembered import RememberedWords
from revtrack.text.tokens import Line

# How a token is written; each has one of these kinds.
_SHAPES = ("lower_word", "lower_plural", "lower_ly", "capital", "other_word", "whole", "decimal", "money", "sign")
_SIGNS = {
    ",": "comma",
    ".": "stop",
    ":": "colon",
    ";": "semicolon",
    "'": "apostrophe",
    '"': "quote",
    "(": "bracket",
    ")": "bracket",
    "/": "slash",
    "+": "plus_sign",
    "!": "mark",
    "?": "mark",
    "-": "hyphen",
    "\u2013": "dash",
    "\u2014": "dash",
}
# What a sign is that does not touch its neighbours: a hyphen is a dash, an apostrophe a quotation mark.
_LOOSE = {"-": "\u2013", "/": "!", "'": '"'}
# The longest rule in front of a number looks back so far.
_BEFORE = 24
# The most tokens of a word joined by hyphens; the longest of the development articles has nine.
_LONGEST_WORD = 24


class FigureWords(NamedTuple):
    """The tokens of a block and their letters."""

    plain: str
    block: Block
    line: Line
    letters: str

    def before(self, rule: str, at: int) -> re.Match[str] | None:
        """What a rule of `BEFORE` finds at the end of the words before `at`."""
        end = self.line.at(at)
        return _rule("BEFORE", rule).search(self.letters, max(0, end - _BEFORE), end)

    def behind(self, rule: str, at: int) -> re.Match[str] | None:
        """What a rule of `BEHIND` finds right behind `at`, the end of a token."""
        first = self.line.at(at)
        return None if self._is_inside(first, at) else _rule("BEHIND", rule).match(self.letters, first)

    def between(self, rule: str, start: int, end: int) -> bool:
        """Whether a rule of `BETWEEN` covers all between two numbers."""
        found = _rule("BETWEEN", rule).fullmatch(self.letters, self.line.at(start), self.line.at(end))
        return found is not None

    def texts_before(self, at: int, most: int) -> list[str]:
        """The last tokens before `at`, in small letters."""
        end = self.line.at(at)
        return [text.lower() for text in self.line.texts[max(0, end - most) : end]]

    def texts_behind(self, at: int, most: int) -> list[str]:
        """The tokens behind `at`, in small letters; where it is inside one, the rest of that one first."""
        first = self.line.at(at)
        rest = [self.plain[at : self.line.end(first - 1)].lower()] if self._is_inside(first, at) else []
        return rest + [text.lower() for text in self.line.texts[first : first + most]]

    def end(self, match: re.Match[str]) -> int:
        """Where the last token of a match ends in the text."""
        return self.line.end(match.end() - 1)

    def text(self, first: int, last: int) -> str:
        """The text from one token up to another."""
        return self.plain[self.line.starts[first] : self.line.end(last - 1)]

    def run_before(self, at: int, signs: str) -> str:
        """The words, numbers and signs of a kind that touch one another before `at` or the blank there."""
        starts, texts = self.line
        last = first = self.line.at(at)
        floor = max(0, last - _BEFORE)
        while first > floor and (texts[first - 1] in signs or texts[first - 1][0].isalnum()):
            if first < last and self.line.end(first - 1) != starts[first]:
                break
            first -= 1
        return self.text(first, last) if first < last else ""

    def phrase(self, at: int, most: int) -> Iterator[tuple[str, int]]:
        """The words that follow, each with its end, up to the first mark or the end of a sentence.

        "Mid-size", "AT&T" and "U.S." are one word here.
        """
        starts, texts = self.line
        n = self.line.at(at)
        if self._is_inside(n, at):
            return
        for _ in range(most):
            n += n < len(texts) and texts[n] == '"'
            if n >= len(texts) or self.plain[at : starts[n]] not in (" ", ' "') or not texts[n][0].isalpha():
                return
            first, n = n, self._word_end(n)
            word, at = self.text(first, n), self.line.end(n - 1)
            yield word, at
            if word[-1] == "." and not _is_short(word):
                return

    def _word_end(self, first: int) -> int:
        """The token behind a word that begins at one: joined by hyphens, apostrophes, "&", and points of initials."""
        starts, texts = self.line
        n = first + 1
        stop = min(len(texts), first + _LONGEST_WORD)
        while n < stop and starts[n] == self.line.end(n - 1):
            if texts[n] == ".":
                initial = n + 1 < len(texts) and len(texts[n + 1]) == 1 and starts[n + 1] == starts[n] + 1
                if not initial or not texts[n + 1].isalpha():
                    return n + 1
                n += 2
            elif texts[n] in "'&-" or texts[n][0].isalnum():
                n += 1
            else:
                break
        return n

    def _is_inside(self, first: int, at: int) -> bool:
        """Whether the token before the one at `first` reaches over `at`, as that of "30C" reaches over "30"."""
        return first > 0 and self.line.end(first - 1) > at


def read(reading: Reading, block: Block) -> FigureWords:
    """The words of a block with the kind of each."""
    line = reading.line(block)
    letters = list(map(_LETTERS.__getitem__, line.texts))
    for n, text in enumerate(line.texts) if not _LOOSE.keys().isdisjoint(line.texts) else ():
        if text in _LOOSE and not (line.is_tight(n) if text != "'" else n and line.end(n - 1) == line.starts[n]):
            letters[n] = _LETTERS[_LOOSE[text]]
    return FigureWords(reading.plain, block, line, "".join(letters))


def _is_short(word: str) -> bool:
    """Whether the point belongs to the word: "U.S.", "Gen."."""
    return "." in word[:-1] or len(word) == 2 or word in lexicon.words("abbreviations")


@cache
def _rule(side: str, name: str) -> re.Pattern[str]:
    """A rule of a side of `contexts`, compiled on first use: most texts need few."""
    body = _rules(side)[name]
    text = with_sets(f"(?:{written(body, lambda word: _parts().get(word) or _class(word))})")
    return expression(f"{text}$" if side == "BEFORE" else text)


@cache
def _rules(side: str) -> dict[str, str]:
    return dict(rules(getattr(contexts, side)))


@cache
def _parts() -> dict[str, str]:
    parts: dict[str, str] = {}
    for name, body in rules(contexts.PARTS):
        parts[name] = with_sets(f"(?:{written(body, lambda word: parts.get(word) or _class(word))})")
    return parts


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The kinds of each word or sign that has any, by its text in small letters."""
    words = {kind: body.split() for kind, body in rules(contexts.WORDS)}
    words |= {table: [word.lower() for word in sorted(lexicon.words(table))] for table in contexts.TABLES}
    named = {*words, *_SHAPES, *_SIGNS.values(), *(name for name, _ in rules(contexts.PARTS))}
    bodies = (contexts.PARTS, contexts.BEFORE, contexts.BEHIND, contexts.BETWEEN)
    used = {word for text in bodies for _, body in rules(text) for word in re.findall("[a-z_]+", body)}
    kinds: dict[str, set[str]] = {sign: {name} for sign, name in _SIGNS.items()}
    for kind, members in (*words.items(), *((word, [word]) for word in sorted(used - named))):
        for word in members:
            kinds.setdefault(word, set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


@cache
def _words_of_kinds() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word, kinds in _kinds().items():
        for kind in kinds:
            words.setdefault(kind, []).append(word)
    return words


@cache
def _sets() -> dict[frozenset[str], int]:
    """The sets of kinds that words have, numbered; words of no kind have the first."""
    return {kinds: n for n, kinds in enumerate(dict.fromkeys((frozenset[str](), *_kinds().values())))}


def _class(kind: str) -> str:
    """The letters of a kind, as a part of a regular expression."""
    count = len(_sets())
    if kind in _SHAPES:
        first = FIRST + _SHAPES.index(kind) * count
        return f"[{chr(first)}-{chr(first + count - 1)}]"
    words = _words_of_kinds().get(kind, ())
    return "[" + "".join(sorted({_LETTERS[form] for word in words for form in (word, word.capitalize())})) + "]"


def _letter(text: str) -> str:
    number = _sets()[_kinds().get(text.lower(), frozenset())]
    return chr(FIRST + _SHAPES.index(_shape(text)) * len(_sets()) + number)


_LETTERS = RememberedWords(_letter)


def _shape(text: str) -> str:
    if text[0].isdigit():
        return "whole" if text.replace(",", "").isdigit() else "decimal"
    if not text[0].isalpha():
        return "money" if len(text) > 1 and text[1].isdigit() and text[0] in "$\u00a3\u20ac" else "sign"
    if text[0].isupper():
        return "capital"
    if not (text.isascii() and text.isalpha() and text.islower()):
        return "other_word"
    return "lower_plural" if text.endswith("s") else "lower_ly" if text.endswith("ly") else "lower_word"
