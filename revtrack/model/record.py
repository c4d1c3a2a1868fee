"""What every value of the model is: frozen, compared and printed by its fields, and cheap to import.

`dataclasses` writes half a dozen functions for each frozen class and has Python compile them at import, which for all
of the model costs as much as reading a page of news. A record shares them with all others. It is a dataclass all the
same: `fields`, `replace` and `asdict` take it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from functools import cache
from operator import attrgetter
from types import FunctionType
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
        kind: Any = type(self)
        kind.__init__ = made = _initializer(kind)  # the next is made without asking what it is
        made(self, *values, **named)

    def __init_subclass__(cls) -> None:
        if "__init__" not in vars(cls):  # that of a base would be for the fields of the base
            cls.__init__ = Frozen.__init__  # type: ignore[method-assign]

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
        values, places = list(_values(value)), _PLACES[kind]
        for name, new in changes.items():
            if name not in places:
                raise TypeError(f"{kind.__name__} has no field {name}")
            values[places[name]] = new
        return kind(*values)


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


class _Places(dict[type, dict[str, int]]):
    """The place of each field of a class."""

    def __missing__(self, kind: Any) -> dict[str, int]:
        self[kind] = made = {name: place for place, (name, _) in enumerate(_PLANS[kind][1])}
        return made


_PLACES = _Places()


def _initializer(kind: type) -> Callable[..., None]:
    """What puts values into the slots of a class, given in order or by name; made when the first is.

    It is compiled once for each number of fields, and the names are put in for each class.
    """
    puts, defaults = _PLANS[kind]
    given = tuple(default for _, default in defaults if default is not MISSING)
    if any(default is not MISSING for _, default in defaults[: len(defaults) - len(given)]):
        raise TypeError(f"{kind.__name__}: fields without a default come first")
    shared = _putting(len(puts))(*puts)
    code = shared.__code__.replace(co_varnames=("self", *(name for name, _ in defaults)))
    made = FunctionType(code, globals(), "__init__", given, shared.__closure__)
    made.__qualname__ = kind.__qualname__
    return made


@cache
def _putting(count: int) -> Callable[..., FunctionType]:
    puts, values = ([f"{letter}{n}" for n in range(count)] for letter in "pv")
    calls = "".join(f"{put}(self, {value}), " for put, value in zip(puts, values, strict=True))
    made: Callable[..., FunctionType] = eval(
        f"lambda {', '.join(puts)}: lambda {', '.join(['self', *values])}: ({calls}) and None"
    )
    return made
