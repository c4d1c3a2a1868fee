"""Alignment: what each sentence became, in which order it is told, and that nothing is left out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.model import Block, Claims, Role, SentenceOp, Span
from revtrack.versions.align import align

MIRROR = {"add": "delete", "delete": "add", "split": "merge", "merge": "split"}

FIRE = "A fire broke out at the Harrow mill shortly before dawn on Monday."
CREWS = "Crews from six towns fought the flames for nine hours."
INJURED = "Twelve workers were taken to Kestrel hospital with burns."
CAUSE = "Investigators have not said what caused the blaze."
MAYOR = "Mayor Ada Lund called the mill the heart of the valley."
STORY = (FIRE, CREWS, INJURED, CAUSE, MAYOR)

SENTENCES = st.lists(
    st.sampled_from(
        [
            FIRE,
            CREWS,
            INJURED,
            CAUSE,
            MAYOR,
            "No.",
            "Crews from nine towns fought the flames for two hours.",
            "Mayor Ada Lund called the mill the heart of the valley, and crews fought for nine hours.",
            "12 18 31",
        ]
    ),
    max_size=9,
)


def article(sentences: Sequence[str], roles: Sequence[Role] = ()) -> Claims:
    """An article of one sentence a paragraph; roles default to body."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    names = roles or ["body"] * len(spans)
    blocks = tuple(
        Block(span.start, span.end, role, i, i + 1) for i, (span, role) in enumerate(zip(spans, names, strict=True))
    )
    return Claims("\n\n".join(sentences), "en", blocks, tuple(spans), ())


def told(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(op.op, op.old, op.new) for op in align(article(old), article(new))]


def changed(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [entry for entry in told(old, new) if entry[0] != "equal"]


def test_a_text_against_itself_is_equal_throughout_and_unmarked() -> None:
    ops = align(article(STORY), article(STORY))
    assert [(op.op, op.old, op.new, op.marks) for op in ops] == [("equal", (i,), (i,), ()) for i in range(5)]


def test_two_empty_texts_have_no_operations() -> None:
    assert align(article([]), article([])) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He said “we will not go”.", 'He said "we will not go".'),
        ("It cost 10\u00a0000 crowns.", "It cost 10 000 crowns."),
        ("The mill\r\nburned.", "The mill\nburned."),
    ],
)
def test_a_change_of_form_alone_is_equal(old: str, new: str) -> None:
    assert changed([FIRE, old, MAYOR], [FIRE, new, MAYOR]) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (STORY, (FIRE, CREWS.replace("six", "nine"), INJURED, CAUSE, MAYOR), [("edit", (1,), (1,))]),
        (STORY, (FIRE, CREWS, CAUSE, MAYOR), [("delete", (2,), ())]),
        ((FIRE, CREWS, MAYOR), (FIRE, CREWS, CAUSE, MAYOR), [("add", (), (2,))]),
        (STORY, (FIRE, MAYOR, CREWS, INJURED, CAUSE), [("move", (4,), (1,))]),
        ((), (FIRE,), [("add", (), (0,))]),
        ((FIRE,), (), [("delete", (0,), ())]),
    ],
)
def test_each_operation_has_its_name(old: Sequence[str], new: Sequence[str], expected: object) -> None:
    assert changed(old, new) == expected


def test_two_sentences_run_together_are_a_merge_and_the_reverse_a_split() -> None:
    joined = "Crews from six towns fought the flames for nine hours, and twelve workers were taken to Kestrel hospital."
    new = (FIRE, joined, CAUSE, MAYOR)
    assert changed(STORY, new) == [("merge", (1, 2), (1,))]
    assert changed(new, STORY) == [("split", (1,), (1, 2))]


def test_a_sentence_that_moved_and_changed_is_a_move_with_marks() -> None:
    edited = MAYOR.replace("heart", "pride")
    (op,) = [op for op in align(article(STORY), article([edited, *STORY[:4]])) if op.op != "equal"]
    assert (op.op, op.old, op.new) == ("move", (4,), (0,))
    assert "replace" in {mark.op for mark in op.marks}


def test_a_sentence_that_only_moved_has_a_single_equal_mark() -> None:
    (op,) = [op for op in align(article(STORY), article([MAYOR, *STORY[:4]])) if op.op != "equal"]
    assert [mark.op for mark in op.marks] == ["equal"]


def test_the_shorter_of_two_swapped_passages_is_the_one_that_moved() -> None:
    short = "He was alone."
    assert changed([FIRE, short, MAYOR], [short, FIRE, MAYOR]) == [("move", (1,), (0,))]


def test_repeated_sentences_are_told_apart_by_their_neighbours() -> None:
    old = ["Was it arson?", "No.", "Was it neglect?", "No.", "Was it chance?", "No."]
    new = ["Was it neglect?", "No.", "Was it chance?", "No."]
    assert changed(old, new) == [("delete", (0,), ()), ("delete", (1,), ())]


def test_a_live_blog_with_a_new_entry_on_top_keeps_the_old_entries() -> None:
    old = ["Live: mill fire", "10:30", "Crews are on site.", "10:00", FIRE]
    new = ["Live: mill fire", "11:15", INJURED, "10:30", "Crews are on site.", "10:00", FIRE]
    assert changed(old, new) == [("add", (), (1,)), ("add", (), (2,))]


def test_rows_of_a_table_meet_their_own_row() -> None:
    old = [f"District {n} votes {n * 37} of {n * 91}" for n in range(1, 9)]
    new = [row.replace("votes 111 ", "votes 117 ") for row in old if "District 6" not in row]
    assert changed(old, new) == [("edit", (2,), (2,)), ("delete", (5,), ())]


def test_a_headline_meets_the_headline_and_not_the_lead_it_resembles() -> None:
    old = article(["Fire at Harrow mill injures twelve workers", FIRE], ["headline", "body"])
    new = article(["Dawn fire breaks out at Harrow mill", FIRE.replace("Monday", "Sunday")], ["headline", "body"])
    assert [(op.op, op.old, op.new) for op in align(old, new)] == [("edit", (0,), (0,)), ("edit", (1,), (1,))]


def test_a_rewritten_text_is_deleted_and_added_not_matched_by_force() -> None:
    new = ["Rain kept boats in port.", "Fishermen expect better weather tomorrow."]
    assert {op for op, _, _ in told(STORY, new)} == {"delete", "add"}


def test_a_replaced_sentence_that_shares_only_small_words_is_no_edit() -> None:
    old = (FIRE, "The chief of the brigade said that it was the worst in a decade.", MAYOR)
    new = (FIRE, "It was in the shadow of that debt the owners sold a warehouse.", MAYOR)
    assert changed(old, new) == [("delete", (1,), ()), ("add", (), (1,))]


def test_deleted_sentences_come_where_they_stood_before_what_was_added_there() -> None:
    other = "Schools nearby will stay shut until Thursday."
    names = [op for op, _, _ in told([FIRE, INJURED, MAYOR], [FIRE, other, MAYOR])]
    assert names == ["equal", "delete", "add", "equal"]


def test_added_and_deleted_sentences_name_their_place_on_the_other_side() -> None:
    old, new = article([FIRE, INJURED, MAYOR]), article([FIRE, "Schools nearby stay shut.", MAYOR])
    _, gone, come, _ = align(old, new)
    assert (gone.marks[0].new_start, gone.marks[0].new_end) == (len(FIRE), len(FIRE))
    assert (come.marks[0].old_start, come.marks[0].old_end) == (len(FIRE), len(FIRE))


@given(SENTENCES, SENTENCES)
def test_every_sentence_of_both_sides_is_told_once_and_marked_throughout(old: list[str], new: list[str]) -> None:
    before, after = article(old), article(new)
    ops = align(before, after)
    assert sorted(i for op in ops for i in op.old) == list(range(len(old)))
    assert sorted(j for op in ops for j in op.new) == list(range(len(new)))
    assert [op.new[0] for op in ops if op.new] == sorted(op.new[0] for op in ops if op.new)
    for op in ops:
        assert_marked(op, before, after)


def assert_marked(op: SentenceOp, before: Claims, after: Claims) -> None:
    if op.op == "equal":
        assert op.marks == ()
        return
    old = "".join(before.text[mark.old_start : mark.old_end] for mark in op.marks)
    new = "".join(after.text[mark.new_start : mark.new_end] for mark in op.marks)
    assert old == (before.text[op.old_spans[0].start : op.old_spans[-1].end] if op.old else "")
    assert new == (after.text[op.new_spans[0].start : op.new_spans[-1].end] if op.new else "")


@given(SENTENCES)
def test_any_text_against_itself_is_equal(sentences: list[str]) -> None:
    assert changed(sentences, sentences) == []


@given(st.permutations(STORY))
def test_a_new_order_is_moves_alone(sentences: list[str]) -> None:
    assert {op for op, _, _ in told(STORY, sentences)} <= {"equal", "move"}


@given(st.lists(st.sampled_from(STORY), unique=True), st.permutations(STORY))
def test_swapping_the_sides_mirrors_the_operations(old: list[str], new: list[str]) -> None:
    there = {(MIRROR.get(op, op), news, olds) for op, olds, news in told(old, new)}
    assert there == set(told(new, old))


def test_the_result_is_the_same_under_any_hash_seed() -> None:
    program = (
        "from revtrack.versions.align import align\n"
        "from revtrack.text import read\n"
        "from revtrack.model import Claims\n"
        "def claims(text):\n"
        "    seen = read(text)\n"
        "    return Claims(text, 'en', seen.blocks, seen.sentences, ())\n"
        f"old, new = {' '.join(STORY)!r}, {' '.join(reversed(STORY)).replace('six', 'seven')!r}\n"
        "print(align(claims(old), claims(new)))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
