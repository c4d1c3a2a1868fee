"""Records: dataclasses whose methods are shared, but for the one that makes them."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from dataclasses import Field, FrozenInstanceError, asdict, fields, replace
from functools import cached_property
from typing import ClassVar

import pytest

import revtrack.model  # noqa: F401 (its records are among those below)
from revtrack.model import Span
from revtrack.model.record import Frozen, Remembering, parts, record
from revtrack.model.record import replace as quickly_replaced


@record
class Ferry(Frozen):
    line: ClassVar[str] = "north"
    name: str
    berths: int
    cars: int = 0


@record
class NightFerry(Ferry):
    cabins: tuple[int, ...] = ()


@record
class Pier(Frozen):
    name: str


def test_a_record_is_a_dataclass() -> None:
    ferry = Ferry("Orrin", 12)
    assert [part.name for part in fields(Ferry)] == ["name", "berths", "cars"]
    assert replace(ferry, cars=3) == Ferry("Orrin", berths=12, cars=3)
    assert asdict(ferry) == {"name": "Orrin", "berths": 12, "cars": 0}


def test_it_is_printed_by_its_fields() -> None:
    assert repr(NightFerry("Vale", 4, cabins=(1, 2))) == "NightFerry(name='Vale', berths=4, cars=0, cabins=(1, 2))"


def test_records_of_one_class_with_the_same_values_are_equal() -> None:
    assert Ferry("Orrin", 12) == Ferry("Orrin", 12)
    assert hash(Ferry("Orrin", 12)) == hash(Ferry("Orrin", 12))
    assert Ferry("Orrin", 12) != Ferry("Orrin", 13)
    assert Pier("Orrin") != "Orrin"
    assert Pier("Orrin") == Pier("Orrin")


def test_a_record_is_no_record_of_another_class() -> None:
    assert Ferry("Vale", 4) != NightFerry("Vale", 4)


def test_nothing_of_it_can_be_set_or_deleted() -> None:
    ferry = Ferry("Orrin", 12)
    with pytest.raises(FrozenInstanceError):
        ferry.berths = 13  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del ferry.berths
    with pytest.raises(FrozenInstanceError):
        ferry.other = 1


@pytest.mark.parametrize(("values", "named"), [((), {}), (("a", 1, 2, 3), {}), (("a", 1), {"name": "b"})])
def test_values_that_do_not_fit_its_fields_are_refused(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Ferry(*values, **named)  # type: ignore[arg-type]


def test_it_can_be_pickled_and_copied() -> None:
    ferry = NightFerry("Vale", 4, cabins=(1, 2))
    assert pickle.loads(pickle.dumps(ferry)) == ferry
    assert copy.deepcopy(ferry) == ferry
    assert pickle.loads(pickle.dumps(Pier("Vale"))) == Pier("Vale")


def test_a_field_can_be_replaced_by_name() -> None:
    ferry = NightFerry("Vale", 4, cabins=(1, 2))
    assert quickly_replaced(ferry, cars=7) == replace(ferry, cars=7)
    with pytest.raises(TypeError):
        quickly_replaced(ferry, sails=1)  # type: ignore[call-arg]


def test_every_record_has_constant_defaults_and_the_fields_of_its_annotations() -> None:
    kinds = [kind for kind in _subclasses(Frozen) if "_parts" in vars(kind)]
    assert len(kinds) > 20
    for kind in kinds:
        assert [part.name for part in fields(kind)] == [name for name, _ in parts(kind)]
        assert [part.default for part in fields(kind)] == [default for _, default in parts(kind)]
        assert not any(isinstance(default, Field | list | dict | set) for _, default in parts(kind))


def _subclasses(kind: type[Frozen]) -> Iterator[type[Frozen]]:
    for one in kind.__subclasses__():
        yield one
        yield from _subclasses(one)


def test_spans_are_ordered_by_their_start() -> None:
    assert sorted([Span(4, 6), Span(2, 9), Span(2, 3)]) == [Span(2, 3), Span(2, 9), Span(4, 6)]
    assert Span(1, 2) <= Span(1, 2) < Span(1, 3) > Span(0, 9) >= Span(0, 9)
    assert Span(1, 2) != (1, 2)
    assert len({Span(1, 2), Span(1, 2)}) == 1


def test_a_record_that_remembers_works_a_property_out_once() -> None:
    @record
    class Quay(Remembering):
        names: tuple[str, ...]

        @cached_property
        def longest(self) -> list[str]:
            return [max(self.names, key=len)]

    quay = Quay(("Orrin", "Vale"))
    assert quay.longest is quay.longest
    assert quay == Quay(("Orrin", "Vale"))
    with pytest.raises(FrozenInstanceError):
        quay.names = ()  # type: ignore[misc]
