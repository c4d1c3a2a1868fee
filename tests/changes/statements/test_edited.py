"""An edited sentence as two rows of words: what is kept, what changed, and that the rows mirror."""

from __future__ import annotations

import pytest

from revtrack.changes.statements.edited import EditedSentence, Replacement, edited
from revtrack.versions.words import marks


def _of(old: str, new: str) -> EditedSentence:
    return edited(old, new, marks(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Profit rose.", "Profit rose."),
        ("The bridge is closed.", "The  bridge is\ncLosed!"),
        ("“It’s 5%,” she said.", '"It\'s 5%", she said.'),
    ],
)
def test_the_same_words_in_another_form_are_kept(old: str, new: str) -> None:
    assert _of(old, new).stretches == ()


def test_a_changed_word_is_a_stretch_of_one_word_on_each_side() -> None:
    sentence = _of("Profit rose 5 percent to $3 million.", "Profit fell 5 percent to $3 million.")
    assert sentence.stretches == (Replacement(range(1, 2), range(1, 2)),)
    assert [sentence.old[1].text, sentence.new[1].text] == ["rose", "fell"]
    assert [word.text for word in sentence.old] == ["Profit", "rose", "5", "percent", "to", "$", "3", "million"]


def test_words_that_the_marks_pass_over_are_matched_by_their_keys() -> None:
    sentence = _of("A man died in the fire.", "Police found the body of a man.")
    assert {(sentence.old[i].key, sentence.new[j].key) for i, j in sentence.kept} == {("a", "a"), ("man", "man")}


def test_swapping_the_versions_mirrors_the_rows() -> None:
    old, new = "Lind is on 48%, Ortiz on 44% of it.", "Ortiz is on 44% of it, and Lind on 48%."
    assert sorted((j, i) for i, j in _of(new, old).kept) == sorted(_of(old, new).kept)


def test_every_word_is_kept_or_changed() -> None:
    sentence = _of("The court upheld the ban on Friday.", "On Friday the court overturned a ban.")
    old, new = sentence.changed
    assert {i for i, _ in sentence.kept}.isdisjoint(old)
    assert len(sentence.kept) + len(old) == len(sentence.old)
    assert {j for _, j in sentence.kept}.isdisjoint(new)
    assert len(sentence.kept) + len(new) == len(sentence.new)
