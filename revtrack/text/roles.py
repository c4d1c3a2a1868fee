"""What a block is: "By Jane Roe" a byline, "Updated 3.15 pm" furniture, "Correction: ..." a notice.

Furniture is known by place and shape: it opens with a formula of publication and holds nothing but words of
time behind it. "Updated figures show 21 dead" is copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from revtrack import lexicon
from revtrack.model import NoticeType, Role
from revtrack.text import notice_formulas, page_furniture
from revtrack.text.expressions import expression
from revtrack.text.remembered import remembered
from revtrack.text.tokens import RUN

LINES_BEFORE_HEADLINE = 4

_HEADING = expression(r"#{1,6} ")
_ITEM = expression(r"(?:[-*+\u2022\u2013] |\d{1,3}[.)] )")
_BYLINE = expression(r"by (?=[A-Z])[\w.,'&| -]{2,120}", re.IGNORECASE)
_BETWEEN_NAMES = expression(r", and |, | and | & ")
_BYLINE_WORDS = frozenset(("and", "for", "in", "of", "the", "with", "editor", "correspondent", "reporter", "writer"))
_DATELINE = expression(r"[A-Z][A-Z .,']+(?:\([A-Za-z ]+\))? ?(?:--|[-\u2013\u2014]) ?")
_DASHES = ("-", "\u2013", "\u2014")
_TIME_WORD = expression(RUN)
_READING_TIME = expression(r"\d+[ -]min(?:ute)?s?[ -]read")
# "140 comments", "1.2k shares", "Comments (12)": the counters of a page.
_COUNTER = expression(
    r"[\d.,]+[km]? (?:comments?|shares?|likes?|views?|reactions?|reads?|replies|retweets?|reposts?)"
    r"|(?:comments?|shares?|likes?|views?|reactions?|replies)[ :]*\(?[\d.,]+[km]?\)?"
)
_COUNTER_LEADS = (".", ",", "comment", "share", "like", "view", "reaction", "replies")
_MINUTES = expression(r"\b\d{1,2}[:.h]\d\d\b")
_CLOCK = expression(r"\d[\d:.,h]*(?:st|nd|rd|th|am|pm|z)?")
# "Update, 4 March:" and "CORRECTION (Nov. 3, 2016):" are "Update:" and "Correction:".
_DATED_LEAD = expression(
    r"\A(update|updated|corrections?|clarification|editor's note),? ?\(?(?=[^:]*\d)[\w .,']{3,40}\)?:", re.IGNORECASE
)
_DATED_INITIALS = frozenset("uUcCeE")
# "This May 3 story corrects" is "this story corrects".
_DATED_STORY = expression(r"\bthis [a-z]{3,9}\.? \d{1,2},? (?:\d{4} )?(?=(?:article|item|piece|post|report|story)\b)")
# "Updated at 10.15 to correct the number of passengers", "We've updated this piece to correct ...".
_MENDED = expression(
    r"(?:(?:amended|corrected|edited|updated)(?: (?:at|on) [\w .,:'-]{2,40}?)?"
    r"|we(?:'ve| have) (?:amended|changed|corrected|edited|updated) (?:our|the|this)"
    r" (?:article|column|coverage|headline|item|page|piece|post|report|story)),? to (\w+)\b"
)
_MENDED_LEADS = ("amended", "corrected", "edited", "updated", "we've ", "we have ")
_PURPOSES: dict[str, NoticeType] = {
    "add": "update",
    "clarify": "clarification",
    "correct": "correction",
    "fix": "correction",
    "include": "update",
    "reflect": "update",
    "remove": "correction",
}
_SENTENCE_END = expression(r"[.!?:;,]['\")\]]*$")
_LEAD = " \t*_>#([-\u2013\u2014\u2022"
_LONGEST_TITLE = 24
_LONGEST_HEADING = 12
_LONGEST_LINE = 200
_NOTICE_LEAD = 400
_LONGEST_NOTICE_TITLE = 40


@remembered
def of(block: str, *, opening: bool = False, last: bool = False) -> Role:
    """The role of a block of plain text; `opening` with no headline or copy above it."""
    if _is_furniture(block) or page_furniture.is_furniture(block) or _is_moment(block, opening=opening):
        return "furniture"
    if notice_type(block) or is_notice_title(block):
        return "notice"
    if _HEADING.match(block):
        return "headline" if opening else "heading"
    if _is_byline(block):
        return "byline"
    if _ITEM.match(block):
        return "item"
    if block.rstrip(" ").endswith(_DASHES) and _DATELINE.fullmatch(block):
        return "dateline"
    if _SENTENCE_END.search(block) or last:
        return "body"
    words = len(block.split())
    if opening and words <= _LONGEST_TITLE:
        return "headline"
    return "heading" if words <= _LONGEST_HEADING else "body"


def behind_mark(plain: str, start: int, end: int) -> int:
    """Where the words of a block begin: behind the mark of a heading or item, if it has one and words after it."""
    mark = _HEADING.match(plain, start, end) or _ITEM.match(plain, start, end)
    return mark.end() if mark and plain[mark.end() : end].strip() else start


def is_notice_title(block: str) -> bool:
    """Whether a block is only the title of a notice that follows: "Correction", "Update, March 4, 2025".

    "This story has been updated." is a notice of its own: none of it is in the next block.
    """
    title = block.strip(_LEAD + ":. ").lower()
    if len(title) > _LONGEST_NOTICE_TITLE:
        return False
    if any(sign.isdigit() for sign in title):
        name, _, day = title.partition(" ")
        if day.isdigit():  # "Update 3" is over the third entry of a running story, not over a notice
            return False
        return _is_title(name.rstrip(",:")) and _is_time(day)
    return _is_title(title)


def _is_title(title: str) -> bool:
    known = _formulas("opening")
    return f"{title}:" in known or (title in known and not title.startswith("this ") and not title.endswith("appended"))


def _is_moment(block: str, *, opening: bool) -> bool:
    """Whether a line is a time and nothing more, as above an entry of a live blog: "11:32", "3 May 2024".

    Below the headline it has a time of day: "Friday, 3 May" may be a heading of a programme.
    """
    if len(block) > _LONGEST_LINE or not (opening or _MINUTES.search(block)):
        return False
    lead = block[:_LONGEST_LINE].strip(_LEAD + "*_)].").lower()
    return any(sign.isdigit() for sign in lead) and _is_time(lead)


def _is_time(text: str) -> bool:
    words = _TIME_WORD.findall(text)
    times = lexicon.words("furniture_words")
    return bool(words) and all(word in times or _CLOCK.fullmatch(word) for word in words)


def notice_type(block: str) -> NoticeType | None:
    """Which kind of notice a block of plain text is, or None: "An earlier version of this story ..."."""
    bare = block[:_NOTICE_LEAD].lstrip(_LEAD)
    lead = (_DATED_LEAD.sub(r"\1:", bare, count=1) if bare[:1] in _DATED_INITIALS and ":" in bare else bare).lower()
    if "this " in lead:
        lead = _DATED_STORY.sub("this ", lead, count=1)
    opening, inside = _formulas("opening"), _formulas("inside") if any(map(lead.__contains__, _telling())) else ()
    advisory = _opens_with(f"({lead}", opening) if block.startswith(f"({bare[:1]}") else None
    formula = advisory or _opens_with(lead, opening) or next((words for words in inside if words in lead), None)
    mended = _MENDED.match(lead) if lead.startswith(_MENDED_LEADS) else None
    if mended and mended[1] in _PURPOSES:
        return _PURPOSES[mended[1]]
    return _notice_types()[formula] if formula else notice_formulas.kind(lead)


def _is_byline(block: str) -> bool:
    if block[:3].lower() != "by " or not _BYLINE.fullmatch(block):
        return False
    words = _TIME_WORD.findall(block[3:])
    return 0 < len(words) <= _LONGEST_HEADING and all(word[0].isupper() or word in _BYLINE_WORDS for word in words)


def is_publication(line: str) -> bool:
    """Whether a line says who wrote the article, or when it was published."""
    return _is_byline(line) or _is_furniture(line)


def is_bare_byline(block: str) -> bool:
    """Whether a line is nothing but names of people, which is a byline above a line of publication."""
    people = [part.split() for part in _BETWEEN_NAMES.split(block)]
    return all(
        2 <= len(words) <= 4 and words[0] in lexicon.mapping("given_names") and all(word[0].isupper() for word in words)
        for words in people
    )


def _is_furniture(block: str) -> bool:
    lead = block[:_LONGEST_LINE].strip(_LEAD + "*_)].").lower()
    formula = _opens_with(lead, _furniture())
    if (lead[:1].isdecimal() or lead.startswith(_COUNTER_LEADS)) and _COUNTER.fullmatch(lead):
        return True
    if len(block) > _LONGEST_LINE or not (formula or _READING_TIME.search(lead) or lead.endswith(" ago")):
        return False
    return _is_time(lead[len(formula or "") :])


def _opens_with(lead: str, formulas: tuple[str, ...]) -> str | None:
    """The longest formula that a text opens with, at the end of a word; no pattern, since this runs at every start."""
    if not lead.startswith(formulas):
        return None
    found = (formula for formula in formulas if lead.startswith(formula))
    return next((formula for formula in found if not _goes_on(lead, len(formula))), None)


def _goes_on(lead: str, end: int) -> bool:
    """Whether a word runs over `end`."""
    return end < len(lead) and lead[end - 1 : end + 1].isalpha()


@cache
def _furniture() -> tuple[str, ...]:
    return _longest_first(lexicon.words("furniture"))


@cache
def _formulas(place: str) -> tuple[str, ...]:
    return _longest_first(row[0] for row in lexicon.table("notices") if row[2] == place)


@cache
def _telling() -> tuple[str, ...]:
    """A word of each formula inside a notice, its longest: without one of them there is none."""
    return tuple(sorted({max(formula.split(), key=len) for formula in _formulas("inside")}))


@cache
def _notice_types() -> dict[str, NoticeType]:
    return {row[0]: row[1] for row in lexicon.table("notices")}  # type: ignore[misc]


def _longest_first(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
