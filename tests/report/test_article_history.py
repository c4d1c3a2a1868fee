"""The page of a history: its sentence, its time line, its comparisons, and who spoke when."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from revtrack.model import Step
from revtrack.report import timeline
from tests.report.hand_made import article, attribution, notice, revision
from tests.report.samples import one_version, rising, shown, steps


def test_the_sentence_counts_revisions_and_changes() -> None:
    assert shown(rising()).sentence == (
        "4 versions from 1 October 2024, 08:00 UTC to 4 October 2024, 08:00 UTC; 2 claim changes, 2 of them serious."
    )


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (one_version(), "1 version, 1 October 2024, 08:00 UTC."),
        (
            steps("Rain.", "Snow."),
            "2 versions from 1 October 2024, 08:00 UTC to 2 October 2024, 08:00 UTC; no claims changed.",
        ),
    ],
)
def test_a_history_without_changes_says_so(made: list[Step], sentence: str) -> None:
    assert shown(made).sentence == sentence


def test_changes_that_no_notice_mentions_are_counted() -> None:
    made = rising()
    diff = made[1].diff
    assert diff
    owned = replace(diff, changes=(replace(diff.changes[0], acknowledged=True),))
    assert shown(made).silent == 2
    assert shown([made[0], replace(made[1], diff=owned), *made[2:]]).silent == 1


def test_a_claim_is_told_in_stretches_of_revisions() -> None:
    (row,) = shown(rising()).altered
    assert [(one.first, one.last, one.text) for one in row.stretches] == [(1, 1, "12"), (2, 3, "21"), (4, 4, "12")]
    assert row.drawing.steps


def test_a_mark_stands_where_something_changed() -> None:
    line = timeline.of(rising())
    assert [[(mark.kind, mark.number) for mark in column.marks] for column in line.columns] == [
        [],
        [("figure", 1)],
        [],
        [("figure", 1)],
    ]
    assert [name for _, name, _ in line.lanes] == ["figures"]


def test_a_new_notice_flies_a_flag_once() -> None:
    made = steps("12 died.", "21 died, not 12.", "21 died, not 12.")
    told = notice(made[1].claims, "not 12.")
    first = replace(made[1], diff=replace(made[1].diff, notices=(told,)))  # type: ignore[type-var]
    second = replace(made[2], diff=replace(made[2].diff, notices=(replace(told, side="old"), told)))  # type: ignore[type-var]
    assert [column.flag for column in timeline.of([made[0], first, second]).columns] == ["", "correction notice", ""]


def test_labels_that_would_run_into_each_other_are_left_out() -> None:
    made = [
        replace(step, revision=replace(step.revision, time=f"2024-10-31T08:{place:02}:00Z"))
        for place, step in enumerate(steps(*["All wept."] * 59))
    ]
    line = timeline.of(made)
    days = [column.x for column in line.columns if column.day]
    assert days == [timeline.LEFT]
    clocks = [column.x for column in line.columns if column.clock]
    assert all(after - before >= timeline.CLOCK for before, after in pairwise(clocks))


@pytest.mark.parametrize(
    ("spoken", "when"),
    [
        ((True, True, True), "from the first version"),
        ((False, True, True), "from version 2"),
        ((True, True, False), "from the first version to version 2"),
        ((True, False, False), "only in version 1"),
        ((True, False, True), "only in version 1; from version 3"),
    ],
)
def test_a_speaker_enters_and_leaves(spoken: tuple[bool, ...], when: str) -> None:
    text = article("It rained, Lee said.")
    speaking = replace(text, claims=(attribution(text, "Lee", "said", "It rained"),))
    made = [Step(revision(number), speaking if speaks else text, None) for number, speaks in enumerate(spoken, 1)]
    (voice,) = shown(made).voices
    assert (voice.name, voice.when) == ("Lee", when)
