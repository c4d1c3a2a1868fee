"""What a word on the command line stands for, among the articles and revisions there are.

An exact name wins over a path, a path over a part that only one has: `storm` is `2024/10/31/storm-ulla.txt`
while no second storm is there. What fits nothing, or too much, is answered with what there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from revtrack.articles import slugs, times
from revtrack.articles.paths import stem
from revtrack.articles.slugs import folded
from revtrack.errors import InputError, UnknownError
from revtrack.model import Revision

SHOWN = 8  # names in an error


def article(name: str, paths: Mapping[str, str]) -> str:
    """The article a name stands for, among articles and their paths; raises UnknownError."""
    if name in paths:
        return name
    wanted = folded(name).replace("\\", "/").removeprefix("./")
    if not any(map(str.isalnum, wanted)):  # "." and "/" are in nearly every path
        raise UnknownError(f'"{name}": names no article: {_nearest(wanted, paths)}')
    slug = _slug(wanted)
    tests: tuple[Callable[[str, str], bool], ...] = (
        lambda article, path: wanted in (folded(article), folded(path)),
        lambda article, path: wanted in (folded(path.rpartition("/")[2]), folded(stem(path))),
        lambda article, _: slug == folded(article),
        lambda article, path: wanted in folded(path) or wanted in folded(article),
    )
    for fits in tests:
        found = [article for article, path in paths.items() if wanted and fits(article, path)]
        if len(found) > 1:
            raise UnknownError(
                f"{name}: matches more than one article: {_listed(sorted(found))}: give more of its name"
            )
        if found:
            return found[0]
    raise UnknownError(f"{name}: no such article: {_nearest(wanted, paths)}")


def revision(revisions: Sequence[Revision], operand: str) -> Revision:
    """The revision an operand stands for, among those of an article by time; raises UnknownError, InputError."""
    places = {"first": 0, "latest": -1}
    if operand in places:
        return revisions[places[operand]]
    number = int(operand) if re.fullmatch(r"-?[0-9]{1,9}", operand) else 0
    if number and abs(number) <= len(revisions):
        return revisions[number - 1 if number > 0 else number]
    if times.is_time(operand):
        return _in_force(revisions, operand)
    return _committed(revisions, operand)


def last_two(revisions: Sequence[Revision]) -> tuple[Revision, Revision]:
    """The pair to compare when none is named; raises UnknownError."""
    if len(revisions) < 2:
        name = revisions[0].article
        raise UnknownError(f"{name}: has only one revision and nothing to compare it with: add the next one first")
    return revisions[-2], revisions[-1]


def _in_force(revisions: Sequence[Revision], operand: str) -> Revision:
    moment = times.normalise(operand, end_of_day=True)
    past = [one for one in revisions if one.time <= moment]
    if not past:
        first = revisions[0]
        raise UnknownError(f"{first.article}: nothing was published by {moment}: the first is of {first.time}")
    return past[-1]


def _committed(revisions: Sequence[Revision], operand: str) -> Revision:
    name, prefix = revisions[0].article, operand.lower()
    fitting = [one for one in revisions if one.commit.startswith(prefix)] if len(prefix) >= 4 else []
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UnknownError(f"{name}: {len(fitting)} commits begin with {operand}: give more of the id")
    there = f"revisions 1 to {len(revisions)} exist" if len(revisions) > 1 else "only revision 1 exists"
    raise UnknownError(
        f"{name}: no revision {operand}: {there} (also accepted: -1, first, latest, a date, a commit id)"
    )


def _slug(name: str) -> str:
    """The name that `revtrack add` gives an article of this name, empty where it gives none."""
    try:
        return slugs.slug(name)
    except InputError:
        return ""


def _nearest(wanted: str, paths: Mapping[str, str]) -> str:
    if not paths:
        return "there are none yet; add one with `revtrack add FILE`"
    from difflib import get_close_matches

    names = {folded(article): article for article in paths}
    near = [names[name] for name in get_close_matches(wanted, names)]
    return f"the nearest: {_listed(near)}" if near else "`revtrack list` shows them all"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")
