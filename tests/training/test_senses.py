"""The tables that come from WordNet: how its files are read, and what was read of them one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from revtrack import lexicon
from revtrack.text.spelling_varieties import usual
from training.same_meaning import forms, slips, synonyms, wordnet

NOUNS = """\
  1 This software and database is being provided to you, the LICENSEE
00001740 03 n 02 trial 0 test 1 000 | an act
00002137 03 n 02 trail 0 track 0 000 | a path
"""
SENSES = """\
test%1:03:00:: 00001740 1 12
track%1:03:00:: 00002137 1 0
trail%1:03:00:: 00002137 1 4
trial%1:03:00:: 00001740 1 9
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data.noun").write_text(NOUNS, encoding="utf-8")
    (tmp_path / "index.sense").write_text(SENSES, encoding="utf-8")
    for part in ("verb", "adj", "adv"):
        (tmp_path / f"data.{part}").write_text("", encoding="utf-8")
    return tmp_path


def test_sets_and_senses_are_read(folder: Path) -> None:
    assert [group.words for group in wordnet.synonym_sets(folder)] == [("trial", "test"), ("trail", "track")]
    assert wordnet.frequencies(folder)["trial"] == 9


def test_only_sets_of_common_words_wait_to_be_read(folder: Path) -> None:
    assert synonyms.unread(folder) == ["n00001740\ttrial\ttest\t# an act"]


def test_words_one_slip_apart_are_both_words() -> None:
    near = lexicon.words("near_words")
    assert {"trials", "trails", "marital", "martial", "causal", "casual"} <= near
    assert "government" not in near


def test_near_words_are_of_the_least_length(folder: Path) -> None:
    assert slips.near_words(folder) == ["trails", "trials"]


def test_the_table_has_what_was_read() -> None:
    read = {tuple(dict.fromkeys(" ".join(map(usual, word.split())) for word in words)) for _, words in synonyms.rows()}
    assert set(lexicon.table("shared_senses")) == {words for words in read if len(words) > 1}


@pytest.mark.parametrize("name", ["same_meaning", "shared_senses", "house_style"])
def test_members_are_in_the_spelling_that_all_are_read_as(name: str) -> None:
    members = [member for row in lexicon.table(name) for member in row if not member.isupper()]
    assert [member for member in members if member != " ".join(map(usual, member.split()))] == []


@pytest.mark.parametrize("name", ["same_meaning", "shared_senses", "house_style"])
def test_a_set_has_several_members_and_each_once(name: str) -> None:
    assert [row for row in lexicon.table(name) if len(row) < 2 or len(set(row)) < len(row)] == []


@pytest.mark.parametrize(
    ("word", "part", "expected"),
    [
        ("stop", "v", ["stop", "stops", "stopped", "stopping"]),
        ("carry", "v", ["carry", "carries", "carried", "carrying"]),
        ("free", "v", ["free", "frees", "freed", "freeing"]),
        ("happy", "a", ["happy", "happier", "happiest", "happily"]),
        ("box", "n", ["box", "boxes"]),
    ],
)
def test_forms_as_they_are_printed(word: str, part: str, expected: list[str]) -> None:
    assert list(forms.all_forms(word, part, is_graded=True)) == expected
