"""Words without form, and how much two passages share."""

from __future__ import annotations

import pytest

from revtrack.versions import wording


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Don’t,” said Gov. Lind.", ["don't", "said", "governor", "lind"]),
        ("[The] boat [sic] sank", ["the", "boat", "sank"]),
        ("10\u00a0000", ["10", "000"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert list(wording.words(text)) == expected


def test_telling_words_leave_small_ones_out() -> None:
    assert wording.telling("The boat was in the harbour") == ["boat", "harbour"]


@pytest.mark.parametrize(
    ("old", "new", "alike", "contained"),
    [
        ("", "", 0.0, 0.0),
        ("a b", "", 0.0, 0.0),
        ("a b", "a b", 1.0, 1.0),
        ("a b", "b a c d", 2 / 3, 1.0),
        ("a a", "a", 2 / 3, 0.5),
    ],
)
def test_shares(old: str, new: str, alike: float, contained: float) -> None:
    assert wording.alike(old.split(), new.split()) == pytest.approx(alike)
    assert wording.contained(old.split(), new.split()) == pytest.approx(contained)
    bags = wording.Bag(old.split()), wording.Bag(new.split())
    assert wording.alike(*bags) == pytest.approx(alike)
