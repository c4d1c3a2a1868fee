"""The ids of an article's claims: "f1", "f2", ... in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TypeVar

from revtrack.model import Attribution, Date, Figure, Name
from revtrack.model.record import replace

Claim = TypeVar("Claim", Attribution, Date, Figure, Name)


def numbered(claims: Iterable[Claim], letter: str) -> list[Claim]:
    """The claims with the ids of their places; one that has its id already is taken as it is."""
    return [
        claim if claim.id == own else replace(claim, id=own)
        for claim, own in ((claim, f"{letter}{number}") for number, claim in enumerate(claims, 1))
    ]


def ids(letter: str) -> Iterator[str]:
    """The ids of claims that are made in text order."""
    return (f"{letter}{number}" for number in count(1))
