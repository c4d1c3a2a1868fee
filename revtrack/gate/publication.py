"""Whether the front matter of an article holds it back from readers.

What is put before everybody has to be surely public: front matter that cannot be read, a flag whose value is neither
yes nor no, and a time of release that is no time hold an article back as `draft: true` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revtrack import lexicon
from revtrack.articles import times
from revtrack.errors import InputError
from revtrack.gate.conditions import NO
from revtrack.text import front_matter
from revtrack.text.front_matter import field_values

NEVER = "9999-12-31T23:59:59Z"

_FENCED = re.compile(r"\s*(?:---|\+\+\+|\{)[ \t]*(?:yaml|toml|json)?[ \t]*\r?\n\s*[\"'{?]?[\w.-]+[\"']?[ \t]*[:=]")
# A value that begins on the line below its key.
_BELOW = r"""^[ \t]*["']?{}["']?[ \t]*:[ \t]*(?:[|>][+-]?[ \t]*|\#[^\n]*)?\r?\n(?:[ \t]+|- )\S"""


def held_until(text: str) -> Iterator[str]:
    """The times until which the front matter of a text holds it back, `NEVER` where it names none."""
    end = front_matter.end(text)
    entries = list(field_values.entries(text))
    if _FENCED.match(text) and not entries:
        yield NEVER
    for name, written in entries:
        value = written.strip("\"' ").casefold()
        uses = _uses(name.replace("-", "_"))
        if uses and not value and re.search(_BELOW.format(re.escape(name)), text[:end], re.MULTILINE | re.IGNORECASE):
            yield NEVER
        yield from (until for use in uses for until in _held_by(use, value))


def _held_by(use: str, value: str) -> Iterator[str]:
    """The times until which a field with this use holds an article back."""
    if (
        (use == "flag" and value not in NO)
        or (use == "leave" and value in NO[1:])
        or (use == "stage" and value.replace("_", " ") in _statuses())
    ):
        yield NEVER
    elif use in ("until", "date", "leave") and value not in NO:
        try:
            yield times.normalise(value.upper())
        except InputError:
            if use == "until":
                yield NEVER


def _uses(name: str) -> frozenset[str]:
    """What a field says about publication."""
    return frozenset(use for key, use in lexicon.table("unpublished") if key == name and use != "status")


def _statuses() -> frozenset[str]:
    return frozenset(key for key, use in lexicon.table("unpublished") if use == "status")
