"""What every value of the model is: frozen, compared and printed by its fields, and cheap to import.

`dataclasses` writes half a dozen functions for each frozen class and has Python compile them at import, which for all
of the model costs as much as reading a page of news. A record shares them with all others, and what `dataclasses` knows
of a class is put together when it is first asked for: `fields`, `replace` and `asdict` take a record.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass
from itertools import repeat
from operator import attrgetter, call
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import Field
    from typing import ClassVar

Kept = TypeVar("Kept")

# Has every call of a `map` made, without a loop in Python: records are made by the thousand.
_exhaust = deque[None](maxlen=0).extend


@dataclass_transform(frozen_default=True)
def record(kind: type[Kept]) -> type[Kept]:
    """Make of a subclass of `Frozen` a record: each annotated name is a slot. A default must be a constant.

    Annotations are texts here (`from __future__ import annotations`), so that none is worked out.
    """
    body = {name: value for name, value in vars(kind).items() if name not in ("__dict__", "__weakref__")}
    own = [name for name, hint in body["__annotations__"].items() if not hint.startswith("ClassVar")]
    parts = {part: default for base in kind.__mro__[:0:-1] for part, default in vars(base).get("_parts", ())}
    parts |= {name: body.pop(name, MISSING) for name in own}
    body |= {"__slots__": tuple(own), "__match_args__": tuple(parts), "_parts": tuple(parts.items())}
    body |= {"__qualname__": kind.__qualname__, "__dataclass_fields__": _FIELDS}
    made: Any = type(kind.__name__, kind.__bases__, body)
    return made  # type: ignore[no-any-return]


class _Fields:
    """The fields of a record as `dataclasses` keeps them, made when it looks for them."""

    def __get__(self, _: object, kind: Any) -> dict[str, Field[Any]]:
        noted = [vars(base).get("__annotations__", {}) for base in kind.__mro__[::-1]]
        hints = {name: hint for names in noted for name, hint in names.items()}
        body = {name: default for name, default in kind._parts if default is not MISSING}
        body["__annotations__"] = {name: hints[name] for name, _ in kind._parts}
        twin: Any = dataclass(init=False, repr=False, eq=False)(type(kind.__name__, (), body))
        found: dict[str, Field[Any]] = twin.__dataclass_fields__
        kind.__dataclass_fields__ = found
        return found


_FIELDS = _Fields()


class Frozen:
    """What all records share."""

    __slots__ = ()
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
        _parts: ClassVar[tuple[tuple[str, Any], ...]]

    def __init__(self, *values: Any, **named: Any) -> None:
        puts, defaults = _PLANS[type(self)]
        if named or len(values) != len(puts):
            values = _completed(type(self), values, defaults, named)
        _exhaust(map(call, puts, repeat(self), values))

    def __setattr__(self, name: str, value: Any) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name, _ in self._parts)
        return f"{type(self).__qualname__}({values})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), _values(self)


class Remembering(Frozen):
    """A record that may have a `cached_property`."""

    __slots__ = ("__dict__",)


def parts(kind: type[Frozen]) -> tuple[tuple[str, Any], ...]:
    """The names of the fields of a record, each with its default or `dataclasses.MISSING`."""
    return kind._parts


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
        first, *others = (name for name, _ in kind._parts)
        self[kind] = made = attrgetter(first, *others) if others else lambda value: (getattr(value, first),)
        return made


_GETTERS = _Getters()


def _values(value: Any) -> Any:
    """The values of the fields of a record as a tuple."""
    return _GETTERS[type(value)](value)


class _Plans(dict[type, tuple[tuple[Callable[[Any, Any], None], ...], tuple[tuple[str, Any], ...]]]):
    """What puts a value into each slot of a class, which nothing else can write, and the default of each field."""

    def __missing__(self, kind: Any) -> tuple[tuple[Callable[[Any, Any], None], ...], tuple[tuple[str, Any], ...]]:
        self[kind] = made = tuple(getattr(kind, name).__set__ for name, _ in kind._parts), kind._parts
        return made


_PLANS = _Plans()


class _FieldPlaces(dict[type, dict[str, int]]):
    """The place of each field of a class."""

    def __missing__(self, kind: Any) -> dict[str, int]:
        self[kind] = made = {name: place for place, (name, _) in enumerate(_PLANS[kind][1])}
        return made


_PLACES = _FieldPlaces()


def _completed(
    kind: type, values: tuple[Any, ...], defaults: tuple[tuple[str, Any], ...], named: dict[str, Any]
) -> tuple[Any, ...]:
    """The values of all fields: those given in order, those given by name, and defaults; raises TypeError."""
    values += tuple([named.pop(name, default) for name, default in defaults[len(values) :]])
    if named or len(values) > len(defaults):
        raise TypeError(f"{kind.__name__} takes {len(defaults)} values: {', '.join(name for name, _ in defaults)}")
    if MISSING in values:
        raise TypeError(f"{kind.__name__} lacks {defaults[values.index(MISSING)][0]!r}")
    return values
