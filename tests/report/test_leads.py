"""What stands first: three things to know, the verdict on notices, the line of versions, messages taken apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

import revtrack
from revtrack.report import diff_page, message_parts, notice_verdict, version_line
from revtrack.report.diff_page import DiffPage
from revtrack.report.leads import Lead
from revtrack.report.marked_text import Runs
from tests.report.hand_made import revision

STORY = """# Trust pays {payment} to chief

The trust paid {payment} to Owen Vance, {source} said.

"His position is {word} to defend," Ruth Callan said.

The hall was {state} on Monday.
"""
OLD = STORY.format(payment="£165,000", source="an official", word="difficult", state="full")
NEW = STORY.format(payment="£135,000", source="Ida Lind", word="impossible", state="empty")
NOTICE = "\nCorrection: An earlier version of this article said the trust paid £165,000. It was £135,000.\n"


def page(old: str, new: str) -> DiffPage:
    return diff_page.of(revtrack.compare(old, new))


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def step(lead: Lead) -> tuple[str, str]:
    return words(lead.old), words(lead.new)


def test_equal_texts_have_none() -> None:
    same = page(OLD, OLD)
    assert (same.leads, same.further, same.verdict.text) == ((), (), "")
    assert (same.told_differently, same.other_wording, same.new_text.sentences) == ((), (), 0)


def test_what_is_only_new_is_no_lead() -> None:
    grown = page(OLD, OLD + "\nSome 300 people came, Ida Lind said.\n")
    assert grown.leads == ()
    assert grown.new_text.sentences == 1


def test_the_gravest_first_with_their_subjects_and_sources() -> None:
    first = page(OLD, NEW).leads
    assert [step(lead) for lead in first[:2]] == [
        ('"Trust pays £165,000', '£135,000 to chief"'),
        ('"His position is difficult to defend,"', '"His position is impossible to defend,"'),
    ]
    assert first[0].second == "and the source: an official -> Ida Lind; in 2 places"
    assert first[1].subject == "Ruth Callan, quoted"
    assert {lead.standing for lead in first[:2]} == {"in no notice"}


def test_a_passage_gives_one_lead_while_others_have_something_to_say() -> None:
    old = "# Ferry sinks\n\nAt least 12 men and 3 boys died.\n\nIt carried 8 cars."
    first = page(old, old.replace("12", "21").replace("3", "4").replace("8", "9")).leads
    assert [step(lead)[0] for lead in first] == ["at least 12", "8", "3"] or len({lead.number for lead in first}) == 3


def test_a_change_in_a_notice_says_so_and_the_rest_does_not() -> None:
    told = page(OLD, NEW + NOTICE)
    assert told.leads[0].standing == "corrected in a notice"
    assert told.verdict.acknowledged == (told.leads[0].number,)
    assert told.verdict.text.startswith(f"The correction notice acknowledges {told.leads[0].number}; ")
    assert "in no notice" in told.verdict.text


def test_a_running_count_is_an_update_and_no_debt() -> None:
    diff = revtrack.compare("At least 12 people were killed.", "At least 21 people were killed.")
    diff = replace(diff, changes=tuple(replace(change, update=True) for change in diff.changes))
    shown = diff_page.of(diff)
    assert [lead.standing for lead in shown.leads] == ["an update"]
    assert shown.verdict == ("1 is an update of developing news.", (), (), (1,))


def test_filters_do_not_renumber() -> None:
    diff = revtrack.compare(OLD, NEW)
    whole = diff_page.of(diff)
    for index, change in enumerate(diff.changes):
        part = diff_page.of(diff, {index})
        shown = (*part.rows, *part.reworded)
        assert [(row.number, row.message) for row in shown] == [(index + 1, whole.every[index].message)], change
        assert {row.number for passage in part.told_differently for row in passage.changes} <= {index + 1}
        assert part.left_out == len(diff.changes) - 1


@pytest.mark.parametrize(
    ("of", "told"),
    [
        ((), ""),
        ((1,), "1"),
        ((1, 7), "1, 7"),
        (range(1, 10), "1, 2, 3, 4, 5, 6, 7, 8, 9"),
        (range(1, 31), "1, 2, 3, 4, 5, 6, 7, 8 and 22 more"),
    ],
)
def test_numbers_are_listed_as_far_as_they_are_read(of: tuple[int, ...], told: str) -> None:
    assert notice_verdict.numbers(tuple(of)) == told


@pytest.mark.parametrize(
    ("message", "kind", "parts"),
    [
        ("soldiers: 8,000 -> 10,000 (+25%)", "figure", ("Soldiers", "8,000", "10,000", "(+25%)")),
        ("Killed: people: 12 -> 21", "figure", ("Killed: people", "12", "21", "")),
        ("bill: $8 million -> $8 billion (a factor of 1,000)", "figure", ("Bill", "$8 million", "$8 billion", None)),
        (
            'figure: "... took payments of [£46,000 -> £64,000] from ..." (+39%)',
            "figure",
            ('"... took payments of [...] from ..."', "£46,000", "£64,000", "(+39%)"),
        ),
        (
            'date: Monday -> Friday, in "... came on Friday ..."',
            "date",
            ("Date", "Monday", "Friday", 'in "... came on Friday ..."'),
        ),
        ("source: a port official -> Ida Lind", "attribution", ("Source", "a port official", "Ida Lind", "")),
        (
            "what Lind said: it fell: all of it -> it sank",
            "attribution",
            ("What Lind said", "it fell: all of it", "it sank", ""),
        ),
        ("8 -> 9", "figure", ("", "8", "9", "")),
    ],
)
def test_a_message_is_taken_apart(message: str, kind: str, parts: tuple[str, str, str, str | None]) -> None:
    found = message_parts.parts(message, kind)
    assert (found.subject, found.old, found.new) == parts[:3]
    assert parts[3] is None or found.remark == parts[3]


def test_a_message_without_an_arrow_is_its_subject_and_its_words() -> None:
    found = message_parts.parts("no longer attributed to police, now stated as fact: 'it fell'", "attribution")
    assert (found.subject, found.words) == ("No longer attributed to police, now stated as fact", "'it fell'")


@pytest.mark.parametrize(
    ("old", "new", "times", "gap"),
    [
        (
            "2024-09-21T16:00:00Z",
            "2024-09-22T22:00:00Z",
            "21 September 2024, 16:00 -> 22 September, 22:00 UTC",
            "30 hours",
        ),
        ("2024-09-21T16:00:00Z", "2024-09-21T16:40:00Z", "21 September 2024, 16:00 -> 16:40 UTC", "40 minutes"),
        (
            "2024-12-30T16:00:00Z",
            "2025-01-12T16:00:00Z",
            "30 December 2024, 16:00 -> 12 January 2025, 16:00 UTC",
            "13 days",
        ),
        ("yesterday", "today", "yesterday -> today", ""),
    ],
)
def test_the_versions_are_one_line(old: str, new: str, times: str, gap: str) -> None:
    before, after = (
        replace(revision(9), time=old, by="A. Lind"),
        replace(revision(10), time=new, by="Desk", note="Puts it right"),
    )
    line = version_line.of(before, after, (12, 1_200))
    assert (line.times, line.gap) == (times, gap)
    assert line.parts[0] == "bridge, version 9 -> 10"
    assert line.parts[-3:] == ("A. Lind -> Desk", "12 -> 1,200 words", "Puts it right")


def test_files_have_their_names() -> None:
    assert version_line.of(None, None, (2, 2), ("draft.txt", "final.txt")).parts == (
        "draft.txt -> final.txt",
        "2 words",
    )


def test_every_sentence_of_a_diff_is_in_one_block_and_once() -> None:
    shown = page(OLD, NEW + "\nNobody came.\n" + NOTICE)
    rows = [*shown.told_differently, *shown.other_wording]
    numbers = [row.number for passage in rows for row in passage.changes]
    numbers += [row.number for paragraph in shown.new_text.paragraphs for row in paragraph.changes]
    assert sorted(numbers) == [row.number for row in shown.every]
    where = [passage.where for passage in rows]
    assert where == ["Headline", "Paragraph 1", "Paragraph 2", "Paragraph 3"]
    assert rows[1].also == (rows[0].numbers[0],)


def test_the_strip_has_a_part_for_each_paragraph() -> None:
    shown = page(OLD, NEW + "\nNobody came.\n" + NOTICE)
    assert [(part.where, part.state) for part in shown.strip] == [
        ("Headline", "changed"),
        ("Paragraph 1", "changed"),
        ("Paragraph 2", "changed"),
        ("Paragraph 3", "changed"),
        ("Paragraph 4", "added"),
        ("Notice", "added"),
    ]
    assert shown.strip[0].numbers == shown.strip[1].numbers[:1] == (1,)
    assert shown.strip[0].severity == "high"
    assert [part.words for part in shown.strip][2:] == [9, 6, 2, 15]
