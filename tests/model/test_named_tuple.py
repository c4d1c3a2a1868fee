"""Tuples with names do what those of `typing` do."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from revtrack.model.named_tuple import NamedTuple


class Stop(NamedTuple):
    """A stop of the ferry."""

    name: str
    minute: int
    pier: str = "North"

    @property
    def late(self) -> bool:
        return self.minute > 30

    def moved(self, minutes: int) -> Stop:
        return self._replace(minute=self.minute + minutes)


class Model(typing.NamedTuple):
    name: str
    minute: int
    pier: str = "North"


def test_it_is_a_tuple_with_names() -> None:
    stop = Stop("Almery", minute=12)
    assert stop == ("Almery", 12, "North")
    assert (stop.name, stop.minute, stop.pier, stop.late) == ("Almery", 12, "North", False)
    assert stop.moved(30) == Stop("Almery", 42, "North")
    assert Stop._make(["Holm", 3, "South"]).pier == "South"
    assert hash(stop) == hash(("Almery", 12, "North"))
    name, *_ = stop
    assert name == "Almery"
    match stop:
        case Stop(found, minute=12):
            assert found == "Almery"
        case _:
            pytest.fail("it is not matched by its fields")


def test_it_has_the_same_form_as_one_of_typing() -> None:
    stop, model = Stop("Almery", 12), Model("Almery", 12)
    assert repr(stop) == repr(model).replace("Model", "Stop")
    assert stop._asdict() == model._asdict()
    assert stop._fields == model._fields
    assert Stop.__doc__ == "A stop of the ferry."
    assert typing.get_type_hints(Stop) == typing.get_type_hints(Model)
    assert not hasattr(stop, "__dict__")


def test_copies_are_equal() -> None:
    stop = Stop("Almery", 12)
    for again in (copy.copy(stop), copy.deepcopy(stop), *(pickle.loads(pickle.dumps(stop, n)) for n in range(6))):
        assert again == stop
        assert type(again) is Stop


@pytest.mark.parametrize("values", [(), ("Almery",), ("Almery", 1, "North", 2)])
def test_the_number_of_values_is_checked(values: tuple[str | int, ...]) -> None:
    with pytest.raises(TypeError, match="argument"):
        Stop(*values)  # type: ignore[arg-type]


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(TypeError, match="captain"):
        Stop("Almery", 1, captain="Roe")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="captain"):
        Stop("Almery", 1)._replace(captain="Roe")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Stop("Almery", 1).name = "Holm"  # type: ignore[misc]
