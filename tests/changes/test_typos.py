"""Slips of the pen and editorial brackets in quoted words, and words that only look like slips."""

from __future__ import annotations

import pytest

from revtrack.changes.typos import is_slight


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We will not go", "We will now go"),
        ("It is no loss", "It is not loss"),
        ("We may go", "We will go"),
        ("We will never go", "We will go"),
        ("They closed the door", "They opened the door"),
        ("We lost it", "We lost it ... again"),
        ("We can win", "We can't win"),
        ("We'll win", "We would win"),
    ],
)
def test_other_words_are_no_slip(old: str, new: str) -> None:
    assert not is_slight(old, new)
    assert not is_slight(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Teh boats are safe", "The boats are safe"),
        ("It was unneccessary", "It was unnecessary"),
        ("He is safe", "[Roe] is safe"),
        ("they are safe", "[t]hey are safe"),
        ("It is safe [sic]", "It is safe"),
        ("They couldn't have won", "They could not have won"),
        ("I'm not running", "I am not running"),
    ],
)
def test_slips_and_brackets_are(old: str, new: str) -> None:
    assert is_slight(old, new)
    assert is_slight(new, old)
