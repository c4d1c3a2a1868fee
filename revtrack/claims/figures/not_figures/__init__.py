"""Numbers that are not figures: "Boeing 737", "first lady", "No. 1", "at one point", a year, a list or phone number.

What only looks like a number is judged by what is right beside it: names and models by `named_numbers`, places in
lists, telephones and accounts by `identifiers`; here are pronouns and adverbs that look like numbers.
"""

from __future__ import annotations

from revtrack import lexicon
from revtrack.claims.figures import counted_noun
from revtrack.claims.figures.amounts import Amount
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.claims.figures.not_figures import identifiers, named_numbers
from revtrack.model import Bound
from revtrack.text.expressions import expression

_YEAR = expression(r"(?:1[89]|20)[0-9]{2}")
_BOUNDS = ("at_least", "more_than", "at_most")
_MARKS = (",", ".", ";", ":", "", "\n")


def holds(words: FigureWords, amount: Amount) -> bool:
    """Whether the number is part of something that counts nothing."""
    plain, start, end = words.plain, amount.start, amount.end
    if amount.unit:
        # "4x100m", and "at one point".
        multiplied = start > words.block.start and plain[start - 1].isalpha() and plain[start].isdigit()
        return multiplied or (plain[start:end].lower() == "one point" and words.texts_before(start, 1) == ["at"])
    if amount.ordinal:
        return named_numbers.holds_ordinal(words, amount) or _is_adverb(words, amount)
    if amount.word or amount.share:
        return named_numbers.holds_word(words, amount) or _is_empty(words, amount)
    return (
        named_numbers.holds_digits(words, amount)
        or _is_year(words, amount)
        or identifiers.hold(plain, start, end, words.block)
    )


def goes_on(words: FigureWords, end: int, amount: Amount) -> bool:
    """Whether digits go on with those of a name that ends at `end`: "Boeing 737-800", "pages 12 and 14"."""
    if end < 0 or amount.unit or amount.word or not words.between("further", end, amount.start):
        return False
    return words.plain[end] == "-" or counted_noun.plural(words, amount.end) is None


def is_pronoun(words: FigureWords, amount: Amount, bound: Bound) -> bool:
    """Bare "one" means somebody more often than for a number, unless it counts the harmed or has a limit."""
    if not amount.word or words.plain[amount.start : amount.end].lower() != "one":
        return False
    counted = words.behind("counted", amount.end)
    if not counted or words.before("not_one", amount.start):
        return True
    following = words.line.texts[counted.start() : counted.end()]
    if bound in _BOUNDS and following[0] not in lexicon.words("noun_stops"):
        return False
    return lexicon.words("counted_ones").isdisjoint(following)


def _is_year(words: FigureWords, amount: Amount) -> bool:
    """Whether four digits that no date took are still a year: "the 2008 crisis"."""
    if not _YEAR.fullmatch(words.plain, amount.start, amount.end):
        return False
    return words.before("year", amount.start) is not None or counted_noun.plural(words, amount.end) is None


def _is_adverb(words: FigureWords, amount: Amount) -> bool:
    """Whether an ordinal orders the writer's points or an action: "First, ...", "was first reported", "at first"."""
    text = words.plain[amount.start : amount.end].lower()
    if text not in ("first", "second", "third"):
        return False
    if words.plain[amount.end : amount.end + 1] in _MARKS:
        # "Came second," is a place; "second," by itself orders the writer's points.
        return not words.before("placed", amount.start)
    if text != "first":
        return False
    lead = words.texts_before(amount.start, 1)
    counted = words.behind("counted", amount.end)
    if lead in (["at"], ["that"]) or not counted:
        return lead in (["at"], ["that"])
    if lead == ["to"]:
        return True
    adverb = words.before("adverb", amount.start) is not None
    determined = words.before("determined", amount.start) is not None
    if determined and not adverb:
        return False
    following = words.line.texts[counted.start()]
    return following.endswith("ed") or (not adverb and following in lexicon.words("noun_stops"))


def _is_empty(words: FigureWords, amount: Amount) -> bool:
    """Whether "zero" is part of a term: "zero-hours contract", "ground zero"."""
    if words.plain[amount.start : amount.end].lower() == "zero" and words.behind("zero_term", amount.end):
        return True
    return amount.value == 0 and words.before("zero_term", amount.start) is not None
