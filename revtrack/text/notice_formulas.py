"""How notices speak about the text they stand in, beyond the set phrases of the table `notices`.

"We originally reported that 12 died." "This blog was recently edited to more accurately reflect ..." "An update to this
story corrects ..." A newspaper may write of errors and reports of others, so that every formula names the text itself,
and those that a reporter might write of somebody else ("we said") also need a word that owns up to an error.
"""

from __future__ import annotations

import re
from itertools import pairwise

from revtrack.model import NoticeType
from revtrack.text.expressions import expression

_PIECE = (
    r"(?:article|blog(?: ?post)?|bulletin|caption|column|copy|dispatch|entry|feature|headline|item|live ?blog|page"
    r"|piece|post|profile|report|review|story|text|version|video)"
)
_FORMER = r"(?:earlier|first|initial|online|original|previous|print(?:ed)?|prior)"
_WRONGLY = (
    r"(?:earlier|erroneously|first|inaccurately|incorrectly|initially|mistakenly|originally|previously|wrongly"
    r"|had (?:earlier|initially|originally|previously|wrongly))"
)
_SAID = (
    r"(?:attributed|called|characteri[sz]ed|claimed|credited|described|gave|had|identified|implied|included|indicated"
    r"|listed|mentioned|named|placed|published|quoted|referred|reported|said|stated|suggested|spelled|spelt|used|wrote"
    r"|mis[a-z]{4,14}ed|misspelt)"
)
_CHANGED = r"(?:altered|amended|changed|clarified|corrected|edited|modified|revised|updated)"
_WHEN = r"(?:,? (?:recently|since|subsequently|later|further|slightly|also|now))?"


def _any_of(*formulas: str) -> re.Pattern[str]:
    return expression("|".join(formulas))


# What owns up to an error, somewhere in the notice.
_OWNS_UP = expression(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|inaccura\w+|error|errors|erroneous(?:ly)?|mistake\w*"
    r"|in fact|actually|should have|(?:we|is|are) (?:sincerely )?(?:regret\w*|apologi\w+)"
    r"|mis(?:stated|identified|spelled|spelt|quoted|reported)"
    r"|correct(?:s|ed|ion)?|(?:was|is|are|were) not)\b"
)
# What a notice opens with that names the text itself.
_OF_ITSELF = _any_of(
    rf"(?:note: )?(?:this|the|our) {_PIECE} (?:has been|was|had been|is){_WHEN} {_CHANGED}"
    rf"(?:(?:,? since|,? after|,? following)? publication)?"
    rf"(?:,? (?:on|at) [\w .,:'-]{{2,40}}?)?{_WHEN}(?: (?:to|for|because)\b|[:;.,]|$)",
    rf"{_PIECE},? {_CHANGED}(?:,? (?:on|at) [\w .,:'-]{{2,40}}?)? to \w+",
    rf"(?:(?:this|our) {_PIECE}|the (?:article|blog(?: ?post)?|column|headline|item|piece|post|story))(?: has)?"
    rf" (?:{_WRONGLY} {_SAID}|mis[a-z]{{4,14}}ed|misspelt)\b",
    rf"(?:an?|the|our) {_FORMER} (?:draft|edition|{_PIECE}) of (?:this|the|our) {_PIECE}\b",
    rf"our {_FORMER} {_PIECE}\b",
    rf"an update to (?:this|our) {_PIECE} (?:corrects|clarifies|fixes)\b",
    rf"this is an? (?:amended|corrected|revised) (?:copy|repeat|repetition|version|{_PIECE})\b",
    rf"(?:because of|due to|owing to|through|as a result of) an? (?:[a-z]+ )?(?:error|mistake|mix-?up|oversight)\b"
    rf"[^.]{{0,60}}(?:this|the|our|an? {_FORMER}) {_PIECE}\b",
    rf"we(?:'ve| have) {_CHANGED} (?:our|the|this|an?|some)\b[^.]{{0,40}} (?:in|of) (?:our|the|this) {_PIECE}\b",
    rf"we(?:'ve| have) {_CHANGED} (?:our|this) {_PIECE}\b",
)
# The same where it owns up to an error as well.
_OF_ITSELF_WITH_ERROR = _any_of(
    rf"(?:an?|the) {_FORMER} {_PIECE}\b",
    rf"an? version of (?:this|the|our) {_PIECE}\b",
    rf"in (?:an?|the|our) (?:{_FORMER} )?(?:version of )?(?:this )?{_PIECE}\b",
)
# What a notice opens with that speaks of its writers, and where it owns up to an error.
_OF_US = expression(rf"we {_WRONGLY} {_SAID}\b(?! (?:on|about) )")
_OF_US_WITH_ERROR = expression(rf"(?:earlier(?: today)?,? )?we {_SAID}\b")
# A notice with a title before a colon.
_TITLED = _any_of(
    r"(?:an? )?(?:amendment|apology|clarification|correction|erratum|retraction)(?:,? [^:.]{0,24}\d[^:.]{0,24})?:",
    r"(?:ed|eds|editor|editors)(?:'?s?'?|\.)? note[:\u2013\u2014-]",
    r"(?:eds|editors): .{0,40}\b(?:correct|corrects|correction|fix|fixes|clarif\w+|sted|instead of)\b",
    r"edit(?:ed)?(?: \([^)]{1,30}\))?: ",
)
# What may stand inside a notice.
_REGRETS = expression(
    r"(?:^|[.!?;] )(?:we|the [a-z ]{3,30}) (?:sincerely |deeply )?(?:regrets?|apologi[sz]es?)(?: for)?"
    r" (?:the|this|any) (?:confusion|errors?|inaccurac(?:y|ies)|misspelling|mistakes?|mix-?up|oversight)\b"
    r"|\bthe (?:error|mistake|inaccuracy) is regretted\b"
)
_NOT_AS_SAID = expression(
    rf"\bnot [^.;]{{1,80}}?,? as (?:we|this {_PIECE}|was|it was|has been|an? {_FORMER} {_PIECE})?"
    rf" ?(?:had )?(?:{_WRONGLY} )?(?:published|printed|mentioned|reported|said|stated|written)"
    rf" (?:before|earlier|here|in (?:an?|the|this) (?:{_FORMER} )?{_PIECE}|originally|previously|yesterday)\b"
    rf"|, not [^.;]{{1,80}}?,? as (?:we|this {_PIECE}) (?:{_WRONGLY} )?(?:reported|said|stated|wrote)\b"
)
# "The year she moved has been updated.": what a reader may be told was wrong, with nothing else in the notice.
_THING = (
    r"(?:age|amount|caption|cost|count|date|day|figures?|headline|job title|location|month|name|names|number|percentage"
    r"|photo|price|quote|quotation|score|spelling|sum|time|title|total|year)"
)
_MENDED_THING = expression(rf"(?:update: )?the {_THING}\b[^.\"\u201c]{{0,120}} (?:has|have) been {_CHANGED}\.?")
_EDITORS_NOTE = expression(r"(?:ed|eds|editor|editors)(?:'?s?'?|\.)? note\b")
_UPDATES = expression(r"\b(?:updated|revised|edited|amended)\b[^.]{0,60}\bto (?:add|include|reflect|note)\b|^an update")


# Hardly a paragraph is a notice, and these expressions are long. So the words that none of them can do without are
# looked for first, and an expression is compiled for the first text that has them.
_WORD = expression("[a-z]+")


def _words_in(formula: str) -> list[str]:
    return "".join(letter if letter.isalpha() else " " for letter in formula).split()


_PIECES = frozenset((*_words_in(_PIECE), "blogpost", "liveblog"))
_CHANGES = tuple(_words_in(_CHANGED))
_FORMERLY = frozenset(_words_in(_FORMER + _WRONGLY))
_FAULTS = (_FORMERLY | {*_CHANGES, "error", "mistake", "mix", "mixup", "oversight", "printed", "update", "version"}) - {
    "had"
}
_TITLE_WORDS = ("amendment", "apology", "clarification", "correction", "ed", "erratum", "retraction")
_TITLES = tuple(f"{article}{title}" for title in _TITLE_WORDS for article in ("", "a ", "an "))
_BEHIND_AS = frozenset(("we", "this", "was", "it", "has", "had", "a", "an", "published", "printed", "mentioned"))
_BEHIND_AS |= frozenset(("reported", "said", "stated", "written")) | _FORMERLY


def kind(lead: str) -> NoticeType | None:
    """Which type of notice these first words (in lower case) open, or None if they open no notice."""
    if not (_opens(lead) or _is_told_inside(lead) or _mends_a_thing(lead.strip())):
        return None
    if _EDITORS_NOTE.match(lead):
        return "editors_note"
    if "clarif" in lead:
        return "clarification"
    return "update" if _UPDATES.search(lead) and not _OWNS_UP.search(lead) else "correction"


def mends_a_thing(text: str) -> bool:
    """Whether a notice says of a thing alone that it was mended: "The year she moved has been updated."."""
    return _mends_a_thing(text.strip(" _*()[]").lower())


def _opens(lead: str) -> bool:
    words = _WORD.findall(lead)
    formulas, with_error = [], []
    told = lead.startswith("in ") or not _FAULTS.isdisjoint(words)
    told = told or ("mis" in lead and any(word.startswith("mis") for word in words))
    if told and not _PIECES.isdisjoint(words):
        formulas.append(_OF_ITSELF)
        with_error.append(_OF_ITSELF_WITH_ERROR)
    if lead.startswith(("we ", "earlier")):
        formulas.append(_OF_US)
        with_error.append(_OF_US_WITH_ERROR)
    if lead.startswith(_TITLES):
        formulas.append(_TITLED)
    if any(formula.match(lead) for formula in formulas):
        return True
    return any(formula.match(lead) for formula in with_error) and bool(_OWNS_UP.search(lead))


def _is_told_inside(lead: str) -> bool:
    if ("regret" in lead or "apologi" in lead) and _REGRETS.search(lead):
        return True
    words = lead.split() if " as " in lead and "not " in lead else []
    return any(a == "as" and b in _BEHIND_AS for a, b in pairwise(words)) and bool(_NOT_AS_SAID.search(lead))


def _mends_a_thing(text: str) -> bool:
    mended = text.startswith(("the ", "update: the ")) and text.rstrip(".").endswith(_CHANGES)
    return mended and bool(_MENDED_THING.fullmatch(text))
