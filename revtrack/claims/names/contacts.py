"""Telephone numbers, e-mail and web addresses, and handles that readers see: "Call 01234 567890", "@orrinferry".

The targets of links are markup and are blanked before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from revtrack.model import Block, Span
from revtrack.text import telephones
from revtrack.text.expressions import expression
from revtrack.text.remembered import remembered

_PATH = r"[^\s<>\"\u201c\u201d]"
_PHONE_START = r"(?P<phone>(?<![\w.,$\u00a3\u20ac/@-])[+(]?\d)"
_CONTACT = expression(
    r"(?P<mail>(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,})"
    rf"|(?P<page>(?<![\w@./-])(?:https?://|www\.)[\w-]{_PATH}*"
    rf"|(?<![\w@./-])(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|info|news|example|co\.uk|org\.uk|gov\.uk|ac\.uk)\b(?:/{_PATH}*)?)"
    r"|(?P<handle>(?<![\w.@/])@[A-Za-z_]\w{2,29}(?![\w@]))"
    rf"|{_PHONE_START}"
)
_PHONE = expression(_PHONE_START)
_END_MARKS = ".,;:!?)'"
# Without one of these a text has nothing but telephone numbers, and without so many digits none; both are found many
# times as fast.
_SIGNS, _DOMAIN = ("@", "://", "www."), expression(r"\.[cnegioa]")
_DIGITS = expression(rf"[0-9](?:[ ().+-]*[0-9]){{{telephones.FEWEST_DIGITS - 1}}}")


def find(plain: str, blocks: Iterable[Block]) -> list[Span]:
    """The contact details of some blocks, in order."""
    if not _sought(plain):
        return []
    parts = ((block.start, _in_words(plain[block.start : block.end])) for block in blocks)
    return [Span(at + span.start, at + span.end) for at, spans in parts for span in spans]


def _sought(words: str) -> re.Pattern[str] | None:
    """What finds the details that a text may have."""
    if any(sign in words for sign in _SIGNS) or _DOMAIN.search(words):
        return _CONTACT
    return _PHONE if _DIGITS.search(words) else None


@remembered
def _in_words(words: str) -> tuple[Span, ...]:
    contact = _sought(words)
    if contact is None:
        return ()
    found: list[Span] = []
    at = 0
    while match := contact.search(words, at):
        if match.lastgroup != "phone":
            text = match[0].rstrip(_END_MARKS)
            at = match.start() + len(text)
            found.append(Span(match.start(), at))
            continue
        number = telephones.at(words, match.start(), len(words))
        if number:
            found.append(number)
        at = number.end if number else match.end()
    return tuple(found)
