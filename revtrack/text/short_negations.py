"""Negations written out: "won't" is "will not", "can't" and "cannot" are "can not"."""

from __future__ import annotations

from revtrack.text.expressions import expression

_WHOLE = {"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "ain't": "is not"}
_SHORT = expression(r"\b(?:won't|can't|cannot|shan't|ain't)\b|n't\b")


def written_out(text: str) -> str:
    """A text in lower case with its short negations in full."""
    return _SHORT.sub(lambda match: _WHOLE.get(match[0], " not"), text)
