"""From the rows of a corpus to pairs of versions: given as pairs, or made of versions in their order.

A row that makes no pair is told as such, with its cause, and stops nothing: `{"id": 7, "old": "..."}` is the error
"line 3: has no `new`". Of versions, one that cannot be read is passed over, and its neighbours make a pair.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from revtrack.articles import times
from revtrack.articles.plain_text import MAX_BYTES
from revtrack.errors import InputError
from revtrack.rows.columns import Versions

CorpusForm = Literal["pairs", "versions"]
Fields = Mapping[str, Any]

# NewsEdits calls its articles entries, and their texts summaries.
ARTICLE, TEXT = ("article", "entry_id"), ("text", "summary")
NOTHING = Versions()
READ = ("id", "old", "new", "version", "time", *ARTICLE, *TEXT)


@dataclass(frozen=True, slots=True)
class CorpusRow:
    """A row of the corpus as it was read, and where; without fields, why it could not be."""

    place: str
    fields: Fields | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions to compare; `old_time` is when the old one was published, where that is known."""

    id: str
    old: str
    new: str
    versions: Versions
    old_time: str | None = None


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that makes no pair; `id` as far as it is known."""

    id: str | None
    error: str
    versions: Versions = NOTHING


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """One version of an article; the number is known where the corpus gives it. Without a text, why."""

    place: str
    article: str
    number: int | None
    time: str | None
    text: str | None
    problem: str = ""


def form(fields: Fields) -> CorpusForm | None:
    """Whether a row with these names is a pair or a version, None where it is neither."""
    if "old" in fields and "new" in fields:
        return "pairs"
    return "versions" if _named(fields, ARTICLE) and _named(fields, TEXT) else None


def article(fields: Fields) -> str | None:
    """The name of the article of a version; numbers will do as well."""
    return _name(_given(fields, _named(fields, ARTICLE) or ""))


def of_pairs(records: Iterable[CorpusRow]) -> Iterator[Pair | Bad]:
    """A pair of each row with `id`, `old` and `new`; `article` and `time` are kept where they are given."""
    for record in records:
        name = None
        try:
            fields = _fields(record)
            name = _name(_given(fields, "id"))
            if name is None:
                raise InputError("has no `id`: a string or a whole number")
            versions = Versions(article(fields), 1, 2, _time(fields))
            yield Pair(name, _text(fields, "old"), _text(fields, "new"), versions)
        except InputError as error:
            yield Bad(name, f"{record.place}: {error}")


def of_versions(records: Iterable[CorpusRow]) -> Iterator[Pair | Bad]:
    """Pairs of consecutive versions; those of one article stand together, in any order.

    They are ordered by `version`, else by `time`. Memory holds one article.
    """
    group: list[ArticleVersion] = []
    for record in records:
        found = _version(record)
        if isinstance(found, Bad):
            yield found
            continue
        if group and found.article != group[0].article:
            yield from of_article(_ordered(group))
            group = []
        group.append(found)
    yield from of_article(_ordered(group))


def of_article(versions: Iterable[ArticleVersion]) -> Iterator[Pair | Bad]:
    """The pairs of one article's versions, in order; those without a number are counted from 1."""
    before: tuple[int, str, str | None] | None = None
    for place, one in enumerate(versions, 1):
        number = place if one.number is None else one.number
        if one.text is None:
            yield Bad(f"{one.article}@{number}", f"{one.place}: {one.problem}", _versions(one, None, number))
            continue
        if before:
            old, text, time = before
            yield Pair(f"{one.article}@{old}-{number}", text, one.text, _versions(one, old, number), time)
        before = number, one.text, one.time


def _versions(one: ArticleVersion, old: int | None, new: int) -> Versions:
    return Versions(one.article, old, new, one.time)


def _ordered(group: list[ArticleVersion]) -> list[ArticleVersion]:
    """The versions by number if all have one, else by time; one with neither has its problem instead of a text."""
    if any(one.number is None for one in group):
        timed = [
            one if one.time else _without_text(one, "has no `time`, and other rows of its article have no `version`")
            for one in group
        ]
        return [replace(one, number=None) for one in sorted(timed, key=lambda one: one.time or "")]
    known: set[int | None] = set()
    found = []
    for one in sorted(group, key=lambda one: one.number or 0):
        found.append(_without_text(one, f"version {one.number} appears twice") if one.number in known else one)
        known.add(one.number)
    return found


def _without_text(one: ArticleVersion, problem: str) -> ArticleVersion:
    return replace(one, text=None, problem=problem)


def _version(record: CorpusRow) -> ArticleVersion | Bad:
    name, number, time = None, None, None
    try:
        fields = _fields(record)
        name = article(fields)
        if name is None:
            raise InputError(f"has no `{ARTICLE[0]}`: a string or a whole number")
        number, time = _number(_given(fields, "version")), _time(fields)
        if number is None and time is None:
            raise InputError("has neither `version` nor `time`: one of them has to give the order")
        text = _text(fields, _named(fields, TEXT) or TEXT[0])
        return ArticleVersion(record.place, name, number, time, text)
    except InputError as error:
        if name is None or (number is None and time is None):
            return Bad(name, f"{record.place}: {error}", Versions(name))
        return ArticleVersion(record.place, name, number, time, None, str(error))


def _fields(record: CorpusRow) -> Fields:
    if record.fields is None:
        raise InputError(record.problem)
    return record.fields


def _named(fields: Fields, names: tuple[str, ...]) -> str | None:
    """Which of several names the fields have."""
    return next((name for name in names if name in fields), None)


def _given(fields: Fields, name: str) -> Any:
    """A value, None where there is none; pandas has NaN and NaT for that, which do not equal themselves."""
    value = fields.get(name)
    return None if isinstance(value, float | datetime) and value != value else value


def _name(value: object) -> str | None:
    """A string or whole number as a name, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        return None
    return None if isinstance(value, str) and _is_broken(value) else str(value)


def _number(value: object) -> int | None:
    """The number of a version; raises InputError. Tables with gaps make `3.0` of it."""
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and value.isdecimal() and len(value) < 19:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 1 << 63:
        raise InputError("`version` is not a whole number")
    return value


def _time(fields: Fields) -> str | None:
    value = _given(fields, "time")
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        value = value.isoformat()
    if not isinstance(value, str):
        raise InputError(f"`time` is not a date or time: {times.EXAMPLES}")
    return times.normalise(value)


def _text(fields: Fields, name: str) -> str:
    """A text to compare; raises InputError."""
    value = _given(fields, name)
    if value is None:
        raise InputError(f"has no `{name}`")
    if not isinstance(value, str):
        raise InputError(f"`{name}` is {type(value).__name__}, not a string")
    if len(value) > MAX_BYTES or len(value.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise InputError(f"`{name}` is larger than {MAX_BYTES // 1_000_000} MB")
    if _is_broken(value):
        raise InputError(f"`{name}` holds lone surrogates (broken UTF-16)")
    return value


def _is_broken(text: str) -> bool:
    """Whether a string has halves of characters, which no file can hold."""
    return not text.isascii() and any(unicodedata.category(char) == "Cs" for char in set(text))
