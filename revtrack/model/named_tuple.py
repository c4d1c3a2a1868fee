"""`NamedTuple` as in `typing`, made in a fraction of the time.

That of `typing` compiles the annotation of each field, and has `namedtuple` compile a function, which for the eighty
of the reading costs as much as reading half a page of news. These share one function for each number of fields.
Those that are generic take `typing.NamedTuple`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter
    from functools import cache
    from types import FunctionType

    class _Tuple(tuple):
        """What all of them can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changes):
            made = type(self)(*map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    @cache
    def _maker(count):
        """The code that makes a tuple of so many fields."""
        fields = ", ".join(f"_{n}" for n in range(count))
        return eval(f"lambda _cls, {fields}: _new(_cls, ({fields},))").__code__

    class _NamedTupleType(type):
        """Makes of the body of a class with annotated fields a tuple of these fields."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = tuple(body.pop(field) for field in fields if field in body)
            code = _maker(len(fields)).replace(co_varnames=("_cls", *fields))
            body["__new__"] = FunctionType(code, {"_new": tuple.__new__}, "__new__", defaults)
            body |= {field: _tuplegetter(n, "") for n, field in enumerate(fields)}
            return type(name, (_Tuple,), {"__slots__": (), "_fields": fields, "__match_args__": fields, **body})

    NamedTuple = type.__new__(_NamedTupleType, "NamedTuple", (), {})
