"""When two names are one, whatever they are of."""

from __future__ import annotations

import pytest

from revtrack.versions import name_forms

ONE = [
    ("Singh", "Sabrina Singh"),
    ("National Farmers' Union", "NFU"),
    ("the United States", "U.S."),
    ("US", "American"),
    ("Britain", "the UK"),
    ("France's", "French"),
    ("Kiev", "Kyiv"),
    ("Facebook", "Meta"),
    ("Bill Orme", "William Orme"),
    ("Mike Roe", "Michael J. Roe"),
    ("I. J. Lind", "I.J. Lind"),
    ("Sec. 230", "Section 230"),
    ("Hwy 101", "Highway 101"),
]
TWO = [
    ("Iran", "Iraq"),
    ("French", "German"),
    ("Jane Roe", "Mary Roe"),
    ("Bill Orme", "Robert Orme"),
    ("Proposition 8", "Proposition 6"),
    ("Section 8", "Section 8A"),
    ("Article 5", "Rule 5"),
]


@pytest.mark.parametrize(("old", "new"), ONE)
def test_one_name(old: str, new: str) -> None:
    assert name_forms.same_name(old, new)
    assert name_forms.same_name(new, old)


@pytest.mark.parametrize(("old", "new"), TWO)
def test_two_names(old: str, new: str) -> None:
    assert not name_forms.same_name(old, new)
    assert not name_forms.same_name(new, old)


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ("01234 567890", "01234-567890", True),
        ("01234 567890", "01234 567809", False),
        ("Help@orrin.example", "help@orrin.example", True),
        ("https://www.orrin.example/", "orrin.example", True),
        ("@orrin", "@orrinferry", False),
    ],
)
def test_contacts(old: str, new: str, one: bool) -> None:
    assert name_forms.same_contact(old, new) is one
