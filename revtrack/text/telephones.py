"""Telephone numbers: "020 7946 0958", "+44 20 7946 0958", "(212) 555-0187", "1-800-555-0142"."""

from __future__ import annotations

from revtrack.model import Span
from revtrack.text.expressions import expression

FEWEST_DIGITS, LONGEST = 7, 24
SIGNS = "0123456789 ().+-"
_NUMBER = expression(r"\(?\+?[0-9]{1,5}\)?(?:[ .-]\(?[0-9]{2,6}\)?){1,4}[ .-][0-9]{3,6}|0[0-9]{3,4}[ -][0-9]{6}")
_LOCAL = expression(r"[0-9]{3}[.-][0-9]{4}")
# An amount in groups of three digits, a date, or years.
_OTHERS = expression(
    r"[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]{1,2}[.-][0-9]{1,2}[.-](?:[0-9]{2}){1,2}"
    r"|(?:1[5-9]|20)\d\d(?:[ .-](?:1[5-9]|20)\d\d)+"
)


def at(plain: str, start: int, stop: int) -> Span | None:
    """The telephone number that begins at an offset, in groups of digits and with no digits left over."""
    end = start
    while end < min(stop, start + LONGEST) and plain[end] in SIGNS:
        end += 1
    run = plain[start:end].rstrip(" .-(+")
    if run.endswith(")") and "(" not in run:
        run = run[:-1]
    end = start + len(run)
    if plain[end : end + 1].isalnum() or _OTHERS.fullmatch(run):
        return None
    return Span(start, end) if is_number(run) else None


def is_number(run: str) -> bool:
    """Whether digits and the signs between them are a telephone number or an account."""
    if sum(sign.isdigit() for sign in run) < FEWEST_DIGITS:
        return False
    return _NUMBER.fullmatch(run) is not None or _LOCAL.fullmatch(run) is not None
