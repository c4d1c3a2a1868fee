"""Numbers that are part of a name: "Boeing 737", "Article 5", "F-16", "10 Downing Street", "the Big Five".

The table `numbered_things` holds the words before such a number, `after_first` those behind such an ordinal. A number
word with a capital letter inside a sentence is a name; headlines have capitals everywhere and are left alone.
"""

from __future__ import annotations

from revtrack import lexicon
from revtrack.claims.figures import counted_noun
from revtrack.claims.figures.amounts import Amount
from revtrack.claims.figures.figure_words import FigureWords
from revtrack.claims.figures.not_figures import models

_FEWEST_CALLED = 100
_ZONE_REACH = 6
# Nothing is numbered by these, so that a number before them counts.
_COUNTED = ("people", "men", "women", "children", "workers", "jobs", "dollars", "pounds", "euros")
# Words that join two numbers, not a name and its number: "5-foot-10", "8-to-16", "one-in-five".
_JOINTS = ("and", "by", "foot", "ft", "in", "of", "or", "out", "percent", "plus", "to")
_EMERGENCY = ("911", "999", "112")
_HEADLINES = ("headline", "heading")


def holds_digits(words: FigureWords, amount: Amount) -> bool:
    """Whether the words beside the digits make a name, a model or an address of them."""
    start, end = amount.start, amount.end
    if _has_name_in_front(words, amount) or _is_joined(words, amount) or words.before("for_each", start):
        return True
    if models.holds(words, amount) or _is_zone(words, amount):
        return True
    if words.behind("address", end) or words.behind("book", end):
        return True
    if words.plain[start:end] in _EMERGENCY and words.behind("emergency", end):
        return True
    return _is_called(words, amount)


def _is_called(words: FigureWords, amount: Amount) -> bool:
    """Whether a bare number of three digits or more is one to ring: "call 911", "phone the Samaritans (116 123)"."""
    if amount.value < _FEWEST_CALLED or "," in words.plain[amount.start : amount.end]:
        return False
    return words.before("called", amount.start) is not None and counted_noun.plural(words, amount.end) is None


def holds_word(words: FigureWords, amount: Amount) -> bool:
    """Whether a number word or a share belongs to a name: "World War Two", "the Big Five", "top-two"."""
    if _is_joined(words, amount):
        return True
    capital = words.plain[amount.start].isupper()
    after = _follower(words, amount)
    if after[:1].isupper() and after in lexicon.words("after_first"):
        return True
    if _has_name_in_front(words, amount, capital=capital):
        return True
    return capital and words.block.role not in _HEADLINES and not words.before("sentence", amount.start)


def holds_ordinal(words: FigureWords, amount: Amount) -> bool:
    """Whether an ordinal belongs to a name or a term: "first lady", "Fifth Avenue", "21st century"."""
    if _is_joined(words, amount):
        return True
    after = _follower(words, amount)
    if not after:
        return False
    bare = after.rstrip(".")
    if {after, bare} & lexicon.words("after_first") or bare.lower() in ("century", "centuries"):
        return True
    if not after[0].isupper() or words.plain[amount.end] == "-" or words.block.role in _HEADLINES:
        return False
    return words.plain[amount.start].isupper() and not words.before("sentence", amount.start)


def _follower(words: FigureWords, amount: Amount) -> str:
    """The word behind a number, with its point: "Ave."; empty before a mark."""
    match = words.behind("follower", amount.end)
    if not match:
        return ""
    end = words.end(match)
    return words.text(match.end() - 1, match.end()) + ("." if words.plain[end : end + 1] == "." else "")


def _has_name_in_front(words: FigureWords, amount: Amount, *, capital: bool = True) -> bool:
    """Whether a word of `numbered_things` is in front; one with a capital names no word without one."""
    apart = words.plain[amount.start - 1 : amount.start] in (" ", "-")
    lead = words.run_before(amount.start, ".&-").rstrip("-").rsplit("-", 1)[-1] if apart else ""
    if lead not in lexicon.words("numbered_things"):
        return False
    counted = counted_noun.plural(words, amount.end)
    if counted and ((lead[0].isupper() and counted in _COUNTED) or (lead.islower() and lead.endswith("s"))):
        return False  # "the BBC 12 people died", "in the wards 12 nurses fell ill"
    return capital or lead.islower() or lead == "Number"


def _is_zone(words: FigureWords, amount: Amount) -> bool:
    """Whether the number is the offset of a clock: "GMT +8", "UTC+2"."""
    if words.plain[amount.start - 1 : amount.start] not in ("+", "-") and words.plain[amount.start] not in "-+":
        return False
    floor = max(words.block.start, amount.start - _ZONE_REACH)
    before = words.plain[floor : amount.start].rstrip("+- ")
    return before[-3:] in ("GMT", "UTC") and not before[-4:-3].isalnum()


def _is_joined(words: FigureWords, amount: Amount) -> bool:
    """Whether a hyphen joins the number to a name: "F-16", "Covid-19", "top-10", "CVE-2021-44228"."""
    if words.plain[amount.start - 1 : amount.start] != "-":
        return False
    parts = words.run_before(amount.start, "-.").rstrip("-").split("-")
    if parts[-1].lower() in ("", *_JOINTS):
        return False
    return parts[-1][0].isalpha() or (parts[-1].isdigit() and parts[0][:1].isalpha())
