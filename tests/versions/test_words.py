"""Word marks: what they cover, where the spaces go, what is joined, and how they end on hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.model import Mark
from revtrack.versions import words
from revtrack.versions.words import letters, marks

MIRROR = {"insert": "delete", "delete": "insert"}
TEXTS = st.text(alphabet="ab .,’'“10\n\u00a0é", max_size=40)


def shown(old: str, new: str) -> str:
    """The marks as a person would write them: `[old|new]`."""
    parts = []
    for mark in marks(old, new):
        before, after = old[mark.old_start : mark.old_end], new[mark.new_start : mark.new_end]
        parts.append(before if mark.op == "equal" else f"[{before}|{after}]")
    return "".join(parts)


def assert_tiles(found: tuple[Mark, ...], old: str, new: str) -> None:
    i = j = 0
    for mark in found:
        assert (mark.old_start, mark.new_start) == (i, j)
        i, j = mark.old_end, mark.new_end
        if mark.op == "equal":
            assert old[mark.old_start : i] == new[mark.new_start : j]
        assert (mark.op == "insert") == (mark.old_start == i)
        assert (mark.op == "delete") == (mark.new_start == j)
    assert (i, j) == (len(old), len(new))


def test_a_text_against_itself_is_one_equal_run() -> None:
    assert marks("At least 12 died.", "At least 12 died.") == (Mark("equal", 0, 17, 0, 17),)


def test_nothing_against_nothing_has_no_marks() -> None:
    assert marks("", "") == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("At least 12 people died.", "At least 21 people died.", "At least [12|21] people died."),
        ("It cost $3.2 million.", "It cost $32 million.", "It cost $[3.2|32] million."),
        ("a big dog", "a dog", "a [big |]dog"),
        ("the dog barks", "the dog", "the dog[ barks|]"),
        ("The dog ran.", "The dog ran off.", "The dog ran[| off]."),
        ("Tea, milk", "Tea, milk, sugar", "Tea, milk[|, sugar]"),
        ("He said “no” twice", 'He said "no" twice', 'He said [“|"]no[”|"] twice'),
        ("10\u00a0000 troops", "10 000 troops", "10[\u00a0| ]000 troops"),
        ("", "New words.", "[|New words.]"),
        ("Old words.", "", "[Old words.|]"),
        ("Reported by [they] alone", "Reported by [she] alone", "Reported by [[they]|[she]] alone"),
    ],
)
def test_marks_fall_on_whole_words_and_spaces_go_with_them(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_the_later_of_two_places_is_marked_when_either_would_do() -> None:
    assert shown("He met the mayor of Kiln.", "He met the mayor and the mayor of Kiln.") == (
        "He met the mayor [|and the mayor ]of Kiln."
    )


def test_a_small_word_alone_among_many_changed_ones_is_marked_with_them() -> None:
    old = "Crews fought seven separate fires of unknown origin near several eastern villages today."
    new = "Crews abandoned their posts because of heavy smoke near several eastern villages today."
    assert shown(old, new) == (
        "Crews [fought seven separate fires of unknown origin|abandoned their posts because of heavy smoke]"
        " near several eastern villages today."
    )


def test_a_kept_figure_among_changed_words_stays_unmarked() -> None:
    old = "Crews fought seven separate fires and 40 engines came near several eastern villages today."
    new = "Crews abandoned their posts because 40 trucks stalled near several eastern villages today."
    assert "] 40 [" in shown(old, new)


def test_passages_with_next_to_nothing_in_common_are_whole_above_whole() -> None:
    old, new = "The council met on Monday to vote.", "Rain, wind and the dark kept most boats in port."
    assert [mark.op for mark in marks(old, new)] == ["replace"]


@given(TEXTS, TEXTS)
def test_marks_cover_both_texts_in_order(old: str, new: str) -> None:
    assert_tiles(marks(old, new), old, new)


@given(TEXTS, TEXTS)
def test_swapping_the_texts_mirrors_the_marks(old: str, new: str) -> None:
    mirrored = [
        (MIRROR.get(mark.op, mark.op), mark.new_start, mark.new_end, mark.old_start, mark.old_end)
        for mark in marks(old, new)
    ]
    assert [mark.to_tuple() for mark in marks(new, old)] == mirrored


def test_beyond_the_limit_of_like_words_longest_runs_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "LIKE_PAIRS", 1)
    monkeypatch.setattr(words, "SequenceMatcher", None)
    assert shown("one a two three", "zero a two x three") == "[one|zero] a two [|x ]three"


def test_thousands_of_repeated_words_are_still_covered() -> None:
    old, new = "a " * 4000, "a b " * 2000
    assert_tiles(marks(old, new), old, new)


@pytest.mark.parametrize(
    ("old", "new", "ops"),
    [
        ("Jon", "John", ["equal", "insert", "equal"]),
        ("Hardy", "Hrdy", ["equal", "delete", "equal"]),
        ("cat", "dog", ["replace"]),
        ("same", "same", ["equal"]),
    ],
)
def test_letters_show_a_spelling_and_leave_unlike_words_whole(old: str, new: str, ops: list[str]) -> None:
    found = letters(old, new)
    assert [mark.op for mark in found] == ops
    assert_tiles(found, old, new)


def test_letters_of_a_long_stretch_are_whole_above_whole() -> None:
    old, new = "x" * (words.LETTERS_LONGEST + 1), "x" * words.LETTERS_LONGEST
    assert letters(old, new) == (Mark("replace", 0, len(old), 0, len(new)),)


@given(TEXTS, TEXTS)
def test_letters_cover_both_texts_in_order(old: str, new: str) -> None:
    assert_tiles(letters(old, new), old, new)
