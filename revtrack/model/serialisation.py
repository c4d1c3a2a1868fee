"""The JSON form of every value of the model, made from the fields of its dataclass: what is written can be read back.

A value is an object with a key for each field, in their order; where its class says so, some attributes come first,
under another key, or not at all (`Layout`). A tuple is a list, a span `[start, end]`, a decimal its plain notation.
Reading goes by the types of the fields: nothing in the data can name a class or run code.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from dataclasses import MISSING
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Literal, Self, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from revtrack.errors import InputError
from revtrack.model.record import Frozen, parts, record

Value = TypeVar("Value")
Read = Callable[[Any], Any]

_AS_THEY_ARE = frozenset((str, int, bool, type(None), dict))
_PLAIN = frozenset(("str", "int", "bool", "str | None", "int | None"))  # fields that are JSON already
_CALLED = {str: "a text", int: "a whole number", bool: "true or false"}


@record
class Layout(Frozen):
    """Where the JSON of a class differs from the list of its fields.

    The attributes `first` come first: fields, properties, and constants of the class, which must be the same when
    read. `omitted` fields are not written, `renamed` ones have another key. `listed`: a list of values, not an object.
    """

    first: tuple[str, ...] = ()
    omitted: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    listed: bool = False


class Serialised(Frozen):
    """A value with a JSON form."""

    __slots__ = ()
    layout: ClassVar[Layout] = Layout()

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON objects, lists, texts and numbers."""
        written: dict[str, Any] = plain(self)
        return written

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """The value that `to_dict` wrote; raises InputError where the data is something else."""
        value = read(cls, data)
        try:
            value.check()
        except UnfitError as error:
            raise error.of(cls) from None
        return value

    def check(self) -> None:
        """Raise UnfitError where the parts of a value do not fit together."""


def plain(value: Any) -> Any:
    """A value of the model as JSON."""
    return value if type(value) in _AS_THEY_ARE else _WRITERS[type(value)](value)


def read(kind: type[Value], data: Any) -> Value:
    """The value of a class that its JSON holds; raises InputError, which says where the data does not fit."""
    try:
        value: Value = _reader(cast(Any, kind))(data)
    except UnfitError as error:
        raise error.of(kind) from None
    return value


def decimal_string(value: Decimal | None) -> str | None:
    """Plain notation without exponent or trailing zeros: `Decimal("3.20E+6")` gives `"3200000"`."""
    if value is None:
        return None
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


class UnfitError(Exception):
    """What the data must be, and at which place of it: `changes[3].old.value`."""

    def __init__(self, cause: str, place: str = "") -> None:
        super().__init__(cause, place)
        self.cause, self.place = cause, place

    def inside(self, outer: str | int) -> UnfitError:
        """The same, seen from the value around it."""
        name = f"[{outer}]" if isinstance(outer, int) else outer
        joint = "." if self.place and not self.place.startswith("[") else ""
        return UnfitError(self.cause, name + joint + self.place)

    def of(self, kind: type) -> InputError:
        """The same for a person, where the whole was to be of a class."""
        name = getattr(kind, "schema", kind.__name__)
        return InputError(f"not valid {name}: {self.place or 'it'} {self.cause}: use JSON written by this revtrack")


class _Writers(dict[type, Callable[[Any], Any]]):
    """How a value of each class is written, made when the first of them comes."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        self[kind] = made = _writer(kind)
        return made


_WRITERS = _Writers()
_WRITERS[Decimal] = decimal_string
_WRITERS[tuple] = lambda value: [item if type(item) in _AS_THEY_ARE else _WRITERS[type(item)](item) for item in value]


def _writer(kind: Any) -> Callable[[Any], Any]:
    if kind.to_dict is not Serialised.to_dict:
        own: Callable[[Any], Any] = kind.to_dict
        return own
    layout: Layout = kind.layout
    names = _names(kind)
    values = attrgetter(*names)
    if layout.listed:
        return lambda value: list(values(value))
    keys = [dict(layout.renamed).get(name, name) for name in names]
    hints = {name: hint for base in kind.__mro__[::-1] for name, hint in vars(base).get("__annotations__", {}).items()}
    others = [key for name, key in zip(names, keys, strict=True) if hints.get(name) not in _PLAIN]

    def write(value: Any) -> dict[str, Any]:
        written = dict(zip(keys, values(value), strict=True))
        for key in others:
            part = written[key]
            if type(part) not in _AS_THEY_ARE:
                written[key] = _WRITERS[type(part)](part)
        return written

    return write


def _names(kind: Any) -> list[str]:
    """The attributes that are written of a class, in their order."""
    layout: Layout = kind.layout
    own = [name for name, _ in parts(kind) if name not in (*layout.first, *layout.omitted)]
    return [*layout.first, *own]


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The types of the fields of a class."""
    return get_type_hints(kind)


@cache
def _reader(hint: Any) -> Read:
    """How a value of a type is read."""
    if hint in _CALLED:
        return _exactly(hint)
    if hint is Decimal:
        return _decimal
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _one_of(frozenset(inner))
    if origin in (Union, types.UnionType):
        return _either(tuple(part for part in inner if part is not type(None)), type(None) in inner)
    if origin is tuple:
        return _list(_reader(inner[0])) if inner[1:] == (...,) else _row([_reader(part) for part in inner])
    return _object(hint)


def _exactly(kind: type) -> Read:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise UnfitError(f"must be {_CALLED[kind]}")
        return data

    return read


def _one_of(allowed: frozenset[str]) -> Read:
    def read(data: Any) -> Any:
        if type(data) is not str or data not in allowed:
            raise UnfitError(f"must be one of {', '.join(sorted(allowed))}")
        return data

    return read


@cache
def _decimal_form() -> re.Pattern[str]:
    return re.compile(r"-?\d{1,400}(?:\.\d{1,400})?", re.ASCII)


def _decimal(data: Any) -> Decimal:
    if type(data) is not str or not _decimal_form().fullmatch(data):
        raise UnfitError("must be a decimal in quotation marks")
    return Decimal(data)


def _list(item: Read) -> Read:
    def read(data: Any) -> Any:
        if type(data) is not list:
            raise UnfitError("must be a list")
        try:
            return tuple([item(part) for part in data])
        except UnfitError:
            return _row([item] * len(data))(data)  # slower, but knows where

    return read


def _row(items: list[Read]) -> Read:
    """A list of so many values, each of its own type."""

    def read(data: Any) -> Any:
        if type(data) is not list or len(data) != len(items):
            raise UnfitError(f"must be a list of {len(items)}")
        values = []
        for place, item in enumerate(items):
            try:
                values.append(item(data[place]))
            except UnfitError as error:
                raise error.inside(place) from None
        return tuple(values)

    return read


def _either(kinds: tuple[Any, ...], nothing: bool) -> Read:
    """A value of one of several classes, told apart by the constant `kind` of most of them; or null."""
    by_kind = {getattr(kind, "kind", None): _reader(kind) for kind in kinds} if len(kinds) > 1 else {}
    only = None if by_kind else _reader(kinds[0])

    def read(data: Any) -> Any:
        if data is None and nothing:
            return None
        if only:
            return only(data)
        name = data.get("kind") if type(data) is dict else None
        chosen = by_kind.get(name) if name is None or type(name) is str else None
        if chosen is None:
            raise UnfitError("must be of a known kind")
        return chosen(data)

    return read


def _object(kind: Any) -> Read:
    layout: Layout = kind.layout
    hints = _hints(kind)
    own = [part for part in parts(kind) if part[0] not in layout.omitted]  # what is left out comes last
    if layout.listed:
        row = _row([_reader(hints[name]) for name, _ in own])
        return lambda data: kind(*row(data))
    keys = dict(layout.renamed)
    columns = [(keys.get(name, name), _reader(hints[name]), default) for name, default in own]
    constants = [(name, value) for name in layout.first if isinstance(value := getattr(kind, name, None), str)]

    def read(data: Any) -> Any:
        if type(data) is not dict:
            raise UnfitError("must be an object")
        for key, value in constants:
            if data.get(key) != value:
                raise UnfitError(f"must be {value}", key)
        values = []
        for key, part, default in columns:
            if key in data:
                try:
                    values.append(part(data[key]))
                except UnfitError as error:
                    raise error.inside(key) from None
            elif default is MISSING:
                raise UnfitError("is missing", key)
            else:
                values.append(default)
        return kind(*values)

    return read
