"""Pairing: the likest first, each claim once, the same from either side, and in time for thousands."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from revtrack.changes.pair import ALL_PAIRS, pair


@dataclass(frozen=True)
class Word:
    text: str


def words(text: str) -> list[Word]:
    return [Word(word) for word in text.split()]


def shared_letters(old: Word, new: Word) -> float:
    return len(set(old.text) & set(new.text))


def paired(old: str, new: str) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    found = pair(words(old), words(new), shared_letters)
    return (
        [(a.text, b.text) for a, b in found.pairs],
        [claim.text for claim in found.removed],
        [claim.text for claim in found.added],
    )


@pytest.mark.parametrize(
    ("old", "new", "pairs", "gone", "come"),
    [
        ("", "", [], [], []),
        ("abc", "xyz", [], ["abc"], ["xyz"]),
        ("abc", "abd", [("abc", "abd")], [], []),
        ("abc abd", "abd", [("abd", "abd")], ["abc"], []),
        ("ab abc", "abcd", [("abc", "abcd")], ["ab"], []),
        ("xa xb", "xc xd", [("xa", "xc"), ("xb", "xd")], [], []),
    ],
)
def test_the_likest_first(old: str, new: str, pairs: list[tuple[str, str]], gone: list[str], come: list[str]) -> None:
    assert paired(old, new) == (pairs, gone, come)
    assert paired(new, old) == ([(b, a) for a, b in pairs], come, gone)


def test_of_few_claims_all_are_compared() -> None:
    asked = []

    def likeness(old: Word, new: Word) -> float:
        asked.append((old.text, new.text))
        return 0.0

    old, new = "a kept b", "c kept d e"
    pair(words(old), words(new), likeness)
    assert asked == [(one, other) for one in old.split() for other in new.split()]


def test_of_many_claims_two_with_a_rare_word_are_compared_wherever_they_are() -> None:
    among = [Word(f"w{n}") for n in range(ALL_PAIRS // 10)]
    old, new = [Word("heron gone"), *among], [*among, Word("heron come")]
    found = pair(old, new, lambda a, b: a.text.split()[0] == b.text.split()[0])
    assert ("heron gone", "heron come") in [(a.text, b.text) for a, b in found.pairs]


def test_of_many_claims_those_that_say_the_same_meet() -> None:
    count = ALL_PAIRS // 10
    old = [Word(f"w{n}") for n in range(count)]
    new = [Word("new"), *reversed(old[: count // 2]), *old[count // 2 :]]
    found = pair(old, new, lambda a, b: a.text == b.text)
    assert len(found.pairs) == count
    assert [claim.text for claim in found.added] == ["new"]


def test_of_many_claims_few_are_compared() -> None:
    asked = []

    def likeness(old: Word, new: Word) -> float:
        asked.append((old, new))
        return 1.0

    count = 2000
    pair([Word(f"a{n % 7}") for n in range(count)], [Word(f"b{n % 5}") for n in range(count)], likeness)
    assert len(asked) <= 20 * count


def test_of_many_claims_the_same_are_paired_from_either_side() -> None:
    old = [Word(f"a{n % 9} x{n}") for n in range(100)]
    new = [Word(f"a{n % 9} y{n}") for n in range(130)]
    there = pair(old, new, lambda a, b: a.text[:2] == b.text[:2]).pairs
    back = pair(new, old, lambda a, b: a.text[:2] == b.text[:2]).pairs
    assert sorted((a.text, b.text) for a, b in there) == sorted((b.text, a.text) for a, b in back)
