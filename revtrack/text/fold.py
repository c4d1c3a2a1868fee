"""When two spellings are the same.

`plain` keeps every offset: it changes a text code point by code point, so that a grammar written for plain
spaces and straight marks finds its spans in the original ("10\\u00a0000 “troops”" -> '10 000 "troops"').
`fold` gives up the offsets: two passages with the same fold differ in form alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from revtrack.text.expressions import expression

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LIKE = {
    " ": _SPACES,
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc\uff07",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02",
    "-": "\u2010\u2011\u2212\ufe63\uff0d",
    "%": "\uff05",
    "$": "\uff04",
}
_PLAIN = [(odd, usual) for usual, odds in _LIKE.items() for odd in odds]
_PLAIN += [(chr(0xFF10 + digit), str(digit)) for digit in range(10)]
_TAB = _PLAIN[0]

# Characters without width or meaning of their own; a fold drops them.
_UNSEEN = [(unseen, "") for unseen in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"]

_MARKUP = expression(
    r"""
      <!--(?:(?!<!--).)*?-->                    # a comment in Markdown or HTML
    | \b(?:https?://|www\.)[^\s<>")\]]+         # an address
    | !?\[(?=[^\[\]\n]{1,300}\]\([^()\s]{0,500}\)) | \]\([^()\s]{0,500}\)   # [words](address)
    | (?<=\n)[ \t]{0,3}>(?!=)[> \t]*            # the mark of a block quotation that goes on
    | \*\*|__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)   # emphasis
    """,
    re.VERBOSE | re.DOTALL,
)
_SOFT_QUOTES = expression(r"``|''")
_SHORT = 200  # code points of what is remembered
_DASHES = expression(r" ?(?:--+|[\u2012-\u2015]) ?| - ")
# A text without any of these holds no markup.
_MARKS_OF_MARKUP = ("*", "](", "_", "<!--", "://", "www.", "\n>")
_FORM = ("  ", "--", "``", "''", "*", "_", "](", "<!--", "://", "www.")


def plain(text: str) -> str:
    """The same text, offset by offset, with usual spaces, marks and digits and with markup blanked."""
    straight = _replaced(text, (_TAB,) if text.isascii() else _PLAIN)
    if not _may_hold_markup(straight):
        return straight
    return _MARKUP.sub(lambda match: " " * len(match[0]), straight)


def fold(text: str) -> str:
    """The text with its form taken out: spaces, quotation marks, dashes and markup. Letter case stays."""
    return _folded_short(text) if len(text) <= _SHORT else _folded(text)


def _folded(text: str) -> str:
    if text.isascii() and text.isprintable() and not any(map(text.__contains__, _FORM)):
        return text.strip()
    seen = text if text.isascii() else _replaced(text, _UNSEEN)
    usual = _SOFT_QUOTES.sub('"', plain(seen).replace("\u2026", "..."))
    return _DASHES.sub(" - ", " ".join(usual.split()))


# Claims and sources are folded again and again, in both versions and in the next ones.
_folded_short = lru_cache(2048)(_folded)


def _replaced(text: str, signs: Iterable[tuple[str, str]]) -> str:
    """The text with some signs replaced: most hold none or few, so this is many times faster than `str.translate`."""
    for sign, by in signs:
        if sign in text:
            text = text.replace(sign, by)
    return text


def _may_hold_markup(text: str) -> bool:
    return any(map(text.__contains__, _MARKS_OF_MARKUP))
