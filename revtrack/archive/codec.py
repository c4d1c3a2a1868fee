"""The values of the model as bytes and back, by the types of their fields; bytes that do not fit raise ValueError.

A value is the list of its fields, one of several types has the place of its own first: `Passage(1, 3, "12", 0)` in a
field of `Figure | Passage | None` is `[1, [1, 3, "12", 0]]`. Nothing in the bytes can name a class or run code.
"""

from __future__ import annotations

import json
import types
import zlib
from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
MOST = 1 << 26  # bytes that a value may have


def encode(value: object) -> bytes:
    """A value as bytes."""
    return zlib.compress(json.dumps(_plain(value, type(value)), separators=(",", ":")).encode(), 1)


def decode(kind: type[Value], data: bytes) -> Value:
    """The value of a kind that the bytes hold; raises ValueError."""
    try:
        inflated = zlib.decompressobj()
        plain = json.loads(inflated.decompress(data, MOST))
        return cast(Value, _value(kind, plain))
    except (zlib.error, TypeError, ValueError, IndexError, InvalidOperation, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from None


def _plain(value: Any, hint: Any) -> Any:
    options = _options(hint)
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item, get_args(hint)[0]) for item in value]
    kind: Any = type(value)
    plain = [_plain(getattr(value, name), inner) for name, inner in _fields(kind)]
    return [options.index(kind), plain] if len(options) > 1 else plain


def _value(hint: Any, data: Any) -> Any:
    options = _options(hint)
    if len(options) > 1:
        return None if data is None else _value(options[data[0]], data[1])
    if options:
        return None if data is None else _built(options[0], data)
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return tuple(_value(inner, item) for item in data)
    return Decimal(data) if data is not None and _is_decimal(hint) else data


def _built(kind: type, data: list[Any]) -> Any:
    known = _fields(kind)
    if len(known) != len(data):
        raise ValueError(f"{kind.__name__} has {len(known)} fields, not {len(data)}")
    return kind(*(_value(hint, item) for (_, hint), item in zip(known, data, strict=True)))


@cache
def _options(hint: Any) -> list[type]:
    """The dataclasses that a type allows."""
    parts = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return [part for part in parts if isinstance(part, type) and is_dataclass(part)]


@cache
def _is_decimal(hint: Any) -> bool:
    return Decimal in (hint, *get_args(hint))


@cache
def _fields(kind: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in fields(kind)]
