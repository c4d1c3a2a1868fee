"""A house's rules from TOML: `revtrack.toml`, or the table `[tool.revtrack]` of `pyproject.toml`.

    fail-on = "medium"
    [severity]
    F103 = "medium"

Nothing in it is passed over: an unknown key or code is an error that names the nearest one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from revtrack.errors import InputError
from revtrack.gate import formulas, house
from revtrack.gate.house import FailOn, House, Layer
from revtrack.gate.rules import FAMILIES, LEVELS, nearest, nearest_code, rules
from revtrack.model import SEVERITIES

FAIL_ON: tuple[FailOn, ...] = (*SEVERITIES, "never")

TOP = (
    "accepts",
    "articles",
    "exclude",
    "extend-exclude",
    "fail-on",
    "live",
    "notice",
    "per-path",
    "published",
    "severity",
)
PUBLISHED = ("branches", "embargo", "unless", "when")
LIVE = ("fail-on", "paths", "severity", "when")
PER_PATH = ("fail-on", "severity")
_BARE = re.compile(r"[\w-]+")


def parse(text: str, name: str) -> House | None:
    """The house of a configuration file, None where a pyproject.toml does not configure revtrack; raises InputError."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{name}: not valid TOML: {error}: fix that line") from None
    except RecursionError:
        raise InputError(f"{name}: lists or tables are nested too deep: write no list inside a list") from None
    if name.endswith("pyproject.toml"):
        document = document.get("tool", {}).get("revtrack")
        if document is None:
            return None
    return _house(_Table(name, "", document))


class _Table:
    """One table of the file; every value is checked as it is taken."""

    def __init__(self, file: str, name: str, content: Any) -> None:
        self.file, self.name = file, name
        if not isinstance(content, dict):
            self.fail("must be a table", f"write it as [{name}]")
        self.content: dict[str, Any] = content

    @property
    def origin(self) -> str:
        return f"{self.file} [{self.name}]" if self.name else self.file

    def fail(self, what: str, way_out: str) -> NoReturn:
        raise InputError(f"{self.origin}: {what}: {way_out}")

    def only(self, known: Iterable[str]) -> _Table:
        names = list(known)
        for key in self.content:
            if key not in names:
                self.fail(f"unknown key {key!r}", f"did you mean {nearest(key, names)!r}?")
        return self

    def table(self, key: str) -> _Table | None:
        quoted = key if _BARE.fullmatch(key) else repr(key)
        name = f"{self.name}.{quoted}" if self.name else quoted
        return _Table(self.file, name, self.content[key]) if key in self.content else None

    def words(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        value = self.content.get(key, list(default))
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            self.fail(f"{key} must be a list of strings", f'write {key} = ["...", "..."]')
        return tuple(value)

    def word(self, key: str, default: str = "") -> str:
        value = self.content.get(key, default)
        if not isinstance(value, str):
            self.fail(f"{key} must be a string", f'write {key} = "..."')
        return value

    def choice(self, key: str, known: tuple[str, ...]) -> Any:
        value = self.content.get(key)
        if value is not None and value not in known:
            near = nearest(value, list(known)) if isinstance(value, str) else known[0]
            self.fail(f"{key} is {value!r}, not one of {', '.join(known)}", f"did you mean {near!r}?")
        return value

    def severity(self) -> Mapping[str, Any]:
        """The levels by code and family of the table `severity` in this one."""
        table = self.table("severity")
        if table is None:
            return {}
        for code in table.content:
            if code not in rules() and code not in FAMILIES:
                near = nearest_code(code) if len(code) > 1 else nearest(code.upper(), list(FAMILIES))
                table.fail(f"unknown code {code!r}", f"did you mean {near!r}?")
        return {code: table.choice(code, LEVELS) for code in table.content}


def _house(top: _Table) -> House:
    top.only(TOP)
    published = (top.table("published") or _Table(top.file, "published", {})).only(PUBLISHED)
    base = House()
    return House(
        source=top.origin,
        articles=top.words("articles", base.articles),
        exclude=top.words("exclude", base.exclude) + top.words("extend-exclude"),
        when=published.words("when"),
        unless=published.words("unless", base.unless),
        branches=published.words("branches"),
        embargo=published.word("embargo", base.embargo),
        accepts=_accepts(top),
        layers=(Layer(top.origin, top.severity(), top.choice("fail-on", FAIL_ON)), _live(top), *_per_path(top)),
        notice=_notice(top),
    )


def _accepts(top: _Table) -> tuple[Any, ...]:
    ways = top.words("accepts", house.WAYS)
    for way in ways:
        if way not in house.WAYS:
            top.fail(f"accepts has {way!r}", f"did you mean {nearest(way, list(house.WAYS))!r}?")
    return ways


def _live(top: _Table) -> Layer:
    table = top.table("live")
    if table is None:
        return house.LIVE
    table.only(LIVE)
    severity = table.severity() or house.LIVE.severity
    when = table.words("when", house.LIVE.when)
    return Layer(table.origin, severity, table.choice("fail-on", FAIL_ON), table.words("paths"), when)


def _per_path(top: _Table) -> list[Layer]:
    tables = top.table("per-path")
    layers = []
    for pattern in tables.content if tables else ():
        table = tables.table(pattern)  # type: ignore[union-attr]
        assert table is not None
        table.only(PER_PATH)
        layers.append(Layer(table.origin, table.severity(), table.choice("fail-on", FAIL_ON), (pattern,)))
    return layers


def _notice(top: _Table) -> dict[str, str]:
    table = top.table("notice")
    if table is None:
        return {}
    table.only(("style", *formulas.PARTS))
    own = {key: table.word(key) for key in table.content}
    formulas.checked(own, table.fail)
    return own
