"""What an operand stands for, and what is said when it stands for nothing."""

from __future__ import annotations

import pytest

from revtrack.articles import lookup
from revtrack.errors import InputError, UnknownError
from revtrack.model import Revision

PATHS = {
    "storm": "2024/10/30/storm.txt",
    "storm-ulla": "2024/10/31/storm-ulla.md",
    "Court": "2024/10/31/Court.txt",
    "budget-vote": "2024/11/01/budget-vote.txt",
}


def revisions(*times: str) -> list[Revision]:
    commits = ("abcd1" + "0" * 35, "abcd2" + "0" * 35, "12345678" + "0" * 32)
    rows = enumerate(zip(times, commits, strict=True), 1)
    return [Revision("storm", place, commit, "", time, time, "", "", "", 1) for place, (time, commit) in rows]


THREE = revisions("2024-10-30T08:00:00Z", "2024-10-31T10:00:00Z", "2024-10-31T18:00:00Z")


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("storm", "storm"),
        ("storm-ulla", "storm-ulla"),
        ("court", "Court"),
        ("2024/10/31/storm-ulla.md", "storm-ulla"),
        ("./2024/10/31/storm-ulla.md", "storm-ulla"),
        ("2024\\10\\31\\storm-ulla.md", "storm-ulla"),
        ("storm.txt", "storm"),
        ("ulla", "storm-ulla"),
        ("VOTE", "budget-vote"),
        ("2024/11", "budget-vote"),
    ],
)
def test_an_article_is_found_by_name_path_or_part(name: str, article: str) -> None:
    """An exact name wins over a path, a path over a part that one alone has."""
    assert lookup.article(name, PATHS) == article


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("stor", "matches more than one article: storm, storm-ulla"),
        ("2024/10/31", "Court, storm-ulla"),
        ("strom-ula", "the nearest: storm-ulla"),
        ("zzz", "revtrack list"),
        ("", "names no article"),
        (".", "names no article"),
        ("..", "names no article"),
        ("/", "names no article"),
        ("./", "names no article"),
        (" ", "names no article"),
        ("-", "names no article"),
    ],
)
def test_an_unknown_or_ambiguous_article_lists_the_nearest(name: str, said: str) -> None:
    """The error names what there is."""
    with pytest.raises(UnknownError, match=said):
        lookup.article(name, PATHS)


def test_a_long_list_is_cut() -> None:
    """An error stays one readable line."""
    with pytest.raises(UnknownError, match="story-07 and 92 more"):
        lookup.article("story", {f"story-{number:02}": f"story-{number:02}.txt" for number in range(100)})


@pytest.mark.parametrize(
    ("operand", "number"),
    [
        ("1", 1),
        ("3", 3),
        ("-1", 3),
        ("-3", 1),
        ("first", 1),
        ("latest", 3),
        ("2024-10-30", 1),
        ("2024-10-31", 3),
        ("2024-12-24", 3),
        ("2024-10-31T09:59Z", 1),
        ("2024-10-31T10:00Z", 2),
        ("2024-10-31 12:00+01:00", 2),
        ("abcd1", 1),
        ("ABCD2", 2),
        ("12345678", 3),
    ],
)
def test_a_revision_is_found_by_number_time_or_commit(operand: str, number: int) -> None:
    """Numbers count from either end; a date is its end; a time that of the version in force then."""
    assert lookup.revision(THREE, operand).number == number


@pytest.mark.parametrize(
    ("operand", "said"),
    [
        ("0", "1 to 3"),
        ("4", "1 to 3"),
        ("-4", "1 to 3"),
        ("99999999999999999999", "1 to 3"),
        ("last", "1 to 3"),
        ("", "1 to 3"),
        ("abc", "1 to 3"),
        ("abcd", "2 commits"),
        ("beef", "1 to 3"),
        ("²", "1 to 3"),
        ("2024-10-29", "the first is of 2024-10-30T08:00:00Z"),
    ],
)
def test_an_unknown_revision_is_answered_with_what_there_is(operand: str, said: str) -> None:
    """The error tells which numbers there are, or when the first version was published."""
    with pytest.raises(UnknownError, match=said):
        lookup.revision(THREE, operand)


def test_a_date_badly_written_is_a_bad_date() -> None:
    """It is not taken for a commit id."""
    with pytest.raises(InputError, match="2024-13-01"):
        lookup.revision(THREE, "2024-13-01")


def test_an_article_is_found_by_the_name_it_was_added_under() -> None:
    """White space became hyphens then."""
    paths = {"Court-story---v1": "2024/10/01/Court-story---v1.txt", "storm": "2024/10/01/storm.txt"}
    assert lookup.article("Court story - v1", paths) == "Court-story---v1"
    assert lookup.article("court  STORY - v1", paths) == "Court-story---v1"


def test_letter_case_alone_does_not_make_another_article() -> None:
    """A sharp s is not two: those are two words."""
    paths = {"Straße": "2024/10/01/Straße.txt", "Strasse": "2024/10/01/Strasse.txt"}
    assert lookup.article("straße", paths) == lookup.article("STRAẞE", paths) == "Straße"
    assert lookup.article("STRASSE", paths) == "Strasse"
