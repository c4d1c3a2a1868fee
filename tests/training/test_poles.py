"""What is drawn from WordNet: its antonyms, read from files of its form."""

from __future__ import annotations

from pathlib import Path

import pytest

from revtrack import lexicon
from revtrack.changes.statements import pole_table
from training.poles import index, wordnet
from training.poles.wordnet import Antonyms

LICENCE = "  1 This software and database is being provided to you\n"
ADJECTIVES = """\
00000100 00 a 02 safe(a) 0 secure 1 002 ! 00000200 a 0101 & 00000300 s 0000 | free from danger
00000200 00 a 01 dangerous 0 001 ! 00000100 a 0101 | not safe
00000300 00 s 01 harmless 0 000 | not causing harm
"""
VERBS = """\
00000100 30 v 02 rise 0 go_up 1 001 ! 00000400 v 0101 01 + 02 00 | move upward
00000400 30 v 01 fall 0 001 ! 00000100 v 0101 01 + 02 00 | move downward
"""
SENSES = "safe%3:00:01:: 00000100 1 7\nsafe%1:06:00:: 00000500 1 2\ndangerous%3:00:00:: 00000200 1 4\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, lines in {"noun": "", "verb": VERBS, "adj": ADJECTIVES, "adv": ""}.items():
        (tmp_path / f"data.{name}").write_text(LICENCE + lines, "utf-8")
    (tmp_path / "index.sense").write_text(SENSES, "utf-8")
    return tmp_path


def test_each_pair_is_read_once_with_its_uses(folder: Path) -> None:
    assert wordnet.antonyms(folder) == [Antonyms("dangerous", "safe", 4, 9), Antonyms("fall", "rise", 0, 0)]


def test_the_index_is_that_of_the_tables() -> None:
    kept = lexicon.data(f"{pole_table.INDEX}.txt").decode()
    assert kept == index.text(), "run `python -m training.poles.index`"
