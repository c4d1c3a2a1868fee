"""To whom something was said: "told *reporters* that", "speaking to *The Times*", "in a letter to *the board*"."""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon
from revtrack.model import Span
from revtrack.text.expressions import expression
from revtrack.text.fold import fold

# How much of a sentence is searched, and how long the words of a hearer may be, in code points.
_SENTENCE, _LONGEST = 1000, 60
# Where the words behind "told" end: a clause, a quotation, a time, a comma.
_END = expression(
    r"(?=[,.;:\"\u201c]|\s(?:that|on|at|in|during|after|before|when|last|late|early|earlier|this|to|how|why|what|whether"
    r"|he|she|it|they|there|about|of|by|via|through|while|if|not|as|who)\b|$)"
)
_STOP = expression(r"(?<=\w{3})\.$")
_LED = expression(r"(?:(?:them|him|me|us|you) (?=\w)|(?:[\w'.&-]+ ){1,4}(?=that (?!is|was|were|had|has)\w))")
_NAME = r"(?:[Tt]he )?[A-Z][\w.'&-]*(?: (?:(?:of|the|and|for) )*[A-Z][\w.'&-]*)*(?: \([A-Z]{2,}\))?"
_GROUP = (
    r"(?:the )?(?:[a-z]+ )?(?:reporters|journalists|lawmakers|investors|analysts|senators|supporters|jurors|employees"
    r"|staff|students|parliament|colleagues|customers|shareholders|residents|lawyers|council|court|board|committee)"
)


# Every occasion has one of these in it.
_VERBS = ("speaking", "speak", "spoke", "spoken", "talking", "talked", "writing", "wrote")
_MEETINGS = ("interview", "call", "conversation", "briefing", "meeting")
_MESSAGES = ("statement", "statements", "remarks", "comment", "comments", "mail", "letter", "message", "interview")
_OCCASIONS = (
    *(f"{verb} " for verb in _VERBS),
    *(f"{meeting} with" for meeting in _MEETINGS),
    *(f"{message} to" for message in (*_MESSAGES, "testimony", "speech")),
)


def find(plain: str, cue: Span, lemma: str, content: Span, sentence: Span) -> str | None:
    """The hearer of a statement, as written, or None; behind the verb, or where the sentence tells of the occasion."""
    if lemma in lexicon.words("hearer_verbs"):
        end = content.start if content.start > cue.end else sentence.end
        found = _behind(plain, cue.end, min(end, cue.end + _LONGEST))
        if found:
            return found
    outside = (
        (sentence.start, min(content.start, cue.start)),
        (cue.start, content.start),
        (max(content.end, cue.start), sentence.end),
    )
    for start, end in outside:
        end = min(end, start + _SENTENCE)
        words = plain[start:end]
        if not any(map(words.__contains__, _OCCASIONS)):
            continue
        match = _occasion().search(plain, start, end)
        if match:
            return _STOP.sub("", fold(match["hearer"]))
    return None


def without(plain: str, lemma: str, cue_end: int, content: Span) -> Span:
    """A content without the hearer that it was read with: "told *them* it was over", "warned *the board* that"."""
    if lemma not in lexicon.words("hearer_verbs") or not 0 <= content.start - cue_end <= 1:
        return content
    match = _LED.match(plain, content.start, content.end)
    return Span(match.end(), content.end) if match else content


def _behind(plain: str, start: int, end: int) -> str | None:
    rest = plain[start:end]
    words = rest[: stop.start()] if (stop := _END.search(rest)) else rest
    clean = fold(words).strip()
    return clean if clean and rest[:1] == " " and clean[0].isalpha() else None


@cache
def _occasion() -> re.Pattern[str]:
    occasions = (
        rf"(?:{'|'.join(_VERBS)}) (?:(?:on \w+|anonymously) )?(?:to|with)"
        rf"|(?:{'|'.join(_MEETINGS)}) with"
        r"|(?:statement|statements|remarks|comments?|e-?mail|letter|message|interview|testimony|speech) to"
    )
    return expression(rf"\b(?:{occasions}) (?P<hearer>{_NAME}|{_GROUP})")
