"""Words of a date that say something else: "he may march", "2,047 voters", "a 3-year-old", "the Sunday Times".

Each rule looks at the words around, as an editor does: "May" is a month behind "in" or "since" or with a day or a
year; four digits are a year behind "in" or the like, before a mark, or before a word that nobody counts.

The rules are one module because they are one table, FORM to rule, and many share the same look at the neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.dates.date_words import DateToken

Tokens = Sequence[DateToken]

# Behind a number of four digits these make it a count: "a poll of 2047 registered voters".
_VERBS = frozenset(("has", "was", "is", "does", "as", "its", "his", "this", "thus", "plus", "less", "across", "us"))
_CALENDAR = frozenset(("month", "may", "short_month", "small", "nth", "year"))
_SIGNS_OF_NUMBERS = frozenset(("-", "/", "#", "@", "$", "\u00a3", "\u20ac", "no"))
# Years that news copy speaks of: "2012 voters" are those of that year, "1400 voters" are so many.
_LIVED = range(1950, 2036)
# Behind a length of time these make it an age: "24-year-olds", "six weeks of age", "18 years or older".
_OLD = frozenset((("old",), ("olds",), ("-", "old"), ("-", "olds"), ("of", "age"), ("or", "older"), ("or", "younger")))
_ENDS = (".", "!", "?")
_SPEAKS = ("said", "says", "told")
_NO_SURNAMES = frozenset(("King", "Queen", "Prince", "Princess", "Pope", "Sister", "Brother", "Father", "Patriarch"))
_QUOTES = ('"', "'")
_COUNT_WORDS = frozenset(("people", "men", "women", "children", "adults", "percent", "per"))


def is_none(form: str, before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """Whether words that have the form of a date are none; `before` and `behind` are a few words on either side."""
    rule = _RULES.get(form)
    return rule is not None and rule(before, tokens, behind)


def _no_year(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    if tokens[0].kind == "stage":
        return False
    lead = before[-1].text.lower() if before else ""
    if lead in _SIGNS_OF_NUMBERS or _is_numbered(before):
        return True
    if not lead or lexicon.mapping("year_leads").get(lead) == "year":
        return False
    return _counts(tokens[-1], lead, behind)


def _is_numbered(before: Tokens) -> bool:
    """Whether the word before four digits names a thing by its number: "Resolution 1701", but "the Theft Act 1968"."""
    lead = before[-1].text if before else ""
    return lead in lexicon.words("numbered_things") and lead[0].isupper() and lead not in _beside("before year")


def _counts(year: DateToken, lead: str, behind: Tokens) -> bool:
    """Whether four digits count what follows: "2047 registered voters", not "2012 voters" nor "2015 and has"."""
    counted = next((token for token in behind if _is_counted(token)), None)
    if counted is None or any(not _is_small(token) for token in behind[: behind.index(counted)]):
        return False
    if counted.text in _COUNT_WORDS or lexicon.mapping("year_leads").get(lead) == "count":
        return True
    return int(year.text) not in _LIVED or (int(year.text) % 100 == 0 and lead != "the")


def _is_counted(token: DateToken) -> bool:
    text = token.text
    plural = text.endswith("s") and not text.endswith(("ss", "us", "'s")) and text not in _VERBS
    return _is_small(token) and (plural or text in _COUNT_WORDS)


def _is_small(token: DateToken) -> bool:
    return token.kind in ("word", "unit", "units", "few", "running", "recent") and token.text.islower()


def _no_years(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """ "2019-20" counts on from its first year; "2015-1234" is a number of something."""
    if before and before[-1].text in _SIGNS_OF_NUMBERS:
        return True
    first, last = re.split("[-/\u2013]", "".join(token.text for token in tokens))
    if len(last) == 4:
        return not 0 < int(last) - int(first) < 1000
    return len(last) != 2 or not 0 < (int(last) - int(first)) % 100 <= 30


def _no_month(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """A month by itself: none where it may be a verb, a name or a short form of one."""
    name = next(token for token in tokens if token.kind in ("month", "may", "short_month"))
    if name.kind == "month" or tokens[0].kind in ("stage", "comparative"):
        return name.kind == "month" and _is_first_name(before, tokens, behind)
    if name.kind == "short_month":
        return tokens[-1].kind != "stop" and name.text not in ("Aug", "Feb", "Nov", "Oct", "Sept")
    return not _led_to_month(before, behind)


def _led_to_month(before: Tokens, behind: Tokens) -> bool:
    """Whether the words before "May" or "March" make it a month: "in", "prior to", "April and"."""
    words = [token.text.lower() for token in before]
    lead = words[-1] if words else ""
    if lead in ("and", "or", "to", "-", "\u2013") and len(before) > 1 and before[-2].kind in _CALENDAR:
        return True
    if lead == "the" and behind and behind[0].text in ("on", "for"):
        return False
    return lead in lexicon.words("month_leads") or " ".join(words[-2:]) in lexicon.words("month_leads")


def _is_first_name(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """ "April Ryan" and "June Carter" are people, and so is who is called "Ms. August"."""
    if tokens[0].text not in lexicon.words("month_names"):
        return False
    lead = before[-1].text.lower() if before else ""
    named = bool(behind) and behind[0].kind == "word" and behind[0].text[:1].isupper()
    return named and lead not in lexicon.words("month_leads")


def _no_span(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """An age, an ordinal ("a second term"), a title, or "one day" that means some day to come."""
    lead = before[-1].text.lower() if before else ""
    if tokens[-1].text.istitle() and (lead in _QUOTES or lead in _beside("before title")):
        return True  # "the film 60 Minutes"
    if [token.text.lower() for token in tokens] == ["one", "day"]:
        return not before or before[-1].text.lower() not in lexicon.words("length_leads")
    return _is_age(before, tokens, behind)


def _is_age(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    words = tuple(token.text.lower() for token in behind[:2])
    if words[:1] in _OLD or words in _OLD or (bool(before) and before[-1].text.lower() == "aged"):
        return True
    unit = tokens[-1]
    if unit.kind == "second":
        # "30 second homes" are thirty, a "30 second film" is not.
        return tokens[-2].kind == "a" or (bool(behind) and behind[0].text.endswith("s"))
    return False


def _no_length(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """ "A week" is a length behind "for" or "almost"; in "100 a day" it is the rate of a figure."""
    lead = before[-1].text.lower() if before else ""
    if tokens[-1].kind == "second" or _is_age(before, tokens, behind):
        return True
    apart = bool(behind) and behind[0].kind in ("before", "after")
    return not apart and lead not in lexicon.words("length_leads")


def _no_weekday(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """A day in the name of a paper, a club or a show, and a surname: "Mark Sunday said"."""
    if len(tokens) == 1 and tokens[0].kind == "weekday" and _is_surname(before, behind):
        return True
    if tokens[-1].kind != "weekday" and _is_title(before, tokens, behind):
        return True
    names = lexicon.words("day_names")
    day = tokens[-1].text if tokens[-1].kind == "weekday" else " ".join(token.text for token in tokens)
    lead = " ".join(token.text for token in before[-2:])
    after = behind[0].text if behind else ""
    return (
        f"{day} {after}" in names
        or f"{lead} {day}" in names
        or any(f"{token.text} {day}" in names for token in before[-1:])
    )


def _is_surname(before: Tokens, behind: Tokens) -> bool:
    """Whether a weekday is somebody: behind a given name without a surname ("Attorney General Mark Sunday"), or as who
    speaks at the head of a sentence ("Friday said"); a king or a pope has no surname."""
    if not before or before[-1].text in _ENDS:
        return bool(behind) and behind[0].text in _SPEAKS
    if before[-1].text not in lexicon.mapping("given_names"):
        return False
    lead = before[-2].text if len(before) > 1 else ""
    return not lead[:1].isupper() or (lead in lexicon.mapping("titles") and lead not in _NO_SURNAMES)


def _is_title(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """Whether words are the name of a programme or a paper: "This Week" in quotation marks, CBS This Morning."""
    first, last = tokens[0].text, tokens[-1].text
    if not (first[0].isupper() and last[0].isupper() and before):
        return False
    lead = before[-1].text
    if len(tokens) > 1:
        return lead in _QUOTES or (lead.isupper() and len(lead) > 1 and not first.isupper())
    return f"{lead} {first}" in lexicon.words("day_names") or (lead in _QUOTES and _is_closed(behind))


def _is_closed(behind: Tokens) -> bool:
    words = [token.text for token in behind]
    return bool(words) and (words[0] in _QUOTES or (words[0] in ",.?!" and len(words) > 1 and words[1] in _QUOTES))


def _no_relative(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """The name of a programme, and "to this day"."""
    if [token.text for token in tokens] == ["this", "day"]:
        return True
    return _is_title(before, tokens, behind)


def _no_plain_unit(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """ "The day" is a date where the article has told which: "later in the day", "for the quarter ended May 31"."""
    if not tokens[-1].text.islower() or (behind and not _ends_phrase(behind[0])):
        return True
    if behind and behind[0].kind in ("before", "after") and tokens[-1].kind == "unit":
        return bool(before) and before[-1].text.lower() == "to"
    if not before:
        return True
    lead = before[-1].text.lower()
    if lead == "of":
        return len(before) < 2 or before[-2].text.lower() not in _beside("part")
    if lead == "in" and tokens[-1].text.lower() == "day":
        return True  # "later in the day", "back in the day"
    return lead not in _beside("before unit")


def _ends_phrase(token: DateToken) -> bool:
    """Whether a word does not belong to the noun before it: "in the quarter |ended", not "in the day care centre"."""
    text = token.text
    if token.kind in ("dash", "apostrophe", "of", "unit", "units", "edge", "end", "possessive"):
        return False
    if token.kind != "word":
        return text.islower() or not text[0].isalnum()
    return text in _beside("behind unit") or text in lexicon.words("function_words")


def _no_set(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """ "Daily" in the name of a paper, and "quarterly" where a report of one quarter is meant."""
    if tokens[0].kind != "daily":
        return False
    text, following = tokens[0].text, behind[0].text if behind else ""
    if text[0].isupper() and (following[:1].isupper() or (before and before[-1].text[-1].isalnum())):
        return True
    if (not behind or behind[0].text in ".,;:") and [token.kind for token in before[-2:]].count("a"):
        return True  # "he wrote for a free daily"
    return text.lower() == "quarterly" and following in _beside("of a quarter")


def _no_part(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """A day in a name, and "overnight hours", which are those of any night."""
    if tokens[0].kind == "overnight":
        return bool(behind) and not _ends_phrase(behind[0])
    return _no_weekday(before, tokens, behind)


def _no_race(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """Digits with a colon behind the name of a book, or of no race at all: "Matthew 27:46"."""
    if tokens[0].kind != "stopwatch" or "." in tokens[0].text:
        return False
    return not before or before[-1].text.lower() not in _beside("before race")


def _no_decade(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """ "The 80s" of a thermometer; "the 1995's" names no decade, "the 1990's" does."""
    if tokens[-1].kind == "possessive":
        return not any(token.text.endswith("0") for token in tokens)
    if tokens[-1].kind != "short_decade":
        return False
    heat = lexicon.words("heat_words")
    return any(token.text.lower() in heat for token in (*before, *behind))


def _no_short_year(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    lead = before[-1] if before else None
    if tokens[0].kind == "stage":
        return False
    if lead is None or not (lead.text.lower() in _beside("before short year") or lead.kind in ("season", *_CALENDAR)):
        return True
    return bool(behind) and _is_counted(behind[0])


def _no_edge(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """ "At the end of the day" is a manner of speaking."""
    said = [token.text.lower() for token in tokens] == ["the", "end", "of", "the", "day"]
    return said and bool(before) and before[-1].text.lower() == "at"


def _no_era(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """ "12 AD campaigns" counts."""
    return bool(behind) and _is_counted(behind[0])


def _no_holiday(before: Tokens, tokens: Tokens, behind: Tokens) -> bool:
    """A holiday is a date by its day, or behind a word of time; "a Christmas tree" and "Easter Island" are none."""
    if behind and behind[0].text in _beside("named for day"):
        return True
    if len(tokens) > 1 and tokens[-1].kind != "feast":
        return tokens[-1].kind in ("unit", "eve") and tokens[-1].text.islower() != (tokens[-1].text == "week")
    if behind and behind[0].text[:1].isupper() and behind[0].kind == "word":
        return True
    lead = before[-1].text.lower() if before else ""
    timed = len(tokens) > 1 or lead in lexicon.words("month_leads") or lead in _beside("before short year")
    return not (timed or lead in ("this", "on", "over", "around", "for", "at")) or not (
        not behind or _ends_phrase(behind[0])
    )


@cache
def _beside(role: str) -> frozenset[str]:
    """The words that decide in one place, such as before "the quarter"."""
    return frozenset(word for word, place in lexicon.table("date_contexts") if place == role)


_RULES: dict[str, Callable[[Tokens, Tokens, Tokens], bool]] = {
    "year": _no_year,
    "years": _no_years,
    "month": _no_month,
    "lasting": _no_span,
    "within": _no_length,
    "the_unit": _no_plain_unit,
    "every": _no_set,
    "race": _no_race,
    "decade": _no_decade,
    "short_year": _no_short_year,
    "edge": _no_edge,
    "era": _no_era,
    "holiday": _no_holiday,
    "relative": _no_relative,
    "weekday": _no_weekday,
    "day_part": _no_part,
}
