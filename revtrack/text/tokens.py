"""A text cut into words, numbers and signs, once, by one expression; what reads claims reads them from this line.

"late on Thursday, Oct. 31" is `late on Thursday , Oct . 31`. A number keeps its currency, separators and letters
("$3.2bn", "21st", "6 p.m."), a word ends at an apostrophe or a hyphen, not at "&".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression

_TOKEN = expression(
    r"""(
      [^\W\d_FoO]\w* (?: &\w+ )*  # nearly all words, for which nothing else is tried
    | \d{4}-\d\d-\d\d (?: T\d\d:\d\d (?: :\d\d )? (?: Z | [+-]\d\d:?\d\d )? )? (?![\w-])
    | \d{1,2} (?: [:.]\d\d ){0,2} [ ]? (?: [aApP]\.[mM]\. | [aApP][mM]\b )
    | [$\u00a3\u20ac\u00a5\#]? \d\w* (?: [.:/]\d\w* | ,(?!\d{4}\b)\d\w* )* %?
    | '\d0s\b
    | FY[ ]?\d\d (?: \d\d )? (?: [-/]\d\d (?: \d\d )? )? \b
    | [oO]'clock\b
    | [^\W\d_]\w* (?: &\w+ )*
    | [^\w\s]
    )""",
    re.VERBOSE,
)
# Where the kinds of tokens do not matter, words are cut by one of these, and by no other expression.
RUN = r"\w+"  # letters and digits: "10", "000", "don", "t"
LETTERS = r"[^\W\d_]+"  # letters alone, to tell a language or capitals by
WEIGHED = r"\w+(?:'\w+)*"  # as statements are weighed against each other: "10,000" is "10 000"
COMPARED = r"\w+(?:['\u2019.,]\w+)*"  # as two versions are compared, with inner marks: "U.S", "10,000", "don't"
NAME_PART = r"[^\W_][\w.]*(?:[-'][\w]+)*"  # as names are written: "Jean-Paul", "O'Brien", "St."


class Line(NamedTuple):
    """The tokens of a stretch of text, in order."""

    starts: list[int]
    texts: list[str]

    def end(self, index: int) -> int:
        """Where a token ends in the text."""
        return self.starts[index] + len(self.texts[index])

    def at(self, offset: int) -> int:
        """The index of the first token that begins at `offset` or behind it."""
        return bisect_left(self.starts, offset)

    def is_tight(self, index: int) -> bool:
        """Whether a token touches both neighbours, as the hyphen in "5-point" does and the one in "5 - 6" does not."""
        starts = self.starts
        if not 0 < index < len(starts) - 1:
            return False
        return self.end(index - 1) == starts[index] and self.end(index) == starts[index + 1]


def line(plain: str, start: int, end: int) -> Line:
    """The tokens of `plain[start:end]`."""
    parts = _TOKEN.split(plain[start:end])  # what is between two tokens, and a token, in turn
    return Line(list(accumulate(map(len, parts), initial=start))[1:-1:2], parts[1::2])
