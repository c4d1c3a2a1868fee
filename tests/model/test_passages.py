"""Every changed sentence is in one passage and every change in one; swapping the versions mirrors them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import revtrack
from revtrack.model import Diff
from revtrack.model.passages import ChangedPassage

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
PAIRS = [
    pytest.param(old, new, id=f"{old.parent.name}-{old.stem}-{new.stem}")
    for history in sorted(path.parent for path in FIXTURES.glob("*/expected.json"))
    for old, new in pairwise(sorted(path for path in history.iterdir() if path.stem.isdigit()))
]


def compared(old: str, new: str) -> tuple[ChangedPassage, ...]:
    return revtrack.compare(old, new).passages


def sentences(diff: Diff, *, equal: bool = False) -> tuple[list[int], list[int]]:
    """The sentences of both sides that changed, each as often as it has a part in an operation."""
    ops = [op for op in diff.sentences if equal or op.op != "equal"]
    return [index for op in ops for index in op.old], [index for op in ops for index in op.new]


def test_equal_texts_have_none() -> None:
    assert compared("It fell. All wept.", "It fell. All wept.") == ()


def test_form_alone_is_read_once_and_changes_nothing() -> None:
    assert compared("It cost $3 million.", "It cost $3m.") == (ChangedPassage("edit", (0,), (0,), ()),)


def test_a_sentence_holds_all_that_changed_in_it() -> None:
    old = "# Ferry sinks\n\nAt least 12 people died on Monday, police said."
    [passage] = compared(old, old.replace("12", "21").replace("police", "an official"))
    assert (passage.op, passage.old, passage.new, passage.changes) == ("edit", (1,), (1,), (0, 1))


def test_a_change_made_twice_belongs_to_its_first_place() -> None:
    old = "# Ferry kills 12\n\nThe ferry killed 12 people on Monday."
    found = compared(old, old.replace("12", "21"))
    assert [(passage.new, passage.changes) for passage in found] == [((0,), (0,)), ((1,), ())]


def test_a_removed_sentence_stands_where_it_stood() -> None:
    found = compared("It fell. The bridge cost $3 million. All wept.", "It fell. All wept. Nobody came.")
    assert [(passage.op, passage.old, passage.new) for passage in found] == [("delete", (1,), ()), ("add", (), (2,))]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_passages_of_the_histories(old: Path, new: Path) -> None:
    diff = revtrack.compare(*(path.read_bytes().decode("utf-8-sig") for path in (old, new)))
    found = diff.passages
    every_old, every_new = sentences(diff, equal=True)
    for side, of_side, every in zip(("old", "new"), sentences(diff), (every_old, every_new), strict=True):
        shown = [index for passage in found for index in getattr(passage, side)]
        assert len(shown) == len(set(shown))
        assert set(of_side) <= set(shown) <= set(every)
    assert sorted(index for passage in found for index in passage.changes) == list(range(len(diff.changes)))
    for passage in found:
        for change in (diff.changes[index] for index in passage.changes):
            assert (change.new and change.new.sentence in passage.new) or (
                change.old and change.old.sentence in passage.old
            )


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_swapped_versions_have_the_same_passages_the_other_way(old: Path, new: Path) -> None:
    texts = [path.read_bytes().decode("utf-8-sig") for path in (old, new)]
    there, back = revtrack.compare(*texts), revtrack.compare(*texts[::-1])
    one = {(passage.old, passage.new) for passage in there.passages if passage.op != "equal"}
    other = {(passage.new, passage.old) for passage in back.passages if passage.op != "equal"}
    assert one == other
