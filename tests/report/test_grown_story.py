"""A story that grew from 130 to 1,400 words in twelve revisions: how long it takes to read what became of it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import revtrack
from revtrack.model import Diff
from revtrack.report import diff_page, terminal

STORY = Path(__file__).parents[2] / "fixtures" / "grown-story"
MARKS = re.compile(r"\[-.*?-\]|\{\+|\+\}", re.DOTALL)


def version(number: int) -> str:
    return (STORY / f"{number}.txt").read_text(encoding="utf-8")


@cache
def compared(old: int, new: int) -> Diff:
    return revtrack.compare(version(old), version(new))


def printed(old: int, new: int, **options: bool) -> str:
    return terminal.diff(compared(old, new), colour=False, width=80, **options)  # type: ignore[arg-type]


def test_it_has_twelve_versions_and_grows_to_fourteen_hundred_words() -> None:
    words = [len(version(number).split()) for number in range(1, 13)]
    assert words == sorted(words)
    assert (words[0], words[-1]) == (130, 1400)


def test_first_to_last_is_read_in_a_hundred_lines() -> None:
    lines = printed(1, 12).splitlines()
    assert len(lines) <= 100
    assert lines[3].startswith("Three things")
    assert "--all" in " ".join(lines[-2:])


@pytest.mark.parametrize(("old", "new"), [(3, 12), (4, 9), (5, 12), (8, 12)])
def test_of_many_passages_the_less_serious_have_a_line_each_and_none_is_left_out(old: int, new: int) -> None:
    text = printed(old, new)
    assert len(text.splitlines()) <= 100
    page = diff_page.of(compared(old, new))
    folded = text.partition("Told differently, too: ")[2]
    whole = int(re.search(r"Told differently: (\d+)", text)[1]) - int(re.search(r"\d+", folded)[0])  # type: ignore[index]
    assert 1 <= whole < len(page.told_differently)
    listed = {number for part in re.findall(r"\d+(?:-\d+)?", folded) for number in spread(part)}
    missing = {number for one in page.told_differently[whole:] for number in one.numbers} - listed
    assert not missing
    assert "--all unfolds passages" in " ".join(text.split())


def spread(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first), int(last or first) + 1)


@pytest.mark.parametrize(("old", "new"), [(1, 12), (6, 12), *pairwise(range(1, 13))])
def test_each_sentence_is_shown_once(old: int, new: int) -> None:
    """A sentence of the new text, as far as it can be told from its first words."""
    shown = " ".join(MARKS.sub("", printed(old, new)).split())
    body = shown.partition("Told differently")[2] or shown.partition("New in this version")[2]
    diff = compared(old, new)
    for span in diff.after.sentences:
        opening = " ".join(span.of(diff.after.text).split()[:9])
        assert body.count(opening) <= 1, opening


@pytest.mark.parametrize(("old", "new"), [(1, 12), *pairwise(range(1, 13))])
def test_with_all_every_change_has_its_line(old: int, new: int) -> None:
    text = printed(old, new, show_all=True)
    numbers = [int(number) for number in re.findall(r"^ {3} {,3}(\d+)  ", text, re.MULTILINE)]
    assert sorted(numbers) == [row.number for row in diff_page.of(compared(old, new)).every]
