"""The values of front matter, as conditions on an article are held against them: `{"draft": "true"}`.

TOML and JSON are parsed, YAML is read line by line: tags, quotation marks and comments are not part of a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from revtrack import lexicon
from revtrack.text.expressions import expression
from revtrack.text.front_matter import fences

KEY = expression(r"""["']?(?P<key>[A-Za-z_][\w.-]*)["']?[ \t]*[:=][ \t]*(?P<value>.*)""")
_TAGS = expression(r"(?:[!&][^\s\"',\[\]{}]*[ \t]+)*")
_QUOTED = expression(
    r"""(?: \"{3}(?P<triple>.*?)\"{3} | '{3}(?P<raw>.*?)'{3}
          | "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^']|'')*)' ) (?=[ \t]*(?:,?[ \t]*\#.*)?$)""",
    re.VERBOSE,
)
_COMMENT = expression(r"(?:^|[ \t])#.*$")


def is_field(key: str) -> bool:
    """Whether the value of a key in lower case is text that readers see."""
    return key in lexicon.words("fields") or is_caption(key)


def is_caption(key: str) -> bool:
    """Whether a key in lower case names the caption of a picture, in whatever map it is: `image_caption`, `alt`."""
    return key.endswith("caption") or key in lexicon.words("alt_fields")


def fields(text: str) -> dict[str, str]:
    """The keys in lower case with their values; of YAML and JSON those at the margin, of TOML those of tables too."""
    found: dict[str, str] = {}
    inner: dict[str, str] = {}
    for name, value, depth in _values(text):
        (inner if depth else found)[name] = value
    return {**inner, **found}


def entries(text: str) -> Iterator[tuple[str, str]]:
    """All keys in lower case with their values, however deep."""
    return ((name, value) for name, value, _ in _values(text, every=True))


def scalar(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the value in a stretch of a line is, without its tags, quotation marks and comment."""
    tags = _TAGS.match(text, start, end)
    start = tags.end() if tags else start
    quoted = _QUOTED.match(text, start, end)
    if quoted and quoted.lastgroup:
        return quoted.span(quoted.lastgroup)
    comment = _COMMENT.search(text[start:end])
    stop = start + (comment.start() if comment else end - start)
    return start, start + len(text[start:stop].rstrip())


def _values(text: str, *, every: bool = False) -> Iterator[tuple[str, str, int]]:
    """Keys with their values, and how deep each is."""
    found = fences.find(text)
    if not found:
        return
    inside = text[found.start : found.stop]
    parsed = _toml(inside) if found.form == "toml" else None
    if found.form == "json" and (decoded := fences.decode(text, found.start - 1)):
        parsed = decoded[0]
    if parsed is not None:
        yield from _flat(parsed, 0, tables=every or found.form == "toml")
        return
    for line in inside.splitlines():
        bare = line.rstrip()
        margin = bare.lstrip(" \t-") if every else bare
        if pair := KEY.match(margin):
            yield pair["key"].lower(), margin[slice(*scalar(margin, pair.start("value"), len(margin)))], 0


def _toml(inside: str) -> dict[str, Any] | None:
    """TOML parsed; None for what is not sound, which is then read line by line."""
    import tomllib

    try:
        return tomllib.loads(inside.replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        return None


def _flat(values: Mapping[str, Any], depth: int, *, tables: bool) -> Iterator[tuple[str, str, int]]:
    import json

    for name, value in values.items():
        for inner in (value if isinstance(value, list) else (value,)) if tables else ():
            if isinstance(inner, dict):
                yield from _flat(inner, depth + 1, tables=tables)
        yield name.lower(), value if isinstance(value, str) else json.dumps(value, default=str).strip('"'), depth
