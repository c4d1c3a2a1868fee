"""Targets of the command line: operands, and diffs that were saved and edited."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import revtrack
from fuzz import invariants
from fuzz.draws import Draws
from revtrack.articles import lookup, relative_times, slugs, times
from revtrack.articles.paths import ArticleFiles
from revtrack.errors import RevtrackError
from revtrack.gate import accept_marks, trailers
from revtrack.model import Diff, Revision

NOW = "2024-10-31T10:00:00Z"


@cache
def _revisions() -> tuple[Revision, ...]:
    return tuple(
        Revision(
            article="ferry",
            number=number,
            commit=f"{number:040x}",
            blob=f"{number:040x}",
            time=f"2024-10-{number:02}T10:00:00Z",
            added=f"2024-10-{number:02}T10:00:00Z",
            by="Ann",
            note="",
            source="",
            words=12,
        )
        for number in range(1, 12)
    )


def operands(data: bytes) -> None:
    """Names of articles and revisions, times, slugs and patterns as somebody might type them."""
    draws = Draws(data)
    word = draws.piece("operands") if draws.number(2) else draws.text()
    if draws.chance(3):
        word += draws.piece("operands")
    asked: tuple[Callable[[], object], ...] = (
        lambda: lookup.article(
            word, {"ferry": "2024/10/31/ferry.txt", "straße": "news/straße.md", "ferry-2": "f/ferry-2.md"}
        ),
        lambda: lookup.revision(_revisions(), word),
        lambda: times.normalise(word),
        lambda: times.normalise(word, end_of_day=True),
        lambda: relative_times.moment(word, NOW),
        lambda: relative_times.moment(word, NOW, end=True),
        lambda: slugs.slug(word),
        lambda: ArticleFiles((word or "x",), ()).matches(draws.text()),
        lambda: trailers.find(f"Mend\n\nAccept-Change: {word} {draws.text()}"),
        lambda: accept_marks.read(f"accept {word}"),
    )
    for ask in asked:
        with suppress(RevtrackError):
            ask()
    times.is_time(word)


@cache
def _saved() -> str:
    old = "Ferry toll rises\n\nAt least 12 people died, police said on Monday. “We may go,” said Ida Lind.\n"
    return json.dumps(
        revtrack.compare(old, old.replace("12", "21").replace("may", "will")).to_dict(), ensure_ascii=False
    )


def saved_diffs(data: bytes) -> None:
    """A saved diff with one or more values exchanged: refused in plain words, or shown."""
    draws = Draws(data)
    value = json.loads(_saved())
    for _ in range(1 + draws.number(3)):
        _exchange(value, draws)
    try:
        diff = Diff.from_dict(value)
    except RevtrackError:
        return
    invariants.of_reports(diff)


def _exchange(value: object, draws: Draws) -> None:
    """Put a scrap in the place of one value within another."""
    at = value
    while True:
        if not isinstance(at, dict | list) or not at:
            return
        key = draws.one_of(sorted(at)) if isinstance(at, dict) else draws.number(len(at))
        inner = at[key]
        if not isinstance(inner, dict | list) or not inner or draws.chance(4):
            match draws.number(4):
                case 0:
                    del at[key]
                case 1 if isinstance(inner, str):
                    at[key] = inner + draws.text()
                case 2 if isinstance(inner, int):
                    at[key] = inner + draws.number(9) - 4
                case _:
                    at[key] = json.loads(draws.piece("scraps"))
            return
        at = inner
