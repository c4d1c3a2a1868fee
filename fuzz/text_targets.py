"""Targets of texts: read, compared, reported, in other forms, and grown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import revtrack
from fuzz import copy, growth, invariants
from fuzz.draws import Draws
from revtrack.gate import accept_marks, house, review
from revtrack.model import Diff

Part = TypeVar("Part", bound=Callable[..., Any])

NOW = "2024-10-31T10:00:00Z"


def texts(data: bytes) -> None:
    """An article in pieces."""
    invariants.of_text(copy.article(Draws(data)))


def raw(data: bytes) -> None:
    """Two texts of any bytes."""
    old, _, new = data.decode("utf-8", "replace").partition("\x01")
    invariants.of_versions(old, new)


def versions(data: bytes) -> None:
    """An article and its next version."""
    _turn(data, invariants.PARTS)(*copy.versions(Draws(data)))


def mirrors(data: bytes) -> None:
    """A plain article with one edit, and the edit taken back."""
    invariants.of_mirror(*copy.edited(Draws(data)))


def reports(data: bytes) -> None:
    """Reports of a diff, or what the gate finds in it."""
    diff = revtrack.compare(*copy.versions(Draws(data)))
    _turn(data, (invariants.of_printed, invariants.of_page, _gate))(diff)


def _gate(diff: Diff) -> None:
    policy = house.policy(house.House(), "news/ferry.md", diff.after.text, NOW)
    for finding in review.findings(diff, "news/ferry.md", policy, advise=True):
        assert "\n" not in finding.message
    accept_marks.find(diff.before, diff.after)


def _turn(data: bytes, parts: Sequence[Part]) -> Part:
    """One of several things to hold, always the same of one input: trying one of each costs least for what is found."""
    return parts[sum(data) % len(parts)]


FORMS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("“", '"').replace("”", '"'),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace(" on ", " on\u00a0").replace(" in ", " in\u00a0"),
    lambda text: text.replace("10 per cent", "10 percent"),
    lambda text: re.sub(r"(?<!\d) |(?<=\d) (?!\d)", "  ", text).replace(".  ", ". "),
    lambda text: f"\ufeff{text}\n\n",
    lambda text: text.replace("’", "'"),
    lambda text: text.replace("4,500", "4\u00a0500"),
)


def forms(data: bytes) -> None:
    """An article and the same one in another form."""
    draws = Draws(data)
    form = draws.one_of(FORMS)
    text = copy.plain_article(draws)
    invariants.of_form(text, form(text))


def words(data: bytes) -> None:
    """The marks of two sentences."""
    draws = Draws(data)
    old, new = (draws.one_of(copy.SHAPES)(draws) for _ in range(2))
    invariants.of_words(old, new)


def growing(data: bytes) -> None:
    """A few pieces, over and over: four times as many take about four times as long, read and compared."""
    draws = Draws(data)
    unit = "".join(draws.one_of(copy.SHAPES)(draws) for _ in range(1 + draws.number(3))) + draws.one_of(
        (" ", "", "\n\n")
    )
    growth.check(lambda text: revtrack.compare(text, text.replace("12", "21") + "."), unit)
