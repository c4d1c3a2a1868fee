r"""The tokens of RTF: groups, control words with their numbers, and bytes of text.

`\u8217 ?` is one token with its number; `\'e9` and plain letters are bytes in a code page that only the reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])|(?P<text>[^{}\\\r\n]+)|(?P<rest>[\r\n\\])",
    re.DOTALL,
)


class RtfToken(NamedTuple):
    """One token: its kind, a control word or symbol, its number, and the bytes of a text."""

    kind: Literal["open", "close", "word", "bytes"]
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[RtfToken]:
    """The tokens of a document, in order; binary data behind `\\bin` is passed over."""
    position = 0
    while match := _TOKEN.match(data, position):
        position = match.end()
        kind = match.lastgroup
        if match["word"]:
            word = match["word"].decode("ascii")
            number = int(match["number"]) if match["number"] else None
            if word == "bin":
                position += min(max(number or 0, 0), len(data) - position)
            else:
                yield RtfToken("word", word, number)
        elif kind == "open":
            yield RtfToken("open")
        elif kind == "close":
            yield RtfToken("close")
        elif match["hex"]:
            yield RtfToken("bytes", data=bytes((int(match["hex"], 16),)))
        elif match["symbol"]:
            yield RtfToken("word", match["symbol"].decode("latin-1"))
        elif kind == "text":
            yield RtfToken("bytes", data=match["text"])
