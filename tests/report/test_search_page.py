"""The answers of `search` and `stats` on paper: in words, harmless, and the same every time."""

from __future__ import annotations

from typing import Any

import pytest

from revtrack.model import Revision
from revtrack.model.queries import Answer, Question, SearchResult
from revtrack.model.statistics import ChangeCounts, RevisionCount, Statistics, TimeToCorrection
from revtrack.report import bars, search_page, stats_page
from tests.report.samples import EVIL


def revision(number: int, article: str = "ferry", by: str = "Desk", note: str = "") -> Revision:
    return Revision(article, number, f"{article}{number}", "", f"2024-10-3{number}T08:00:00Z", "", by, note, "", 9)


def change(message: str, severity: str = "high", acknowledged: bool = False) -> dict[str, Any]:
    return {
        "kind": "figure",
        "labels": ["value", "bound"],
        "severity": severity,
        "old": None,
        "new": None,
        "also": [{}],
        "moved": True,
        "acknowledged": acknowledged,
        "message": message,
    }


def result(message: str, old: int = 0, article: str = "ferry", **more: Any) -> SearchResult:
    return SearchResult(revision(old, article), revision(old + 1, article), change(message, **more))


def hostile() -> tuple[Question, Answer]:
    old, new = (revision(number, EVIL, EVIL, EVIL) for number in (0, 1))
    asked = Question(EVIL, speakers=(EVIL,), articles=(EVIL,), kinds=("figure", "quote"), labels=("value",))
    return asked, Answer(
        (SearchResult(old, new, change(EVIL)), SearchResult(old, new, change("b", "low", True))), 10_000, True
    )


def numbers(name: str = "ferry") -> Statistics:
    one = ChangeCounts(name, 3, 2, 1, 2, 1)
    return Statistics(
        total=ChangeCounts("all", 3, 2, 1, 2, 1),
        kinds=(ChangeCounts("figure", 3, 0, 1, 2, 1), ChangeCounts("quote", 0, 2)),
        labels=(ChangeCounts("figure value", 3, 2, 1),),
        months=(ChangeCounts("2023-11", 1), ChangeCounts("2025-02", 2, 2, 1, 2, 1)),
        articles=(one, ChangeCounts("court")),
        revised=(RevisionCount(name, 7),),
        revisions={"2023-11": 4, "2025-02": 3},
        known=2,
        stood=TimeToCorrection(3, 60, 93_600, 200_000),
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (Question(), "2 changes, newest first."),
        (Question("a b"), '2 changes with "a b", newest first.'),
        (
            Question(kinds=("figure", "quote"), order="severity"),
            "2 figure or quotation changes, most serious first.",
        ),
        (Question(speakers=("lind", "bo")), "2 changes to what lind or bo said, newest first."),
        (
            Question(labels=("value",), acknowledged=True),
            "2 changes labelled value, mentioned in a notice, newest first.",
        ),
        (
            Question(severities=("high", "low"), acknowledged=False, articles=("a", "b", "c")),
            "2 high- or low-severity changes without a notice, in a, b and c, newest first.",
        ),
        (
            Question(since="2024-10-01T00:00:00Z", until="2024-10-02T00:00:00Z"),
            "2 changes since 1 October 2024, 00:00 UTC, until 2 October 2024, 00:00 UTC, newest first.",
        ),
    ],
)
def test_a_question_is_told_in_words(question: Question, told: str) -> None:
    assert search_page.of(question, Answer((result("a"), result("b")), 2)).sentence == told


def test_changes_of_one_revision_stand_together() -> None:
    results = (result("a", 1), result("b", 1, severity="low"), result("c", 0), result("d", 0, "court"))
    revisions = search_page.of(Question(), Answer(results, 4)).revisions
    assert [(one.article, one.old, one.new, [hit.message for hit in one.hits]) for one in revisions] == [
        ("ferry", 1, 2, ["a", "b"]),
        ("ferry", 0, 1, ["c"]),
        ("court", 0, 1, ["d"]),
    ]
    assert [hit.notice for hit in revisions[0].hits] == ["no notice", ""]
    assert revisions[0].hits[0].remarks == (
        "figure value changed",
        "figure bound changed",
        "also in 1 other place",
        "in a sentence that moved",
    )


def test_a_cut_off_answer_says_so() -> None:
    assert search_page.of(Question(), Answer((result("a"),), 1)).rest == ""
    assert search_page.of(Question(), Answer((result("a"),), 12)).rest == "1 of 12 changes shown"
    assert (
        search_page.of(Question(), Answer((result("a"),), 10_000, True)).rest == "1 of more than 10,000 changes shown"
    )


def test_the_terminal_keeps_to_its_width_and_acts_on_nothing() -> None:
    printed = search_page.terminal(*hostile(), colour=False, width=60)
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert "<U+001B>[31m" in printed
    long = search_page.terminal(Question(), Answer((result("word " * 60),), 1), colour=False, width=60)
    assert max(map(len, long.splitlines())) <= 60
    assert "\x1b[1;38;5;161m" in search_page.terminal(Question(), Answer((result("a"),), 1), colour=True, width=60)


def test_nothing_is_markup() -> None:
    for page in (search_page.html(*hostile()), stats_page.html(numbers(EVIL))):
        assert "<script" not in page
        assert "<img" not in page
        assert "&lt;script&gt;owned=1&lt;/script&gt;" in page
        assert "default-src 'none'; style-src 'sha256-" in page
    assert search_page.html(*hostile()) == search_page.html(*hostile())


def test_numbers_are_told_in_words_and_tables() -> None:
    lines = stats_page.terminal(numbers(), colour=False).splitlines()
    assert lines[0] == (
        "6 changes in 7 revisions of 2 articles; 33% mentioned in a notice (33% of the 3 high-severity changes)."
    )
    assert lines[1].endswith(
        "up to 1 minute, half for up to 1 day 2 hours and three quarters for up to 2 days 7 hours."
    )
    assert "figures           4        3        0        1          50%" in lines
    assert "2023-11          4        1        1        0        0           0%" in lines
    assert "court          0        0        0        0            -" in lines


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 seconds"),
        (59, "59 seconds"),
        (3_600, "1 hour"),
        (3_661, "1 hour 1 minute"),
        (90_061, "1 day 1 hour"),
        (86_400 + 59, "1 day"),
    ],
)
def test_a_time_is_told_in_its_two_largest_units(seconds: int, told: str) -> None:
    stood = stats_page.of(
        Statistics(ChangeCounts("all"), (), (), (), (), (), {}, 0, TimeToCorrection(1, seconds, seconds, seconds))
    ).correction
    assert stood == f"The one claim corrected in a notice had been public for {told}."


def test_bars_are_as_long_as_their_numbers() -> None:
    drawn = bars.of([ChangeCounts("a", 6, 3, 1), ChangeCounts("b", 0, 5), ChangeCounts("c")])
    lengths = [sum(part.width for part in bar.parts) for bar in drawn.bars]
    assert lengths[0] == pytest.approx(2 * lengths[1])
    assert lengths[2] == 0
    assert [part.severity for part in drawn.bars[0].parts] == ["high", "medium", "low"]
    assert drawn.bars[0].end < drawn.width
    assert len(bars.of([ChangeCounts(str(number), number) for number in range(50)]).bars) == bars.MOST


def test_the_line_has_every_month_also_those_without_a_change() -> None:
    drawn = bars.months([("2024-11", 4), ("2025-02", 2)])
    assert drawn is not None
    assert [y for _, y in drawn.points] == [12, bars.HEIGHT, bars.HEIGHT, 12 + (bars.HEIGHT - 12) / 2]
    assert drawn.marks[0] == (drawn.points[0][0], "2024-11")
    assert bars.months([("2024-11", 4)]) is None
    assert bars.months([]) is None


@pytest.mark.parametrize("width", [60, 80, 200])
def test_numbers_fit_the_width(width: int) -> None:
    """Columns stand closer and names take several lines; nothing is left out."""
    lines = stats_page.terminal(numbers(), colour=False, width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert sorted(" ".join(lines).split()) == sorted(stats_page.terminal(numbers(), colour=False).split())
