"""The house's formula for correction notices: a built-in style, or parts of the house's own.

    lead   This article was amended on {date}. An earlier version {changes}
    each   gave {thing} as {old}. It is {new}.
    clause said that {clause}; {thing} was {new}.
    gone   included {thing} that has been removed: {old}.
    said   said {old}; it should have said {new}.
    join   the words between two of them

A formula that `revtrack check` would not know again as a notice is refused: it could settle nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import NoReturn

from revtrack import lexicon
from revtrack.gate.rules import nearest
from revtrack.text.fold import plain
from revtrack.text.roles import notice_type

PLAIN = "plain"
PARTS = ("clause", "each", "gone", "join", "lead", "said")
SLOTS = {
    "clause": ("clause", "thing", "old", "new"),
    "each": ("thing", "old", "new"),
    "gone": ("thing", "old"),
    "join": (),
    "lead": ("changes", "date", "us_date"),
    "said": ("old", "new"),
}
_SAMPLE = {
    "thing": "the number of people",
    "clause": "12 people died",
    "old": "12",
    "new": "21",
    "date": "3 May 2024",
    "us_date": "May 3, 2024",
}

Fail = Callable[[str, str], NoReturn]


def styles() -> list[str]:
    """The names of the built-in styles."""
    return sorted({row[0] for row in lexicon.table("note_styles")})


def formula(style: str, own: Mapping[str, str]) -> dict[str, str]:
    """The parts of a style, with those that a house words itself."""
    parts = {part: words.strip('"') for name, part, words in lexicon.table("note_styles") if name == style}
    if "each" in own:  # a house that words one change words it so with its clause, too
        parts["clause"] = own["each"]
    return parts | {part: words for part, words in own.items() if part in PARTS}


def checked(own: Mapping[str, str], fail: Fail) -> None:
    """Call `fail` with the fault and the way out where a house's formula cannot be used."""
    style = own.get("style", PLAIN)
    if style not in styles():
        fail(f"unknown style {style!r}", f"did you mean {nearest(style, styles())!r}?")
    parts = formula(style, own)
    for part in own.keys() & set(PARTS):
        _check_slots(part, parts[part], fail)
    filled = parts["lead"].format(**_SAMPLE, changes=parts["each"].format(**_SAMPLE))
    if notice_type(plain(filled)) is None:
        fail("the formula is not recognised as a notice", 'open it with "Correction:" or "An earlier version of this"')


def _check_slots(part: str, words: str, fail: Fail) -> None:
    try:
        fields = [field for field in Formatter().parse(words) if field[1] is not None]
    except ValueError as error:
        fail(f"{part} cannot be filled in: {error}", "double every literal brace")
    used = [name for _, name, _, _ in fields]
    for _, name, spec, conversion in fields:
        if spec or conversion:
            fail(f"{part} has {{{name}}} with a format", f"write {{{name}}} alone")
        if name not in SLOTS[part]:
            slots = [f"{{{slot}}}" for slot in SLOTS[part]]
            fail(f"{part} has {{{name}}}, an unknown placeholder", f"use {', '.join(slots) or 'none'}")
    if part == "lead" and "changes" not in used:
        fail("lead has no {changes}", "put {changes} where the changes go")
