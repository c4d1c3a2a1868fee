"""Other words for the same, and near ones that are not."""

from __future__ import annotations

import pytest

from fuzz import growth
from revtrack.changes.statements import form, same_meaning
from revtrack.changes.statements.edited import Excused
from revtrack.changes.statements.leftovers import is_telling
from tests.changes.statements import bracketed
from tests.changes.statements.bracketed import Edit

# Shares of edits that leave no open word of content: pairs written before the tables were.
FLOOR = 0.95


def left_open(old: str, new: str) -> Excused:
    sentence = bracketed.sentence(old, new)
    proven = form.proven(sentence)
    rest = Excused(sentence.changed.old - proven.old, sentence.changed.new - proven.new)
    proven = same_meaning.proven(sentence, rest)
    return Excused(rest.old - proven.old, rest.new - proven.new)


def is_quiet(edit: Edit) -> bool:
    """Whether no word of content is left open, so that the edit is reworded at most."""
    sentence = bracketed.sentence(edit.old, edit.new)
    left = left_open(edit.old, edit.new)
    rows = (sentence.old, left.old), (sentence.new, left.new)
    return not any(is_telling(row[index]) for row, indices in rows for index in indices)


def test_most_harmless_edits_leave_nothing_open() -> None:
    edits = bracketed.read("same_meaning")
    loud = [edit for edit in edits if not is_quiet(edit)]
    assert len(loud) <= (1 - FLOOR) * len(edits), "\n".join(map(str, loud))


@pytest.mark.parametrize("edit", bracketed.read("not_the_same"), ids=str)
def test_another_fact_stays_open(edit: Edit) -> None:
    assert left_open(edit.old, edit.new) != Excused()
    assert left_open(edit.new, edit.old) != Excused()


ALL = [edit for name in ("form", "same_meaning", "not_the_same", "harmless") for edit in bracketed.read(name)]


@pytest.mark.parametrize("edit", ALL, ids=str)
def test_both_directions_are_judged_alike(edit: Edit) -> None:
    forth, back = left_open(edit.old, edit.new), left_open(edit.new, edit.old)
    assert (forth.old, forth.new) == (back.new, back.old)


@pytest.mark.parametrize(
    "words", [("began", "started"), ("was", "is"), ("year old", "years old"), ("and", "or"), ("12", "13")]
)
def test_a_row_of_one_phrase_takes_work_in_proportion(words: tuple[str, str]) -> None:
    """Four times the words make four times the calls; a rule that looked at every two of them would make more."""

    def calls(times: int) -> int:
        old, new = (" ".join([word] * times) for word in words)
        return growth.steps(lambda: left_open(old, new))

    calls(150)
    assert calls(600) < 4.5 * calls(150)
