"""The rules of one house: which files are articles, what is published, how grave a code is, what stops an edit.

Layers are laid one over the other: the house's own, then live blogs, then each folder's in their order. The last
that names a code decides, or where none does the last that names its family: `{"F": "low"}` is for all of F.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from revtrack.articles import paths
from revtrack.articles.paths import ARTICLES, EXCLUDED, ArticleFiles
from revtrack.finding import Way
from revtrack.gate import conditions
from revtrack.gate.rules import LEVELS, Level, Rule
from revtrack.text.front_matter import field_values

FailOn = Literal["high", "medium", "low", "never"]

FILES = ("revtrack.toml", "pyproject.toml")  # the first that configures revtrack is used
BUILT_IN = "built in"
WAYS: tuple[Way, ...] = ("notice", "mark", "trailer")
# "never" blocks on nothing and "off" is never reported, so they are below and above all severities.
RANK: dict[str, int] = {"never": -1} | {level: rank for rank, level in enumerate(LEVELS)}


class Layer(NamedTuple):
    """What one table of the configuration says for its articles; without `paths` and `when`, for all."""

    origin: str
    severity: Mapping[str, Level] = MappingProxyType({})
    fail_on: FailOn | None = None
    paths: tuple[str, ...] = ()
    when: tuple[str, ...] = ()

    def holds(self, path: str, fields: Mapping[str, str], now: str) -> bool:
        everywhere = not (self.paths or self.when)
        return everywhere or bool(paths.first(self.paths, path) or conditions.first(self.when, fields, now))


LIVE = Layer(
    f"{BUILT_IN} [live]",
    {"F": "low", "D": "low", "C": "low", "S": "low", "K101": "off", "K103": "off"},
    None,
    (),
    ("live: true", "liveblog: true"),
)


class House(NamedTuple):
    """The configuration of a repository, checked; `source` is the file it came from."""

    source: str = BUILT_IN
    articles: tuple[str, ...] = ARTICLES
    exclude: tuple[str, ...] = EXCLUDED
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ("draft: true",)
    branches: tuple[str, ...] = ()
    embargo: str = "embargo"
    accepts: tuple[Way, ...] = WAYS
    layers: tuple[Layer, ...] = (LIVE,)
    notice: Mapping[str, str] = MappingProxyType({})

    @property
    def files(self) -> ArticleFiles:
        """The files that are articles of the house."""
        return ArticleFiles(self.articles, self.exclude)

    def with_fail_on(self, fail_on: FailOn) -> House:
        """The same house with another threshold for every article."""
        return self._replace(layers=(*self.layers, Layer("--fail-on", fail_on=fail_on)))


class Ruling(NamedTuple):
    """Whether something holds for an article, and why."""

    holds: bool
    why: str


class Policy(NamedTuple):
    """What applies to one article: the layers that apply to it, and the accepted ways to acknowledge a change."""

    layers: tuple[Layer, ...]
    accepts: tuple[Way, ...]

    @property
    def fail_on(self) -> tuple[FailOn, str]:
        """The lowest severity that blocks an edit, and where that is configured."""
        found: Iterable[tuple[FailOn, str]] = (
            (layer.fail_on, layer.origin) for layer in reversed(self.layers) if layer.fail_on
        )
        return next(iter(found), ("high", BUILT_IN))

    def level(self, rule: Rule) -> tuple[Level, str]:
        """The severity of a breach of a rule, and where that is configured; by default the rule's own.

        A rule that is off by default is not switched on with its family.
        """
        for name in (rule.code, rule.code[0]) if rule.severity != "off" else (rule.code,):
            for layer in reversed(self.layers):
                if name in layer.severity:
                    return layer.severity[name], layer.origin
        return rule.severity, BUILT_IN

    def stops(self, severity: Level) -> bool:
        return RANK[severity] <= RANK[self.fail_on[0]]


def is_article(house: House, path: str) -> Ruling:
    """Whether a file is an article of the house."""
    pattern, excluded = house.files.patterns(path)
    if not pattern:
        return Ruling(False, f"matches none of articles = {_listed(house.articles)}")
    if excluded:
        return Ruling(False, f'matches exclude "{excluded}"')
    return Ruling(True, f'matches articles "{pattern}"')


def is_published(house: House, text: str, branch: str, now: str) -> Ruling:
    """Whether a version is published, on a branch (empty where none is known) and at a time."""
    fields = field_values.fields(text)
    if house.branches and branch and not paths.first([f"/{name}" for name in house.branches], branch):
        return Ruling(False, f"branch {branch} is not in published.branches = {_listed(house.branches)}")
    draft = conditions.first(house.unless, fields, now)
    if draft:
        return Ruling(False, f'front matter says "{draft}"')
    if conditions.lies_ahead(fields.get(house.embargo.casefold(), ""), now):
        return Ruling(False, f"under embargo until {fields[house.embargo.casefold()]}")
    if not house.when:
        return Ruling(True, "once it is committed")
    condition = conditions.first(house.when, fields, now)
    if condition:
        return Ruling(True, f'front matter says "{condition}"')
    return Ruling(False, f"front matter matches none of published.when = {_listed(house.when)}")


def policy(house: House, path: str, text: str, now: str) -> Policy:
    """What applies to a version of an article at a time."""
    fields = field_values.fields(text)
    return Policy(tuple(layer for layer in house.layers if layer.holds(path, fields, now)), house.accepts)


def _listed(words: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"
