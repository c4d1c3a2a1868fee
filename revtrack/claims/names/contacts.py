"""Telephone numbers, e-mail and web addresses, and handles that readers see: "Call 01234 567890", "@orrinferry".

The targets of links are markup and are blanked before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revtrack.model import Span
from revtrack.text import telephones

_PATH = r"[^\s<>\"\u201c\u201d]"
_CONTACT = re.compile(
    r"(?P<mail>(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,})"
    rf"|(?P<page>(?<![\w@./-])(?:https?://|www\.)[\w-]{_PATH}*"
    rf"|(?<![\w@./-])(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|info|news|example|co\.uk|org\.uk|gov\.uk|ac\.uk)\b(?:/{_PATH}*)?)"
    r"|(?P<handle>(?<![\w.@/])@[A-Za-z_]\w{2,29}(?![\w@]))"
    r"|(?P<phone>(?<![\w.,$\u00a3\u20ac/@-])[+(]?\d)"
)
# Without one of these there is none, and they are found many times as fast.
_SIGN, _PARTS = re.compile(r"[@\d]"), ("://", "www.", *(f".{initial}" for initial in "cnegioa"))
_END_MARKS = ".,;:!?)'"


def _may_stand_in(plain: str, start: int, end: int) -> bool:
    return bool(_SIGN.search(plain, start, end)) or any(plain.find(part, start, end) >= 0 for part in _PARTS)


def find(plain: str, start: int, end: int) -> Iterator[Span]:
    """The contact details of `plain[start:end]`, in order."""
    if not _may_stand_in(plain, start, end):
        return
    at = start
    while match := _CONTACT.search(plain, at, end):
        if match.lastgroup != "phone":
            text = match[0].rstrip(_END_MARKS)
            at = match.start() + len(text)
            yield Span(match.start(), at)
            continue
        number = telephones.at(plain, match.start(), end)
        if number:
            yield number
        at = number.end if number else match.end()
