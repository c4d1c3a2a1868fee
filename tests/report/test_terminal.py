"""The terminal's lines: most serious first, old above new, signs in words, nothing by colour alone."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import revtrack
from revtrack.model import Change, Date, Diff, Figure, Name
from revtrack.model.archive_answers import LogEntry
from revtrack.report import leads, terminal
from tests.report.hand_made import article, attribution, changed_value, edited, in_step, notice, op, quote, revision

TOLL = edited("At least 12 people died.", "At least 21 people died.", ("12", "21"))
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def printed(diff: Diff, **options: Any) -> str:
    return terminal.diff(diff, colour=False, width=80, **options)


def test_a_diff_without_changes_says_so_in_one_sentence() -> None:
    text = printed(edited("It fell.", "It fell."))
    assert text == "2 words\nIt fell.\n\nThe two texts are identical.\n"


def test_the_first_screen_then_each_passage_once() -> None:
    assert printed(TOLL).splitlines() == [
        "5 words",
        "At least 21 people died.",
        "",
        "One thing to know",
        "  1  People: [-12-] -> {+21+}; in no notice",
        "",
        "1 serious change is in no notice: 1.",
        "",
        "Told differently: 1 passage",
        "",
        "!! Paragraph 1",
        "   At least [-12-] {+21+} people died.",
        "      1  people: 12 -> 21; in no notice",
        "",
        "--words shows the whole text with its marks.",
    ]


def test_passages_stand_by_their_gravest_change() -> None:
    before, after = article("8 men. 3 ships."), article("9 men. 4 ships.")
    changes = tuple(
        changed_value(before, after, *values, severity=severity)  # type: ignore[arg-type, misc]
        for *values, severity in (("8", "9", "low"), ("3", "4", "high"))
    )
    lines = printed(Diff(before, after, in_step(before, after), changes)).splitlines()
    assert [line for line in lines if "Paragraph" in line] == ["!! Paragraph 1", "   Paragraph 1"]
    assert [line[:8] for line in lines if "people:" in line] == ["      2 ", "      1 "]


def test_versions_of_a_store_are_named() -> None:
    text = printed(replace(TOLL, old=revision(1), new=revision(2)))
    assert text.startswith("bridge, version 1 -> 2 | 31 October 2024, 20:08 UTC | Night desk | 120 words |")


def test_files_are_named() -> None:
    assert printed(TOLL, names=("draft.txt", "final.txt")).startswith("draft.txt -> final.txt | 5 words\n")


def test_acknowledged_moved_and_repeated_changes_are_told() -> None:
    change = replace(TOLL.changes[0], moved=True, acknowledged=True)
    text = " ".join(printed(replace(TOLL, changes=(change,))).split())
    assert "people: 12 -> 21; in a sentence that moved; corrected in a notice" in text


def test_notices_are_printed_with_the_changes_they_mention() -> None:
    diff = edited("12 died. End.", "21 died. Not 12.", ("12", "21"))
    text = printed(replace(diff, notices=(notice(diff.after, "Not 12.", 0),)))
    assert "New correction notice (mentions change 1): Not 12.\n" in text


def test_publication_times_are_listed_only_on_demand() -> None:
    diff = replace(TOLL, changes=(), furniture=TOLL.changes)
    assert "--all shows 1 publication-time line." in printed(diff)
    assert "people: 12" not in printed(diff)
    assert "    people: 12 -> 21\n" in printed(diff, show_all=True)


def test_the_text_is_shown_with_marks_and_equal_parts_folded_to_counts() -> None:
    old = "Rain fell. All wept. It was 12.\n\nSame here.\n\nSame there."
    text = printed(edited(old, old.replace("12", "21")), words=True)
    assert "(2 unchanged sentences) It was [-12-] {+21+}." in text.replace("]{", "] {")
    assert "(2 unchanged paragraphs)" in text


def test_moved_sentences_are_marked_as_moved() -> None:
    before, after = article("Rain fell. All wept."), article("All wept. Rain fell.")
    ops = (op(before, after, "equal", (1,), (0,)), op(before, after, "move", (0,), (1,)))
    text = printed(Diff(before, after, ops, ()), words=True)
    assert "(move 1, from here: Rain fell.) All wept. (move 1, to here:) Rain fell.\n" in text


def test_what_was_not_asked_for_is_counted() -> None:
    assert "1 other change not shown" in terminal.diff(TOLL, colour=False, width=80, shown=())


def test_colour_adds_nothing_but_colour() -> None:
    coloured = terminal.diff(TOLL, colour=True, width=80, words=True)
    assert coloured != printed(TOLL, words=True)
    assert ANSI.sub("", coloured) == printed(TOLL, words=True)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_keep_to_the_width(width: int) -> None:
    before = "The ministry sent about 8,000 soldiers, and all of them were on the road to the border by noon. " * 3
    diff = edited(before, before.replace("soldiers", "men in boots").replace("noon", "ten"), ("8,000", "8,000"))
    lines = terminal.diff(diff, colour=False, width=width, words=True).splitlines()
    assert max(map(len, lines)) <= width


def test_a_word_is_never_parted_from_the_sign_behind_it() -> None:
    diff = edited(f"{'word ' * 30}wept.", f"{'word ' * 30}cried.")
    for width in range(40, 70):
        lines = terminal.diff(diff, colour=False, width=width, words=True).splitlines()
        assert not [line for line in lines if line.startswith(".")]


@pytest.mark.parametrize("hostile", ["\x1b[2J\x1b]0;owned\x07", "\u202egnp.exe", "\x9b31m", "a\rb"])
def test_what_would_act_on_the_terminal_is_written_out(hostile: str) -> None:
    diff = edited(f"# T{hostile}\n\n12 {hostile} died.", f"# T{hostile}\n\n21 {hostile} died.", ("12", "21"))
    known = revision(by=hostile, note=hostile, source=hostile, article=f"a{hostile}", time=hostile, commit=hostile)
    diff = replace(diff, old=known, new=known, notices=(replace(notice(diff.after, "died."), text=hostile),))
    diff = replace(diff, changes=(replace(diff.changes[0], message=hostile),), furniture=diff.changes)
    text = printed(diff, words=True, show_all=True) + terminal.log([LogEntry(known, {}, hostile)], colour=False)
    claims = replace(diff.after, claims=(Name("n", 0, 1, hostile, 0, hostile, "other"),))
    text += terminal.claims(claims, colour=False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_claims_are_listed_with_what_is_understood_of_them() -> None:
    text = article("About 10,000 soldiers left Thursday, Singh said. “We believe it,” she said.")
    found = (
        Figure("f", 6, 12, "10,000", 0, *[Decimal("1.0E+4")] * 3, noun="soldiers", bound="about"),  # type: ignore[arg-type, misc]
        Date("d", 27, 35, "Thursday", 0, "date", "XXXX-WXX-4"),
        replace(attribution(text, "Singh", "said", "About 10,000 soldiers left Thursday")),
        quote(text, "“We believe it,”", "Sabrina Singh"),
    )
    lines = terminal.claims(replace(text, claims=found), colour=False).splitlines()
    assert lines[:2] == [
        "figure      10,000  = about 10000 soldiers",
        "date        Thursday  = date, XXXX-WXX-4",
    ]
    assert lines[2].endswith("= Singh, cue: said")
    assert lines[3] == "quote       “We believe it,”  = quotation, Sabrina Singh"
    assert lines[-1] == "4 claims."


def test_an_article_without_claims_says_so() -> None:
    assert terminal.claims(article("It rained."), colour=False) == "No claims found.\n"


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [("10", "20", "10 to 20 people"), ("10", None, "at least 10 people"), (None, "20", "at most 20 people")],
)
def test_ranges_and_open_bounds_are_read_out(low: str | None, high: str | None, shown: str) -> None:
    bound = {(True, True): "range", (True, False): "at_least", (False, True): "at_most"}[bool(low), bool(high)]
    numbers = [part and Decimal(part) for part in (low, high)]
    figure = Figure("f", 0, 2, "x", 0, None, *numbers, noun="people", bound=bound)  # type: ignore[arg-type, misc]
    assert f"= {shown}\n" in terminal.claims(replace(article("xx"), claims=(figure,)), colour=False)


def test_a_log_has_revisions_under_their_article_with_what_changed() -> None:
    rows = [
        LogEntry(revision(1), {}, "first version"),
        LogEntry(revision(2), {"figure": {"value": 1}}, ""),
        LogEntry(revision(1, article="flood"), {}, "first version"),
    ]
    assert terminal.log(rows, colour=False).splitlines() == [
        "bridge",
        '   1  31 October 2024, 20:08 UTC, by Night desk, 120 words, "second lead"  0f3a9c81d2',
        "      first version",
        '   2  31 October 2024, 20:08 UTC, by Night desk, 120 words, "second lead"  0f3a9c81d2',
        "      1 figure value changed",
        "",
        "flood",
        '   1  31 October 2024, 20:08 UTC, by Night desk, 120 words, "second lead"  0f3a9c81d2',
        "      first version",
    ]


def test_an_added_sentence_is_new_text() -> None:
    before, after = article("All wept."), article("All wept. 12 died.")
    ops = (op(before, after, "equal", (0,), (0,)), op(before, after, "add", (), (1,)))
    added = replace(changed_value(after, after, "12", "12", labels=("added",)), old=None)
    text = printed(Diff(before, after, ops, (added,)))
    assert "New in this version: 1 sentence (1 figure)\n   Paragraph 1   12 died." in text
    assert "Told differently" not in text
    assert "   {+12 died.+}\n      1  people: 12 -> 12\n" in printed(Diff(before, after, ops, (added,)), show_all=True)
    assert isinstance(added, Change)


@pytest.mark.parametrize(
    ("numbers", "listed"),
    [((), ""), ((1,), "1"), ((1, 2), "1-2"), ((3, 1, 7, 8, 9), "1, 3, 7-9"), ((10, 12), "10, 12")],
)
def test_numbers_that_follow_one_another_are_a_range(numbers: tuple[int, ...], listed: str) -> None:
    assert leads.ranges(numbers) == listed


@pytest.mark.parametrize("width", [60, 80, 200])
def test_claims_fit_the_width(width: int) -> None:
    text = revtrack.extract(
        f"{'The harbour master and the mayor of Orrin said ' * 6}that 12 boats had sunk on Thursday."
    )
    lines = terminal.claims(text, colour=False, width=width).splitlines()
    assert max(map(len, lines)) <= width
    whole = " ".join(" ".join(lines).split())
    assert whole == " ".join(terminal.claims(text, colour=False).split())
