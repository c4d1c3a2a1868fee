"""What every value of the model is: frozen, compared and printed by its fields, and cheap to import.

`dataclasses` writes half a dozen functions for each frozen class and has Python compile them at import, which for all
of the model costs as much as reading a page of news. A record shares them with all others. It is a dataclass all the
same: `fields`, `replace` and `asdict` take it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import Field
    from typing import ClassVar

Kept = TypeVar("Kept")


@dataclass_transform(frozen_default=True)
def record(kind: type[Kept]) -> type[Kept]:
    """Make a subclass of `Frozen` a frozen dataclass with slots. A default must be a constant."""
    return dataclass(init=False, repr=False, eq=False, slots=True)(kind)


class Frozen:
    """What the dataclasses made by `record` share."""

    __slots__ = ()
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, *values: Any, **named: Any) -> None:
        puts, defaults = _PLANS[type(self)]
        if named or len(values) != len(puts):
            values = _completed(type(self), values, defaults, named)
        for put, value in zip(puts, values, strict=True):
            put(self, value)

    def __setattr__(self, name: str, value: Any) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        values = ", ".join(f"{part.name}={getattr(self, part.name)!r}" for part in fields(self))
        return f"{type(self).__qualname__}({values})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), _values(self)


if TYPE_CHECKING:
    from dataclasses import replace as replace
else:

    def replace(value: Kept, /, **changes: Any) -> Kept:
        """What `dataclasses.replace` does, for a record in a third of the time."""
        kind = type(value)
        puts, defaults = _PLANS[kind]
        made = kind.__new__(kind)
        for put, (name, _) in zip(puts, defaults, strict=True):
            put(made, changes.pop(name) if name in changes else getattr(value, name))
        if changes:
            raise TypeError(f"{kind.__name__} has no field {', '.join(changes)}")
        return made


class _Getters(dict[type, Callable[[Any], Any]]):
    """What gives the values of a class, made when the first of them is compared."""

    def __missing__(self, kind: Any) -> Callable[[Any], Any]:
        first, *others = (part.name for part in fields(kind))
        self[kind] = made = attrgetter(first, *others) if others else lambda value: (getattr(value, first),)
        return made


_GETTERS = _Getters()


def _values(value: Any) -> Any:
    """The values of the fields of a record as a tuple."""
    return _GETTERS[type(value)](value)


class _Plans(dict[type, tuple[tuple[Callable[[Any, Any], None], ...], tuple[tuple[str, Any], ...]]]):
    """What puts a value into each slot of a class, which nothing else can write, and the default of each field."""

    def __missing__(self, kind: Any) -> tuple[tuple[Callable[[Any, Any], None], ...], tuple[tuple[str, Any], ...]]:
        parts = fields(kind)
        puts = tuple(getattr(kind, part.name).__set__ for part in parts)
        self[kind] = made = puts, tuple((part.name, part.default) for part in parts)
        return made


_PLANS = _Plans()


def _completed(
    kind: type, values: tuple[Any, ...], defaults: tuple[tuple[str, Any], ...], named: dict[str, Any]
) -> tuple[Any, ...]:
    """The values of all fields: those given in order, those given by name, and defaults; raises TypeError."""
    values += tuple([named.pop(name, default) for name, default in defaults[len(values) :]])
    if named or len(values) > len(defaults):
        raise TypeError(f"{kind.__name__} takes {len(defaults)} values: {', '.join(name for name, _ in defaults)}")
    for value, (name, _) in zip(values, defaults, strict=True):
        if value is MISSING:
            raise TypeError(f"{kind.__name__} lacks {name!r}")
    return values
