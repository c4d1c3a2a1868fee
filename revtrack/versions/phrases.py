"""Words that every message and report shares: a long text clipped, a claim among its words, bounds, plurals, months."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack import lexicon
from revtrack.model import Bound, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.fold import fold

ELLIPSIS = "..."
# The length of a line that quotes a text, in code points.
LONGEST = 90
BOUNDS: dict[Bound, str] = {
    "exact": "",
    "range": "",
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "up to ",
    "vague": "",
}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_PLURALS = {
    "degree of certainty": "degrees of certainty",
    "source's role": "sources' roles",
}


# The most words that a bound has: "no fewer than".
BOUND_WORDS = 3


class Surroundings(NamedTuple):
    """The words before and behind a claim in plain spelling; `cut_before` and `cut_behind` say that there are more."""

    before: str
    behind: str
    cut_before: bool
    cut_behind: bool


def clip(text: str, longest: int = LONGEST) -> str:
    """A text on one line in its plain spelling, cut between words if it is long."""
    return shorten(fold(text), longest)


def shorten(line: str, longest: int = LONGEST) -> str:
    """A line, cut between words if it is long."""
    if len(line) <= longest:
        return line
    return line[: longest - len(ELLIPSIS)].rsplit(" ", 1)[0] + ELLIPSIS


def surroundings(text: str, sentence: Span, span: Span, words: tuple[int, int], reach: int) -> Surroundings:
    """The words of its sentence before and behind a claim: at most `words` of them, within `reach` code points."""
    start, end = max(sentence.start, span.start - reach), min(max(span.end, sentence.end), span.end + reach)
    before, behind = fold(text[start : span.start]).split(" "), fold(text[span.end : end]).split(" ")
    most_before, most_behind = words
    return Surroundings(
        " ".join(before[-most_before:]),
        " ".join(behind[:most_behind]),
        len(before) > most_before or start > sentence.start,
        len(behind) > most_behind or end < sentence.end,
    )


def without_bound(words: Sequence[str]) -> Sequence[str]:
    """Words before a number without those at their end that bound it: "killed at least" -> "killed"."""
    for count in range(BOUND_WORDS, 0, -1):
        if " ".join(words[-count:]).lower() in lexicon.words("bounds"):
            return words[:-count]
    return words


def plural(singular: str) -> str:
    """The plural: "dates", "statuses", "degrees of certainty"."""
    if singular in _PLURALS:
        return _PLURALS[singular]
    if singular.endswith("y") and singular[-2] not in "aeiou":
        return f"{singular[:-1]}ies"
    return f"{singular}es" if singular.endswith("s") else f"{singular}s"


def count(number: int, singular: str) -> str:
    """A counted noun: "1 date", "1,204 words"."""
    return f"{number:,} {singular if number == 1 else plural(singular)}"


def listing(parts: Sequence[str]) -> str:
    """A list in words: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
