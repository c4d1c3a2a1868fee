"""Characters of an article that could act on the reader's screen, made visible.

Escape sequences, other control characters and those that reorder or hide text are written out: an article that
contains ESC `[31m` prints `<U+001B>[31m`. Line breaks and tabs become spaces; everything else stays as it is.
"""

from __future__ import annotations

import re

_SPACE = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
# Controls, direction marks and overrides, zero-width space, invisible operators, lone surrogates, tag characters,
# and what XML does not allow.
# The zero-width joiners stay: Persian and the Indian scripts are spelled with them.
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text on one line, safe to print; white space at either end becomes one space."""
    return _ACTIVE.sub(_written_out, _SPACE.sub(" ", text))


def _written_out(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
