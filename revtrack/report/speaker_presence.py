"""The sources of an article and the revisions that each of them is quoted in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from revtrack.model import Attribution, Claims, Step
from revtrack.report.escaping import visible


@dataclass(frozen=True, slots=True)
class Presence:
    """Consecutive revisions, by first and last index, that quote a source."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source, its stretches of revisions, and the most attributions it has in one revision."""

    name: str
    anonymous: bool
    presences: tuple[Presence, ...]
    most: int


def of(steps: Sequence[Step]) -> list[Speaker]:
    """The sources of an article in the order in which they first appear."""
    spoken: dict[str, dict[int, int]] = {}
    anonymous: dict[str, bool] = {}
    for index, step in enumerate(steps):
        for (name, unnamed), times in _sources(step.claims).items():
            spoken.setdefault(name, {})[index] = times
            anonymous[name] = unnamed
    return [
        Speaker(name, anonymous[name], tuple(_stretches(sorted(times))), max(times.values()))
        for name, times in spoken.items()
    ]


def names(claims: Claims) -> list[str]:
    """The named sources of one text."""
    return [name for name, anonymous in _sources(claims) if not anonymous]


def _sources(claims: Claims) -> Counter[tuple[str, bool]]:
    sources = [claim.source for claim in claims.claims if isinstance(claim, Attribution) and claim.source]
    return Counter((visible(source.name or source.text), source.anonymous) for source in sources)


def _stretches(indices: Sequence[int]) -> Iterator[Presence]:
    """Consecutive numbers as stretches: 1, 2, 3, 5 gives 1 to 3 and 5 to 5."""
    for _, group in groupby(enumerate(indices), key=lambda pair: pair[1] - pair[0]):
        own = [index for _, index in group]
        yield Presence(own[0], own[-1])
